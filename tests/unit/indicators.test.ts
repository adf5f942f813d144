/** The list of all indicators and volumes: nothing left out, nothing added, said as printed. */
import { describe, expect, test } from 'vitest';
import { allRows } from '../../src/derive/tables.ts';
import { indicatorsDownload } from '../../src/derive/indicators.ts';
import { loadSite, reportsOf } from '../../src/site/site.ts';
import { tableById } from '../../src/tables/index.ts';
import { itemOf } from '../../src/tables/table.ts';
import { attainmentCounts } from '../../src/views/attainment.ts';
import { COLUMNS, rowOf, shownRow, type IndicatorRow, type IndicatorsData } from '../../src/views/indicator-row.ts';
import { indicatorsData, indicatorsView, LISTED } from '../../src/views/indicators.ts';
import { quantityOf } from '../../src/views/quantity.ts';

const site = loadSite('data');
const data = indicatorsData(site);
const rows = data.rows.map((fields) => rowOf(fields, Object.keys(data.columns)));

describe('quantities', () => {
  const nothing = { operator: '', value: '', high: '', unit: '', text: '' };
  test.each([
    [{ operator: '≥', value: '95', unit: '%' }, '≥ 95', '%', ''],
    [{ operator: '≈', value: '84112', unit: '件' }, '约 84,112', '件', ''],
    [{ value: '3', high: '5', unit: '个工作日' }, '3 至 5', '个工作日', ''],
    [{ value: '5.50', unit: '元/吨' }, '5.50', '元/吨', ''],
    [{ value: '12' }, '12', '（未印单位）', ''],
    [{ value: '-0.47', unit: '万元' }, '\u22120.47', '万元', ''],
    [{ text: '正常进行' }, '', '', '正常进行'],
    [{ value: '3', unit: '年', text: '2020年5月1日起' }, '3', '年', '2020年5月1日起'],
    [{}, '', '', ''],
  ])('%j', (printed, number, unit, words) =>
    expect(quantityOf({ ...nothing, ...printed })).toEqual({ number, unit, words }),
  );
});

describe('rows', () => {
  test.each(['indicators', 'metrics'])('every row of %s, once, with its numbers', (id) => {
    const table = tableById(id)!;
    const curated = allRows(site, table).rows;
    const listed = rows.filter(({ kind }) => kind === id);
    expect(curated.length).toBeGreaterThan(100);
    const address = (department: string, year: string, item: string) => `${department}/${year}/${item}`;
    const at = new Map(listed.map((row) => [address(row.department, row.year, row.item), row]));
    expect(at.size).toBe(listed.length);
    expect(listed.length).toBe(curated.length);
    for (const values of curated) {
      const row = at.get(address(values['department']!, values['year']!, itemOf(table, values)))!;
      const numbers = (record: Readonly<Record<string, string>>, names: readonly string[]) =>
        names.map((name) => record[name] ?? '').filter((value) => value !== '');
      const columns = Object.keys(table.columns).filter((name) =>
        /^(?:target|actual|value|high|unit|operator|comp)/.test(name),
      );
      expect(
        numbers(
          row,
          Object.keys(COLUMNS).filter((name) => /^(?:target|actual|comp)/.test(name)),
        ).sort(),
      ).toEqual(numbers(values, columns).sort());
    }
  });

  test('a volume that was promised or aimed at stands with the targets, one reached or before with the results', () => {
    const sides = new Set(
      rows
        .filter(({ role }) => role !== '')
        .map(({ role, target, actual }) => `${role} ${target === '' ? '' : 'target'}${actual === '' ? '' : 'actual'}`),
    );
    const allowed = ['target target', 'promise target', 'result actual', 'before actual'];
    expect([...sides].filter((side) => !allowed.includes(side))).toEqual([]);
    expect(sides.size).toBeGreaterThan(2);
  });

  test('as many are met, not met and not to be judged as the reports count', () => {
    for (const result of ['met', 'not-met', 'unknown'] as const) {
      const counted = reportsOf(site).reduce((sum, { checked }) => sum + attainmentCounts(checked)[result], 0);
      expect(counted).toBeGreaterThan(0);
      expect(rows.filter((row) => row.result === result).length).toBe(counted);
    }
    expect(rows.filter(({ kind, result }) => kind === 'metrics' && result !== '')).toEqual([]);
  });

  test('indicators before volumes, latest year first, then by department', () => {
    const order = rows.map(({ kind, year, department }) => `${kind} ${9999 - Number(year)} ${department}`);
    expect(order).toEqual([...order].sort());
  });

  test('places by name are a permutation; equal names stand together, 拼音 from a to z', () => {
    expect([...data.byName].sort((a, b) => a - b)).toEqual(rows.map((_, index) => index));
    const names: string[] = [];
    for (const [index, place] of data.byName.entries()) names[place] = rows[index]!.name;
    const place = (name: string) => names.indexOf(name);
    expect(place('办公设备设施配备数量')).toBeLessThan(place('窗口工作人员数量'));
    expect(place('窗口工作人员数量')).toBeLessThan(place('政务服务大厅面积'));
    expect(new Set(names.filter((name, index) => index === 0 || names[index - 1] !== name)).size).toBe(
      names.filter((name, index) => index === 0 || names[index - 1] !== name).length,
    );
  });
});

describe('what is shown', () => {
  const find = (kind: string, item: string, year: string) =>
    shownRow(
      rows.find((row) => row.kind === kind && row.item === item && row.year === year)!,
      data.names,
    );

  test('an indicator that is not met, with both sides, the stated completion and the reason', () => {
    expect(find('indicators', '大厅运行.大厅面积', '2021')).toEqual({
      href: 'departments/511100-yshjj/2021/#indicators/大厅运行.大厅面积',
      where: '乐山市营商环境服务管理局 2021',
      name: '政务服务大厅面积',
      under: '绩效指标：政务大厅运行经费项目 › 产出指标 › 数量指标',
      'target-number': '≤ 15,000',
      'target-unit': '平方米',
      'target-words': '',
      'actual-number': '15,150',
      'actual-unit': '平方米',
      'actual-words': '',
      result: '未达到',
      tag: 'not-met',
      reason: '',
      completion: '100%',
    });
    expect(find('indicators', 'department.交易服务', '2022')).toMatchObject({
      under: '绩效指标：部门整体 › 产出指标 › 数量指标',
      'target-number': '50',
      'actual-number': '31',
      reason: '自述原因：受疫情影响，项目减少',
      completion: '—',
    });
  });

  test('a volume has one number, and its other column stays empty', () => {
    expect(find('metrics', '事项发布率.target', '2022')).toMatchObject({
      under: '工作量与成效（目标）：政务服务',
      'target-number': '100',
      'target-unit': '%',
      'actual-number': '',
      'actual-words': '',
      result: '',
      completion: '',
    });
  });

  test('what a document does not print is said to be so', () => {
    const empty = Object.fromEntries(Object.keys(COLUMNS).map((id) => [id, ''])) as IndicatorRow;
    expect(shownRow({ ...empty, kind: 'indicators' }, data.names)).toMatchObject({
      'target-words': '—',
      'actual-words': '—',
      completion: '—',
      reason: '',
    });
  });

  test('the page lists the first rows and says how many there are', () => {
    const view = indicatorsView(site);
    expect(view.total).toBe(view.indicators + view.metrics);
    expect(view.total).toBe(rows.length);
    expect(view.rows).toEqual(rows.slice(0, LISTED).map((row) => shownRow(row, data.names)));
    expect(Object.keys(view.blank)).toEqual(Object.keys(view.rows[0]!));
    expect(Object.values(view.blank).join('')).toBe('—');
  });

  test('every choice of the filter finds something', () => {
    const columns: Record<string, readonly (keyof IndicatorRow)[]> = { unit: ['target_unit', 'actual_unit'] };
    for (const { name, choices } of indicatorsView(site).fields.filter((field) => field.name !== 'sort'))
      for (const { value } of choices ?? []) {
        const found = rows.filter((row) =>
          (columns[name] ?? [name as keyof IndicatorRow]).some((id) => row[id] === value),
        );
        expect(found.length, `${name}=${value}`).toBeGreaterThan(0);
      }
  });
});

test('the download is what the page is made from', async () => {
  const { path, content } = indicatorsDownload(site);
  expect(path).toBe('data/indicators.json');
  expect(JSON.parse(String(await content())) as IndicatorsData).toEqual(data);
});
