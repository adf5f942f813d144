/** The sentences of the five reports, pinned: they may say what the data says and no more. */
import { describe, expect, test } from 'vitest';
import { loadSite, reportsOf } from '../../src/site/site.ts';
import type { Break } from '../../src/views/breaks.ts';
import { headline, hundred, sectionTitle } from '../../src/views/headline.ts';
import { reportView } from '../../src/views/report.ts';
import { reportOf } from './make-report.ts';

const site = loadSite('data');

describe.each(reportsOf(site).map((entry) => [`${entry.department.id}/${entry.checked.report.year}`, entry] as const))(
  '%s',
  (_, { department, checked }) => {
    test('title, description, headline and section titles', async () => {
      const view = reportView(department, checked, site);
      const lines = [
        view.title,
        view.description,
        view.headline,
        ...view.sections.map(({ id, title }) => `${id}: ${title}`),
        ...(view.hundred ?? []).map(({ label, yuan }) => `100 元: ${label} ${yuan}`),
      ];
      const file = `../fixtures/sentences/${department.id}-${checked.report.year}.txt`;
      await expect(`${lines.join('\n').replaceAll('\u00A0', ' ').replaceAll('\u2060', '')}\n`).toMatchFileSnapshot(
        file,
      );
    });
  },
);

describe('headlines', () => {
  const of = (cells: readonly string[], breaks: readonly Break[] = []) =>
    headline(reportOf(cells).checked, '某局', breaks).replace('2022 年，某局', '');
  test.each([
    [['expenditure/current/final 10', 'income/current/final 10'], '收入、支出各 10.00 万元'],
    [['expenditure/current/final 10', 'income/current/final 12'], '收入 12.00 万元，支出 10.00 万元'],
    [['expenditure/current/final 10'], '支出 10.00 万元'],
    [['income/current/final 12'], '收入 12.00 万元'],
    [['fiscal/expenditure/final 10', 'fiscal/income/final 10'], '财政拨款收入、支出各 10.00 万元'],
    [['fiscal/expenditure/final 10', 'income/current/final 10'], '财政拨款支出 10.00 万元'],
    [
      ['expenditure/current/final 10', 'expenditure/current/change -2'],
      '支出 10.00 万元，比上年减少 2.00 万元（16.67%）',
    ],
    [['expenditure/current/final 10', 'expenditure/current/change 0'], '支出 10.00 万元'],
    [['expenditure/current/final 10', 'expenditure/current/change 10'], '支出 10.00 万元，比上年增加 10.00 万元'],
    [
      ['expenditure/current/final 10', 'expenditure/total/final 12', 'expenditure/total/change 2'],
      '支出 10.00 万元，收支总计比上年增加 2.00 万元（20.00%）',
    ],
  ])('%j', (cells, sentence) => expect(of(cells)).toBe(sentence));

  test.each([
    [2022, 'expenditure/current/change -2', '支出 10.00 万元，比上年减少 2.00 万元（口径有变）'],
    [2022, 'expenditure/current/change 10', '支出 10.00 万元，比上年增加 10.00 万元（口径有变）'],
    [2022, 'expenditure/current/change 0', '支出 10.00 万元'],
    [2021, 'expenditure/current/change -2', '支出 10.00 万元，比上年减少 2.00 万元（16.67%）'],
    [2023, 'expenditure/current/change -2', '支出 10.00 万元，比上年减少 2.00 万元（16.67%）'],
  ])('a break in %i: no rate is computed across it; %s', (year, change, sentence) => {
    const parted = { year, kind: 'scope', what: '口径有变', note: '并入' } as const;
    expect(of(['expenditure/current/final 10', change], [parted])).toBe(sentence);
  });

  test('the report page knows the breaks of its department', () => {
    const { department, checked } = reportsOf(site).find((entry) => entry.department.id === '510811-xzspj')!;
    const renamed = { ...department.meta, former_names: [{ name: '旧局', until: '2021' }] };
    const sentence = reportView({ ...department, meta: renamed }, checked, site).headline.replaceAll('\u00A0', ' ');
    expect(sentence.replaceAll('\u2060', '')).toContain('比上年增加 294.81 万元（名称有变）');
  });

  test('a report without amounts', () => expect(of(['staff/total/actual 19'])).toBe('某局 2022 年度'));
});

describe('section titles', () => {
  const say = (table: string, ...cells: string[]) =>
    sectionTitle(reportOf(cells, { economic: ['fund', 'code'], functional: ['fund', 'code'] }).checked, table, '原名');
  test.each([
    ['three-public', ['three-public/total/final 0'], '“三公”经费为 0'],
    [
      'three-public',
      ['three-public/total/final 3', 'three-public/abroad/final 1', 'three-public/reception/final 2'],
      '“三公”经费 3.00 万元',
    ],
    ['three-public', ['three-public/reception/final 2'], '原名'],
    ['expenditure', ['expenditure/current/final 10'], '本年支出 10.00 万元'],
    ['expenditure', ['expenditure/basic/final 10'], '原名'],
    ['staff', ['staff/administrative/authorized 8'], '原名'],
    ['operating', ['operating/procurement/final 0'], '政府采购支出 0'],
    [
      'income',
      ['income/current/final 10', 'income/general/final 9'],
      '本年收入 10.00 万元，一般公共预算财政拨款收入占 90.00%',
    ],
  ] as const)('%s %j', (table, cells, title) => expect(say(table, ...cells)).toBe(title));
});

describe('each hundred yuan', () => {
  const slices = (...cells: string[]) =>
    hundred(reportOf(cells, { functional: ['fund', 'code'] }).checked)?.map(({ label, yuan }) => `${label} ${yuan}`);
  test('funds are never added up: 一般公共预算 where it is listed, else all money', () => {
    const all = ['functional/all.201/final 6 name=甲', 'functional/all.208/final 4 name=乙'];
    const general = ['functional/general.201/final 3 name=甲', 'functional/general.208/final 1 name=乙'];
    expect(slices(...all, ...general)).toEqual(['甲 75.00', '乙 25.00']);
    expect(slices(...all)).toEqual(['甲 60.00', '乙 40.00']);
  });
  test('by functional class where there are two', () =>
    expect(slices('functional/general.201/final 3 name=甲', 'functional/general.208/final 1 name=乙')).toEqual([
      '甲 75.00',
      '乙 25.00',
    ]));
  test('else by basic and project', () =>
    expect(slices('expenditure/basic/final 1', 'expenditure/project/final 2')).toEqual([
      '项目支出 66.67',
      '基本支出 33.33',
    ]));
  test('nothing where the report does not say', () => expect(slices('expenditure/current/final 1')).toBeUndefined());
});
