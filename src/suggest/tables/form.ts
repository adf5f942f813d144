/** How a standard table is declared: the words of its title, heads and rows, and which cells they make together. */
import type { Certainty } from '../suggestion.ts';

/** What a head or a row label says. Those of row and column are put together. */
export interface Meaning {
  readonly table?: string;
  readonly item?: string;
  readonly measure?: string;
  /** The measure of an item that is counted (团组数, 车辆数), whatever the column. */
  readonly count?: string;
  readonly fund?: string;
  /** What the row's note says of this reading. */
  readonly note?: string;
  /** A detail that no table here holds. */
  readonly beyond?: true;
  /** A figure that the form leaves to the curator. */
  readonly skip?: true;
  /** An item that the table does not list, as the report's own: its printed name, and whose part it is. */
  readonly own?: { readonly name: string; readonly parent: string };
  /** How sure the reading of this label can be at best. */
  readonly certainty?: Certainty;
}

/** Words with what they mean. The first that match win. */
export interface Words {
  readonly words: RegExp;
  readonly means: Meaning;
  /** Only below a row with this item. */
  readonly after?: string;
}

export interface RowMeaning extends Meaning {
  /** A classification code, or `total`. */
  readonly code?: string;
  readonly name?: string;
}

/** A part of the table with label columns of its own: 收入 beside 支出, or one of several columns of codes. */
export interface Side {
  readonly id: string;
  /** Heads of its label column; sides without it take every part. */
  readonly head?: RegExp;
  readonly rows: readonly Words[];
  /** Rows are codes, or names of codes: 类 alone, or all levels. */
  readonly codes?: 'functional' | 'economic' | 'functional-classes' | 'either';
}

/** One cell that a figure states. */
export interface Target {
  readonly table: string;
  readonly key: Readonly<Record<string, string>>;
  readonly columns?: Readonly<Record<string, string>>;
  readonly measure: string;
}

export interface Form {
  readonly id: string;
  /** Words of the title, compared without spaces and quotation marks. */
  readonly title: RegExp;
  /** Words that tell a neighbour with a similar title. */
  readonly unlike?: RegExp;
  /** Each must be found in the heads of some column (joined by ›) for the form to be read. */
  readonly heads: readonly RegExp[];
  /** Labels of which some must be found where the title is missing; without them the form is never read by its heads alone. */
  readonly labels?: readonly RegExp[];
  /** Meaning of a column by its heads joined by ›: of each list the first words that match count. */
  readonly columns: readonly (readonly Words[])[];
  readonly sides: readonly Side[];
  /** Items may stand in the heads, and measures in the rows; what a total over all items is then. */
  readonly turned?: { readonly total?: Meaning };
  /** Words below the table that change what a column means. */
  readonly notes?: readonly { readonly words: RegExp; readonly from: string; readonly to: string }[];
  /** The table that lacks altogether when this one is empty. */
  readonly whole?: string;
  /** The cells that a figure states, or `beyond` when it is a detail that no table here holds. */
  states(row: RowMeaning, column: Meaning, side: Side): readonly Target[] | 'beyond';
  /** Cells of the same table that a figure adds up. */
  adds?(row: RowMeaning, column: Meaning, side: Side): readonly Target[];
}

/** A cell of a table whose key is its item. */
export const itemCell = (table: string, item: string, measure: string, own?: Meaning['own']): Target => ({
  table,
  key: { item },
  ...(own ? { columns: { ...own } } : {}),
  measure,
});

/** A cell of a functional or economic code of one fund. */
export const fundCell = (table: string, fund: string, { code, name }: RowMeaning, measure: string): Target => ({
  table,
  key: { fund, code: code! },
  columns: { name: name! },
  measure,
});
