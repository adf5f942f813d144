/** Why a document cannot be read, and what to do about it. */
import type { Issue } from '../messages/issue.ts';

function refusal(
  file: string,
  rule: string,
  problem: string,
  remedy: string,
  severity: Issue['severity'] = 'error',
): Issue {
  return { severity, file, rule, problem, remedy };
}

/** 1、2、5—7 */
function ranges(numbers: readonly number[]): string {
  const groups: [number, number][] = [];
  for (const number of numbers) {
    const last = groups.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else groups.push([number, number]);
  }
  const shown = groups.slice(0, 12).map(([from, to]) => (from === to ? `${from}` : `${from}—${to}`));
  return shown.join('、') + (groups.length > 12 ? ' 等' : '');
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const OCR =
  '请向公开单位索取由 Word、Excel 等直接导出的文件，或先用文字识别（OCR）软件加上文字层，并在 report.yaml 中把 text_origin 记为 ocr';

export const refuse = {
  scan: (file: string, pages: readonly number[], total: number) =>
    refusal(file, 'DOCUMENT-SCAN', `共 ${total} 页，其中第 ${ranges(pages)} 页没有文字，看来是扫描件，无法读取`, OCR),
  scannedPages: (file: string, pages: readonly number[]) =>
    refusal(
      file,
      'DOCUMENT-SCAN',
      `第 ${ranges(pages)} 页没有文字（空白页，或扫描的图片），这些页没有读取`,
      `请打开原件核对这几页；如果有内容，${OCR}`,
      'notice',
    ),
  pages: (file: string, found: number, most: number) =>
    refusal(file, 'DOCUMENT-SIZE', `文件有 ${found} 页，超过 ${most} 页的上限`, '请只留下决算公开和绩效自评的页后再读'),
  size: (file: string, found: number, most: number) =>
    refusal(
      file,
      'DOCUMENT-SIZE',
      `文件有 ${megabytes(found)}，超过 ${megabytes(most)} 的上限`,
      '请去掉图片等无关内容，或拆成几个文件后再读',
    ),
  archive: (file: string, problem: string) =>
    refusal(
      file,
      'DOCUMENT-SIZE',
      `${problem}，不像正常的办公文件，没有解开`,
      '请在 Word、Excel 或 WPS 中打开原件另存一份后再读',
    ),
  password: (file: string) =>
    refusal(file, 'DOCUMENT-PASSWORD', '文件加了密码，无法读取', '请用没有密码的原件，或在打开后另存为不加密的文件'),
  broken: (file: string, format: string) =>
    refusal(
      file,
      'DOCUMENT-BROKEN',
      `${format} 文件不完整或已损坏，无法读取`,
      '请重新下载原件；能打开的，另存一份后再读',
    ),
  slow: (file: string, seconds: number) =>
    refusal(
      file,
      'DOCUMENT-SLOW',
      `${seconds} 秒没有进展，已停止读取，可能是文件结构异常`,
      '请在阅读软件中打开，另存或重新打印为 PDF 后再读；仍不行的，向公开单位索取 Word、Excel 文件',
    ),
  hidden: (file: string, sheet: string) =>
    refusal(
      file,
      'DOCUMENT-HIDDEN',
      `工作表“${sheet}”是隐藏的，没有读取`,
      '如果它是公开内容，请在 Excel 中取消隐藏后再读',
      'notice',
    ),
  format: (file: string, problem: string, remedy: string) => refusal(file, 'DOCUMENT-FORMAT', problem, remedy),
  empty: (file: string) => refusal(file, 'DOCUMENT-EMPTY', '文件里没有文字', '请确认下载完整，并且打开的是正文'),
};
