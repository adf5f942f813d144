/** Breaks between the years of a department, and the law that growth is computed if and only if nothing parts two years. */
import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckedDepartment, CheckedReport } from '../../src/checks/check.ts';
import type { Department } from '../../src/load/catalog.ts';
import { departmentSchema, type ReportMeta } from '../../src/tables/report.ts';
import { breaksOf } from '../../src/views/breaks.ts';
import { yearsView } from '../../src/views/years.ts';
import { caseFiles, checkFiles } from './data-tree.ts';
import { reportOf } from './make-report.ts';

const base = { name: '某局', short: '某局', region: '510811', level: 'county' };
const DEPARTMENT = 'data/departments/510811-xzspj/department.yaml';

describe('breaks by year', () => {
  test.each([
    [{ breaks: [{ year: 2020, kind: 'scope', note: '并入' }] }, ['2020 口径有变 并入']],
    [
      {
        breaks: [
          { year: 2021, kind: 'classification', note: '乙' },
          { year: 2019, kind: 'name', note: '甲' },
        ],
      },
      ['2019 名称有变 甲', '2021 科目有变 乙'],
    ],
    [{ former_names: [{ name: '旧局' }] }, []],
    [{ former_names: [{ name: '旧局', until: '2019-03-31' }] }, ['2019 名称有变 “旧局”用到 2019-03-31']],
    [{ former_names: [{ name: '旧局', until: '2019-03' }] }, ['2019 名称有变 “旧局”用到 2019-03']],
    [{ former_names: [{ name: '旧局', until: '2019-12-31' }] }, ['2020 名称有变 “旧局”用到 2019-12-31']],
    [{ former_names: [{ name: '旧局', until: '2019-12' }] }, ['2020 名称有变 “旧局”用到 2019-12']],
    [{ former_names: [{ name: '旧局', until: '2019' }] }, ['2020 名称有变 “旧局”用到 2019']],
    [
      { former_names: [{ name: '旧局', until: '2019' }], breaks: [{ year: 2020, kind: 'name', note: '更名' }] },
      ['2020 名称有变 更名'],
    ],
  ])('%j', (meta, expected) => {
    const breaks = breaksOf(departmentSchema.parse({ ...base, ...meta }));
    expect(breaks.map(({ year, what, note }) => `${year} ${what} ${note}`)).toEqual(expected);
  });
});

const small = reportOf(['expenditure/current/final 10', 'staff/total/actual 4']).checked;
const SPENDING = small.report.cells.get('expenditure/current/final')!;

/** A report of a year with spending, in a scope. */
function yearOf(year: number, spent: string, scope: Partial<ReportMeta['scope']> = {}, row = 'current'): CheckedReport {
  const address = `expenditure/${row}/final`;
  const one = { ...SPENDING, address, text: spent, value: new Big(spent) };
  const { report } = small;
  const meta = { ...report.meta, scope: { units: 'own', funds: 'treasury', ...scope } as const };
  return { ...small, report: { ...report, year, meta, cells: new Map([[address, one]]) } };
}

function view(reports: readonly CheckedReport[], meta: object = {}) {
  const department = { id: '510811-xzspj', meta: departmentSchema.parse({ ...base, ...meta }) } as Department;
  return yearsView({ department, reports } as CheckedDepartment);
}
const growth = (reports: readonly CheckedReport[], meta?: object) =>
  view(reports, meta).rows[0]!.growth.map((one) => one && [one.text, one.value]);

describe('growth between years', () => {
  test.each<[string, CheckedReport[], object, [string, string]]>([
    ['up', [yearOf(2020, '100'), yearOf(2021, '112.345')], {}, ['+12.35', '12.35']],
    ['down', [yearOf(2020, '100'), yearOf(2021, '50')], {}, ['\u221250.00', '-50.00']],
    ['the same', [yearOf(2020, '100'), yearOf(2021, '100')], {}, ['0.00', '0.00']],
    ['hardly down', [yearOf(2020, '100000'), yearOf(2021, '99999')], {}, ['0.00', '0.00']],
    ['from zero', [yearOf(2020, '0'), yearOf(2021, '5')], {}, ['上年为 0，不可比', '']],
    ['from below zero', [yearOf(2020, '-1'), yearOf(2021, '5')], {}, ['上年为负，不可比', '']],
    ['a year is missing', [yearOf(2018, '1'), yearOf(2020, '2')], {}, ['中间缺 2019 年，不算', '']],
    ['years are missing', [yearOf(2017, '1'), yearOf(2020, '2')], {}, ['中间缺 2018 至 2019 年，不算', '']],
    ['other units', [yearOf(2020, '1'), yearOf(2021, '2', { units: 'consolidated' })], {}, ['范围不同，不算', '']],
    ['units unstated', [yearOf(2020, '1'), yearOf(2021, '2', { units: 'unstated' })], {}, ['范围不同，不算', '']],
    ['other funds', [yearOf(2020, '1'), yearOf(2021, '2', { funds: 'mixed' })], {}, ['资金不同，不算', '']],
    ['another row', [yearOf(2020, '1'), yearOf(2021, '2', {}, 'total')], {}, ['所取项目不同，不算', '']],
    [
      'a break',
      [yearOf(2020, '1'), yearOf(2021, '2')],
      { breaks: [{ year: 2021, kind: 'scope', note: '并入' }] },
      ['口径有变，不算', ''],
    ],
    [
      'another name',
      [yearOf(2020, '1'), yearOf(2021, '2')],
      { former_names: [{ name: '旧局', until: '2020' }] },
      ['名称有变，不算', ''],
    ],
    [
      'a break before both',
      [yearOf(2020, '1'), yearOf(2021, '2')],
      { breaks: [{ year: 2020, kind: 'scope', note: '并入' }] },
      ['+100.00', '100.00'],
    ],
  ])('%s', (_, reports, meta, expected) => expect(growth(reports, meta)).toEqual([undefined, expected]));

  test('marks and notes: the break stands before the first shown year after it', () => {
    const { breaks, notes, compare } = view([yearOf(2018, '1'), yearOf(2021, '2', { units: 'unstated' })], {
      breaks: [
        { year: 2020, kind: 'scope', note: '并入' },
        { year: 2018, kind: 'scope', note: '更早' },
      ],
    });
    expect(breaks.map(({ year, before }) => [year, before])).toEqual([[2020, 2021]]);
    expect(notes).toEqual([
      '2020 年起口径有变，与以前各年不可比：并入',
      '2018 与 2021 年范围不同：金额的范围，本级与文件未说明',
    ]);
    expect(compare).toBe('compare/?reports=510811-xzspj/2018,510811-xzspj/2021');
  });

  test('law: of years in a row, growth is computed if and only if no break lies between', () => {
    const years = fc.integer({ min: 2, max: 8 });
    const breaks = fc.uniqueArray(fc.integer({ min: 2008, max: 2020 }), { maxLength: 5 });
    const amounts = fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(years, breaks, amounts, (count, parted, spent) => {
        const reports = spent.slice(0, count).map((cents, index) => yearOf(2010 + index, (cents / 100).toFixed(2)));
        const meta = { breaks: parted.map((year) => ({ year, kind: 'scope', note: '变' })) };
        const computed = growth(reports, meta).map((one) => one !== undefined && one[1] !== '');
        expect(computed).toEqual(reports.map(({ report }, index) => index > 0 && !parted.includes(report.year)));
      }),
    );
  });
});

describe('checks of breaks', () => {
  const issuesWith = (department: string, reports: readonly string[] = []) => {
    const files = new Map(caseFiles(undefined));
    const put = (path: string, text: string) => {
      const bytes = new TextEncoder().encode(text);
      files.set(path, { path, size: bytes.length, bytes });
    };
    const text = (path: string) => new TextDecoder().decode(files.get(path)!.bytes);
    put(DEPARTMENT, `${text(DEPARTMENT)}${department}`);
    const folder = 'data/departments/510811-xzspj/';
    const original = [...files.keys()].filter((path) => path.startsWith(`${folder}2022/`));
    const yaml = text(`${folder}2022/report.yaml`);
    reports.forEach((scope, index) => {
      const year = 2022 + index;
      for (const path of original) put(path.replace('/2022/', `/${year}/`), text(path));
      put(`${folder}${year}/report.yaml`, `${yaml.replace(/year: 2022/, `year: ${year}`)}${scope}\n`);
    });
    return checkFiles(files).issues.filter(({ file, rule }) => file === DEPARTMENT || rule === 'YEARS-BREAK');
  };
  const own = 'scope: { units: own, funds: treasury }';
  const wide = 'scope: { units: consolidated, funds: treasury }';

  test('a break declared twice', () => {
    const issues = issuesWith(
      'breaks:\n  - { year: 2020, kind: scope, note: 甲 }\n  - { year: 2020, kind: name, note: 乙 }\n  - { year: 2020, kind: scope, note: 丙 }\n',
    );
    expect(issues.map(({ rule, problem, remedy }) => ({ rule, problem, remedy }))).toEqual([
      {
        rule: 'KEY-DUPLICATE',
        problem: '断点重复：2020 年的口径',
        remedy: '同一年同一种断点只写一条，把原因写在一起',
      },
    ]);
    expect(issues[0]!.line).toBeGreaterThan(1);
  });

  test.each([
    ['1880', '年份过早'],
    ['3000', '年份过晚'],
  ])('a break in the year %s: %s', (year, problem) => {
    const issues = issuesWith(`breaks:\n  - { year: ${year}, kind: scope, note: 甲 }\n`);
    expect(issues.map((issue) => issue.problem).join()).toContain(problem);
  });

  test('a scope that changes without a break is a notice, once', () => {
    const issues = issuesWith('', [own, wide, wide]);
    expect(issues.map(({ severity, file, rule, problem }) => ({ severity, file, rule, problem }))).toEqual([
      {
        severity: 'notice',
        file: 'data/departments/510811-xzspj/2023/report.yaml',
        rule: 'YEARS-BREAK',
        problem: '2022 与 2023 年的口径不同：本级，改为含下属单位',
      },
    ]);
  });

  test.each([
    ['the break is declared', 'breaks:\n  - { year: 2023, kind: scope, note: 甲 }\n', [own, wide]],
    ['one year does not state it', '', [own, '']],
    ['nothing changes', '', [own, own]],
  ])('no notice where %s', (_, department, reports) => expect(issuesWith(department, reports)).toEqual([]));
});
