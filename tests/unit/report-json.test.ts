import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Dataset } from '../../src/derive/dataset.ts';
import { figures } from '../../src/derive/figures.ts';
import { findings } from '../../src/derive/findings.ts';
import { ledger } from '../../src/derive/ledger.ts';
import { relations } from '../../src/derive/relations.ts';
import { reportJson, reportJsonText } from '../../src/derive/report-json.ts';
import { reportJsonSchema, reportSchemaText } from '../../src/derive/report-schema.ts';
import { loadSite, reportsOf } from '../../src/site/site.ts';

afterEach(() => vi.unstubAllEnvs());

type Row = Readonly<Record<string, unknown>>;

/** The CSV rows that the objects of a section came from. */
function flat(rows: readonly Row[], front: Row, separators: Readonly<Record<string, string>> = {}): Row[] {
  return rows.map((row) => ({
    ...front,
    ...Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(separators[name] ?? ' ') : value,
      ]),
    ),
  }));
}
const filled = ({ rows }: Dataset) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')));

describe.each(['data', 'tests/fixtures/odd/data'])('%s', (folder) => {
  const site = loadSite(folder);
  const entries = reportsOf(site);
  const all = entries.map((entry) => JSON.parse(reportJsonText(site, entry)) as ReturnType<typeof reportJson>);
  const fronts = entries.map(({ checked: { report } }) => ({
    department: report.department,
    year: String(report.year),
  }));

  test('every report has the declared shape, by zod and by another validator', () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(reportSchemaText()));
    for (const report of all) {
      expect(reportJsonSchema.parse(report)).toEqual(report);
      validate(report);
      expect(validate.errors).toBeNull();
    }
  });

  test('cells, ledger, relations and findings are those of the files over all reports, row for row', () => {
    expect(all.flatMap(({ cells }, index) => flat(cells, fronts[index]!))).toEqual(filled(figures(site)));
    expect(all.flatMap((one, index) => flat(one.ledger, fronts[index]!, { states: ';' }))).toEqual(
      filled(ledger(site)),
    );
    expect(all.flatMap((one, index) => flat(one.relations, fronts[index]!))).toEqual(filled(relations(site)));
    const occurrences = all.flatMap((one, index) =>
      one.findings.flatMap(({ id, grade, explanation, reply, occurrences: list }) =>
        flat(list, fronts[index]!).map((row, position) => ({
          ...row,
          finding: id,
          occurrence: String(position + 1),
          grade,
          explanation,
          ...(reply && { response: reply.text }),
        })),
      ),
    );
    expect(occurrences).toEqual(filled(findings(site)));
  });

  test('no figure is a JSON number', () => {
    const numbers = (value: unknown): number[] =>
      typeof value === 'number'
        ? [value]
        : value !== null && typeof value === 'object'
          ? Object.values(value).flatMap(numbers)
          : [];
    for (const { cells, ledger: lines, findings: found, relations: checks } of all)
      expect(numbers([cells, lines, found, checks])).toEqual([]);
  });
});

describe('what a report says of itself', () => {
  const site = loadSite('data');
  const entry = reportsOf(site).find(({ department }) => department.id === '510811-xzspj')!;

  test('department, regions, version, licence', () => {
    const { meta } = reportJson(site, entry);
    expect(meta.department).toMatchObject({ id: '510811-xzspj', name: '广元市昭化区行政审批局' });
    expect(meta.department.regions.map(({ name }) => name)).toEqual(['四川省', '广元市', '昭化区']);
    expect(meta).toMatchObject({ year: 2022, license: 'CC-BY-4.0', proof: 'complete' });
    expect(meta.version).toMatch(/^[0-9a-f]{12}$/);
  });

  test('an amount as it was curated', () => {
    const { cells } = reportJson(site, entry);
    expect(cells.find(({ cell }) => cell === 'expenditure/basic/final')).toEqual({
      cell: 'expenditure/basic/final',
      table: 'expenditure',
      item: 'basic',
      item_name: '基本支出',
      measure: 'final',
      value: '457.27',
      unit: '万元',
      sources: expect.arrayContaining(['accounts:L37.3']),
    });
  });

  test.each(['', 'https://mingzhang.example/some/path/'])(
    'its schema is found from its place on a site at “%s”',
    (at) => {
      vi.stubEnv('MINGZHANG_ADDRESS', at);
      const root = at || 'https://elsewhere.example/';
      const { $schema } = reportJson(site, entry);
      expect(new URL($schema, `${root}data/510811-xzspj/2022/report.json`).href).toBe(`${root}data/report.schema.json`);
      expect($schema.startsWith('https://')).toBe(at !== '');
    },
  );

  test('its address, when the site has one', () => {
    vi.stubEnv('MINGZHANG_ADDRESS', '');
    expect(reportJson(site, entry).meta).not.toHaveProperty('address');
    vi.stubEnv('MINGZHANG_ADDRESS', 'https://mingzhang.example/some/path/');
    expect(reportJson(site, entry).meta.address).toBe(
      'https://mingzhang.example/some/path/departments/510811-xzspj/2022/',
    );
  });
});

describe('the schema', () => {
  const schema = JSON.parse(reportSchemaText());

  test('documents every column, with the meaning of every word of a closed list', () => {
    const cell = schema.properties.cells.items;
    expect(Object.keys(cell.properties)).toEqual(
      'cell,table,item,item_name,measure,operator,value,value_high,qualifier,unit,sources'.split(','),
    );
    expect(schema.properties.ledger.items.properties.status).toMatchObject({
      title: '结果',
      description: expect.stringContaining('agrees 相符'),
    });
  });

  test.each([
    ['a number that is no text', { cells: [{ value: 457.27 }] }],
    ['an unknown name', { surplus: 1 }],
    ['a figure with a separator', { cells: [{ value: '1,209.15' }] }],
  ])('refuses %s', (_, change) => {
    const site = loadSite('data');
    const report = reportJson(site, reportsOf(site)[0]!);
    const wrong = {
      ...report,
      ...change,
      cells: 'cells' in change ? [{ ...report.cells[0], ...change.cells[0] }] : report.cells,
    };
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    expect(validate(wrong)).toBe(false);
    expect(reportJsonSchema.safeParse(wrong).success).toBe(false);
  });
});
