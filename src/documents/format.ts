/** Tells what kind of file the bytes are, whatever its name says. */
import type { Issue } from '../messages/issue.ts';
import { inspectArchive } from './archive.ts';
import { refuse } from './refusals.ts';

export type Format = 'pdf' | 'docx' | 'xlsx' | 'xls' | 'html' | 'text';

const AS_WORD = '请在 Word 或 WPS 中打开，另存为 .docx 后再读';
const AS_EXCEL = '请在 Excel 或 WPS 中打开，另存为 .xlsx 后再读';
const AS_PDF = '请在阅读软件中打开，另存或打印为有文字层的 PDF 后再读';

/** First bytes, what it is, what to do. */
const MAGIC: readonly (readonly [RegExp, string, string])[] = [
  [
    /^(?:.PNG\r\n|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP)/su,
    '一张图片',
    '图片里的数字无法核对，请向公开单位索取有文字层的 PDF、Word 或 Excel 文件',
  ],
  [/^(?:Rar!|7z\xbc\xaf)/su, '一个压缩包', '请先解压，再读其中的文件'],
  [/^\{\\rtf/u, 'RTF 文档', AS_WORD],
  [/^MIME-Version:/iu, '单文件网页（.mht）', '请用浏览器或 Word 打开，另存为 .html 或 .docx 后再读'],
  [/^\s*<\?xml[^]*?progid="Word\.Document"/u, 'Word 2003 XML 文档', AS_WORD],
  [
    /^\s*<\?xml[^]*?(?:progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet)/u,
    'Excel 2003 XML 表格',
    AS_EXCEL,
  ],
];

/** Files in a zip that tell its kind. */
const PARTS: readonly (readonly [string, Format | readonly [string, string]])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['xl/workbook.bin', ['Excel 二进制工作簿（.xlsb）', AS_EXCEL]],
  ['ppt/presentation.xml', ['演示文稿', AS_PDF]],
  ['OFD.xml', ['OFD 版式文件', AS_PDF]],
  ['content.xml', ['OpenDocument 文档', '请在 WPS 或 LibreOffice 中打开，另存为 .docx 或 .xlsx 后再读']],
];

/** @returns the format, or why a file of this kind is refused. */
export function formatOf(name: string, bytes: Uint8Array): Format | Issue {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipped(name, bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0')) return compound(name, bytes);
  const known = MAGIC.find(([magic]) => magic.test(head));
  if (known) return refuse.format(name, `文件是${known[1]}，不能直接读取`, known[2]);
  // A page may be in any encoding: only its ASCII is looked at.
  const ascii = head.replaceAll('\0', '');
  const page = /^[^<]{0,8}\s*<(?:!doctype\s+html|!--|html|head|body|table|meta|div|p\b)/iu.test(ascii);
  return page || (/\.html?$/iu.test(name) && ascii.includes('<')) ? 'html' : 'text';
}

function zipped(name: string, bytes: Uint8Array): Format | Issue {
  const archive = inspectArchive(bytes);
  if ('problem' in archive)
    return archive.broken ? refuse.broken(name, '压缩格式') : refuse.archive(name, archive.problem);
  const part = PARTS.find(([path]) => archive.names.has(path));
  if (!part) return refuse.format(name, '文件是一个压缩包，不是 Word 或 Excel 文件', '请先解压，再读其中的文件');
  const [, format] = part;
  return typeof format === 'string' ? format : refuse.format(name, `文件是${format[0]}，不能直接读取`, format[1]);
}

/** Old Office files keep the names of their parts in UTF-16. */
function compound(name: string, bytes: Uint8Array): Format | Issue {
  const has = (part: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(part, 'utf16le'));
  if (has('EncryptedPackage')) return refuse.password(name);
  if (has('WordDocument')) {
    const kind = /\.wps$/iu.test(name) ? 'WPS 文字文档（.wps）' : '旧版 Word 文档（.doc）';
    return refuse.format(name, `文件是${kind}，不能直接读取`, AS_WORD);
  }
  if (has('Workbook') || has('Book')) return 'xls';
  return refuse.format(
    name,
    '文件是旧版办公文档，不能直接读取',
    '请在 Office 或 WPS 中打开，另存为 .docx 或 .xlsx 后再读',
  );
}
