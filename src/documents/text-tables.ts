/** Tables in plain text whose cells are set apart by tabs or bars. */
import type { Piece, TableCell } from './document.ts';

export interface LineTable {
  readonly rows: readonly (readonly TableCell[])[];
  /** Every line of the file that the table takes up, ascending. */
  readonly lines: readonly number[];
}

const cell = (column: number, pieces: Piece[]): TableCell => ({ column, columns: 1, rows: 1, pieces });

/** The stretch of a line without white space around it; none when it is blank. */
export function trimmed(line: number, text: string, start: number, end: number): Piece[] {
  const inner = text.slice(start, end);
  const from = start + inner.length - inner.trimStart().length;
  const length = inner.trim().length;
  return length === 0 ? [] : [{ line, start: from, length }];
}

/** Cells of a line with a separator between them. */
function split(line: number, text: string, separator: string): TableCell[] {
  const bars = separator === '|';
  const inner = bars ? text.trimEnd().replace(/\|$/u, '') : text;
  const cells: TableCell[] = [];
  let start = bars ? text.indexOf('|') + 1 : 0;
  for (;;) {
    const end = inner.indexOf(separator, start);
    cells.push(cell(cells.length, trimmed(line, text, start, end < 0 ? inner.length : end)));
    if (end < 0) return cells;
    start = end + 1;
  }
}

const isBars = (text: string): boolean => /^\s*\|.*\|\s*$/u.test(text);
/** Cells of one row on one line. */
const isRow = (text: string): boolean => /\S\s*\t\s*\S/u.test(text) || /^\t{2,}\S/u.test(text);
/** A cell on a line of its own. */
const isCell = (text: string): boolean => /^\t[^\t]*\t*$/u.test(text);

export function tabTables(lines: readonly string[]): LineTable[] {
  const tables: LineTable[] = [];
  for (let index = 0; index < lines.length;) {
    const table =
      run(lines, index, isBars, (line) => (/^[\s|:-]+$/u.test(lines[line]!) ? [] : split(line, lines[line]!, '|'))) ??
      broken(lines, index) ??
      run(lines, index, isRow, (line) => split(line, lines[line]!, '\t'));
    if (table) tables.push(table);
    index = table ? table.lines.at(-1)! + 1 : index + 1;
  }
  return tables;
}

/** Rows of one line each; a blank line may stand between. */
function run(
  lines: readonly string[],
  start: number,
  is: (text: string) => boolean,
  toCells: (line: number) => TableCell[],
): LineTable | undefined {
  const taken: number[] = [];
  for (let index = start; index < lines.length; index += 1) {
    if (is(lines[index]!)) taken.push(index);
    else if (lines[index]!.trim() !== '' || index - (taken.at(-1) ?? -9) > 1) break;
  }
  const rows = taken.map(toCells).filter((cells) => cells.length > 0);
  const filled = rows.filter((cells) => cells.filter(({ pieces }) => pieces.length > 0).length > 1);
  return filled.length > 0 ? { rows, lines: taken } : undefined;
}

/** Rows whose cells stand on lines of their own, each but perhaps the first led by a tab; empty lines part the rows. */
function broken(lines: readonly string[], start: number): LineTable | undefined {
  if (lines[start] === '' || (start > 0 && lines[start - 1] !== '' && !isCell(lines[start]!))) return undefined;
  const rows: number[][] = [];
  for (let index = start; index < lines.length;) {
    const group: number[] = [];
    while (index < lines.length && lines[index] !== '' && !isRow(lines[index]!)) group.push(index++);
    const cells = group.filter((line) => isCell(lines[line]!));
    // The first line of a row may lack its tab; a row has at least two cells.
    const opening = group.findIndex((line) => isCell(lines[line]!));
    if (cells.length < 2 || opening > 1 || (rows.length > 0 && opening > 0 && isCell(lines[rows[0]![0]!]!))) break;
    rows.push(group);
    if (lines[index] !== '' || lines[index + 1] === '') break;
    index += 1;
  }
  if (rows.length === 0) return undefined;
  // What stands before the first cell of the first row is its title when the other rows begin with a tab.
  if (!isCell(lines[rows[0]![0]!]!) && (rows.length === 1 || rows.slice(1).some((row) => isCell(lines[row[0]!]!))))
    return undefined;
  return { rows: rows.map((row) => brokenRow(lines, row)), lines: rows.flat() };
}

function brokenRow(lines: readonly string[], row: readonly number[]): TableCell[] {
  const cells: Piece[][] = [];
  for (const line of row) {
    const pieces = trimmed(line, lines[line]!, 0, lines[line]!.length);
    if (cells.length === 0 || isCell(lines[line]!)) cells.push(pieces);
    else cells.at(-1)!.push(...pieces);
  }
  return cells.map((pieces, column) => cell(column, pieces));
}
