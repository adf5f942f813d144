/** Reads plain text: every line stays where it is; tables and paragraphs are told by tabs, columns and width. */
import type { Issue } from '../messages/issue.ts';
import { clean } from '../figures/lexer.ts';
import { DocumentBuilder } from './builder.ts';
import type { Document } from './document.ts';
import { refuse } from './refusals.ts';
import { columnTables } from './text-columns.ts';
import { textParagraphs } from './text-paragraphs.ts';
import { tabTables, type LineTable } from './text-tables.ts';

/** Bytes as text: by byte order mark, else UTF-8, else GB18030; undefined when none fits. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue; // not in this encoding: the next one is tried
    }
  }
  return undefined;
}

/** Whether the text holds more than a stray character that no text holds. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 100_000);
  let odd = 0;
  for (const character of sample) {
    const code = character.codePointAt(0)!;
    // Tab, line feed, vertical tab, form feed, carriage return and escape do occur.
    if ((code < 32 && (code < 9 || code > 13) && code !== 27) || (code & 0xfffe) === 0xfffe) odd += 1;
  }
  return odd > 2 + 0.001 * sample.length;
}

export function readText(name: string, bytes: Uint8Array): { document: Document | undefined; issues: Issue[] } {
  const text = decodeText(bytes);
  if (text === undefined || isBinary(text)) {
    const problem = '文件不是文本，也不是能认出的文档格式';
    return {
      document: undefined,
      issues: [
        refuse.format(name, problem, '请使用 .pdf（有文字层）、.docx、.xlsx、.xls、.html 或 UTF-8、GBK 编码的 .txt'),
      ],
    };
  }
  if (text.trim() === '') return { document: undefined, issues: [refuse.empty(name)] };
  const lines = clean(text);
  const builder = new DocumentBuilder('text');
  lines.forEach((line, index) => builder.line(`L${index + 1}`, line));
  const tables = tabTables(lines);
  const inTable = new Set(tables.flatMap((table) => table.lines));
  tables.push(...columnTables(lines, inTable));
  for (const line of tables.flatMap((table) => table.lines)) inTable.add(line);
  const starts = new Map<number, LineTable>(tables.map((table) => [Math.min(...table.lines), table]));
  const paragraphs = textParagraphs(lines, inTable);
  const heads = new Map(paragraphs.map((pieces) => [pieces[0]!.line, pieces]));
  lines.forEach((_, index) => {
    const table = starts.get(index);
    if (table) builder.block({ kind: 'table', rows: table.rows });
    builder.pieces(heads.get(index) ?? []);
  });
  return { document: builder.finish(), issues: [] };
}
