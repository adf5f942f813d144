import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/derive/dataset.ts';
import { toParquet, unscaled } from '../../src/derive/parquet.ts';
import { amount, count, key, LONGEST, number, percent, text, year, type Column } from '../../src/tables/kinds.ts';
import { defineTable } from '../../src/tables/table.ts';
import { openDatabase, quoted, type Answer, type Database } from './duckdb.ts';

const table = defineTable({
  id: 'sample',
  title: '样表',
  about: '各种列。',
  row: '一行',
  key: ['item'],
  columns: {
    item: key('项目', '标识'),
    year: year('年度', '财政年度'),
    money: amount('金额', '万元'),
    share: percent('占比', '百分数'),
    size: number('数值', '数'),
    people: count('人数', '人'),
    note: text('备注', '说明'),
  },
});
const sample = (rows: Dataset['rows']): Dataset => ({ table, rows });

describe('unscaled', () => {
  test.each([
    ['0', 0n],
    ['-0.47', -47_000_000n],
    ['715.87', 71_587_000_000n],
    ['0.00000001', 1n],
    ['-0.00000001', -1n],
    ['999999999999999.99999999', 99_999_999_999_999_999_999_999n],
    ['0.000000001', undefined],
    ['1000000000000000', undefined],
    ['1e3', undefined],
    ['1,000', undefined],
    ['', undefined],
  ])('%s → %s', (value, expected) => expect(unscaled(value)).toBe(expected));

  test('takes the longest number that a kind allows, and no kind allows a longer one', () => {
    const longest = `-${'9'.repeat(LONGEST.integers)}.${'9'.repeat(LONGEST.decimals)}`;
    const allowed = (column: Column, value: string) => column.schema.safeParse(value).success;
    for (const kind of [amount, percent, number]) {
      const column = kind('数', '数');
      expect(allowed(column, longest)).toBe(true);
      expect(allowed(column, `9${longest.slice(1)}`)).toBe(false);
      expect(allowed(column, `${longest}9`)).toBe(false);
    }
    expect(unscaled(longest)).toBe(-(10n ** BigInt(LONGEST.integers + LONGEST.decimals) - 1n));
  });
});

describe('what DuckDB reads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-parquet-'));
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
  });
  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  let written = 0;
  const read = async (rows: Dataset['rows'], select: string): Promise<Answer> => {
    // A new name each time: DuckDB keeps what it read of a file, and may not see one rewritten within a clock tick.
    const path = join(folder, `sample-${(written += 1)}.parquet`);
    writeFileSync(path, toParquet(sample(rows), { version: '0123456789ab' }));
    return database.ask(select.replace('FILE', quoted(path)));
  };

  test('types come from the declarations, also without any row', async () => {
    const types = await read([], 'SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM FILE)');
    expect(Object.fromEntries(types.map((row) => [row['column_name'], row['column_type']]))).toEqual({
      item: 'VARCHAR',
      year: 'INTEGER',
      money: 'DECIMAL(23,8)',
      share: 'DECIMAL(23,8)',
      size: 'DECIMAL(23,8)',
      people: 'BIGINT',
      note: 'VARCHAR',
    });
    expect(await read([], 'SELECT count(*) AS n FROM FILE')).toEqual([{ n: '0' }]);
  });

  test('an empty field is null, zero is zero, text stays text', async () => {
    const rows: Dataset['rows'] = [
      { item: 'a', year: '2022', money: '0', people: '0', note: '0012' },
      { item: '乙', money: '', share: '-98.81', people: '999999999999', note: '=1+1' },
    ];
    expect(await read(rows, 'SELECT * FROM FILE')).toEqual([
      { item: 'a', year: '2022', money: '0.00000000', share: null, size: null, people: '0', note: '0012' },
      {
        item: '乙',
        year: null,
        money: null,
        share: '-98.81000000',
        size: null,
        people: '999999999999',
        note: '=1+1',
      },
    ]);
  });

  test('the file says what it is', async () => {
    const facts = await read([], 'SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata(FILE)');
    expect(Object.fromEntries(facts.map((row) => [row['key'], row['value']]))).toEqual({
      table: 'sample',
      title: '样表',
      about: '各种列。',
      version: '0123456789ab',
    });
  });

  test('law: every decimal comes back exactly, and is found by comparison', async () => {
    const digits = (max: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: max }).map((list) => list.join(''));
    const decimals = fc
      .tuple(fc.boolean(), digits(LONGEST.integers), fc.option(digits(LONGEST.decimals)))
      .map(([minus, whole, part]) => `${minus ? '-' : ''}${BigInt(whole)}${part === null ? '' : `.${part}`}`);
    const one = fc.array(decimals, { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(one, async (values) => {
        const rows = values.map((money, index) => ({ item: `r${index}`, money, note: money }));
        const wrong = `SELECT item, money, note FROM FILE WHERE money IS NULL OR money <> note::DECIMAL(23,8)`;
        expect(await read(rows, wrong)).toEqual([]);
        const low = values.reduce((least, value) => (unscaled(value)! < unscaled(least)! ? value : least));
        const found = `SELECT count(*) > 0 AS found FROM FILE WHERE money = '${low}'::DECIMAL(23,8) AND money <= '${low}'::DECIMAL(23,8)`;
        expect(await read(rows, found)).toEqual([{ found: 'true' }]);
      }),
      { numRuns: 40 },
    );
  });

  test('the same rows give the same bytes', () => {
    const rows = [{ item: 'a', money: '1.5', note: '甲' }];
    expect(toParquet(sample(rows), {})).toEqual(toParquet(sample(rows), {}));
  });
});

describe('a number that does not fit stops the build', () => {
  test.each([
    [
      'money',
      '0.123456789',
      '表 sample（样表）第 2 行（b）的“金额”（money）是 0.123456789，不能原样写成 Parquet 的 DECIMAL(23,8)（最多 15 位整数、8 位小数）；程序不替它舍入，请核对这个数',
    ],
    [
      'size',
      '1234567890123456',
      '表 sample（样表）第 2 行（b）的“数值”（size）是 1234567890123456，不能原样写成 Parquet 的 DECIMAL(23,8)（最多 15 位整数、8 位小数）；程序不替它舍入，请核对这个数',
    ],
    [
      'people',
      '1.5',
      '表 sample（样表）第 2 行（b）的“人数”（people）是 1.5，不能原样写成 Parquet 的 INT64（整数）；程序不替它舍入，请核对这个数',
    ],
    [
      'year',
      '二〇二二',
      '表 sample（样表）第 2 行（b）的“年度”（year）是 二〇二二，不能原样写成 Parquet 的 INT32（整数）；程序不替它舍入，请核对这个数',
    ],
  ])('%s %s', (name, value, message) =>
    expect(() => toParquet(sample([{ item: 'a' }, { item: 'b', [name]: value }]), {})).toThrow(new Error(message)),
  );
});
