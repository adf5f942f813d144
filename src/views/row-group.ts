/** Rows of a table that are shown together, as one fund or project: what is shown at once, what is folded, what is left out. */
import type { NumberView } from './numbers.ts';

export interface ColumnView {
  readonly id: string;
  readonly name: string;
  /** Unit shared by the whole column; empty where each cell has its own. */
  readonly unit: string;
  readonly numeric: boolean;
}

export interface CellView {
  readonly column: string;
  readonly number?: NumberView;
  /** Printed before the number: ≥, 约 … */
  readonly operator?: string;
  readonly high?: NumberView;
  readonly unit?: string;
  readonly text?: string;
  /** Kind of the text where it is a verdict: met, not-met, unknown. */
  readonly tag?: string;
}

export interface RowView {
  readonly key: string;
  readonly label: string;
  /** Classification code, shown beside the label. */
  readonly code: string;
  readonly depth: number;
  readonly cells: readonly CellView[];
  /** Share of the first measure in the table's total, for the in-cell bar: 0–100. */
  readonly share?: string | undefined;
  /** Small print under the label: where the row stands, and the curator's note. */
  readonly under: readonly string[];
  /** The code stands in no list, or is only recalled. */
  readonly doubt?: string | undefined;
}

export interface GroupView {
  readonly id: string;
  readonly title: string;
  /** Columns that some row of the group fills; the cells of its rows are in their order. */
  readonly columns: readonly ColumnView[];
  readonly rows: readonly RowView[];
  /** How many rows are shown at once; the rest is folded. */
  readonly shown: number;
  /** Some row has a share of the total. */
  readonly shares: boolean;
  /** A sentence in place of the table where every number of the group is zero; else empty. */
  readonly zeros: string;
}

/** Groups of codes longer than this are folded: no phone shows them in a few screens. */
const LONGEST = 30;
/** Rows that a folded group shows. */
const SHOWN = 20;

/**
 * One group of a table.
 * @param columns those of the whole table; each row has a cell for each
 * @param part whether the group is one of several (then a group of zeros is said in a sentence), and whether its rows are
 * classification codes (then a long one is folded)
 */
export function groupView(
  id: string,
  title: string,
  columns: readonly ColumnView[],
  rows: readonly RowView[],
  part: { readonly isPart: boolean; readonly isTree: boolean },
): GroupView {
  const used = columns.map((_, index) => rows.some(({ cells }) => isFilled(cells[index]!)));
  return {
    id,
    title,
    columns: columns.filter((_, index) => used[index]),
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => used[index]) })),
    shown: part.isTree && rows.length > LONGEST ? cutOf(rows) : rows.length,
    shares: rows.some(({ share }) => share !== undefined),
    zeros: part.isPart && part.isTree ? zerosOf(title, rows) : '',
  };
}

const isFilled = ({ number, text }: CellView): boolean => number !== undefined || (text ?? '') !== '';

/** Where a long group is cut: before the last 类 that begins within the rows shown, so that none is torn apart; else after them. */
function cutOf(rows: readonly RowView[]): number {
  const begins = rows.findLastIndex(({ code }, index) => code.length === 3 && index > SHOWN / 2 && index <= SHOWN);
  return begins === -1 ? SHOWN : begins;
}

function zerosOf(title: string, rows: readonly RowView[]): string {
  const cells = rows.flatMap((row) => row.cells).filter(isFilled);
  const zero = ({ number, text }: CellView) =>
    /^0(?:\.0+)?$/.test(number?.value ?? '') && !text && !number!.findings.length;
  return cells.length > 0 && cells.every(zero) ? `${title}：印出的 ${cells.length} 个数都是 0` : '';
}
