/**
 * What changed between two states of the data, in terms of reports: the shape of `npm run diff -- … --json`.
 * Every list has an order of its own (tables as declared, then keys), so that the order of rows, columns and YAML keys in
 * the files shows nowhere. Numbers are the curated decimal texts; an absent side is left out.
 */
import type { LEDGERS } from '../tables/report.ts';

export interface Difference {
  /** Version of this shape. */
  readonly format: 1;
  readonly base: Side;
  readonly head: Side;
  readonly same: boolean;
  readonly departments: readonly DepartmentChange[];
  readonly reports: readonly ReportChange[];
  /** Folders of reports and departments that one side holds and that cannot be read: not compared. */
  readonly unreadable: readonly Unreadable[];
  /** Glossary and reference lists. */
  readonly lists: readonly ListChange[];
}

export interface Side {
  /** What the reader asked for: a revision, a folder. */
  readonly name: string;
  readonly departments: number;
  readonly reports: number;
  readonly cells: number;
  readonly errors: number;
}

export interface Unreadable {
  readonly side: 'base' | 'head';
  readonly path: string;
}

export interface Faulty {
  readonly side: 'base' | 'head';
  readonly table: string;
}

export interface ListChange {
  readonly name: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

export type Status = 'added' | 'removed' | 'renamed' | 'changed';

export interface DepartmentChange {
  readonly id: string;
  readonly name: string;
  readonly status: Status;
  /** The id before, of a renamed one. */
  readonly was?: string;
  readonly texts: readonly TextChange[];
}

export interface ReportChange {
  readonly department: string;
  readonly year: number;
  /** Short name of the department. */
  readonly name: string;
  readonly status: Status;
  readonly was?: { readonly department: string; readonly year: number };
  /** Published cells whose value or unit changed or that are gone: past data rewritten. */
  readonly rewritten: number;
  /** Published data is rewritten and `history` says nothing new. */
  readonly unexplained: boolean;
  /** Tables (or `ledger`) with faults of form: compared as far as they can be read. */
  readonly faulty: readonly Faulty[];
  readonly totals: readonly CellChange[];
  readonly shares: readonly ShareChange[];
  readonly cells: readonly CellChange[];
  /** Rows whose key alone changed: `table/item` before and after. */
  readonly rows: readonly { readonly before: string; readonly after: string; readonly name: string }[];
  readonly tables: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly absent: readonly TextChange[];
  readonly findings: readonly FindingChange[];
  readonly sources: readonly SourceChange[];
  readonly ledger: LedgerChange;
  readonly texts: readonly TextChange[];
}

export interface CellChange {
  /** `table/item/measure`; of a cell that is gone, the address that it had. */
  readonly address: string;
  /** `基本支出 · 决算` */
  readonly name: string;
  readonly unit: string;
  readonly before?: string;
  readonly after?: string;
  /** The unit before, where it is another. */
  readonly unitBefore?: string;
  /** after − before, exact, in `unit`; absent where a side is, or the units measure different things. */
  readonly difference?: string;
}

export interface ShareChange {
  /** A derived value as the ledger writes it: `share(a,b)`. */
  readonly expression: string;
  readonly name: string;
  /** Percentages, rounded to as many places as tell them apart, two at least. */
  readonly before?: string;
  readonly after?: string;
}

export interface TextChange {
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

export interface OccurrenceChange {
  readonly rule: string;
  readonly subject: string;
  readonly left: string;
  readonly right: string;
}

export interface FindingChange {
  readonly id: string;
  readonly was?: string;
  readonly status: 'opened' | 'closed' | 'renamed' | 'changed';
  readonly grade: string;
  readonly explanation: string;
  readonly opened: readonly OccurrenceChange[];
  readonly closed: readonly OccurrenceChange[];
  /** Grade, explanation, reply, date, places. */
  readonly texts: readonly TextChange[];
}

export interface SourceChange {
  readonly id: string;
  readonly was?: string;
  readonly status: Status;
  readonly title: string;
  /** The source that an added or changed one supersedes. */
  readonly supersedes?: string;
  readonly texts: readonly TextChange[];
}

export interface LedgerChange {
  readonly before: number;
  readonly after: number;
  readonly proofBefore?: keyof typeof LEDGERS;
  readonly proofAfter?: keyof typeof LEDGERS;
  /** Figures at another place with the same content. */
  readonly moved: number;
  readonly figures: readonly FigureChange[];
}

export interface FigureChange {
  /** `source:at.n` */
  readonly place: string;
  readonly status: 'added' | 'removed' | 'restated';
  readonly before?: string;
  readonly after?: string;
}
