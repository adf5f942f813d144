/** Turns bytes into text and names what is wrong with the encoding. */
import type { Issue } from '../messages/issue.ts';
import { MAX_BYTES, type DataFile } from './files.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const GBK = new TextDecoder('gb18030', { fatal: true });

function decode(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined; // the bytes are not in this encoding; the caller names the one they are in
  }
}

/** Decodes a curated file. @returns its text (undefined when unusable) and what is wrong with its form. */
export function readText(file: DataFile): { text: string | undefined; issues: Issue[] } {
  const issue = (rule: string, problem: string, remedy: string): Issue => ({
    severity: 'error',
    file: file.path,
    rule,
    problem,
    remedy,
  });
  if (!file.bytes) {
    const size = (file.size / 1024 / 1024).toFixed(1);
    return {
      text: undefined,
      issues: [
        issue(
          'FORM-SIZE',
          `文件有 ${size} MB，超过 ${MAX_BYTES / 1024 / 1024} MB 的上限，没有读取`,
          '数据文件只放整理好的表；原始文件请放在别处并在 report.yaml 记录网址与 sha256',
        ),
      ],
    };
  }
  let text = decode(UTF8, file.bytes);
  if (text === undefined) {
    const gbk = decode(GBK, file.bytes) !== undefined;
    const problem = gbk
      ? '文件不是 UTF-8 编码，看起来是 GBK（中文 Windows 的 Excel 常用）'
      : '文件不是 UTF-8 编码，也不是可识别的中文编码';
    return {
      text: undefined,
      issues: [
        issue('FORM-ENCODING', problem, '在 Excel 中另存为“CSV UTF-8（逗号分隔）”，或用编辑器转为 UTF-8 后再提交'),
      ],
    };
  }
  const issues: Issue[] = [];
  if (text.startsWith('\uFEFF')) {
    issues.push(issue('FORM-BOM', '文件以字节顺序标记（BOM）开头', '用编辑器另存为“UTF-8（无 BOM）”'));
    text = text.slice(1);
  }
  if (text.includes('\r')) {
    issues.push(issue('FORM-NEWLINE', '文件用 Windows 换行（CRLF）', '用编辑器把换行改为 LF（Unix）'));
    text = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  }
  if (text.trim() === '') {
    issues.push(issue('FORM-EMPTY', '文件是空的', '填入内容，或删除这个文件并在 report.yaml 的 absent 中说明原因'));
    return { text: undefined, issues };
  }
  if (text.includes('\0')) {
    issues.push(issue('FORM-BINARY', '文件含空字节，不是文本文件', '确认提交的是 CSV、YAML 或 Markdown 文本'));
    return { text: undefined, issues };
  }
  return { text, issues };
}
