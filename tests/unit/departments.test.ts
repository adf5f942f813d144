/** The list of departments: grouped by region, with everything that it can be filtered by. */
import { describe, expect, test } from 'vitest';
import { checkCatalog } from '../../src/checks/check.ts';
import { loadCatalog } from '../../src/load/catalog.ts';
import { loadSite, type Site } from '../../src/site/site.ts';
import { departmentsView } from '../../src/views/departments.ts';
import { caseFiles } from './data-tree.ts';

/** The base tree with further departments: id → department.yaml. */
function siteWith(departments: Readonly<Record<string, string>>): Site {
  const files = new Map(caseFiles(undefined));
  const put = (path: string, text: string) => {
    const bytes = new TextEncoder().encode(text);
    files.set(path, { path, size: bytes.length, bytes });
  };
  for (const [id, yaml] of Object.entries(departments)) put(`data/departments/${id}/department.yaml`, yaml);
  const { catalog, issues: loaded } = loadCatalog(files);
  const { departments: checked, issues } = checkCatalog(catalog, loaded);
  return { departments: checked, reference: catalog.reference, glossary: catalog.glossary, files, issues };
}

const site = siteWith({
  '510811-renamed': `name: 新名局\nshort: 新名局\nregion: "510811"\nlevel: county\nformer_names: [{ name: 旧名局, until: "2020" }, { name: 更旧局 }]\naliases: [大厅]\n`,
  '510800-city': `name: 市局\nshort: 市局\nregion: "510800"\nlevel: city\n`,
});
const view = departmentsView(site);
const entries = view.groups.flatMap(({ departments }) => departments);
const entry = (id: string) => entries.find(({ row }) => row.id === id)!;

describe('departments by region', () => {
  test('the whole above its parts, each region with one anchor', () => {
    expect(view.groups.map(({ path }) => path.map(({ name }) => name).join('>'))).toEqual([
      '四川省>广元市',
      '四川省>广元市>昭化区',
    ]);
    expect(view.groups.flatMap(({ path }) => path.map(({ anchor }) => anchor ?? ''))).toEqual([
      'region-510000',
      'region-510800',
      '',
      '',
      'region-510811',
    ]);
    expect(view.groups.map(({ departments }) => departments.map(({ row }) => row.id))).toEqual([
      ['510800-city'],
      ['510811-renamed', '510811-xzspj'],
    ]);
  });

  test('former and other names are shown and searched; no others, nothing shown', () => {
    expect(entry('510811-renamed').otherNames).toBe('曾用名：旧名局、更旧局；又称：大厅');
    expect(entry('510811-renamed').facets[0]!.text).toBe('新名局 新名局 旧名局 更旧局 大厅');
    expect(entry('510800-city').otherNames).toBe('');
  });

  test('a department without a report is listed, and answers to no year', () => {
    expect(entry('510800-city').facets).toEqual([
      { region: '510000 510800', level: 'city', text: '市局 市局', year: '', proof: '' },
    ]);
    expect(view.total).toEqual({ departments: 3, reports: 1 });
  });

  test('each report answers to its year and its proof', () => {
    expect(entry('510811-xzspj').facets).toMatchObject([
      { region: '510000 510800 510811', level: 'county', year: '2022', proof: 'complete' },
    ]);
  });

  test('the filter offers what there is: regions indented below their parents, latest year first', () => {
    const choices = Object.fromEntries(
      view.fields.map((field) => [field.name, field.choices?.map(({ text }) => text)]),
    );
    expect(choices).toEqual({
      q: undefined,
      region: ['四川省', '　广元市', '　　昭化区'],
      level: ['市级', '县级'],
      year: ['2022'],
      proof: ['逐数对账'],
    });
  });
});

test('every department and report of the real data is listed once', () => {
  const real = loadSite('data');
  const listed = departmentsView(real).groups.flatMap(({ departments }) => departments);
  expect(listed.map(({ row }) => row.id).sort()).toEqual(
    real.departments.map(({ department }) => department.id).sort(),
  );
  for (const { row, facets } of listed)
    expect(facets.map(({ year }) => Number(year))).toEqual(row.reports.map(({ year }) => year));
});
