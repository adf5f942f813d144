/** Indicators met, not met, or not to be judged, as the site counts them. */
import { attainment, type Attainment } from '../checks/attainment.ts';
import type { CheckedReport } from '../checks/check.ts';
import { WHOLE } from '../checks/references.ts';
import type { ChartView } from './charts.ts';

export const ATTAINMENT_NAMES: Readonly<Record<Attainment, string>> = {
  met: '达到',
  'not-met': '未达到',
  unknown: '无法判断',
};

export type AttainmentCounts = Record<Attainment, number>;

/** Whether a row states a target or a result; rows of “/” alone are no indicators. */
export function isJudged(values: Readonly<Record<string, string>>): boolean {
  return ['target', 'actual', 'target_text', 'actual_text'].some(
    (name) => (values[name] ?? '') !== '' && values[name] !== '/',
  );
}

function judgedRows(checked: CheckedReport) {
  return (checked.report.tables.get('indicators')?.rows ?? []).filter(({ values }) => isJudged(values));
}

/** The name of the project that an indicator belongs to, as the report prints it; 部门整体 for the whole department. */
export function projectName(checked: CheckedReport, project: string): string {
  if (project === WHOLE) return '部门整体';
  const rows = checked.report.tables.get('projects')?.rows ?? [];
  return rows.find(({ values }) => values['project'] === project)?.values['name'] ?? project;
}

export function attainmentCounts(checked: CheckedReport): AttainmentCounts {
  const counts: AttainmentCounts = { met: 0, 'not-met': 0, unknown: 0 };
  for (const { values } of judgedRows(checked)) counts[attainment(values)] += 1;
  return counts;
}

export interface AttainmentRow extends AttainmentCounts {
  readonly project: string;
  readonly name: string;
}

/** The counts of each project, in the order of the table. */
export function attainmentByProject(checked: CheckedReport): AttainmentRow[] {
  const rows = new Map<string, AttainmentRow>();
  for (const { values } of judgedRows(checked)) {
    const project = values['project']!;
    const name = projectName(checked, project);
    const row = rows.get(project) ?? { project, name, met: 0, 'not-met': 0, unknown: 0 };
    rows.set(project, { ...row, [attainment(values)]: row[attainment(values)] + 1 });
  }
  return [...rows.values()];
}

export interface AttainmentView {
  readonly chart: ChartView;
  readonly rows: readonly AttainmentRow[];
}

/** The counts and their chart, for the table that has indicators; undefined when there is nothing to count. */
export function attainmentView(checked: CheckedReport, table: string): AttainmentView | undefined {
  const rows = table === 'indicators' ? attainmentByProject(checked) : [];
  if (rows.length === 0) return undefined;
  const counts = attainmentCounts(checked);
  const kinds = Object.entries(ATTAINMENT_NAMES) as [Attainment, string][];
  const chart: ChartView = {
    id: 'chart-attainment',
    title: `指标${kinds.map(([kind, name]) => `${name} ${counts[kind]} 项`).join('，')}`,
    judged: '达到与否由本站按印出的目标与实际判断，不采用自报完成率。',
    kind: 'stacked',
    table: 'attainment',
    measures: Object.keys(ATTAINMENT_NAMES),
    rows: rows.map(({ project }) => project),
    unit: '项',
    openings: [],
    slots: rows.length * 2,
  };
  return { chart, rows };
}
