/** What a table declaration says; everything else about tables is derived from it. */
import { isNumeric, type Column } from './kinds.ts';

/** Parts that make up an item. They add up to the whole; parts in `optional` count as 0 when absent. */
export interface Partition {
  readonly parts: readonly string[];
  readonly optional?: readonly string[];
  /** Distinguishes the rule when an item has several partitions. */
  readonly id?: string;
}

export interface Item {
  readonly name: string;
  readonly partitions?: readonly Partition[];
}

export interface TableDeclaration {
  readonly id: string;
  /** Chinese title. */
  readonly title: string;
  /** What the table holds, in a sentence or two. */
  readonly about: string;
  /** What one row is. */
  readonly row: string;
  readonly columns: Readonly<Record<string, Column>>;
  /** Key columns, in order; their values joined with “.” are the item of a cell address. */
  readonly key: readonly string[];
  /** The item tree of a table whose `item` column is a closed list (plus the report's own items, named in `name`). */
  readonly items?: Readonly<Record<string, Item>>;
  /** The classification whose codes the `code` column holds, with words that may stand in place of a code. */
  readonly classification?: 'functional' | 'economic';
  /** Words in place of a code, or whole codes, that other codes of the same fund add up to. */
  readonly groups?: Readonly<Record<string, Partition>>;
  /** Sums inside one row: measure = sum of others. Measures not stated count as 0. */
  readonly across?: Readonly<Record<string, readonly string[]>>;
  /** Parts of one key: rows with the last key column filled add up to the row with it empty. */
  readonly sumOverLastKey?: boolean;
  /** The column with the Chinese label of a row, when not the item tree or classification gives it. */
  readonly label?: string;
  /** Columns that a page shows in small print under the label of a row. */
  readonly under?: readonly string[];
  /** Columns that serve the checks and that a page does not show. */
  readonly unseen?: readonly string[];
  /** The column by whose values a page splits the table into groups. */
  readonly groupBy?: string;
  /** The column that names the parent row (its key without the columns that follow), for rows that are a part of another. */
  readonly parent?: string;
}

export type Row = Readonly<Record<string, string>>;

export function defineTable<const T extends TableDeclaration>(table: T): T {
  for (const [id, item] of Object.entries(table.items ?? {})) {
    for (const part of item.partitions?.flatMap((partition) => partition.parts) ?? []) {
      if (!table.items?.[part]) throw new Error(`${table.id}: ${id} names the unknown part ${part}`);
    }
  }
  for (const name of table.key) if (!table.columns[name]) throw new Error(`${table.id}: unknown key column ${name}`);
  return table;
}

/** Names of the columns that hold quantities, in order. */
export function measures(table: TableDeclaration): string[] {
  return Object.keys(table.columns).filter((name) => isNumeric(table.columns[name]!));
}

/** Measures that stand on their own in figures.csv: not the upper end of another's range. */
export function primaryMeasures(table: TableDeclaration): string[] {
  const ends = new Set(Object.values(table.columns).map((column) => column.highFrom));
  return measures(table).filter((name) => !ends.has(name));
}

/** The item part of a row's cell addresses: key values joined with “.”, empty ones at the end left out. */
export function itemOf(table: TableDeclaration, row: Row): string {
  return table.key
    .map((name) => row[name] ?? '')
    .join('.')
    .replace(/\.+$/, '');
}

/** The Chinese name of a row, with its part or source of money where it has one. */
export function nameOf(table: TableDeclaration, row: Row): string {
  const item = row['item'] ?? '';
  const listed = table.items && Object.hasOwn(table.items, item) ? table.items[item]!.name : '';
  const name = (table.label && row[table.label]) || row['name'] || listed || itemOf(table, row);
  if (row['part']) return `${name}：${row['part']}`;
  const source = row['source'] && table.columns['source']?.values?.[row['source']];
  return source ? `${name}（${source}）` : name;
}

/** The unit of a row's measure, as printed or as fixed by the column. */
export function unitOf(table: TableDeclaration, row: Row, measure: string): string {
  const column = table.columns[measure]!;
  return column.unitFrom ? (row[column.unitFrom] ?? '') : (column.unit ?? '');
}
