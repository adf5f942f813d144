/** Charts: titles that say what is printed and no more, colours that keep their meaning and can be told apart. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { configure } from '../../src/charts/configure.ts';
import { loadSite, reportsOf } from '../../src/site/site.ts';
import { embedViews } from '../../src/views/embed.ts';
import { sectionTitle } from '../../src/views/headline.ts';
import { chartView } from '../../src/views/charts.ts';
import { tableView } from '../../src/views/table.ts';
import { reportOf } from './make-report.ts';

const site = loadSite('data');

test.each([
  [
    '510811-xzspj/2022',
    {
      'three-public': '“三公”经费的决算：合计 1.38 万元，全部是公务接待费',
      projects: '4 个项目的全年预算与决算：决算最多的是“村能办”便民服务平台建设项目，258.60 万元',
      attainment: '指标达到 15 项，未达到 2 项，无法判断 0 项',
      staff: '各类人员的编制与实有：编制 19 人，实有 19 人，其中事业人员 15 人',
    },
  ],
  ['511113-xzspj/2024', { staff: '实有 20 人，其中事业人员 13 人' }],
  ['511100-yshjj/2021', { staff: '各类人员的编制与实有：实有 31 人，其中行政人员 23 人' }],
  ['510303-xzspj/2020', { projects: '5 个项目的年初预算、全年预算与决算：决算最多的是办公场地租赁费，31.63 万元' }],
])('titles of %s', (id, titles) => {
  const entry = reportsOf(site).find(({ checked: { report } }) => report.folder.includes(id))!;
  const all = Object.fromEntries(embedViews(entry, site).map(({ portable }) => [portable.name, portable.title]));
  expect(all).toMatchObject(titles);
});

describe('titles of small reports', () => {
  const title = (table: string, cells: readonly string[]) => {
    const { checked } = reportOf(cells, { projects: ['project'] });
    return chartView(
      checked,
      tableView(checked, checked.report.tables.get(table)!, () => undefined),
    )?.title;
  };
  const rows = ['staff/administrative/actual 5', 'staff/institution/actual 13'];
  test.each([
    ['staff', rows, '各类人员的实有'],
    ['staff', [...rows, 'staff/total/authorized 20'], '各类人员的实有'],
    ['staff', [...rows, 'staff/total/actual 9'], '实有 9 人'],
    ['staff', ['staff/total/actual 10', 'staff/administrative/actual 5', 'staff/institution/actual 5'], '实有 10 人'],
    [
      'projects',
      ['projects/a/adjusted 3 name=甲', 'projects/b/final 1 name=乙', 'projects/c/final 2 name=丙'],
      '3 个项目的全年预算与决算：印出决算的 2 个里，最多的是丙，2.00 万元',
    ],
    ['projects', ['projects/a/final 2 name=甲', 'projects/b/final 2 name=乙'], '2 个项目的决算'],
    [
      'three-public',
      ['three-public/total/final 3', 'three-public/abroad/final 1', 'three-public/reception/final 2'],
      '“三公”经费的决算：合计 3.00 万元，其中公务接待费 2.00 万元',
    ],
  ])('%s %j', (table, cells, expected) => expect(title(table, cells)).toBe(expected));
});

describe('the chart of functional classes draws one fund and never adds funds up', () => {
  const chart = (...cells: string[]) => {
    const { checked } = reportOf(cells, { functional: ['fund', 'code'] });
    return chartView(
      checked,
      tableView(checked, checked.report.tables.get('functional')!, () => undefined),
    );
  };
  const all = ['functional/all.201/final 6 name=甲', 'functional/all.208/final 4 name=乙'];
  const general = ['functional/general.201/final 3 name=甲', 'functional/general.208/final 1 name=乙'];
  test.each([
    ['一般公共预算 where it is listed', [...all, ...general], 'functional-general', ['general.201', 'general.208']],
    ['else all money', all, 'functional-all', ['all.201', 'all.208']],
  ])('%s', (_, cells, table, rows) => expect(chart(...cells)).toMatchObject({ table, rows }));
});

test.each([
  [['projects/a/final 2 name=甲', 'projects/b/final 3 name=乙'], '2 个项目，金额最大的是乙，3.00 万元'],
  [
    ['projects/a/final 2 name=甲', 'projects/b/final 3 name=乙', 'projects/c/final  name=丙'],
    '3 个项目，印出金额的 2 个项目里，最大的是乙，3.00 万元',
  ],
  [['projects/a/final 2 name=甲', 'projects/b/final  name=乙'], '2 个项目，印出金额的是甲，2.00 万元'],
  [['projects/a/final 2 name=甲', 'projects/b/adjusted 2 name=乙'], '2 个项目'],
])('the section of projects %j', (cells, expected) =>
  expect(sectionTitle(reportOf(cells, { projects: ['project'] }).checked, 'projects', '原名')).toBe(expected),
);

test('what the site judges says so in its source, and names all documents in force', () => {
  for (const entry of reportsOf(site)) {
    const { sources } = entry.checked.report.meta;
    const superseded = new Set(sources.map(({ supersedes }) => supersedes));
    for (const { portable } of embedViews(entry, site).filter(({ table }) => table.id === 'attainment')) {
      expect(portable.source).toContain('达到与否由本站按印出的目标与实际判断，不采用自报完成率。');
      const inForce = sources.filter(({ id }) => !superseded.has(id)).map(({ title }) => title);
      expect(inForce.filter((title) => !portable.source.includes(`《${title}》`))).toEqual([]);
    }
  }
});

describe('colours', () => {
  const painted = (kind: string, measures: string) => {
    const figure = { dataset: { chart: kind, measures, unit: '' } } as unknown as HTMLElement;
    const series = measures.split(' ').map((name) => ({ name, values: [1], texts: ['1'], exact: ['1'] }));
    const sheet = { colour: (token: string) => token, width: 800, font: 12, alone: false };
    const { data } = configure(figure, { labels: ['甲'], series }, sheet);
    return data.datasets.map(({ backgroundColor }) => backgroundColor);
  };

  test('a measure has its colour whatever stands beside it', () => {
    const [initial, adjusted, final] = painted('bar', 'initial adjusted final');
    expect(new Set([initial, adjusted, final]).size).toBe(3);
    expect(painted('bar', 'adjusted final')).toEqual([adjusted, final]);
    expect(painted('bar', 'adjusted final prior').slice(0, 2)).toEqual([adjusted, final]);
    const [authorized, actual] = painted('bar', 'authorized actual');
    expect(painted('bar', 'actual')).toEqual([actual]);
    expect(authorized).not.toBe(actual);
  });

  test('years have theirs by order', () => expect(painted('bar', 'y2021 y2022')).toEqual(['--chart-1', '--chart-2']));

  const css = readFileSync('src/styles/tokens.css', 'utf8');
  const [light, dark] = css.split('@media') as [string, string];
  const luminance = (scheme: string, token: string) => {
    const hex = new RegExp(`${token}: #([0-9a-f]{6});`).exec(scheme)![1]!;
    const [r, g, b] = hex.match(/../g)!.map((two) => {
      const part = Number.parseInt(two, 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (scheme: string, one: string, two: string) => {
    const [high, low] = [luminance(scheme, one), luminance(scheme, two)].sort((a, b) => b - a) as [number, number];
    return (high + 0.05) / (low + 0.05);
  };

  test.each([
    ['light', light],
    ['dark', dark],
  ])('verdicts are neither red nor green; in the %s their numbers are legible and their edges seen', (_, scheme) => {
    const tokens = painted('stacked', 'met not-met unknown') as string[];
    expect(tokens).toEqual(['--accent', '--chart-5', '--faint']);
    for (const [index, ink] of ['--paper', '--ink', '--ink'].entries())
      expect(contrast(scheme, tokens[index]!, ink)).toBeGreaterThan(4.5);
    // Lightness alone tells met from not met.
    expect(contrast(scheme, '--accent', '--chart-5')).toBeGreaterThan(3);
    expect(contrast(scheme, '--soft', '--paper')).toBeGreaterThan(3);
  });
});
