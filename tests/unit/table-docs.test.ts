import { describe, expect, test } from 'vitest';
import { datasets } from '../../src/derive/downloads.ts';
import { repositoryAddress } from '../../src/site/settings.ts';
import { loadSite, reportsOf } from '../../src/site/site.ts';
import { TABLES } from '../../src/tables/index.ts';
import { KIND_TEXTS, tableDocs } from '../../src/views/table-docs.ts';
import { caseFiles, checkFiles } from './data-tree.ts';

const site = loadSite('data');
const sources = datasets(site);
const docs = tableDocs(site, sources);
const doc = (id: string) => docs.find((one) => one.id === id)!;
const rules = (id: string) => doc(id).rules.map((rule) => rule.id);

describe('every table and every column is documented', () => {
  test('curated tables first, in the order of the declarations, then the others', () => {
    const ids = TABLES.map(({ id }) => id);
    expect(docs.filter(({ curated }) => curated).map(({ id }) => id)).toEqual(ids);
    expect(docs.map(({ id }) => id).sort()).toEqual(sources.map(({ table }) => table.id).sort());
  });

  test.each(sources.map((source) => [source.table.id, source] as const))('%s', (id, { table }) => {
    const { columns, added, key, about, title, row } = doc(id);
    expect([...added, ...columns].map((column) => column.id)).toEqual(Object.keys(table.columns));
    for (const text of [title, about, row]) expect(text.trim()).not.toBe('');
    for (const column of [...columns, ...added]) {
      expect(column.name.trim(), column.id).not.toBe('');
      expect(column.about.trim(), column.id).not.toBe('');
      expect(Object.values(KIND_TEXTS).map(({ name }) => name)).toContain(column.kind);
      for (const { value, meaning } of column.values) expect(`${value}${meaning}`).not.toMatch(/^\s*$/);
    }
    expect(columns.filter(({ inKey }) => inKey).map((column) => column.id)).toEqual(expect.arrayContaining([...key]));
  });

  test('a quantity says its unit or where it stands', () => {
    const column = (table: string, id: string) => doc(table).columns.find((one) => one.id === id);
    expect(column('expenditure', 'final')).toMatchObject({ kind: '金额', unit: '万元', required: false });
    expect(column('metrics', 'value')?.beside).toBe('单位在 unit 列，符号在 operator 列，上限在 high 列');
    expect(column('functional', 'fund')?.values[0]).toEqual({ value: 'general', meaning: '一般公共预算' });
  });
});

describe('items', () => {
  test('every item of a declaration, with what it is a part of', () => {
    for (const table of TABLES) expect(doc(table.id).items.length).toBe(Object.keys(table.items ?? {}).length);
    const item = (code: string) => doc('income').items.find((one) => one.code === code)?.partOf;
    expect(item('total')).toEqual([]);
    expect(item('basic')).toEqual([{ code: 'current', name: '本年收入合计', how: '另一种分法' }]);
    expect(item('state-capital')).toEqual([
      { code: 'current', name: '本年收入合计', how: '可缺' },
      { code: 'treasury', name: '财政拨款收入', how: '可缺' },
    ]);
  });

  test('sums that no item tree says', () => {
    expect(doc('economic').sums).toContain('basic = personnel + public。');
    expect(doc('projects').sums).toEqual(['资金来源填了的各行相加，等于资金来源空着的那一行。']);
    expect(doc('income-functional').sums.at(-1)).toMatch(/^每一行：本年收入合计 = 财政拨款收入 \+ /);
    expect(doc('metrics').sums).toEqual([]);
  });
});

describe('rules', () => {
  test('sums belong to one table, also where the name of one begins the name of another', () => {
    expect(rules('income').filter((id) => id.startsWith('SUM-'))).toEqual(['SUM-INCOME', 'SUM-INCOME-KIND']);
    expect(rules('income-functional').filter((id) => id.startsWith('SUM-'))).toEqual([
      'SUM-INCOME-FUNCTIONAL',
      'SUM-INCOME-FUNCTIONAL-ROW',
    ]);
  });

  test('relations belong to every table that they read', () => {
    const reads = reportsOf(site).flatMap(({ checked }) => checked.relations);
    for (const { rule, operands } of reads)
      for (const address of operands) expect(rules(address.split('/')[0]!), `${rule} ${address}`).toContain(rule);
    expect(rules('three-public')).toContain('LEDGER-CELL');
    expect(rules('findings')).toEqual([]);
  });
});

describe('samples', () => {
  test.each(TABLES.map(({ id }) => id))('%s: rows as curated, under the header of their file', (id) => {
    const holders = reportsOf(site).filter(({ checked }) => checked.report.tables.has(id));
    expect(doc(id).reports).toBe(holders.length);
    const csv = holders[0]?.checked.report.tables.get(id);
    expect(doc(id).sample?.header).toEqual(csv?.header);
    expect(doc(id).sample?.rows).toEqual(
      csv?.rows.slice(0, 3).map(({ values }) => csv.header.map((name) => values[name] ?? '')),
    );
  });

  test('files that the build makes show their first rows', () => {
    for (const { table, rows } of sources.filter(({ table: { id } }) => !TABLES.some((one) => one.id === id))) {
      const { sample } = doc(table.id);
      expect(sample?.rows[0]).toEqual(sample?.header.map((name) => rows[0]?.[name] ?? ''));
    }
  });

  test('a table that no report has is documented without a sample', () => {
    const files = caseFiles(undefined);
    const small = { ...site, ...checkFiles(files), files };
    const few = tableDocs(small, datasets(small));
    expect(few.length).toBe(docs.length);
    expect(few.find(({ id }) => id === 'assets')).toMatchObject({ reports: 0, sample: undefined });
  });
});

describe('the address of the repository', () => {
  test.each([
    ['', ''],
    ['https://example.org/a/mingzhang', 'https://example.org/a/mingzhang'],
    ['https://example.org/a/mingzhang/', 'https://example.org/a/mingzhang'],
  ])('“%s” is kept', (text, address) => expect(repositoryAddress(text)).toBe(address));

  test.each([
    'http://example.org/a',
    'javascript:alert(1)',
    'example.org/a',
    'https://user:word@example.org/a',
    'https://example.org/a?b=c',
    'https://example.org/a#b',
  ])('“%s” stops the build', (text) => expect(() => repositoryAddress(text)).toThrow('MINGZHANG_REPOSITORY 应是'));
});
