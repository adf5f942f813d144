/** Parquet of a dataset: typed columns, decimals exact, for DuckDB, pandas, R and the like. */
import { parquetWriteBuffer } from 'hyparquet-writer';
import { LONGEST, type Column } from '../tables/kinds.ts';
import type { Record_ } from './csv.ts';
import type { Dataset } from './dataset.ts';

/** Every decimal that a kind of column allows fits: DECIMAL(23,8), which needs 10 bytes. */
const DECIMAL = { precision: LONGEST.integers + LONGEST.decimals, scale: LONGEST.decimals, bytes: 10 } as const;

type Schema = NonNullable<Parameters<typeof parquetWriteBuffer>[0]['schema']>[number];
type Value = string | number | bigint | null;

interface Type {
  /** How Parquet stores it (parquet-format, LogicalTypes.md). */
  readonly element: Omit<Schema, 'name'>;
  /** The stored value of a text that is not empty; undefined when the type cannot hold it. */
  readonly read: (text: string) => Value | undefined;
}

const decimal: Type = {
  element: {
    type: 'FIXED_LEN_BYTE_ARRAY',
    type_length: DECIMAL.bytes,
    converted_type: 'DECIMAL',
    precision: DECIMAL.precision,
    scale: DECIMAL.scale,
  },
  read: unscaled,
};
const whole: Type = {
  element: { type: 'INT64' },
  read: (text) => (/^-?[0-9]{1,18}$/.test(text) ? BigInt(text) : undefined),
};
const small: Type = {
  element: { type: 'INT32' },
  read: (text) => (/^-?[0-9]{1,9}$/.test(text) ? Number(text) : undefined),
};
const words: Type = { element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, read: (text) => text };

const TYPES: Readonly<Record<Column['kind'], Type>> = {
  amount: decimal,
  percent: decimal,
  number: decimal,
  count: whole,
  year: small,
  operator: words,
  text: words,
  code: words,
  date: words,
  enum: words,
  key: words,
};

/**
 * The unscaled whole number of a decimal text: `-0.47` → -47000000n. Nothing is rounded and nothing becomes a float.
 * @returns undefined when the text is no decimal, or has more digits than DECIMAL(23,8) holds
 */
export function unscaled(text: string): bigint | undefined {
  const match = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, integers, decimals = ''] = match;
  if (decimals.length > DECIMAL.scale) return undefined;
  const value = BigInt(`${integers}${decimals.padEnd(DECIMAL.scale, '0')}`);
  if (value >= 10n ** BigInt(DECIMAL.precision)) return undefined;
  return sign ? -value : value;
}

/**
 * A dataset as Parquet: amounts, percentages and numbers as DECIMAL(23,8), counts as INT64, years as INT32, all else as
 * UTF-8 strings; an empty field is null. The types come from the declarations of the columns alone, so that they are the
 * same whatever the data.
 * @param facts key-value metadata of the file, such as the data version
 * @throws with a Chinese sentence when a number does not fit its type exactly
 */
export function toParquet({ table, rows }: Dataset, facts: Readonly<Record<string, string>>): Uint8Array {
  const columns = Object.entries(table.columns);
  const schema: Schema[] = [
    { name: table.id, num_children: columns.length },
    ...columns.map(([name, { kind }]): Schema => ({ ...TYPES[kind].element, name, repetition_type: 'OPTIONAL' })),
  ];
  const columnData = columns.map(([name, { kind }]) => ({
    name,
    data: rows.map((row, index) => {
      const text = row[name] ?? '';
      const value = text === '' ? null : TYPES[kind].read(text);
      if (value === undefined) throw new Error(misfit({ table, rows }, name, row, index));
      return value;
    }),
  }));
  const kvMetadata = Object.entries({ table: table.id, title: table.title, about: table.about, ...facts }).map(
    ([key, value]) => ({ key, value }),
  );
  return new Uint8Array(parquetWriteBuffer({ columnData, schema, kvMetadata, createdBy: 'mingzhang' }));
}

function misfit({ table }: Dataset, name: string, row: Record_, index: number): string {
  const column = table.columns[name]!;
  const { type, precision } = TYPES[column.kind].element;
  const shape = precision
    ? `DECIMAL(${precision},${DECIMAL.scale})（最多 ${LONGEST.integers} 位整数、${LONGEST.decimals} 位小数）`
    : `${type}（整数）`;
  const where = table.key.map((part) => row[part] ?? '').join(' ');
  return `表 ${table.id}（${table.title}）第 ${index + 1} 行（${where}）的“${column.name}”（${name}）是 ${row[name]}，不能原样写成 Parquet 的 ${shape}；程序不替它舍入，请核对这个数`;
}
