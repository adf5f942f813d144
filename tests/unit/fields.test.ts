import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressFrom } from '../../src/derive/descriptions/address.ts';
import { csvwMetadata } from '../../src/derive/descriptions/csvw.ts';
import { tableSchema } from '../../src/derive/descriptions/data-package.ts';
import { embedded } from '../../src/derive/descriptions/dataset-ld.ts';
import { bytesOf, fingerprintOf, mediaType } from '../../src/derive/download.ts';
import { datasets } from '../../src/derive/downloads.ts';
import { shapeOf } from '../../src/derive/descriptions/fields.ts';
import { tableFile } from '../../src/derive/descriptions/table-file.ts';
import { aboutSite } from '../../src/derive/descriptions/about.ts';
import { loadSite } from '../../src/site/site.ts';
import { tableById, TABLES } from '../../src/tables/index.ts';
import { amount, choice, code, count, date, key, text } from '../../src/tables/kinds.ts';
import { ledgerTable } from '../../src/tables/ledger.ts';
import { defineTable } from '../../src/tables/table.ts';

const DECIMAL = { type: 'number' };

describe('the shape of a column', () => {
  test.each([
    ['money', amount('金额', ''), DECIMAL],
    ['a count', count('数量', ''), { type: 'integer', minimum: 0 }],
    ['a code', code('编码', '', /^[0-9]{3}$/, ''), { type: 'string', pattern: '^[0-9]{3}$' }],
    ['a text', text('文字', '', { max: 5 }), { type: 'string', maxLength: 5 }],
    ['a choice', choice('资金', '', { a: '甲' }), { type: 'string' }],
    // Letters of any script: no regular expression that all readers understand says it.
    ['a key', key('标识', ''), { type: 'string' }],
    [
      'a date, which may be a month or a year',
      date('日期', ''),
      { type: 'string', pattern: '^([12][0-9]{3})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?$' },
    ],
  ])('%s', (_, column, shape) => expect(shapeOf(column)).toEqual(shape));

  test('every text that a declared column allows keeps the limits of its shape', () => {
    const columns = [...TABLES, ledgerTable].flatMap((table) => Object.values(table.columns));
    expect(columns.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(fc.constantFrom(...columns), fc.string({ unit: 'grapheme', maxLength: 60 }), (column, value) => {
        const { pattern = '', maxLength = Infinity } = shapeOf(column);
        // Without the `u` flag, as readers apply it.
        const kept = new RegExp(pattern).test(value) && [...value].length <= maxLength;
        return kept || !column.schema.safeParse(value).success;
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});

describe('Table Schema', () => {
  const field = (name: string) => {
    const table = tableById('projects')!;
    return tableSchema(table, Object.keys(table.columns)).fields.find((one) => one.name === name);
  };

  test('money: a number with its unit', () =>
    expect(field('final')).toEqual({
      name: 'final',
      type: 'number',
      title: '决算',
      description: '决算数或全年执行数',
      unit: '万元',
    }));

  test('a key column that may be empty: the empty text is a value', () =>
    expect(field('source')).toMatchObject({
      missingValues: [],
      categories: [
        { value: '', label: '（空）' },
        { value: 'treasury', label: '财政拨款' },
        { value: 'superior', label: '上级补助' },
        { value: 'carry-over', label: '上年结转' },
        { value: 'other', label: '其他资金' },
      ],
      constraints: { enum: ['', 'treasury', 'superior', 'carry-over', 'other'] },
    }));

  test('a quantity names the columns that complete it', () => {
    const table = tableById('indicators')!;
    expect(tableSchema(table, ['target']).fields[0]).toMatchObject({
      unitField: 'target_unit',
      operatorField: 'target_operator',
      highField: 'target_high',
      textField: 'target_text',
    });
  });

  test('item codes come with their names', () =>
    expect(tableSchema(tableById('assets')!, ['item']).fields[0]).toMatchObject({
      labels: { total: '资产合计', 'fixed-net': '固定资产净值' },
    }));

  test.each([
    [
      ['project', 'source', 'final'],
      ['project', 'source'],
    ],
    [['project', 'final'], ['project']],
  ])('of %j: the key is %j', (header, primaryKey) =>
    expect(tableSchema(tableById('projects')!, header).primaryKey).toEqual(primaryKey),
  );

  test('a part refers to its whole in the file of one report, not in that of all', () => {
    const metrics = tableById('metrics')!;
    expect(tableSchema(metrics, Object.keys(metrics.columns)).foreignKeys).toEqual([
      { fields: ['parent'], reference: { fields: ['metric'] } },
    ]);
    const all = datasets(loadSite('data')).find(({ table }) => table.id === 'metrics')!.table;
    expect(tableSchema(all, Object.keys(all.columns)).foreignKeys).toBeUndefined();
  });
});

test('CSVW: hyphens in names, words of a list, header and title', async () => {
  const table = defineTable({
    id: 'odd',
    title: '奇',
    about: '。',
    row: '行',
    key: ['a-b'],
    columns: { 'a-b': choice('符', '号', { '+': '加', 'x.y': '点' }, { required: true }), c: amount('钱', '款') },
  });
  const file = tableFile({
    path: 'data/x/odd.csv',
    title: '奇',
    content: () => '',
    name: 'odd',
    table,
    header: ['a-b', 'c'],
  });
  const made = await csvwMetadata(aboutSite(loadSite('data')), 'data/', [file]).content();
  expect((JSON.parse(String(made)) as { tables: unknown[] }).tables).toEqual([
    {
      '@type': 'Table',
      url: 'x/odd.csv',
      'dc:title': '奇',
      'dc:description': '。一行是行。',
      tableSchema: {
        '@type': 'Schema',
        columns: [
          {
            '@type': 'Column',
            name: 'a%2Db',
            titles: { und: 'a-b', 'zh-Hans': '符' },
            'dc:description': '号',
            datatype: { base: 'string', format: '^(?:\\+|x\\.y)$' },
            required: true,
          },
          {
            '@type': 'Column',
            name: 'c',
            titles: { und: 'c', 'zh-Hans': '钱（万元）' },
            'dc:description': '款',
            datatype: 'decimal',
          },
        ],
        primaryKey: ['a%2Db'],
      },
    },
  ]);
});

test.each([
  ['data/catalog.jsonld', 'data/all/figures.csv', '../data/all/figures.csv'],
  ['departments/a/2022/', 'data/a/2022/income.csv', '../../../data/a/2022/income.csv'],
  ['departments/a/2022/', '', '../../../'],
  ['index.html', '', './'],
])('without an address, %s refers to “%s” as %s', (from, to, reference) => {
  expect(addressFrom(from, to)).toBe(reference);
  const site = 'https://mingzhang.example/some/path/';
  expect(new URL(reference, site + from).href).toBe(site + to);
});

test.each([
  ['data/x/income.excel.csv', 'text/csv'],
  ['data/catalog.jsonld', 'application/ld+json'],
  ['data/SHA256SUMS', 'text/plain'],
])('%s is %s', (path, type) => expect(mediaType(path)).toBe(type));

test('an unknown ending is refused with what to do', () =>
  expect(() => mediaType('a/b.unknown')).toThrow(
    '不知道 a/b.unknown 是什么类型的文件，请在 src/derive/download.ts 的 MEDIA_TYPES 加上它的扩展名',
  ));

test('a file that was written is not made again to describe it', async () => {
  let made = 0;
  const download = { path: 'a.txt', title: '', content: () => `${(made += 1)}` };
  await bytesOf(download);
  // printf 1 | sha256sum
  expect(await fingerprintOf(download)).toEqual({
    bytes: 1,
    sha256: '6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b',
  });
  expect(made).toBe(1);
});

test('a data block cannot end its element', () => {
  const data = { name: '</script><script>alert(1)</script>' };
  expect(embedded(data)).not.toContain('<');
  expect(JSON.parse(embedded(data))).toEqual(data);
});
