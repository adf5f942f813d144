/**
 * One row of the list of all indicators and volumes, and what a page shows of it. Free of libraries: the page is made
 * with it, and the browser makes further rows with it.
 */
import { quantityOf, type Quantity } from './quantity.ts';

/** Columns of `data/indicators.json` and of the CSV that the page offers, with their Chinese headers. */
export const COLUMNS = {
  department: '部门标识',
  department_name: '部门',
  year: '年度',
  kind: '种类',
  item: '行的标识',
  name: '名称',
  path: '所在',
  role: '口径',
  target_operator: '目标符号',
  target: '目标值',
  target_high: '目标上限',
  target_unit: '目标单位',
  target_text: '目标文字',
  actual_operator: '实际符号',
  actual: '实际值',
  actual_high: '实际上限',
  actual_unit: '实际单位',
  actual_text: '实际文字',
  result: '达到与否',
  completion: '自报完成率（%）',
  reason: '自述偏差原因',
} as const;

export type ColumnId = keyof typeof COLUMNS;
export type IndicatorRow = Readonly<Record<ColumnId, string>>;
/** Chinese names of codes: `names.result.met` is 达到. */
export type Names = Readonly<Record<'kind' | 'role' | 'result', Readonly<Record<string, string>>>>;

/** `data/indicators.json`. */
export interface IndicatorsData {
  /** Ids and headers of the columns, in the order of each row's fields. */
  readonly columns: Readonly<Record<ColumnId, string>>;
  readonly names: Names;
  /** Latest year first, then department, then the order of the file. */
  readonly rows: readonly (readonly string[])[];
  /** For each row its place when they are sorted by the sound (拼音) of their names. */
  readonly byName: readonly number[];
}

/** The texts of one row of the page, by the slot that each fills. */
export interface ShownRow {
  /** Relative to the site's root: the row on the report's page. */
  readonly href: string;
  readonly where: string;
  readonly name: string;
  readonly under: string;
  readonly 'target-number': string;
  readonly 'target-unit': string;
  readonly 'target-words': string;
  readonly 'actual-number': string;
  readonly 'actual-unit': string;
  readonly 'actual-words': string;
  /** 达到, 未达到, 无法判断, or nothing. */
  readonly result: string;
  /** met, not-met, unknown, or nothing. */
  readonly tag: string;
  readonly reason: string;
  readonly completion: string;
}

/** The fields of a row by column. */
export function rowOf(fields: readonly string[], columns: readonly string[]): IndicatorRow {
  return Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? ''])) as IndicatorRow;
}

/** In place of what an indicator should state and the document does not print. */
const UNSTATED = '—';

/** What the page shows of a row. A volume has but one number, so that its other column stays empty. */
export function shownRow(row: IndicatorRow, names: Names): ShownRow {
  const unstated = row.role === '' ? UNSTATED : '';
  const words = ({ number, words: text }: Quantity) => (number === '' ? text || unstated : text);
  const target = quantityOf({
    operator: row.target_operator,
    value: row.target,
    high: row.target_high,
    unit: row.target_unit,
    text: row.target_text,
  });
  const actual = quantityOf({
    operator: row.actual_operator,
    value: row.actual,
    high: row.actual_high,
    unit: row.actual_unit,
    text: row.actual_text,
  });
  const role = names.role[row.role];
  return {
    href: `departments/${row.department}/${row.year}/#${row.kind}/${row.item}`,
    where: `${row.department_name} ${row.year}`,
    name: row.name,
    under: `${names.kind[row.kind] ?? row.kind}${role ? `（${role}）` : ''}：${row.path}`,
    'target-number': target.number,
    'target-unit': target.unit,
    'target-words': words(target),
    'actual-number': actual.number,
    'actual-unit': actual.unit,
    'actual-words': words(actual),
    result: names.result[row.result] ?? '',
    tag: row.result,
    reason: row.reason && `自述原因：${row.reason}`,
    completion: row.completion ? `${row.completion}%` : unstated,
  };
}
