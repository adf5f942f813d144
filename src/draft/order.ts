/** The order of rows in a table that the program fills: as declared, by code, or as the document has them. */
import type { Row, TableDeclaration } from '../tables/table.ts';

/** Sort keys of a row, compared in turn; undefined for tables whose rows stay in document order. */
export function rowOrder(table: TableDeclaration): ((row: Row) => readonly (number | string)[]) | undefined {
  if (table.items && table.key.length === 1) {
    const listed = Object.keys(table.items);
    const place = (item: string) => (listed.includes(item) ? listed.indexOf(item) : listed.length);
    // The report's own item follows the item that it is a part of.
    return (row) => {
      const item = row['item'] ?? '';
      const own = !listed.includes(item);
      return [own && row['parent'] ? place(row['parent']) : place(item), own ? 1 : 0];
    };
  }
  if (table.classification) {
    const funds = Object.keys(table.columns['fund']?.values ?? {});
    const words = ['total', ...Object.keys(table.groups ?? {})];
    return (row) => {
      const code = row['code'] ?? '';
      const word = words.indexOf(code);
      return [funds.indexOf(row['fund'] ?? ''), word < 0 ? words.length : word, code];
    };
  }
  return undefined;
}

/** Rows in the order of their table; rows of equal standing stay as they are. */
export function inRowOrder<T extends { readonly values: Row }>(table: TableDeclaration, rows: readonly T[]): T[] {
  const order = rowOrder(table);
  return order ? rows.toSorted((a, b) => compareKeys(order(a.values), order(b.values))) : [...rows];
}

export function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const index = a.findIndex((part, position) => part !== b[position]);
  return index < 0 ? 0 : a[index]! < b[index]! ? -1 : 1;
}
