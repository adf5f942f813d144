/** Which charts a report has. A chart names rows and measures; its numbers are read from the table beside it. */
import type { CheckedReport } from '../checks/check.ts';
import { projectsTitle, staffTitle, threePublicTitle } from './chart-titles.ts';
import { fundShown } from './classes.ts';
import { percentage } from './numbers.ts';
import type { TableView } from './table.ts';

export interface ChartView {
  readonly id: string;
  /** What the chart shows, and what is to be seen in it. */
  readonly title: string;
  /** That what is drawn is not printed but judged by the site: a sentence for the source. */
  readonly judged?: string;
  readonly kind: 'doughnut' | 'bar' | 'stacked';
  /** The id of the table element that holds the numbers. */
  readonly table: string;
  readonly measures: readonly string[];
  readonly rows: readonly string[];
  readonly unit: string;
  /** Names of the rows that open into those below them. */
  readonly openings: readonly string[];
  /** Height in bar slots, known before the chart is drawn so that nothing shifts. */
  readonly slots: number;
}

type Rule = (checked: CheckedReport, view: TableView) => ChartView | undefined;

const RULES: Readonly<Record<string, Rule>> = {
  expenditure(checked, view) {
    const split = has(view, 'personnel', 'final') && has(view, 'public', 'final');
    const basic = split ? ['personnel', 'public'] : ['basic'];
    const parts = [...basic, 'project', 'to-superior', 'operating', 'to-subsidiary'].filter((row) =>
      has(view, row, 'final'),
    );
    const project = shareIn(checked, 'expenditure/project/final', 'expenditure/current/final');
    return parts.length < 2
      ? undefined
      : chart(
          view,
          view.groups[0]!.id,
          'doughnut',
          `支出结构${project ? `：项目支出占 ${project}` : ''}`,
          ['final'],
          parts,
        );
  },
  functional(checked, view) {
    const shown = `${view.id}-${fundShown(checked)}`;
    const group = view.groups.find(({ id }) => id === shown) ?? view.groups[0]!;
    const rows = group.rows.filter((row) => row.code.length === 3 && number(row, 'final')).map((row) => row.key);
    const largest = group.rows
      .filter((row) => rows.includes(row.key) && row.share)
      .sort((a, b) => Number.parseFloat(b.share!) - Number.parseFloat(a.share!))[0];
    return rows.length < 2
      ? undefined
      : chart(
          view,
          group.id,
          'bar',
          `功能分类${largest ? `：${largest.label}占 ${largest.share}` : ''}`,
          ['final'],
          rows,
        );
  },
  'three-public'(checked, view) {
    const rows = ['abroad', 'vehicle-purchase', 'vehicle-operation', 'reception'].filter((row) =>
      has(view, row, 'final'),
    );
    const total = checked.report.cells.get('three-public/total/final');
    if (!total || total.value.eq(0)) return undefined;
    const measures = ['adjusted', 'final', 'prior'].filter((measure) => rows.some((row) => has(view, row, measure)));
    return rows.length < 2
      ? undefined
      : chart(view, view.groups[0]!.id, 'bar', threePublicTitle(checked, total, view, measures, rows), measures, rows);
  },
  staff(checked, view) {
    const measures = ['authorized', 'actual'];
    const rows = ['administrative', 'institution', 'worker', 'contract'].filter((row) =>
      measures.some((measure) => has(view, row, measure)),
    );
    const used = measures.filter((measure) => rows.some((row) => has(view, row, measure)));
    return rows.length < 2
      ? undefined
      : chart(view, view.groups[0]!.id, 'bar', staffTitle(checked, view, used, rows), used, rows);
  },
  projects(checked, view) {
    const rows = view.groups[0]!.rows.filter(
      (row) => row.depth === 0 && (number(row, 'final') ?? number(row, 'adjusted')),
    ).map((row) => row.key);
    const measures = ['initial', 'adjusted', 'final'].filter((measure) => rows.some((row) => has(view, row, measure)));
    return rows.length < 2
      ? undefined
      : chart(view, view.groups[0]!.id, 'bar', projectsTitle(checked, view, measures, rows), measures, rows);
  },
};

/** The chart of a table, if it has one. */
export function chartView(checked: CheckedReport, view: TableView): ChartView | undefined {
  return RULES[view.id]?.(checked, view);
}

function chart(
  view: TableView,
  table: string,
  kind: ChartView['kind'],
  title: string,
  measures: string[],
  rows: string[],
): ChartView {
  return {
    id: `chart-${view.id}`,
    title,
    kind,
    table,
    measures,
    rows,
    unit: view.unit,
    openings: view.id === 'functional' ? openingsOf(view, rows) : [],
    slots: kind === 'doughnut' ? 0 : rows.length * measures.length,
  };
}

/** Rows of a classification with amounts below them, by label. */
function openingsOf(view: TableView, rows: readonly string[]): string[] {
  const all = view.groups.flatMap((group) => group.rows);
  const stated = all.filter((row) => number(row, 'final')).map((row) => row.key);
  return rows
    .filter((key) => stated.some((other) => other !== key && other.startsWith(key)))
    .map((key) => all.find((row) => row.key === key)!.label);
}

function number(row: TableView['groups'][number]['rows'][number], measure: string) {
  return row.cells.find((cell) => cell.column === measure)?.number;
}

function has(view: TableView, key: string, measure: string): boolean {
  return view.groups.some((group) => group.rows.some((row) => row.key === key && number(row, measure) !== undefined));
}

function shareIn(checked: CheckedReport, part: string, whole: string): string | undefined {
  const [a, b] = [checked.report.cells.get(part), checked.report.cells.get(whole)];
  return a && b && percentage(a.value, b.value);
}
