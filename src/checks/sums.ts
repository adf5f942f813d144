/** Sums that must hold inside a table: item trees, code prefixes, parts of a row, parts of a key. */
import type { Cell } from '../load/cells.ts';
import type { CsvTable } from '../load/csv.ts';
import { money } from '../tables/columns.ts';
import { measures, type Partition } from '../tables/table.ts';
import { compare, type Context, type Evaluation } from './relation.ts';

/** whole = Σ parts, as cells. `missing`: a part that must be stated is not. `open`: parts that may be are not stated. */
interface Sum {
  readonly rule: string;
  readonly whole: Cell;
  readonly parts: readonly Cell[];
  readonly missing: boolean;
  readonly open?: boolean;
}

/** Evaluates every sum of a report. */
export function checkSums(context: Context): Evaluation[] {
  const { report } = context;
  return [...report.tables.values()]
    .filter(({ table }) => !report.faulty.has(table.id))
    .flatMap((csv) => sumsOf(csv, report.cells))
    .map((sum) => {
      const { rule, whole, parts, missing } = sum;
      const relation = { rule, left: [whole], right: parts, sign: '=', missing } as const;
      const result = compare(context, relation);
      return result.relation.result === 'differs' && mayBeRest(sum)
        ? compare(context, { ...relation, missing: true })
        : result;
    });
}

/**
 * Whether what is not printed may be the rest of the whole: one part of several is stated, and it is less. A narrative often
 * gives the total and the year's income without the carry-over between them. A change may be the rest in either direction.
 */
function mayBeRest({ whole, parts, open }: Sum): boolean {
  return open === true && parts.length === 1 && (whole.measure === 'change' || parts[0]!.value.lt(whole.value));
}

function sumsOf(csv: CsvTable, cells: ReadonlyMap<string, Cell>): Sum[] {
  const { table } = csv;
  const rule = `SUM-${table.id.toUpperCase()}`;
  const additive = measures(table).filter((name) => ['amount', 'count'].includes(table.columns[name]!.kind));
  const cell = (item: string, measure: string) => cells.get(`${table.id}/${item}/${measure}`);
  const sums: Sum[] = [];
  // Of a part that prints what was spent, and not what was budgeted or how much it grew, that is unknown and not zero.
  const silent = (item: string, measure: string) =>
    Object.hasOwn(money, measure) && cell(item, 'final') !== undefined && !cell(item, measure);
  const add = (
    name: string,
    item: string,
    measure: string,
    parts: readonly (Cell | undefined)[],
    missing: boolean,
    open = false,
  ) => {
    const whole = cell(item, measure);
    const stated = parts.filter((part) => part !== undefined);
    if (whole && stated.length > 0) sums.push({ rule: name, whole, parts: stated, missing, open });
  };
  const byPartition = (item: string, partition: Partition, prefix: string) => {
    for (const measure of additive) {
      const parts = partition.parts.map((part) => cell(prefix + part, measure));
      const missing = partition.parts.some(
        (part, index) => !parts[index] && (!partition.optional?.includes(part) || silent(prefix + part, measure)),
      );
      add(partition.id ? `${rule}-${partition.id}` : rule, item, measure, parts, missing, partition.parts.length > 1);
    }
  };

  for (const [item, { partitions = [] }] of Object.entries(table.items ?? {})) {
    for (const partition of partitions) byPartition(item, partition, '');
  }
  if (table.classification) {
    const items = [...new Set(csv.rows.map((row) => prefixOf(csv, row.values)))];
    for (const prefix of items) {
      const codes = csv.rows.filter((row) => prefixOf(csv, row.values) === prefix).map((row) => row.values['code']!);
      for (const [item, partition] of Object.entries(table.groups ?? {})) byPartition(prefix + item, partition, prefix);
      for (const measure of additive) {
        const stated = codes.filter((code) => cell(prefix + code, measure));
        for (const code of stated) {
          const children = stated.filter((other) => parentOf(other, stated) === code);
          const missing = codes.some(
            (other) =>
              silent(prefix + other, measure) &&
              parentOf(other, stated) === code &&
              !stated.some((below) => below.startsWith(other)),
          );
          add(
            rule,
            prefix + code,
            measure,
            children.map((child) => cell(prefix + child, measure)),
            missing,
          );
        }
      }
    }
  }
  for (const [measure, parts] of Object.entries(table.across ?? {})) {
    for (const whole of cells.values()) {
      if (whole.table !== table.id || whole.measure !== measure) continue;
      add(
        `${rule}-ROW`,
        whole.item,
        measure,
        parts.map((part) => cell(whole.item, part)),
        false,
      );
    }
  }
  if (table.sumOverLastKey) {
    const last = table.key.at(-1)!;
    for (const row of csv.rows.filter(({ values }) => !values[last])) {
      const item = row.values[table.key[0]!]!;
      const parts = csv.rows
        .filter(({ values }) => values[last] && values[table.key[0]!] === item)
        .map(({ values }) => `${item}.${values[last]}`);
      for (const measure of additive)
        add(
          rule,
          item,
          measure,
          parts.map((part) => cell(part, measure)),
          false,
        );
    }
  }
  return sums;
}

/** The fund part of a code's cell address, with its dot; empty for tables without funds. */
function prefixOf(csv: CsvTable, row: Readonly<Record<string, string>>): string {
  return csv.table.key.length > 1 ? `${row[csv.table.key[0]!]}.` : '';
}

/** The nearest code above one, among those stated: its longest proper prefix, else the total. */
function parentOf(code: string, codes: readonly string[]): string | undefined {
  if (!/^[0-9]+$/.test(code)) return undefined;
  const above = codes.filter((other) => other !== code && code.startsWith(other)).sort((a, b) => b.length - a.length);
  return above[0] ?? (codes.includes('total') ? 'total' : undefined);
}
