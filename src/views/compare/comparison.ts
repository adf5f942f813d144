/** What stands side by side: rows, warnings and captions for reports, an item and a measure. Pure: the page uses it too. */
import { compareDecimals } from '../decimal.ts';
import type { CompareReport } from './report.ts';
import type { Refusal, Result } from './results.ts';
import { fundsName, labelOf, standInOf, warningsOf, type Compared } from './warnings.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Link {
  readonly text: string;
  /** Relative to the site's root; undefined when nothing proves it. */
  readonly href: string | undefined;
}

export interface ComparisonRow {
  /** `510811-xzspj/2022` */
  readonly key: string;
  readonly label: string;
  readonly href: string;
  readonly department: string;
  readonly name: string;
  readonly year: number;
  /** Exact text; empty when there is no result. */
  readonly value: string;
  readonly shown: string;
  readonly unit: string;
  readonly work: string;
  /** The cells used, to their proof. */
  readonly cells: readonly Link[];
  /** What the number is, or why there is none. */
  readonly note: string;
  readonly findings: readonly { readonly number: number; readonly href: string }[];
}

export interface Comparison {
  /** What is compared and how: kept with the rows, so that these are never labelled with another choice. */
  readonly item: Named;
  readonly measure: Named;
  readonly title: string;
  readonly caption: string;
  /** Header of the numbers, with their unit. */
  readonly header: string;
  readonly unit: string;
  readonly rows: readonly ComparisonRow[];
  readonly warnings: readonly string[];
}

export const SORTS = [
  { id: 'chosen', name: '按加入的先后' },
  { id: 'value', name: '按数值，从大到小' },
] as const;

export function keyOf({ department, year }: Pick<CompareReport, 'department' | 'year'>): string {
  return `${department}/${year}`;
}

export function comparison(reports: readonly CompareReport[], item: Named, measure: Named, sort: string): Comparison {
  const outcomes = reports.map((report) => ({ report, result: outcomeOf(report, item.id, measure.id) }));
  const compared = outcomes.filter((one): one is Compared => 'value' in one.result);
  const rows = outcomes.map(({ report, result }) => rowOf(report, result));
  const unit = [...new Set(compared.map(({ result }) => result.unit))].join('、');
  const standIn = standInOf(compared);
  const name = standIn ? `${item.name}（取自${standIn.row}）` : item.name;
  const what = measure.id === 'amount' ? name : `${name}：${measure.name}`;
  const order = SORTS.find(({ id }) => id === sort)?.name ?? SORTS[0].name;
  return {
    item,
    measure,
    title: what,
    caption: `${what}，${reports.length} 份报告，${order}。${unit ? `单位：${unit}。` : ''}`,
    header: `${what}${unit ? `（${unit}）` : ''}`,
    unit,
    rows: sort === 'value' ? [...rows].sort(byValue) : rows,
    warnings: warningsOf(compared, measure.id),
  };
}

function outcomeOf({ results }: CompareReport, item: string, measure: string): Result | Refusal {
  const measures: Readonly<Record<string, Result | Refusal>> = results[item]!;
  return measures[measure]!;
}

function rowOf(report: CompareReport, result: Result | Refusal): ComparisonRow {
  const { department, name, year, href } = report;
  const row = { key: keyOf(report), label: labelOf(report), href, department, name, year };
  if ('reason' in result)
    return { ...row, value: '', shown: '—', unit: '', work: '', cells: [], note: result.reason, findings: [] };
  const what = [result.row, result.phase, result.unclear ? '预算未注明是哪一种' : '', fundsName(result.funds)];
  const whole = ['', result.funds].includes(result.wholeFunds) ? '' : `分母：${fundsName(result.wholeFunds)}`;
  const covers = result.funds === '' ? '' : `范围：${report.units}`;
  return {
    ...row,
    value: result.value,
    shown: result.shown,
    unit: result.unit,
    work: result.work,
    cells: result.cells.map((address) => {
      const cell = report.cells[address]!;
      return { text: `${cell.name} ${cell.text}`, href: cell.href };
    }),
    note: [...what, whole, covers].filter((text) => text !== '').join('；'),
    findings: result.findings.map((id) => ({ number: report.findings[id]!, href: `${href}#finding-${id}` })),
  };
}

/** Largest first, equal ones as chosen, reports without a result last. */
function byValue(a: ComparisonRow, b: ComparisonRow): number {
  if (a.value === '' || b.value === '') return Number(a.value === '') - Number(b.value === '');
  return compareDecimals(b.value, a.value);
}

/** Class of the chart's height, as in chart.css: two slots a bar, for labels of three lines on a phone. */
export const slotsOf = (bars: number): string => `slots-${Math.max(2, bars * 2)}`;

/** Columns of the CSV of a comparison, with their Chinese headers. */
export const CSV_COLUMNS = [
  { id: 'department', header: '部门标识', numeric: false },
  { id: 'name', header: '部门', numeric: false },
  { id: 'year', header: '年度', numeric: true },
  { id: 'item', header: '项目', numeric: false },
  { id: 'measure', header: '比法', numeric: false },
  { id: 'value', header: '数值', numeric: true },
  { id: 'unit', header: '单位', numeric: false },
  { id: 'work', header: '算式', numeric: false },
  { id: 'note', header: '说明', numeric: false },
] as const;

/** The rows of that CSV, in the order shown. */
export function csvRows({ rows, item, measure }: Comparison): Record<string, string>[] {
  return rows.map((row) => ({
    department: row.department,
    name: row.name,
    year: String(row.year),
    item: item.name,
    measure: measure.name,
    value: row.value,
    unit: row.unit,
    work: row.work,
    note: [row.note, row.findings.length > 0 ? `差异 ${row.findings.map(({ number }) => number).join('、')}` : '']
      .filter((text) => text !== '')
      .join('；'),
  }));
}
