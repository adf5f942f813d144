/** The tables of two states of a report, row by row: cells, texts, and rows whose key alone changed. */
import { convert } from '../figures/units.ts';
import type { Cell } from '../load/cells.ts';
import type { CsvRow } from '../load/csv.ts';
import type { Report } from '../load/report.ts';
import { TABLES } from '../tables/index.ts';
import { itemOf, measures, nameOf, type TableDeclaration } from '../tables/table.ts';
import type { CellChange, TextChange } from './difference.ts';
import { order } from './texts.ts';

/** A row with its item, on the sides that have it. */
interface Pair {
  readonly table: TableDeclaration;
  readonly before?: CsvRow;
  readonly after?: CsvRow;
}

export interface RowChanges {
  readonly cells: CellChange[];
  readonly texts: TextChange[];
  /** `table/item` before → after. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}

/** Whether a table is there but cannot be read at all: then nothing is said of it. */
export const isHidden = (report: Report | undefined, table: string): boolean =>
  report !== undefined && report.faulty.has(table) && !report.tables.has(table);

/** Compares all tables. A side that is undefined has none. */
export function compareRows(before: Report | undefined, after: Report | undefined): RowChanges {
  const pairs = TABLES.filter(({ id }) => !isHidden(before, id) && !isHidden(after, id)).flatMap((table) =>
    pairRows(table, before?.tables.get(table.id)?.rows ?? [], after?.tables.get(table.id)?.rows ?? []),
  );
  const renamed = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { table, before: old, after: now } of pairs) {
    if (!old || !now || itemOf(table, old.values) === itemOf(table, now.values)) continue;
    const key = `${table.id}/${itemOf(table, old.values)}`;
    renamed.set(key, `${table.id}/${itemOf(table, now.values)}`);
    names.set(key, nameOf(table, now.values));
  }
  return {
    cells: pairs.flatMap((pair) => cellChanges(pair, before, after)),
    texts: pairs.flatMap(textChanges),
    renamed,
    names,
  };
}

function pairRows(table: TableDeclaration, old: readonly CsvRow[], now: readonly CsvRow[]): Pair[] {
  const byItem = (rows: readonly CsvRow[]) => new Map(rows.map((row) => [itemOf(table, row.values), row]));
  const [before, after] = [byItem(old), byItem(now)];
  const gone = old.filter((row) => !after.has(itemOf(table, row.values)));
  const come = now.filter((row) => !before.has(itemOf(table, row.values)));
  const moved = new Map<CsvRow, CsvRow>();
  const twins = Map.groupBy(come, (row) => contentOf(table, row));
  for (const [content, rivals] of Map.groupBy(gone, (row) => contentOf(table, row))) {
    const twin = twins.get(content);
    if (content !== '' && twin?.length === 1 && rivals.length === 1) moved.set(rivals[0]!, twin[0]!);
  }
  const taken = new Set(moved.values());
  const pairs: Pair[] = [
    ...now
      .filter((row) => !taken.has(row))
      .map((row) => ({ table, before: before.get(itemOf(table, row.values)), after: row })),
    ...gone.map((row) => ({ table, before: row, after: moved.get(row) })),
  ].map(({ before, after, ...rest }) => ({ ...rest, ...(before && { before }), ...(after && { after }) }));
  return pairs.sort((a, b) => rank(a) - rank(b) || order(itemIn(a), itemIn(b)));
}

const itemIn = ({ table, before, after }: Pair) => itemOf(table, (after ?? before)!.values);

/** Place of a row in the declared item tree; the report's own items come after, by key. */
function rank(pair: Pair): number {
  const index = Object.keys(pair.table.items ?? {}).indexOf(itemIn(pair));
  return index < 0 ? Number.MAX_SAFE_INTEGER : index;
}

/**
 * Everything that a row says except the keys that its curator chose: two rows with the same content are the same row
 * under another key. Empty when the row has no such key (a declared item, a code) or states no number.
 */
function contentOf(table: TableDeclaration, { values }: CsvRow): string {
  const chosen = table.key.filter(
    (name) => table.columns[name]!.kind === 'key' && !Object.hasOwn(table.items ?? {}, values[name] ?? ''),
  );
  if (chosen.length === 0 || measures(table).every((name) => (values[name] ?? '') === '')) return '';
  return JSON.stringify(
    Object.keys(table.columns)
      .filter((name) => !chosen.includes(name))
      .map((name) => values[name] ?? ''),
  );
}

function cellChanges({ table, before, after }: Pair, old?: Report, now?: Report): CellChange[] {
  const address = (row: CsvRow | undefined, measure: string) =>
    row ? `${table.id}/${itemOf(table, row.values)}/${measure}` : '';
  return measures(table).flatMap((measure) =>
    compareCells(old?.cells.get(address(before, measure)), now?.cells.get(address(after, measure))),
  );
}

/** The change of one cell; none where both sides say the same. */
export function compareCells(before: Cell | undefined, after: Cell | undefined): CellChange[] {
  const cell = after ?? before;
  if (!cell || (before && after && before.text === after.text && before.unit === after.unit)) return [];
  const was = before && after ? convert(before.value, before.unit, after.unit) : undefined;
  return [
    {
      address: cell.address,
      name: `${cell.name} · ${cell.measureName}`,
      unit: cell.unit,
      ...(before && { before: before.text }),
      ...(after && { after: after.text }),
      ...(before && after && before.unit !== after.unit && { unitBefore: before.unit }),
      ...(was && { difference: after!.value.minus(was).toFixed() }),
    },
  ];
}

/** Names, notes, operators, words in place of numbers. Of a row on one side only: where it states no number. */
function textChanges({ table, before, after }: Pair): TextChange[] {
  const numbers = measures(table);
  const row = (after ?? before)!;
  if ((!before || !after) && numbers.some((name) => (row.values[name] ?? '') !== '')) return [];
  return Object.entries(table.columns)
    .filter(([name]) => !numbers.includes(name) && !table.key.includes(name))
    .map(([name, column]) => ({
      place: `${table.title} · ${nameOf(table, row.values)} · ${column.name}`,
      before: before?.values[name] ?? '',
      after: after?.values[name] ?? '',
    }))
    .filter((change) => change.before !== change.after);
}
