/** The printed words by which somebody finds a figure again: those around it, or in a table its row and column. */
import { textOf, type Document, type Table, type TableCell } from '../documents/document.ts';
import type { Position } from '../documents/matching.ts';

const BEFORE = 24;
const AFTER = 12;
const MOST = 40;

interface Placed {
  readonly table: Table;
  readonly row: number;
  readonly cell: TableCell;
}

const cells = new WeakMap<Document, ReadonlyMap<number, readonly Placed[]>>();

/** The words around a place for somebody who looks it up. `length`: of what stands there. */
export function wordsAround(
  { document }: { readonly document: Document },
  { line, start }: Position,
  length: number,
): string {
  const placed = tableCells(document)
    .get(line)
    ?.find(({ cell }) => cell.pieces.some((piece) => covers(piece, line, start)));
  if (placed) return inTable(document, placed);
  const text = document.lines[line]?.text ?? '';
  const [from, to] = [Math.max(0, start - BEFORE), Math.min(text.length, start + length + AFTER)];
  const words = text.slice(from, to).replace(/\s+/gu, ' ').trim();
  return `${from > 0 ? '…' : ''}${words}${to < text.length ? '…' : ''}`;
}

const covers = (piece: { line: number; start: number; length: number }, line: number, start: number) =>
  piece.line === line && start >= piece.start && start < piece.start + piece.length;

/** Cells of tables by the lines on which they stand. */
function tableCells(document: Document): ReadonlyMap<number, readonly Placed[]> {
  const known = cells.get(document);
  if (known) return known;
  const found = new Map<number, Placed[]>();
  for (const table of document.blocks) {
    if (table.kind !== 'table') continue;
    for (const [row, line] of table.rows.entries())
      for (const cell of line)
        for (const piece of cell.pieces)
          found.set(piece.line, [...(found.get(piece.line) ?? []), { table, row, cell }]);
  }
  cells.set(document, found);
  return found;
}

/** `行名｜列名｜印出的数`; what is not printed is left out. */
function inTable(document: Document, { table, row, cell }: Placed): string {
  const text = (one: TableCell) => textOf(document, one).replace(/\s+/gu, ' ').trim();
  const isLabel = (one: TableCell) => /\p{Script=Han}/u.test(text(one));
  const label = table.rows[row]!.findLast((one) => one.column < cell.column && isLabel(one));
  const heads = table.rows
    .slice(0, row)
    .flatMap((line) => line.filter((one) => one.column <= cell.column && cell.column < one.column + one.columns))
    .filter(isLabel);
  const parts = [label ? [label] : [], heads.slice(-2), [cell]].map((group) =>
    group.map(text).join('·').slice(0, MOST),
  );
  return parts.filter((part) => part !== '').join('｜');
}
