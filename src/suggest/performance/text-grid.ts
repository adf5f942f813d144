/** Tables that plain text lays out with tabs: a row a line, or a cell a line. */
import type { Document, Piece, TableCell } from '../../documents/document.ts';
import { plainRow } from './grid.ts';

export interface TextTable {
  /** First and last line, as indices into the document's lines. */
  readonly first: number;
  readonly last: number;
  readonly rows: readonly (readonly TableCell[])[];
}

/** The tables in a stretch of lines, both ends included. */
export function textTables(document: Document, from: number, to: number): TextTable[] {
  const tables: TextTable[] = [];
  let line = from;
  while (line <= to) {
    const table = rowPerLine(document, line, to) ?? cellPerLine(document, line, to);
    if (table) tables.push(table);
    line = (table?.last ?? line) + 1;
  }
  return tables;
}

/** Lines of at least three cells joined by tabs, one after the other. */
function rowPerLine(document: Document, from: number, to: number): TextTable | undefined {
  const rows: TableCell[][] = [];
  let line = from;
  for (; line <= to; line += 1) {
    const cells = tabbed(document.lines[line]!.text, line);
    if (cells.length < 3) break;
    rows.push(plainRow(cells));
  }
  return rows.length < 2 ? undefined : { first: from, last: line - 1, rows };
}

function tabbed(text: string, line: number): { pieces: Piece[] }[] {
  let start = 0;
  return text.split('\t').map((cell) => {
    const piece = { line, start, length: cell.length };
    start += cell.length + 1;
    return { pieces: cell.trim() === '' ? [] : [piece] };
  });
}

/**
 * Each cell on a line that a tab opens, its further lines without one; blank lines between the rows. An empty cell is a line
 * with the tab alone.
 */
function cellPerLine(document: Document, from: number, to: number): TextTable | undefined {
  const opens = (line: number) => line <= to && /^\t[^\t]*\t?$/.test(document.lines[line]!.text);
  const blank = (line: number) => document.lines[line]!.text === '';
  if (!opens(from)) return undefined;
  const rows: TableCell[][] = [];
  let line = from;
  let last = from;
  while (opens(line)) {
    const cells: { pieces: Piece[] }[] = [];
    for (; line <= to && !blank(line); line += 1) {
      const { text } = document.lines[line]!;
      if (text.startsWith('\t')) cells.push({ pieces: [] });
      if (text.trim() !== '') cells.at(-1)!.pieces.push({ line, start: 0, length: text.length });
      last = line;
    }
    rows.push(plainRow(cells));
    while (line <= to && blank(line)) line += 1;
  }
  return rows.length < 2 ? undefined : { first: from, last, rows };
}
