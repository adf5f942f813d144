/** An independent client of the downloads: DuckDB reads the CSV and the Parquet files and finds the same in both. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { datasets } from '../../src/derive/downloads.ts';
import { loadSite } from '../../src/site/site.ts';
import { TABLES } from '../../src/tables/index.ts';
import type { KindName } from '../../src/tables/kinds.ts';
import { openDatabase, quoted, type Database } from '../unit/duckdb.ts';
import { builtSite, filesBelow } from './pages.ts';

/** The type that each kind of column must have, said once more and apart from the writer. */
const TYPES: Readonly<Partial<Record<KindName, string>>> = {
  amount: 'DECIMAL(23,8)',
  percent: 'DECIMAL(23,8)',
  number: 'DECIMAL(23,8)',
  count: 'BIGINT',
  year: 'INTEGER',
};

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

describe.each([
  ['MINGZHANG_SITE', 'data'],
  ['MINGZHANG_SITE_ODD', 'tests/fixtures/odd/data'],
] as const)('%s', (variable, data) => {
  const folder = join(builtSite(variable), 'data/all');
  const tables = datasets(loadSite(data)).map(({ table }) => table);
  const csv = (id: string) => readCsv(join(folder, `${id}.csv`));
  const parquet = (id: string) => `read_parquet(${quoted(join(folder, `${id}.parquet`))})`;
  const described = async (source: string) =>
    (await database.ask(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${source})`)).map(
      (row) => [row['column_name']!, row['column_type']!] as const,
    );

  test('every machine CSV has its Parquet', () => {
    const ids = tables.map(({ id }) => id).sort();
    expect(ids.length).toBe(TABLES.length + 4);
    const named = (ending: string) =>
      filesBelow(folder)
        .filter((file) => file.endsWith(ending) && !file.endsWith(`.excel${ending}`))
        .map((file) => file.slice(0, -ending.length));
    expect(named('.parquet').sort()).toEqual(ids);
    expect(named('.csv').sort()).toEqual(ids);
  });

  test.each(tables.map((table) => [table.id, table] as const))('%s: the same columns, typed', async (id, table) => {
    const columns = await described(parquet(id));
    expect(columns.map(([name]) => name)).toEqual((await described(csv(id))).map(([name]) => name));
    const declared = Object.entries(table.columns).map(([name, { kind }]) => [name, TYPES[kind] ?? 'VARCHAR']);
    expect(columns).toEqual(declared);
  });

  test.each(tables.map(({ id }) => id))('%s: the same rows, every field', async (id) => {
    const columns = await described(parquet(id));
    const typed = columns.map(([name, type]) => `"${name}"::${type} AS "${name}"`).join(', ');
    const numbered = (select: string, source: string) =>
      `SELECT row_number() OVER () AS line, ${select} FROM ${source}`;
    const [left, right] = [numbered(typed, csv(id)), numbered('*', parquet(id))];
    const count = async (source: string) => (await database.ask(`SELECT count(*) AS n FROM ${source}`))[0]!['n'];
    expect(await count(parquet(id))).toBe(await count(csv(id)));
    expect(await database.ask(`(${left}) EXCEPT (${right})`)).toEqual([]);
    expect(await database.ask(`(${right}) EXCEPT (${left})`)).toEqual([]);
  });

  test.each(tables.map(({ id }) => id))('%s: the same sum of every number, exactly', async (id) => {
    const numeric = (await described(parquet(id))).filter(([, type]) => type !== 'VARCHAR');
    const sums = (source: string) =>
      database.ask(
        `SELECT ${numeric.map(([name]) => `sum("${name}"::DECIMAL(38,8)) AS "${name}"`).join(', ')} FROM ${source}`,
      );
    expect(numeric.length).toBeGreaterThan(0);
    expect(await sums(parquet(id))).toEqual(await sums(csv(id)));
  });

  // Every other CSV of the site says again what a file over all reports says: the same count, the same sums.
  const paths = filesBelow(join(builtSite(variable), 'data')).filter((path) => path.endsWith('.csv'));
  const source = (path: string) => readCsv(join(builtSite(variable), 'data', path));
  /** The rows of the file over all reports that a report's own file repeats. */
  const part = ({ department, year, table, ledger }: Place) =>
    `(SELECT * FROM ${csv(table)} WHERE department = ${quoted(department)} AND year = ${quoted(year)}${ledger ? ` AND source = ${quoted(ledger)}` : ''})`;
  const numericOf = async (table: string) =>
    (await described(parquet(table))).filter(([, type]) => type !== 'VARCHAR').map(([name]) => name);
  const measured = async (from: string, columns: readonly string[]) => {
    // Figures of a ledger stand as they are printed, some with separators.
    const number = (name: string) => (name === 'printed' ? `replace(printed, ',', '')` : `"${name}"`);
    const sums = columns.map((name) => `, sum(${number(name)}::DECIMAL(38,8)) AS "${name}"`).join('');
    return (await database.ask(`SELECT count(*) AS "rows"${sums} FROM ${from}`))[0]!;
  };
  const twins = paths.filter((path) => path.endsWith('.excel.csv'));
  const own = paths.filter((path) => !path.endsWith('.excel.csv') && !path.startsWith('all/'));

  test('no CSV is left out', () => {
    const merged = tables.map(({ id }) => `all/${id}.csv`);
    expect([...merged, ...own, ...twins].toSorted()).toEqual(paths.toSorted());
    expect(own.filter((path) => !split.includes(placeOf(path)?.table ?? ''))).toEqual([]);
    // Ledgers are no tables for spreadsheets: the workbook holds them.
    const alone = own.filter((path) => !path.includes('/ledger/'));
    expect(twins).toEqual([...merged, ...alone].map((path) => path.replace(/csv$/, 'excel.csv')).toSorted());
  });

  test.each(own)('%s: as many rows and the same sums as its part of the whole', async (path) => {
    const place = placeOf(path)!;
    const names = (await described(source(path))).map(([name]) => name);
    const figures = [...(await numericOf(place.table)), ...(place.ledger ? ['printed'] : [])];
    const numeric = figures.filter((name) => names.includes(name));
    expect(await measured(source(path), numeric)).toEqual(await measured(part(place), numeric));
  });

  // Figures and relations are made of the other tables, and have no file of a report.
  const split = tables.map(({ id }) => id).filter((id) => !['figures', 'relations'].includes(id));
  test.each(split)('%s: every row is in the file of its report', async (id) => {
    const files = own.filter((path) => placeOf(path)!.table === id);
    const all = await database.ask(
      `SELECT department, year, count(*) AS n FROM ${csv(id)} GROUP BY ALL ORDER BY department, year`,
    );
    const counts = new Map<string, number>();
    for (const path of files) {
      const { department, year } = placeOf(path)!;
      const rows = Number((await measured(source(path), []))['rows']);
      counts.set(`${department} ${year}`, (counts.get(`${department} ${year}`) ?? 0) + rows);
    }
    const filled = [...counts].filter(([, rows]) => rows > 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
    expect(all.map(({ department, year, n }) => [`${department} ${year}`, Number(n)])).toEqual(filled);
  });

  test.each(twins)('%s: every column, as many rows, the same keys and sums as the machine file', async (path) => {
    const machine = source(path.replace('.excel.csv', '.csv'));
    const names = (await described(machine)).map(([name]) => name);
    const id = placeOf(path.replace('.excel.csv', '.csv'))?.table ?? /^all\/([^.]+)/.exec(path)![1]!;
    const table = tables.find((one) => one.id === id)!;
    const heads = (await described(source(path))).map(([head]) => head);
    const headOf = (name: string) => {
      const { name: title, unit } = table.columns[name]!;
      return unit ? `${title}（${unit}）` : title;
    };
    expect(names.map(headOf).filter((head) => !heads.includes(head))).toEqual([]);
    const twin = `(SELECT ${names.map((name) => `"${headOf(name)}" AS "${name}"`).join(', ')} FROM ${source(path)})`;
    const numeric = (await numericOf(id)).filter((name) => names.includes(name));
    expect(await measured(twin, numeric)).toEqual(await measured(machine, numeric));
    // Keys stay as they are, so that rows can be joined; choices among them are written in Chinese.
    const keys = table.key.filter((name) => names.includes(name) && !table.columns[name]!.values);
    expect(keys.length).toBeGreaterThan(0);
    const keysOf = (from: string) => `SELECT ${keys.map((name) => `"${name}"`).join(', ')} FROM ${from}`;
    expect(await database.ask(`${keysOf(machine)} EXCEPT ALL ${keysOf(twin)}`)).toEqual([]);
  });
});

/** Which part of which table a report's own file holds. */
interface Place {
  readonly department: string;
  readonly year: string;
  readonly table: string;
  /** The source, when the file is a ledger. */
  readonly ledger?: string;
}

/** @param path `510811-xzspj/2022/ledger/accounts.csv`, below data/ */
function placeOf(path: string): Place | undefined {
  const found = /^([^/]+)\/(\d{4})\/(?:ledger\/([^/.]+)|([^/.]+))\.csv$/.exec(path);
  if (!found) return undefined;
  const [, department, year, ledger, table] = found as unknown as [string, string, string, string?, string?];
  return { department, year, table: table ?? 'ledger', ...(ledger && { ledger }) };
}

/** A CSV file as texts. */
function readCsv(file: string): string {
  return `read_csv(${quoted(file)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', nullstr = '')`;
}

test('a known amount is found by its exact value', async () => {
  const file = quoted(join(builtSite('MINGZHANG_SITE'), 'data/all/expenditure.parquet'));
  const rows = await database.ask(
    `SELECT department, year, item FROM ${file} WHERE final = 457.27::DECIMAL(23,8) AND department = '510811-xzspj'`,
  );
  expect(rows).toEqual([{ department: '510811-xzspj', year: '2022', item: 'basic' }]);
});

describe('README', () => {
  const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');
  const queries = [...readme.matchAll(/```sql\n([^]*?)```/g)].map((match) => match[1]!);

  test('its query runs on the built site and answers for every department and year with spending', async () => {
    expect(queries).toHaveLength(1);
    const spending = loadSite('data').departments.flatMap(({ reports }) =>
      reports.filter(({ report }) => report.cells.get('expenditure/current/final')?.value.gt(0)),
    );
    await database.ask(`SET file_search_path = ${quoted(builtSite('MINGZHANG_SITE'))}`);
    const rows = await database.ask(queries[0]!);
    expect(rows.map((row) => `${row['部门']} ${row['年度']}`)).toEqual(
      spending.map(({ report }) => `${report.department} ${report.year}`),
    );
    expect(rows).toContainEqual({
      部门: '510811-xzspj',
      年度: '2022',
      本年支出: '715.87000000',
      三公经费: '1.38000000',
      '占比（%）': '0.193',
    });
  });
});
