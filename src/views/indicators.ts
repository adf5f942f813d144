/** All indicators and all volumes of all reports, in one list. */
import { pinyin } from 'pinyin-pro';
import { attainment } from '../checks/attainment.ts';
import type { CheckedReport } from '../checks/check.ts';
import type { CsvRow } from '../load/csv.ts';
import { reportsOf, type Site, type SiteReport } from '../site/site.ts';
import { indicators } from '../tables/indicators.ts';
import { metrics } from '../tables/metrics.ts';
import { itemOf, nameOf } from '../tables/table.ts';
import { ATTAINMENT_NAMES, isJudged, projectName } from './attainment.ts';
import { choicesOf, type Choice, type Field } from './fields.ts';
import {
  COLUMNS,
  shownRow,
  type ColumnId,
  type IndicatorRow,
  type IndicatorsData,
  type Names,
  type ShownRow,
} from './indicator-row.ts';

/** Where the browser finds all rows. */
export const INDICATORS_PATH = 'data/indicators.json';
/** Rows that the page holds, and that the browser adds at a time. */
export const LISTED = 200;

export interface IndicatorsView {
  readonly total: number;
  readonly indicators: number;
  readonly metrics: number;
  readonly step: number;
  readonly rows: readonly ShownRow[];
  /** A row without texts, to be filled by the browser. */
  readonly blank: ShownRow;
  readonly fields: readonly Field[];
}

const NAMES: Names = {
  kind: { [indicators.id]: indicators.title, [metrics.id]: metrics.title },
  role: metrics.columns.role.values!,
  result: ATTAINMENT_NAMES,
};

const EMPTY = Object.fromEntries(Object.keys(COLUMNS).map((column) => [column, ''])) as IndicatorRow;

/** A link without a text would not be valid, even where it is never seen. */
const BLANK = {
  ...(Object.fromEntries(Object.keys(shownRow(EMPTY, NAMES)).map((slot) => [slot, ''])) as unknown as ShownRow),
  where: '—',
};

/** Columns of a quantity in the list, as a target or as a result. */
const SIDE = { target: 'target', promise: 'target', result: 'actual', before: 'actual' } as const;

/** Every row: indicators before volumes, latest year first, then by department, then in the order of the files. */
function allRows(site: Site): IndicatorRow[] {
  const reports = reportsOf(site).toSorted((a, b) => b.checked.report.year - a.checked.report.year);
  return [
    ...reports.flatMap((entry) => rowsOf(entry.checked, indicators.id).map((row) => indicatorRow(entry, row))),
    ...reports.flatMap((entry) => rowsOf(entry.checked, metrics.id).map((row) => metricRow(entry, row))),
  ];
}

function rowsOf(checked: CheckedReport, table: string): readonly CsvRow[] {
  return checked.report.tables.get(table)?.rows ?? [];
}

function indicatorRow({ department, checked }: SiteReport, { values }: CsvRow): IndicatorRow {
  const printed = Object.keys(COLUMNS).filter((column) => /^(?:target|actual|completion|reason)/.test(column));
  return {
    ...EMPTY,
    ...Object.fromEntries(printed.map((column) => [column, values[column] ?? ''])),
    department: department.id,
    department_name: department.meta.short,
    year: String(checked.report.year),
    kind: indicators.id,
    item: itemOf(indicators, values),
    name: nameOf(indicators, values),
    path: filled([projectName(checked, values['project']!), values['level1'], values['level2']]).join(' › '),
    result: isJudged(values) ? attainment(values) : '',
  };
}

function metricRow({ department, checked }: SiteReport, { values }: CsvRow): IndicatorRow {
  const side = SIDE[values['role'] as keyof typeof SIDE];
  return {
    ...EMPTY,
    department: department.id,
    department_name: department.meta.short,
    year: String(checked.report.year),
    kind: metrics.id,
    item: itemOf(metrics, values),
    name: nameOf(metrics, values),
    path: filled([values['topic'], values['qualifier'], values['period']]).join('，'),
    role: values['role']!,
    [`${side}_operator`]: values['operator'] ?? '',
    [side]: values['value'] ?? '',
    [`${side}_high`]: values['high'] ?? '',
    [`${side}_unit`]: values['unit'] ?? '',
  };
}

const filled = (texts: readonly (string | undefined)[]) => texts.filter((text) => text !== undefined && text !== '');

/** All rows as the browser reads them. */
export function indicatorsData(site: Site): IndicatorsData {
  const rows = allRows(site);
  const columns = Object.keys(COLUMNS) as ColumnId[];
  return {
    columns: COLUMNS,
    names: NAMES,
    rows: rows.map((row) => columns.map((column) => row[column])),
    byName: placesByName(rows),
  };
}

/** The place of each row when all are sorted by the sound of their names, then as listed. Independent of the locale. */
function placesByName(rows: readonly IndicatorRow[]): number[] {
  const keys = rows.map(({ name }) => {
    const sound = pinyin(name.replace(/[^\p{L}\p{N}]/gu, ''), { toneType: 'num' });
    return `${sound}\0${name}`;
  });
  const order = rows
    .map((_, index) => index)
    .sort((a, b) => (keys[a] === keys[b] ? a - b : keys[a]! < keys[b]! ? -1 : 1));
  const places: number[] = [];
  for (const [place, index] of order.entries()) places[index] = place;
  return places;
}

/** The first rows, and the filter above them. */
export function indicatorsView(site: Site): IndicatorsView {
  const rows = allRows(site);
  return {
    total: rows.length,
    indicators: rows.filter(({ kind }) => kind === indicators.id).length,
    metrics: rows.filter(({ kind }) => kind === metrics.id).length,
    step: LISTED,
    rows: rows.slice(0, LISTED).map((row) => shownRow(row, NAMES)),
    blank: BLANK,
    fields: fieldsOf(rows),
  };
}

function fieldsOf(rows: readonly IndicatorRow[]): Field[] {
  const used = (column: ColumnId) => new Set(rows.map((row) => row[column]));
  const departments = Object.fromEntries(rows.map((row) => [row.department, row.department_name]));
  const years = [...used('year')].sort().reverse();
  return [
    { name: 'q', label: '名称或项目', empty: '如：满意度' },
    { name: 'department', label: '部门', choices: choicesOf(departments, used('department')), empty: '全部部门' },
    { name: 'year', label: '年度', choices: years.map((year) => ({ value: year, text: year })), empty: '全部年度' },
    { name: 'kind', label: '种类', choices: choicesOf(NAMES.kind, used('kind')), empty: '指标与工作量' },
    { name: 'result', label: '指标达到与否', choices: choicesOf(NAMES.result, used('result')), empty: '不限' },
    { name: 'role', label: '工作量的口径', choices: choicesOf(NAMES.role, used('role')), empty: '不限' },
    { name: 'unit', label: '单位', choices: unitChoices(rows), empty: '全部单位' },
    { name: 'sort', label: '排序', choices: SORTS, empty: '指标在前，新的年度在前' },
  ];
}

/** Units as printed, the most frequent first, then in code unit order. */
function unitChoices(rows: readonly IndicatorRow[]): Choice[] {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const unit of new Set([row.target_unit, row.actual_unit])) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  counts.delete('');
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([unit, count]) => ({ value: unit, text: `${unit}（${count}）` }));
}

/** Ways to sort; a leading “-” turns the order around. Numbers are compared within one unit only. */
const SORTS: readonly Choice[] = [
  { value: 'name', text: '名称，按拼音' },
  { value: '-name', text: '名称，按拼音倒序' },
  { value: 'where', text: '部门与年度' },
  { value: '-where', text: '部门与年度，倒序' },
  { value: 'target', text: '同一单位内，目标从小到大' },
  { value: '-target', text: '同一单位内，目标从大到小' },
  { value: 'actual', text: '同一单位内，实际从小到大' },
  { value: '-actual', text: '同一单位内，实际从大到小' },
  { value: 'result', text: '达到的在前' },
  { value: '-result', text: '达到的在后' },
  { value: 'completion', text: '自报完成率从小到大' },
  { value: '-completion', text: '自报完成率从大到小' },
];
