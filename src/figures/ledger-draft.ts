/** Ledger rows of a document, and what a curator filled in carried over to a corrected document. */
import Papa from 'papaparse';
import { ledgerTable } from '../tables/ledger.ts';
import { listFigures } from './lexer.ts';

export type DraftRow = Readonly<
  Record<'at' | 'n' | 'section' | 'printed' | 'sign' | 'unit' | 'states' | 'ignored' | 'note', string>
>;

/** Every figure of a text document as ledger rows; ordinals and dates are already marked as such. */
export function draftLedger(text: string): DraftRow[] {
  return listFigures(text).map((figure) => ({
    at: `L${figure.line}`,
    n: String(figure.n),
    section: figure.section,
    printed: figure.printed,
    sign: figure.sign,
    unit: figure.unit,
    states: '',
    ignored: figure.form,
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
  const shift = (from: DraftRow | undefined, to: DraftRow | undefined) => (from && to ? lineOf(to) - lineOf(from) : 0);
  const carried = (from: DraftRow | undefined, to: DraftRow | undefined) =>
    (numerals.get(from) ?? []).map((row) => ({ ...row, at: `L${Math.max(1, lineOf(row) + shift(from, to))}` }));

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
  rows.sort((a, b) => lineOf(a) - lineOf(b));
  return { rows, moved, added: fresh.filter((row) => !kept.has(row)), gone: figures.filter((row) => !used.has(row)) };
}

function lineOf(row: DraftRow): number {
  return Number(row.at.slice(1));
}

/** Pairs of equal printed digits in order: a longest common subsequence. */
function align(left: readonly DraftRow[], right: readonly DraftRow[]): [DraftRow, DraftRow][] {
  const length = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const same = left[i]!.printed === right[j]!.printed;
      length[i]![j] = same ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
    }
  }
  const pairs: [DraftRow, DraftRow][] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (left[i]!.printed === right[j]!.printed) pairs.push([left[i++]!, right[j++]!]);
    else if (length[i + 1]![j]! >= length[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Ledger rows as CSV text. */
export function ledgerCsv(rows: readonly DraftRow[]): string {
  return `${Papa.unparse([...rows], { columns: Object.keys(ledgerTable.columns), newline: '\n' })}\n`;
}
