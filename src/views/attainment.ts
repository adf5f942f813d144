/** Indicators met, not met, or not to be judged, as the site counts them. */
import { attainment, type Attainment } from '../checks/attainment.ts';
import type { CheckedReport } from '../checks/check.ts';
import { WHOLE } from '../checks/references.ts';

export const ATTAINMENT_NAMES: Readonly<Record<Attainment, string>> = {
  met: '达到',
  'not-met': '未达到',
  unknown: '无法判断',
};

export type AttainmentCounts = Record<Attainment, number>;

/** Rows that state a target or a result; rows of “/” alone are no indicators. */
function judgedRows(checked: CheckedReport) {
  const rows = checked.report.tables.get('indicators')?.rows ?? [];
  return rows.filter(({ values }) =>
    ['target', 'actual', 'target_text', 'actual_text'].some(
      (name) => (values[name] ?? '') !== '' && values[name] !== '/',
    ),
  );
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
  const projects = checked.report.tables.get('projects')?.rows ?? [];
  for (const { values } of judgedRows(checked)) {
    const project = values['project']!;
    const name =
      project === WHOLE
        ? '部门整体'
        : (projects.find((one) => one.values['project'] === project)?.values['name'] ?? project);
    const row = rows.get(project) ?? { project, name, met: 0, 'not-met': 0, unknown: 0 };
    rows.set(project, { ...row, [attainment(values)]: row[attainment(values)] + 1 });
  }
  return [...rows.values()];
}
