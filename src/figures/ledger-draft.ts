/** Ledger rows of a document, and what a curator filled in carried over to a corrected document. */
import Papa from 'papaparse';
import { ledgerTable } from '../tables/ledger.ts';
import { comparePlaces, movePlace, parsePlace, type PlacedFigure } from './place.ts';

export type DraftRow = Readonly<
  Record<'at' | 'n' | 'section' | 'printed' | 'sign' | 'unit' | 'states' | 'ignored' | 'note', string>
>;

/** Figures as ledger rows; ordinals and dates are already marked as such. */
export function draftLedger(figures: readonly PlacedFigure[]): DraftRow[] {
  return figures.map(({ at, n, section, printed, sign, unit, form }) => ({
    at,
    n: String(n),
    section,
    printed,
    sign,
    unit,
    states: '',
    ignored: form,
    note: '',
  }));
}

export interface Merge {
  readonly rows: readonly DraftRow[];
  /** Rows kept whose place changed. */
  readonly moved: readonly { readonly from: DraftRow; readonly to: DraftRow }[];
  /** Rows that are new in the document. */
  readonly added: readonly DraftRow[];
  /** Rows that the document no longer prints. */
  readonly gone: readonly DraftRow[];
}

/**
 * Aligns the figures of a corrected document with a curated ledger (longest common subsequence of the printed digits) and
 * carries over what the curator filled in. Rows that rest on a Chinese numeral stay after the figure they followed.
 */
export function mergeLedger(curated: readonly DraftRow[], fresh: readonly DraftRow[]): Merge {
  const figures = curated.filter((row) => row.printed !== '');
  const pairs = align(figures, fresh);
  const kept = new Map(pairs.map(([from, to]) => [to, from]));
  const used = new Set(pairs.map(([from]) => from));
  const rows: DraftRow[] = [];
  const moved: { from: DraftRow; to: DraftRow }[] = [];
  // A row that rests on a numeral belongs to the last figure before it that the document still prints.
  const numerals = new Map<DraftRow | undefined, DraftRow[]>();
  let anchor: DraftRow | undefined;
  for (const row of curated) {
    if (row.printed !== '') anchor = used.has(row) ? row : anchor;
    else numerals.set(anchor, [...(numerals.get(anchor) ?? []), row]);
  }
  const carried = (from: DraftRow | undefined, to: DraftRow | undefined) =>
    (numerals.get(from) ?? []).map((row) => ({ ...row, at: movePlace(row.at, shift(from, to)) }));

  rows.push(...carried(undefined, undefined));
  for (const row of fresh) {
    const from = kept.get(row);
    if (!from) {
      rows.push(row);
      continue;
    }
    const to = { ...from, at: row.at, n: row.n, section: row.section };
    if (from.at !== to.at || from.n !== to.n) moved.push({ from, to });
    rows.push(to, ...carried(from, to));
  }
  const inOrder = comparePlaces([...new Set(fresh.map(({ at }) => parsePlace(at).part))]);
  rows.sort((a, b) => inOrder(a.at, b.at));
  return { rows, moved, added: fresh.filter((row) => !kept.has(row)), gone: figures.filter((row) => !used.has(row)) };
}

/** How many rows further down a figure stands now; 0 when it is on another sheet. */
function shift(from: DraftRow | undefined, to: DraftRow | undefined): number {
  if (!from || !to) return 0;
  const [old, now] = [parsePlace(from.at), parsePlace(to.at)];
  return old.part === now.part ? now.row - old.row : 0;
}

/** Pairs of equal printed digits in order: a longest common subsequence. What is the same at both ends is paired first. */
function align(left: readonly DraftRow[], right: readonly DraftRow[]): [DraftRow, DraftRow][] {
  const same = (i: number, j: number) => left[i]!.printed === right[j]!.printed;
  const shorter = Math.min(left.length, right.length);
  let head = 0;
  while (head < shorter && same(head, head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && same(left.length - 1 - tail, right.length - 1 - tail)) tail += 1;
  const [rows, columns] = [left.length - tail, right.length - tail];
  const length = Array.from({ length: rows - head + 1 }, () => new Uint32Array(columns - head + 1));
  for (let i = rows - 1; i >= head; i -= 1) {
    const [here, below] = [length[i - head]!, length[i - head + 1]!];
    for (let j = columns - 1; j >= head; j -= 1)
      here[j - head] = same(i, j) ? below[j - head + 1]! + 1 : Math.max(below[j - head]!, here[j - head + 1]!);
  }
  const pairs: [DraftRow, DraftRow][] = [];
  for (let i = 0; i < head; i += 1) pairs.push([left[i]!, right[i]!]);
  for (let i = head, j = head; i < rows && j < columns;) {
    if (same(i, j)) pairs.push([left[i++]!, right[j++]!]);
    else if (length[i - head + 1]![j - head]! >= length[i - head]![j - head + 1]!) i += 1;
    else j += 1;
  }
  for (let i = 0; i < tail; i += 1) pairs.push([left[rows + i]!, right[columns + i]!]);
  return pairs;
}

/** Ledger rows as CSV text. */
export function ledgerCsv(rows: readonly DraftRow[]): string {
  return `${Papa.unparse([...rows], { columns: Object.keys(ledgerTable.columns), newline: '\n' })}\n`;
}
