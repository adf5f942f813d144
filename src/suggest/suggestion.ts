/** What reading a document suggests: cells, values derived from cells, and figures that state nothing. */
import type { Position } from '../documents/matching.ts';
import type { Reference } from '../load/reference.ts';
import type { IGNORED } from '../tables/ledger.ts';

/**
 * certain: the words or heads leave no other reading (确定) · likely: filled, and marked for a second look (待核) ·
 * possible: listed only, never filled (可能).
 */
export const CERTAINTY = { certain: '确定', likely: '待核', possible: '可能' } as const;
export type Certainty = keyof typeof CERTAINTY;

/** Where a cell's figure stands. Of one quantity stated twice, the earlier kind supplies the cell; within one, the first place. */
export const RANKS = ['accounts-table', 'accounts', 'performance', 'prose'] as const;
export type Rank = (typeof RANKS)[number];

/** One cell (`table` + `key` + `measure`), or with no measure a row that holds only words. */
export interface CellSuggestion {
  readonly table: string;
  /** The key columns of the row, e.g. { fund: 'general', code: '2010301' }. */
  readonly key: Readonly<Record<string, string>>;
  /** Other columns of the row: name, level1, target_operator, target_text … */
  readonly columns?: Readonly<Record<string, string>>;
  readonly measure?: string;
  /** The decimal in the unit of the cell: thousands separators removed, 元 turned into 万元 exactly, sign included. */
  readonly value?: string;
  /** The figures that print it: the first character of each, in the document's lines. */
  readonly figures: readonly Position[];
  /** Unit of the figures where it is printed away from them (the head of a table): 万元, 元. */
  readonly unit?: string;
  readonly sign?: '+' | '-';
  readonly certainty: Certainty;
  readonly rank: Rank;
  /** Id of the sentence or table form that read it, for messages and tests. */
  readonly by: string;
}

/** A printed figure that states a value derived from cells, e.g. `share(expenditure/basic/final,expenditure/current/final)`. */
export interface DerivedSuggestion {
  readonly expression: string;
  readonly figure: Position;
  readonly unit?: string;
  readonly sign?: '+' | '-';
  readonly certainty: Certainty;
  readonly by: string;
}

/** A printed figure that states nothing of the department: row numbers, codes, years in titles. */
export interface IgnoredSuggestion {
  readonly figure: Position;
  readonly reason: keyof typeof IGNORED;
  readonly by: string;
}

/** A table of the report that the document says is empty or does not apply. */
export interface AbsentSuggestion {
  readonly table: string;
  readonly reason: 'not-applicable' | 'not-attached' | 'undisclosed';
  readonly note: string;
}

export interface Suggestions {
  readonly cells: readonly CellSuggestion[];
  readonly derived: readonly DerivedSuggestion[];
  readonly ignored: readonly IgnoredSuggestion[];
  readonly absent: readonly AbsentSuggestion[];
}

/** What a reader of documents may lean on besides the document itself. */
export interface SuggestContext {
  /** The fiscal year of the report. */
  readonly year: number;
  /** Classification codes and their names. */
  readonly reference: Reference;
}
