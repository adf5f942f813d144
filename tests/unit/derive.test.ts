import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { figures } from '../../src/derive/figures.ts';
import { findings } from '../../src/derive/findings.ts';
import { ledger } from '../../src/derive/ledger.ts';
import { relations } from '../../src/derive/relations.ts';
import { sheetColumns, toCsv, toExcelCsv } from '../../src/derive/csv.ts';
import { where } from '../../src/derive/dataset.ts';
import { presented, presentedCsv } from '../../src/derive/presented.ts';
import { bytesOf } from '../../src/derive/download.ts';
import { allDownloads, reportDownloads } from '../../src/derive/downloads.ts';
import { loadSite, reportsOf } from '../../src/site/site.ts';
import { tableById } from '../../src/tables/index.ts';
import { harmless } from '../../src/views/harmless.ts';

const site = loadSite('data');

test.each([
  ['=1+1', "'=1+1"],
  ['+A1', "'+A1"],
  ['-A1', "'-A1"],
  ['@x', "'@x"],
  ['＝1+1', "'＝1+1"],
  ['-12', '-12'],
  ['-12+A1', "'-12+A1"],
  ['村能办', '村能办'],
])('%s is made harmless', (text, safe) => expect(harmless(text)).toBe(safe));

test('spreadsheet CSV: BOM, Chinese headers with units, numbers untouched, formulas harmless', () => {
  const columns = sheetColumns(tableById('expenditure')!, ['item', 'final', 'note']);
  expect(toExcelCsv(columns, [{ item: 'basic', final: '-0.47', note: '=HYPERLINK("x")' }])).toBe(
    '\uFEFF项目,决算（万元）,备注\r\nbasic,-0.47,"\'=HYPERLINK(""x"")"\r\n',
  );
});

describe('spreadsheet CSV of a declared table', () => {
  const entry = reportsOf(site).find(({ department }) => department.id === '510811-xzspj')!;
  const place = { department: '510811-xzspj', year: '2022' };
  const linesOf = (id: string, header: readonly string[], row: Record<string, string>) =>
    presentedCsv(presented({ table: tableById(id)!, rows: [row] }, () => entry, header))
      .slice(1)
      .trimEnd()
      .split('\r\n');

  test.each<[string, string, string[], Record<string, string>, string[]]>([
    [
      'an item by its name, where the file has no column for it',
      'three-public',
      ['item', 'final'],
      { item: 'vehicles', final: '-0.470' },
      ['项目名称,项目,决算（万元）', '公务用车购置及运行维护费,vehicles,-0.470'],
    ],
    [
      'an item of the report as printed',
      'three-public',
      ['item', 'name', 'final'],
      { item: 'own', name: '=1+1', final: '' },
      ['项目名称,项目,决算（万元）', "'=1+1,own,"],
    ],
    [
      'a column with the printed name stands first; choices and operators in Chinese',
      'indicators',
      ['project', 'level3', 'direction', 'target_operator', 'target'],
      { project: 'department', level3: '办结率', direction: 'more', target_operator: '≥', target: '98.0' },
      ['三级指标,项目标识,方向,目标符号,目标值', '办结率,department,越大越好,不低于,98.0'],
    ],
    [
      'the name of a row where its column is not in the file',
      'indicators',
      ['project', 'indicator', 'direction'],
      { project: 'department', indicator: '业务培训', direction: 'exact' },
      ['名称,项目标识,指标标识,方向', 'department.业务培训,department,业务培训,等于为好'],
    ],
    [
      'a choice that is not filled in stays empty',
      'projects',
      ['project', 'source', 'name'],
      { project: '热线', source: '', name: '热线' },
      ['项目名称,项目标识,资金来源', '热线,热线,'],
    ],
  ])('%s', (_, id, header, row, lines) => expect(linesOf(id, header, row)).toEqual(lines));

  test('departments with their names', () => {
    const table = { ...tableById('staff')!, columns: { ...where, ...tableById('staff')!.columns } };
    const row = { ...place, item: 'total' };
    const made = presented({ table, rows: [row] }, () => entry, Object.keys(row));
    expect(made.names).toEqual(['department', 'department_name', 'year', 'name', 'item']);
    expect([...made.added]).toEqual(['department_name', 'name']);
    expect(made.rows).toEqual([{ ...row, department_name: entry.department.meta.name, name: '人员合计' }]);
  });
});

test('spreadsheet CSV: what is written is read back', () => {
  const columns = ['a', 'b'].map((id) => ({ id, header: id, numeric: false }));
  const field = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@＝＋－＠\t\r]/.test(text));
  fc.assert(
    fc.property(fc.array(fc.record({ a: field, b: field }), { minLength: 1 }), (rows) => {
      const text = toExcelCsv(columns, rows).slice(1);
      const read = Papa.parse<string[]>(text, { newline: '\r\n', delimiter: ',' });
      expect(read.data.slice(1, -1)).toEqual(rows.map(({ a, b }) => [a, b]));
    }),
  );
});

test('machine CSV stays exact', () =>
  expect(toCsv(['a', 'b'], [{ a: '=1', b: '1,2' }, { a: '' }])).toBe('a,b\n=1,"1,2"\n,\n'));

test('a table without rows is its header line', () => {
  expect(toCsv(['a', 'b'], [])).toBe('a,b\n');
  expect(toExcelCsv(sheetColumns(tableById('assets')!, ['item', 'closing']), [])).toBe('\uFEFF项目,年末数（万元）\r\n');
});

describe('columns that others rely on', () => {
  test.each([
    [
      'figures',
      figures(site),
      'department,year,cell,table,item,item_name,measure,operator,value,value_high,qualifier,unit,sources',
    ],
    [
      'ledger',
      ledger(site),
      'department,year,source,at,n,section,printed,sign,unit,states,status,finding,ignored,note',
    ],
    [
      'findings',
      findings(site),
      'finding,occurrence,department,year,rule,subject,kind,grade,at,left,right,difference,unit,explanation,response',
    ],
    ['relations', relations(site), 'department,year,rule,subject,result,left,right,difference,operands,finding'],
  ])('%s.csv', (_, { table, rows }, header) => {
    expect(Object.keys(table.columns).join(',')).toBe(header);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Object.keys(row).filter((name) => !(name in table.columns))).toEqual([]);
  });
});

describe('downloads', () => {
  const files = new Map([...allDownloads(site), ...reportDownloads(site)].map((download) => [download.path, download]));
  const textOf = async (path: string) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(files.get(path)!));

  test('a round trip gives the curated files back', async () => {
    for (const { department, reports } of site.departments) {
      for (const { report } of reports) {
        const curated = [...site.files.keys()].filter((path) => path.startsWith(report.folder));
        for (const path of curated) {
          const download = path.replace(`data/departments/${department.id}/`, `data/${department.id}/`);
          expect(await textOf(download), download).toBe(new TextDecoder().decode(site.files.get(path)!.bytes));
        }
      }
    }
  });

  test('every figure of the all-reports file is a curated cell, and every primary cell is in it', async () => {
    const rows = Papa.parse<Record<string, string>>((await textOf('data/all/figures.csv')).trimEnd(), {
      header: true,
    }).data;
    const cells = new Map<string, string>(
      site.departments.flatMap(({ reports }) =>
        reports.flatMap(({ report }) =>
          [...report.cells].map(
            ([address, cell]) => [`${report.department} ${report.year} ${address}`, cell.text] as const,
          ),
        ),
      ),
    );
    for (const row of rows) expect(cells.get(`${row['department']} ${row['year']} ${row['cell']}`)).toBe(row['value']);
    const ends = [...cells.keys()].filter((name) => /\/(?:high|target_high|actual_high)$/.test(name)).length;
    expect(rows.length).toBe(cells.size - ends);
  });

  test('every figure names where it is printed', () => {
    expect(figures(site).rows.filter(({ sources }) => sources === '')).toEqual([]);
  });

  test('the ledgers keep every row', () => {
    const rows = site.departments.flatMap(({ reports }) =>
      reports.flatMap(({ report }) => [...report.ledgers.values()].flatMap((one) => one.rows)),
    );
    expect(ledger(site).rows.length).toBe(rows.length);
  });
});
