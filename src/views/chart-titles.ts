/** Titles of charts: which series are drawn, and what is to be seen in them. Only printed numbers, nothing added up. */
import type { CheckedReport } from '../checks/check.ts';
import type { Cell } from '../load/cells.ts';
import { largestOf, wan } from './headline.ts';
import { group } from './numbers.ts';
import type { TableView } from './table.ts';

type Title = (checked: CheckedReport, view: TableView, measures: readonly string[], rows: readonly string[]) => string;

/** `各类人员的编制与实有：编制 19 人，实有 19 人，其中事业人员 15 人` */
export const staffTitle: Title = (checked, view, measures, rows) => {
  const totals = measures.flatMap((measure) => cellsOf(checked, 'staff', ['total'], measure));
  const last = totals.at(-1);
  const part = last?.measure === 'actual' ? largestOf(cellsOf(checked, 'staff', rows, 'actual')) : undefined;
  const people = (cell: Cell) => `${columnName(view, cell.measure)} ${group(cell.text)} 人`;
  const among = part?.value.lte(last!.value) ? [`其中${part.name} ${group(part.text)} 人`] : [];
  const finding = [...totals.map(people), ...among].join('，');
  const series = `各类人员的${namesOf(view, measures)}`;
  if (finding === '') return series;
  return measures.length === 1 ? finding : `${series}：${finding}`;
};

/** `5 个项目的年初预算、全年预算与决算：决算最多的是办公场地租赁费，31.63 万元` */
export const projectsTitle: Title = (checked, view, measures, rows) => {
  const measure = measures.at(-1)!;
  const cells = cellsOf(checked, 'projects', rows, measure);
  const largest = largestOf(cells);
  const name = columnName(view, measure);
  const among = cells.length < rows.length ? `印出${name}的 ${cells.length} 个里，` : `${name}`;
  return `${rows.length} 个项目的${namesOf(view, measures)}${largest ? `：${among}最多的是${largest.name}，${wan(largest)}` : ''}`;
};

/** `“三公”经费的决算：合计 1.38 万元，全部是公务接待费` @param total above zero */
export function threePublicTitle(
  checked: CheckedReport,
  total: Cell,
  view: TableView,
  measures: readonly string[],
  rows: readonly string[],
): string {
  const largest = largestOf(cellsOf(checked, 'three-public', rows, 'final'));
  const part = !largest
    ? ''
    : largest.value.eq(total.value)
      ? `，全部是${largest.name}`
      : `，其中${largest.name} ${wan(largest)}`;
  const series = measures.length > 1 ? `${columnName(view, 'final')}合计` : '合计';
  return `“三公”经费的${namesOf(view, measures)}：${series} ${wan(total)}${part}`;
}

function cellsOf(checked: CheckedReport, table: string, rows: readonly string[], measure: string): Cell[] {
  return rows.flatMap((row) => checked.report.cells.get(`${table}/${row}/${measure}`) ?? []);
}

/** `实有` of the column 实有数. */
function columnName(view: TableView, measure: string): string {
  return view.columns.find(({ id }) => id === measure)!.name.replace(/数$/, '');
}

/** `年初预算、全年预算与决算` */
function namesOf(view: TableView, measures: readonly string[]): string {
  const names = measures.map((measure) => columnName(view, measure));
  return [names.slice(0, -1).join('、'), ...names.slice(-1)].filter(Boolean).join('与');
}
