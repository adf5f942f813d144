/** The comparison: every measure and reason, every warning, the address, the rows that are downloaded. */
import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckedReport } from '../../src/checks/check.ts';
import { readAddress, writeAddress, type Offer } from '../../src/compare/address.ts';
import { loadSite, reportsOf } from '../../src/site/site.ts';
import { TABLES } from '../../src/tables/index.ts';
import type { ReportMeta } from '../../src/tables/report.ts';
import { breaksOf } from '../../src/views/breaks.ts';
import { comparison, csvRows, CSV_COLUMNS } from '../../src/views/compare/comparison.ts';
import { HEADS } from '../../src/views/compare/heads.ts';
import { ITEMS, MEASURES, neverOf, type MeasureId } from '../../src/views/compare/items.ts';
import { neverNote } from '../../src/views/compare/never.ts';
import { comparePage } from '../../src/views/compare/page.ts';
import { compareIndex, compareReport, type CompareReport } from '../../src/views/compare/report.ts';
import { isResult, resultOf, type Result } from '../../src/views/compare/results.ts';
import { warningsOf } from '../../src/views/compare/warnings.ts';
import { derivedViews } from '../../src/views/derived.ts';
import { operand, percent, percentage, signed } from '../../src/views/numbers.ts';
import { reportOf } from './make-report.ts';

const site = loadSite('data');
const item = (id: string) => ITEMS.find((one) => one.id === id)!;

function scoped(checked: CheckedReport, scope: Partial<ReportMeta['scope']>): CheckedReport {
  const { report } = checked;
  return {
    ...checked,
    report: { ...report, meta: { ...report.meta, scope: { units: 'unstated', funds: 'unstated', ...scope } } },
  };
}

const KEYS = { economic: ['fund', 'code'] };
const outcome = (id: string, measure: MeasureId, cells: readonly string[], scope: Partial<ReportMeta['scope']> = {}) =>
  resultOf(scoped(reportOf(cells, KEYS).checked, scope), item(id), measure, []);

describe('numbers', () => {
  test.each([
    ['1', '3', '33.33'],
    ['1', '800', '0.13'],
    ['-1', '800', '-0.13'],
    ['-1', '100000', '0.00'],
    ['0', '5', '0.00'],
    ['5', '0', undefined],
  ])('%s of %s in percent: %s', (part, whole, value) => {
    expect(percent(new Big(part), new Big(whole))).toBe(value);
    expect(percentage(new Big(part), new Big(whole))).toBe(value && `${value}%`);
  });

  test.each([
    ['12.34', '+12.34', '12.34'],
    ['0.01', '+0.01', '0.01'],
    ['1000.5', '+1,000.5', '1,000.5'],
    ['0.00', '0.00', '0.00'],
    ['-0.47', '−0.47', '（−0.47）'],
  ])('%s as a change %s, as an operand %s', (text, change, part) => {
    expect(signed(text)).toBe(change);
    expect(operand(text)).toBe(part);
  });

  test('the work of printed ratios, too: ≈ where it is rounded, = where it is exact', () => {
    const formulas = reportsOf(site).flatMap(({ checked }) =>
      TABLES.flatMap(({ id }) => derivedViews(checked, id).map(({ formula }) => formula)),
    );
    expect(formulas).toContain('294.81 ÷ （715.87 − 294.81） ≈ 70.0161%');
    expect(formulas).toContain('1,249.47 ÷ 1,249.47 = 100%');
    expect(formulas.filter((formula) => / [÷−+] −/.test(formula))).toEqual([]);
  });
});

describe('results', () => {
  test.each<[string, MeasureId, string[], Partial<Result>]>([
    // amounts: as printed, first row that states the final accounts, else an earlier phase
    [
      'basic',
      'amount',
      ['expenditure/basic/final 457.27'],
      { shown: '457.27', value: '457.27', unit: '万元', work: '', phase: '决算', funds: 'all' },
    ],
    ['basic', 'amount', ['expenditure/basic/final 1258.6'], { shown: '1,258.60', value: '1258.6' }],
    ['reception', 'amount', ['three-public/reception/final 0'], { shown: '0', value: '0', funds: 'treasury' }],
    ['basic', 'amount', ['fiscal/basic/final 3'], { row: '财政拨款基本支出', insteadOf: '', funds: 'treasury' }],
    ['public', 'amount', ['economic/general.public/final 3 name=公用'], { row: '公用', funds: 'treasury' }],
    ['expenditure', 'amount', ['expenditure/total/final 3'], { row: '支出总计', insteadOf: '本年支出合计' }],
    [
      'basic',
      'amount',
      ['expenditure/basic/adjusted 4', 'fiscal/basic/final 3'],
      { value: '3', cells: ['fiscal/basic/final'] },
    ],
    [
      'basic',
      'amount',
      ['expenditure/basic/initial 5', 'expenditure/basic/adjusted 4'],
      { value: '4', phase: '全年预算' },
    ],
    ['basic', 'amount', ['expenditure/basic/adjusted 4 note=预算未注明'], { unclear: true }],
    ['basic', 'amount', ['expenditure/basic/final 4 note=预算未注明'], { unclear: false }],
    ['staff', 'amount', ['staff/total/actual 19'], { shown: '19', unit: '人', funds: '' }],
    ['authorized', 'amount', ['staff/total/authorized 20'], { shown: '20', unit: '人' }],
    // shares: of the same funds and phase, half up
    [
      'basic',
      'share',
      ['expenditure/basic/final 457.27', 'expenditure/current/final 725.87'],
      {
        shown: '63.00',
        value: '63.00',
        unit: '%',
        work: '457.27 ÷ 725.87 ≈ 63.00%',
        cells: ['expenditure/basic/final', 'expenditure/current/final'],
      },
    ],
    [
      'basic',
      'share',
      ['expenditure/basic/final 1', 'expenditure/current/final 800'],
      { value: '0.13', work: '1 ÷ 800 ≈ 0.13%' },
    ],
    ['basic', 'share', ['expenditure/basic/adjusted 1', 'expenditure/current/adjusted 4'], { value: '25.00' }],
    ['project', 'share', ['fiscal/project/final 1', 'fiscal/expenditure/final 3'], { value: '33.33' }],
    // whose money the row is and whose the whole is are two things
    [
      'three-public',
      'share',
      ['three-public/total/final 1', 'expenditure/current/final 8'],
      { funds: 'treasury', wholeFunds: 'all' },
    ],
    [
      'three-public',
      'share',
      ['three-public/total/final 1', 'fiscal/expenditure/final 8'],
      { funds: 'treasury', wholeFunds: 'treasury' },
    ],
    ['basic', 'amount', ['expenditure/basic/final 1'], { funds: 'all', wholeFunds: '' }],
    ['income-treasury', 'share', ['income/treasury/final 1', 'income/current/final 2'], { value: '50.00' }],
    [
      'income-treasury',
      'share',
      ['fiscal/income/final 800', 'income/current/final 1249.47'],
      {
        value: '64.03',
        work: '800 ÷ 1,249.47 ≈ 64.03%',
        cells: ['fiscal/income/final', 'income/current/final'],
        funds: 'treasury',
        wholeFunds: 'all',
      },
    ],
    // per head: to the yuan
    [
      'expenditure',
      'head',
      ['expenditure/current/final 715.87', 'staff/total/actual 19'],
      { shown: '37.6774', unit: '万元/人', work: '715.87 ÷ 19 ≈ 37.6774' },
    ],
    [
      'reception',
      'head',
      ['three-public/reception/final 0.00', 'staff/total/actual 19'],
      { shown: '0', value: '0', work: '0.00 ÷ 19 = 0' },
    ],
    [
      'reception',
      'head',
      ['three-public/reception/final 0.0001', 'staff/total/actual 19'],
      { shown: '0.0000', work: '0.0001 ÷ 19 ≈ 0.0000' },
    ],
    // growth: from what this report prints, a later row where the first says nothing of the year before
    [
      'basic',
      'growth',
      ['expenditure/basic/final 110', 'expenditure/basic/change 10'],
      { shown: '+10.00', value: '10.00', work: '10 ÷ （110 − 10） = 10.00%' },
    ],
    [
      'basic',
      'growth',
      ['expenditure/basic/final 90', 'expenditure/basic/prior 100'],
      { shown: '−10.00', value: '-10.00', work: '（90 − 100） ÷ 100 = −10.00%' },
    ],
    [
      'basic',
      'growth',
      ['expenditure/basic/final 90', 'expenditure/basic/change -10', 'expenditure/basic/prior 100'],
      { value: '-10.00', work: '−10 ÷ 100 = −10.00%' },
    ],
    [
      'expenditure',
      'growth',
      ['expenditure/current/final 10', 'expenditure/total/final 12', 'expenditure/total/change 2'],
      { value: '20.00', row: '支出总计', insteadOf: '本年支出合计' },
    ],
    [
      'basic',
      'growth',
      ['expenditure/basic/final 99999', 'expenditure/basic/change -1'],
      { shown: '0.00', value: '0.00' },
    ],
    // work: what is negative stands in parentheses after an operator; ≈ where the number shown is rounded
    [
      'three-public',
      'growth',
      ['three-public/total/final 1.38', 'three-public/total/change -0.47'],
      { work: '−0.47 ÷ （1.38 − （−0.47）） ≈ −25.41%' },
    ],
    [
      'basic',
      'growth',
      ['expenditure/basic/final -5', 'expenditure/basic/prior 3'],
      { work: '（−5 − 3） ÷ 3 ≈ −266.67%' },
    ],
    [
      'basic',
      'head',
      ['expenditure/basic/final 1', 'staff/total/actual 16'],
      { value: '0.0625', work: '1 ÷ 16 = 0.0625' },
    ],
    [
      'basic',
      'head',
      ['expenditure/basic/final 1', 'staff/total/actual 32'],
      { value: '0.0313', work: '1 ÷ 32 ≈ 0.0313' },
    ],
    [
      'basic',
      'growth',
      ['expenditure/basic/final 99999', 'expenditure/basic/change -1'],
      { work: '−1 ÷ （99,999 − （−1）） ≈ 0.00%' },
    ],
    // execution: of the adjusted budget, of the initial one when only that is printed
    [
      'expenditure',
      'execution',
      ['expenditure/current/final 9', 'expenditure/current/adjusted 10', 'expenditure/current/initial 8'],
      { value: '90.00', phase: '全年预算', work: '9 ÷ 10 = 90.00%' },
    ],
    [
      'expenditure',
      'execution',
      ['expenditure/current/final 9', 'expenditure/current/initial 8'],
      { value: '112.50', phase: '年初预算' },
    ],
    [
      'expenditure',
      'execution',
      ['expenditure/current/final 9', 'expenditure/current/adjusted 10 note=未注明'],
      { unclear: true },
    ],
  ])('%s %s %j', (id, measure, cells, expected) => expect(outcome(id, measure, cells)).toMatchObject(expected));

  test.each<[string, MeasureId, string[], string]>([
    ['basic', 'amount', ['staff/total/actual 1'], '没有载明基本支出'],
    ['staff', 'head', ['staff/total/actual 1'], '人数只比人数'],
    ['authorized', 'share', ['staff/total/authorized 1'], '人数只比人数'],
    ['expenditure', 'share', ['expenditure/current/final 1'], '本项即合计，不算占比'],
    ['expenditure', 'share', ['expenditure/total/final 1'], '本项即合计，不算占比'],
    ['income', 'share', ['income/current/final 1'], '本项即合计，不算占比'],
    ['income-treasury', 'share', ['fiscal/income/final 800'], '没有载明本年收入的决算，不能算占比'],
    ['basic', 'share', ['expenditure/basic/final 1'], '没有载明本年支出的决算，不能算占比'],
    // not of another phase, not of the grand total, not of other funds
    [
      'basic',
      'share',
      ['expenditure/basic/final 1', 'expenditure/current/adjusted 1', 'expenditure/total/final 2'],
      '没有载明本年支出的决算，不能算占比',
    ],
    ['basic', 'share', ['fiscal/basic/final 1', 'expenditure/current/final 2'], '没有载明本年支出的决算，不能算占比'],
    ['basic', 'share', ['expenditure/basic/final 0', 'expenditure/current/final 0'], '本年支出合计的决算为 0，不可比'],
    ['basic', 'share', ['expenditure/basic/final 1', 'expenditure/current/final -1'], '本年支出合计的决算为负，不可比'],
    ['basic', 'head', ['expenditure/basic/final 1'], '没有载明实有人数，不能平均'],
    ['basic', 'head', ['expenditure/basic/final 1', 'staff/total/actual 0'], '实有人数为 0，不可比'],
    ['basic', 'growth', ['expenditure/basic/final 1'], '没有载明上年决算或比上年增减'],
    ['basic', 'growth', ['expenditure/basic/final 5', 'expenditure/basic/change 5'], '上年决算为 0，不可比'],
    ['basic', 'growth', ['expenditure/basic/final 5', 'expenditure/basic/prior 0'], '上年决算为 0，不可比'],
    ['basic', 'growth', ['expenditure/basic/final 5', 'expenditure/basic/change 6'], '上年决算为负，不可比'],
    ['basic', 'execution', ['expenditure/basic/final 5'], '没有同时载明预算数和决算数'],
    ['basic', 'execution', ['expenditure/basic/adjusted 5'], '没有同时载明预算数和决算数'],
    // both are printed, but not of one row
    [
      'expenditure',
      'execution',
      ['expenditure/current/adjusted 467.65', 'fiscal/expenditure/final 467.65'],
      '预算和决算所在的表不同，不配对：全年预算在“支出”，决算在“财政拨款收支”',
    ],
    [
      'expenditure',
      'execution',
      ['expenditure/total/initial 5', 'expenditure/current/final 5'],
      '预算和决算所在的项目不同，不配对：年初预算在“支出总计”，决算在“本年支出合计”',
    ],
    [
      'basic',
      'execution',
      ['expenditure/basic/final 5', 'expenditure/basic/adjusted 0'],
      '基本支出的全年预算为 0，不可比',
    ],
  ])('%s %s %j: %s', (id, measure, cells, reason) => expect(outcome(id, measure, cells)).toEqual({ reason }));

  test.each<[object, string | undefined]>([
    [{ breaks: [{ year: 2022, kind: 'scope', note: '并入' }] }, '口径有变，不算比上年'],
    [{ breaks: [{ year: 2022, kind: 'classification', note: '改' }] }, '科目有变，不算比上年'],
    [{ former_names: [{ name: '旧局', until: '2022-03-31' }] }, '名称有变，不算比上年'],
    [{ former_names: [{ name: '旧局', until: '2021' }] }, '名称有变，不算比上年'],
    [
      {
        breaks: [{ year: 2022, kind: 'scope', note: '并入' }],
        former_names: [{ name: '旧局', until: '2021-12-31' }],
      },
      '口径有变、名称有变，不算比上年',
    ],
    [{ breaks: [{ year: 2021, kind: 'scope', note: '并入' }] }, undefined],
    [{ breaks: [{ year: 2023, kind: 'scope', note: '并入' }] }, undefined],
    [{ former_names: [{ name: '旧局', until: '2022-12-31' }] }, undefined],
  ])('growth of 2022, never across a break: %j', (meta, reason) => {
    const cells = ['expenditure/current/final 715.87', 'expenditure/current/change 294.81'];
    const breaks = breaksOf({ breaks: [], former_names: [], ...meta });
    const of = (measure: MeasureId) => resultOf(reportOf(cells).checked, item('expenditure'), measure, breaks);
    expect(of('growth')).toMatchObject(reason === undefined ? { value: '70.02' } : { reason });
    expect(of('amount')).toMatchObject({ value: '715.87' });
  });

  test('the file of a report knows the breaks of its department', () => {
    const entry = reportsOf(site).find(({ department }) => department.id === '510811-xzspj')!;
    const { department } = entry;
    const growth = (breaks: typeof department.meta.breaks) =>
      compareReport(site, { ...entry, department: { ...department, meta: { ...department.meta, breaks } } }).results[
        'expenditure'
      ]!.growth;
    expect(growth([])).toMatchObject({ value: '70.02' });
    expect(growth([{ year: 2022, kind: 'scope', note: '并入' }])).toEqual({ reason: '口径有变，不算比上年' });
  });

  test('law: no share is of itself, whatever rows a report states', () => {
    const rows = [...new Set(ITEMS.flatMap((one) => [...one.rows, ...(one.base ? [one.base] : [])]))].filter(
      (row) => !/^(?:staff|economic)/.test(row),
    );
    const scopes = fc.constantFrom('treasury', 'mixed', 'unstated');
    fc.assert(
      fc.property(fc.subarray(rows, { minLength: 1 }), scopes, (stated, funds) => {
        const { checked } = reportOf(stated.map((row) => `${row}/final 8`));
        const shares = ITEMS.map((one) => resultOf(scoped(checked, { funds }), one, 'share', [])).filter(isResult);
        expect(shares.filter(({ cells }) => new Set(cells).size !== 2)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('treasury funds that are all there is: either table serves, and no funds are set apart', () => {
    const cells = ['fiscal/basic/final 1', 'expenditure/current/final 2'];
    expect(outcome('basic', 'share', cells, { funds: 'treasury' })).toMatchObject({ value: '50.00', funds: 'both' });
    expect(outcome('basic', 'amount', cells, { funds: 'mixed' })).toMatchObject({ funds: 'treasury' });
  });

  test('why a report does not state an item', () => {
    const reasons = reportsOf(site).flatMap(({ checked }) => {
      const one = resultOf(checked, item('three-public'), 'amount', []);
      return isResult(one) ? [] : [one.reason];
    });
    expect([...new Set(reasons)]).toEqual([expect.stringMatching(/^没有载明“三公”经费合计（“三公”经费表：.+）$/)]);
  });
});

describe('measures that an item can never have', () => {
  const names = MEASURES.map(({ id, name }) => ({ id, name }));
  const offered = (id: string) => comparePage(site).items.find((one) => one.id === id)!;

  test.each([
    ['expenditure', '支出不能用“占本年支出（收入）的比”：本项即合计，不算占比'],
    ['income', '收入不能用“占本年支出（收入）的比”：本项即合计，不算占比'],
    ['income-treasury', ''],
    ['basic', ''],
    ['staff', '实有人数不能用“占本年支出（收入）的比”“按实有人数平均”“比上年”“预算执行”：人数只比人数'],
    ['authorized', '编制人数不能用“占本年支出（收入）的比”“按实有人数平均”“比上年”“预算执行”：人数只比人数'],
  ])('%s: %s', (id, note) => {
    const { name, never } = offered(id);
    expect(neverNote(name, never, names)).toBe(note);
  });

  test('the page begins with an item, a measure that it can have, and its note', () => {
    const { items, note, shown } = comparePage(site);
    expect(note).toBe(neverNote(items[0]!.name, items[0]!.never, names));
    expect(items[0]!.never[shown.measure.id]).toBeUndefined();
  });

  test('law: what is offered can be had where a report states everything, what is not offered never', () => {
    const measures = ['initial', 'adjusted', 'final', 'prior'];
    const rows = [...new Set([...ITEMS.flatMap((one) => one.rows), 'fiscal/expenditure', 'income/current'])];
    const money = rows
      .filter((row) => !row.startsWith('staff/'))
      .flatMap((row) => {
        const { columns } = TABLES.find(({ id }) => id === row.split('/')[0])!;
        const more = row.startsWith('economic/') ? ' name=公用' : '';
        return measures.filter((one) => one in columns).map((one) => `${row}/${one} 8${more}`);
      });
    const { checked } = reportOf([...money, 'staff/total/actual 4', 'staff/total/authorized 4'], KEYS);
    for (const one of ITEMS)
      for (const { id } of MEASURES)
        expect([one.id, id, isResult(resultOf(checked, one, id, []))]).toEqual([
          one.id,
          id,
          neverOf(one, id) === undefined,
        ]);
  });
});

const result: Result = {
  shown: '1.00',
  value: '1',
  unit: '万元',
  work: '',
  row: '本年支出合计',
  insteadOf: '',
  phase: '决算',
  unclear: false,
  funds: 'both',
  wholeFunds: '',
  cells: [],
  findings: [],
};
const report: CompareReport = {
  department: 'a',
  year: 2022,
  name: '甲局',
  href: 'departments/a/2022/',
  units: '本级',
  staff: '行政人员',
  breaks: [],
  cells: {},
  findings: {},
  results: {},
};
const other = { ...report, department: 'b', name: '乙局' };

describe('warnings', () => {
  const say = (a: object, b: object, measure = 'amount') =>
    warningsOf(
      [
        { report: { ...report, ...a, cells: {} }, result: { ...result, ...a } },
        { report: { ...other, ...b, cells: {} }, result: { ...result, ...b } },
      ],
      measure,
    );
  test.each<[string, object, object, string[], string?]>([
    ['nothing differs', {}, {}, []],
    ['units', {}, { unit: '人' }, ['单位不同：甲局 2022 万元；乙局 2022 人。']],
    ['years', {}, { year: 2020 }, ['年度不同：2020、2022 年。']],
    ['scope', {}, { units: '含下属单位' }, ['金额的范围不同：甲局 2022 本级；乙局 2022 含下属单位。']],
    [
      'scope unstated',
      {},
      { units: '文件未说明' },
      ['金额的范围不明，可能不同：甲局 2022 本级；乙局 2022 文件未说明。'],
    ],
    [
      'scope of people',
      { funds: '' },
      { funds: '', units: '文件未说明' },
      ['人数的范围不明，可能不同：甲局 2022 本级；乙局 2022 文件未说明。'],
    ],
    [
      'scope of people, known to differ',
      { funds: '' },
      { funds: '', units: '含下属单位' },
      ['人数的范围不同：甲局 2022 本级；乙局 2022 含下属单位。'],
    ],
    [
      'scope of people unstated by all',
      { funds: '', units: '文件未说明' },
      { funds: '', units: '文件未说明' },
      ['各份文件都没有说明人数含不含下属单位。'],
    ],
    [
      'scope unstated by all',
      { units: '文件未说明' },
      { units: '文件未说明' },
      ['各份文件都没有说明金额含不含下属单位。'],
    ],
    ['funds', { funds: 'treasury' }, { funds: 'all' }, ['资金不同：甲局 2022 财政拨款；乙局 2022 全部资金。']],
    ['funds that are all there is', { funds: 'both' }, { funds: 'all' }, []],
    ['funds that are all there is', { funds: 'both' }, { funds: 'treasury' }, []],
    [
      'funds of the whole',
      { wholeFunds: 'treasury' },
      { wholeFunds: 'all' },
      ['分母的资金不同：甲局 2022 财政拨款；乙局 2022 全部资金。'],
      'share',
    ],
    ['phase', {}, { phase: '全年预算' }, ['阶段不同：甲局 2022 决算；乙局 2022 全年预算。']],
    [
      'budget',
      { phase: '年初预算' },
      { phase: '全年预算' },
      ['所比的预算不同：甲局 2022 年初预算；乙局 2022 全年预算。'],
      'execution',
    ],
    [
      'row',
      {},
      { row: '支出总计', insteadOf: '本年支出合计' },
      ['取自不同的项目：甲局 2022 本年支出合计；乙局 2022 支出总计。'],
    ],
    [
      'a row that stands in for all',
      { row: '支出总计', insteadOf: '本年支出合计' },
      { row: '支出总计', insteadOf: '本年支出合计' },
      ['这里的数取自支出总计，不是本年支出合计。'],
    ],
    [
      'rows that stand in, of two tables',
      { row: '支出总计', insteadOf: '本年支出合计' },
      { row: '一般公共预算财政拨款支出', insteadOf: '本年财政拨款支出' },
      ['取自不同的项目：甲局 2022 支出总计；乙局 2022 一般公共预算财政拨款支出。'],
    ],
    ['the same row of the treasury table', {}, { row: '本年财政拨款支出' }, []],
    ['unclear', {}, { unclear: true }, ['乙局 2022 的预算，文件没有说明是年初还是全年的。']],
    [
      'staff, per head',
      { cells: ['expenditure/current/final', HEADS] },
      { cells: ['expenditure/current/final', HEADS], staff: '未分类别' },
      ['人数包含的人不同：甲局 2022 行政人员；乙局 2022 未分类别。'],
      'head',
    ],
    [
      'staff, their number',
      { cells: [HEADS], funds: '' },
      { cells: [HEADS], funds: '', staff: '未分类别' },
      ['人数包含的人不同：甲局 2022 行政人员；乙局 2022 未分类别。'],
    ],
    ['staff of amounts', {}, { staff: '未分类别' }, []],
    ['findings', { findings: ['x'] }, {}, ['甲局 2022 所用的数有登记的差异，见表中的号。']],
    [
      'a break between years of a department',
      { breaks: [{ year: 2021, kind: 'scope', what: '口径有变', note: '并入' }] },
      { department: 'a', name: '甲局', year: 2020 },
      ['年度不同：2020、2022 年。', '甲局 2021 年起口径有变，与以前各年不可比：并入。'],
    ],
    [
      'a break of another department',
      { breaks: [{ year: 2021, kind: 'scope', what: '口径有变', note: '并入' }] },
      { year: 2020 },
      ['年度不同：2020、2022 年。'],
    ],
  ])('%s', (_, a, b, lines, measure) => expect(say(a, b, measure)).toEqual(lines));
});

describe('the address', () => {
  const offer: Offer = {
    knows: (key) => /^a\/20\d\d$/.test(key),
    items: ['expenditure', 'basic'],
    measures: ['amount', 'share'],
    never: (item, measure) =>
      item === 'expenditure' && measure === 'share' ? '支出不能用“占比”：本项即合计' : undefined,
    sorts: ['chosen', 'value'],
    most: 6,
  };
  const start = ['a/2000'];
  const first = { reports: start, item: 'expenditure', measure: 'amount', sort: 'chosen' };
  const seven = ['1', '2', '3', '4', '5', '6', '7'].map((digit) => `a/201${digit}`);
  test.each<[string, object, string[]]>([
    ['', {}, []],
    ['?reports=', { reports: [] }, []],
    [
      '?reports=a/2022,a/2020&item=basic&measure=share&sort=value',
      { reports: ['a/2022', 'a/2020'], item: 'basic', measure: 'share', sort: 'value' },
      [],
    ],
    ['?reports=a%2F2022%2Ca%2F2020', { reports: ['a/2022', 'a/2020'] }, []],
    ['?reports=a/2022,a/2022', { reports: ['a/2022'] }, []],
    ['?reports=a/2022,b/2020,%3Cb%3E', { reports: ['a/2022'] }, ['本站没有地址里的报告 “b/2020”、“<b>”，其余照列。']],
    [
      `?reports=${seven.join(',')}`,
      { reports: seven.slice(0, 6) },
      ['最多比较 6 份报告，地址里有 7 份，只列前 6 份。'],
    ],
    [
      `?reports=${['z/1', ...seven.slice(0, 6)].join(',')}`,
      { reports: seven.slice(0, 6) },
      ['本站没有地址里的报告 “z/1”，其余照列。'],
    ],
    [
      '?item=gold&measure=rank&sort=worst',
      {},
      [
        '地址里的项目“gold”本站没有，改用默认的。',
        '地址里的比法“rank”本站没有，改用默认的。',
        '地址里的次序“worst”本站没有，改用默认的。',
      ],
    ],
    ['?item=expenditure&measure=share', {}, ['地址里的比法用不上：支出不能用“占比”：本项即合计。改用默认的。']],
    ['?measure=share&item=basic', { item: 'basic', measure: 'share' }, []],
    [
      '?measure=share&item=gold',
      {},
      ['地址里的项目“gold”本站没有，改用默认的。', '地址里的比法用不上：支出不能用“占比”：本项即合计。改用默认的。'],
    ],
    [`?item=${'x'.repeat(60)}`, {}, [`地址里的项目“${'x'.repeat(40)}…”本站没有，改用默认的。`]],
  ])('%s', (search, choice, problems) =>
    expect(readAddress(search, offer, start)).toEqual({ choice: { ...first, ...choice }, problems }),
  );

  test('what is written is read back', () => {
    const choice = { reports: ['a/2022', 'a/2020'], item: 'basic', measure: 'share', sort: 'value' };
    expect(writeAddress(choice)).toBe('?reports=a/2022,a/2020&item=basic&measure=share&sort=value');
    expect(readAddress(writeAddress(choice), offer, start).choice).toEqual(choice);
  });
});

describe('side by side', () => {
  const all = reportsOf(site);
  const reports = all.map((entry) => compareReport(site, entry));
  const basic = { id: 'basic', name: '基本支出' };
  const share = { id: 'share', name: '占比' };

  test('every item by every measure of every report is a result with its cells, or a reason', () => {
    for (const one of reports) {
      expect(Object.keys(one.results)).toEqual(ITEMS.map(({ id }) => id));
      for (const measures of Object.values(one.results)) {
        expect(Object.keys(measures)).toEqual(MEASURES.map(({ id }) => id));
        const outcomes = Object.values(measures);
        const good = outcomes.filter(isResult);
        expect(outcomes.filter((each) => !isResult(each) && each.reason === '')).toEqual([]);
        expect(good.flatMap(({ cells }) => cells.filter((address) => !one.cells[address]))).toEqual([]);
        expect(good.flatMap(({ findings }) => findings.filter((id) => !one.findings[id]))).toEqual([]);
        expect(good.filter(({ value }) => !/^-?\d+(\.\d+)?$/.test(value))).toEqual([]);
      }
    }
  });

  test('rows as chosen, or the largest first by exact value; what has none comes last', () => {
    const keys = (sort: string) => comparison(reports, basic, share, sort).rows.map(({ key }) => key);
    expect(keys('chosen')).toEqual(reports.map(({ department, year }) => `${department}/${year}`));
    const big = ['900719925474099.2', '900719925474099.3', '', '-1', '0.0000000002', '0.0000000010', '10'].map(
      (value, index) => ({
        ...report,
        department: String(index),
        results: { basic: { share: value === '' ? { reason: '没有' } : { ...result, value } } as never },
      }),
    );
    expect(comparison(big, basic, share, 'value').rows.map(({ value }) => value)).toEqual([
      '900719925474099.3',
      '900719925474099.2',
      '10',
      '0.0000000010',
      '0.0000000002',
      '-1',
      '',
    ]);
  });

  test('what stands in for the usual row, and the funds of another whole, are named', () => {
    const one = (outcome: object) => ({ ...report, results: { basic: { share: { ...result, ...outcome } } } as never });
    const total = one({ row: '支出总计', insteadOf: '本年支出合计', funds: 'treasury', wholeFunds: 'all' });
    expect(comparison([total], basic, share, 'chosen')).toMatchObject({
      title: '基本支出（取自支出总计）：占比',
      warnings: ['这里的数取自支出总计，不是本年支出合计。'],
      rows: [{ note: '支出总计；决算；财政拨款；分母：全部资金；范围：本级' }],
    });
    expect(comparison([total, one({})], basic, share, 'chosen').title).toBe('基本支出：占比');
    const same = one({ funds: 'treasury', wholeFunds: 'treasury' });
    expect(comparison([same], basic, share, 'chosen').rows[0]!.note).toBe('本年支出合计；决算；财政拨款；范围：本级');
  });

  test('the file has a row for each report, with its reason where there is no value', () => {
    const rows = csvRows(comparison(reports, item('three-public'), MEASURES[0], 'chosen'));
    expect(Object.keys(rows[0]!)).toEqual(CSV_COLUMNS.map(({ id }) => id));
    expect(rows.map(({ year, value, unit }) => `${year} ${value}${unit}`)).toEqual([
      '2021 ',
      '2020 0万元',
      '2022 1.38万元',
      '2021 ',
      '2024 ',
    ]);
    expect(rows[0]!['note']).toMatch(/^没有载明/);
    expect(rows[2]).toMatchObject({
      department: '510811-xzspj',
      name: '昭化区行政审批局',
      item: '“三公”经费合计',
      measure: '金额或人数',
    });
  });

  test('departments that share a short name are told apart by their id', () => {
    const twin = site.departments.map((one, index) => ({
      ...one,
      department: { ...one.department, meta: { ...one.department.meta, short: index < 2 ? '审批局' : `${index}` } },
    }));
    expect(compareIndex({ ...site, departments: twin }).map(({ name }) => name)).toEqual([
      '审批局（130123-xzspj）',
      '审批局（510303-xzspj）',
      '2',
      '3',
      '4',
    ]);
  });
});
