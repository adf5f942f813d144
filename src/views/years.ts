/** A department's years side by side: a few main figures, as each report prints them, and how they grew. */
import type { CheckedDepartment, CheckedReport } from '../checks/check.ts';
import { between } from './between.ts';
import { breaksOf, type Break } from './breaks.ts';
import type { ChartView } from './charts.ts';
import { MOST } from './compare/items.ts';
import { growthBetween, scopeChange, type GrowthView } from './growth.ts';
import { firstCell, RECEIVED, SPENT } from './headline.ts';
import { numberView, type NumberView } from './numbers.ts';
import { comparePath } from './paths.ts';

export interface YearRow {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly numbers: readonly (NumberView | undefined)[];
  /** From the year before, for each year after the first; undefined where one of the two is not stated. */
  readonly growth: readonly (GrowthView | undefined)[];
}

/** A break between a shown year and the one shown before it. */
export interface BreakMark extends Break {
  /** The first shown year after the break. */
  readonly before: number;
}

export interface YearsView {
  readonly years: readonly number[];
  readonly rows: readonly YearRow[];
  readonly breaks: readonly BreakMark[];
  /** Why years do not compare: each break, each change of the declared scope. */
  readonly notes: readonly string[];
  /** The amounts side by side; none for a single year. */
  readonly chart: ChartView | undefined;
  /** The comparison of the latest of these years. */
  readonly compare: string;
}

const LINES: readonly {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly addresses: readonly string[];
}[] = [
  { key: 'spent', name: '支出', unit: '万元', addresses: SPENT },
  { key: 'received', name: '收入', unit: '万元', addresses: RECEIVED },
  { key: 'basic', name: '基本支出', unit: '万元', addresses: ['expenditure/basic/final', 'fiscal/basic/final'] },
  { key: 'project', name: '项目支出', unit: '万元', addresses: ['expenditure/project/final', 'fiscal/project/final'] },
  { key: 'three-public', name: '“三公”经费', unit: '万元', addresses: ['three-public/total/final'] },
  { key: 'agency-operation', name: '机关运行经费', unit: '万元', addresses: ['operating/agency-operation/final'] },
  { key: 'staff', name: '实有人数', unit: '人', addresses: ['staff/total/actual'] },
];

/** Rows that at least one year states; years oldest first. */
export function yearsView({ department, reports }: CheckedDepartment): YearsView {
  const breaks = breaksOf(department.meta);
  const number = (checked: CheckedReport, addresses: readonly string[]) => {
    const cell = firstCell(checked, addresses);
    return cell && { ...numberView(checked, cell), findings: [] };
  };
  const rows = LINES.map(({ key, name, unit, addresses }) => ({
    key,
    name,
    unit,
    numbers: reports.map((checked) => number(checked, addresses)),
    growth: reports.map((checked, index) =>
      index === 0 ? undefined : growthBetween(reports[index - 1]!, checked, addresses, breaks),
    ),
  }));
  const years = reports.map(({ report }) => report.year);
  const marks = years
    .slice(1)
    .flatMap((year, index) => between(breaks, years[index]!, year).map((one) => ({ ...one, before: year })));
  const stated = rows.filter(({ numbers }) => numbers.some((one) => one !== undefined));
  return {
    years,
    rows: stated,
    chart: chartOf(years, stated, marks),
    breaks: marks,
    notes: [
      ...marks.map(({ year, what, note }) => `${year} 年起${what}，与以前各年不可比：${note}`),
      ...reports.slice(1).flatMap((checked, index) => {
        const change = scopeChange(reports[index]!, checked);
        return change ? [`${years[index]} 与 ${checked.report.year} 年${change.what}：${change.note}`] : [];
      }),
    ],
    compare: comparePath(reports.slice(-MOST).map(({ report }) => report)),
  };
}

/** Breaks are part of the title, so that they leave the page with the picture. */
function chartOf(
  years: readonly number[],
  rows: readonly YearRow[],
  breaks: readonly BreakMark[],
): ChartView | undefined {
  const amounts = rows.filter(({ unit }) => unit === '万元').map(({ key }) => key);
  if (years.length < 2 || amounts.length === 0) return undefined;
  const apart = breaks.map(({ year, what }) => `${year} 年起${what}`).join('，');
  return {
    id: 'chart-years',
    title: `${years[0]} 至 ${years.at(-1)} 年，各年报告印出的数${apart && `。${apart}，前后不可比`}`,
    kind: 'bar',
    table: 'years',
    measures: years.map((year) => `y${year}`),
    rows: amounts,
    unit: '万元',
    openings: [],
    slots: amounts.length * years.length,
  };
}
