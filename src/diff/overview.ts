/** What a reviewer sees of a difference before anything else: how much changed, what is rewritten, what lost its address. */
import type { CellChange, Difference, ReportChange } from './difference.ts';

/** Name of what is counted; then added, removed, changed. */
export type Count = readonly [string, number, number, number];

/** How many of each kind changed; kinds without a change are left out. */
export function countsOf({ reports, departments }: Difference): Count[] {
  const cells = reports.flatMap((report) => report.cells);
  const findings = reports.flatMap((report) => report.findings);
  const figures = reports.flatMap(({ ledger }) => ledger.figures);
  const count = <T extends { readonly status: string }>(list: readonly T[], ...statuses: readonly string[]) =>
    list.filter(({ status }) => statuses.includes(status)).length;
  const counts: Count[] = [
    ['部门', count(departments, 'added'), count(departments, 'removed'), count(departments, 'changed', 'renamed')],
    ['报告', count(reports, 'added'), count(reports, 'removed'), count(reports, 'changed', 'renamed')],
    [
      '单元',
      cells.filter(({ before }) => before === undefined).length,
      cells.filter(({ after }) => after === undefined).length,
      cells.filter(({ before, after }) => before !== undefined && after !== undefined).length,
    ],
    ['登记的差异', count(findings, 'opened'), count(findings, 'closed'), count(findings, 'changed', 'renamed')],
    ['台账的数字', count(figures, 'added'), count(figures, 'removed'), count(figures, 'restated')],
  ];
  return counts.filter(([, ...numbers]) => numbers.some((one) => one !== 0));
}

/** A published report whose figures are rewritten, or that is gone. */
export interface Rewritten {
  readonly report: ReportChange;
  /** `1 个数改动，2 个数删去`, `整份删去` */
  readonly what: string;
  /** Published cells with another value, unit, or none; of a report that is gone none is listed. */
  readonly cells: readonly CellChange[];
  /** `history` does not say why. */
  readonly unexplained: boolean;
}

/** Reports with changed figures, then those that are gone. */
export function rewrittenOf({ reports }: Difference): Rewritten[] {
  const gone = reports.filter(({ status }) => status === 'removed');
  return [
    ...reports
      .filter(({ status, rewritten }) => status !== 'removed' && rewritten > 0)
      .map((report) => {
        const cells = report.cells.filter(({ before }) => before !== undefined);
        const lost = cells.filter(({ after }) => after === undefined).length;
        const changed = cells.length - lost;
        const parts = [...(changed > 0 ? [`${changed} 个数改动`] : []), ...(lost > 0 ? [`${lost} 个数删去`] : [])];
        return { report, what: parts.join('，'), cells, unexplained: report.unexplained };
      }),
    ...gone.map((report) => ({ report, what: '整份删去', cells: [], unexplained: false })),
  ];
}

/** A published id that is another now, so that what cites it no longer leads anywhere. */
export interface Renamed {
  /** What it names: `部门`, `报告`, or where it stands. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** Renamed departments, reports that moved (unless with their department), then rows, sources and findings of each report. */
export function renamedOf({ departments, reports }: Difference): Renamed[] {
  const moved = departments.flatMap(({ id, was }) => (was ? [{ what: '部门', before: was, after: id }] : []));
  return [
    ...moved,
    ...reports.flatMap(({ department, year, was }) =>
      was &&
      !(was.year === year && moved.some(({ before, after }) => before === was.department && after === department))
        ? [{ what: '报告', before: `${was.department}/${was.year}`, after: `${department}/${year}` }]
        : [],
    ),
    ...reports.flatMap(({ department, year, rows, sources, findings }) => {
      const named = (kind: string, list: readonly { readonly id: string; readonly was?: string }[]) =>
        list.flatMap(({ id, was }) =>
          was ? [{ what: `${department}/${year} 的${kind}`, before: was, after: id }] : [],
        );
      return [
        ...rows.map(({ before, after }) => ({ what: `${department}/${year} 的行`, before, after })),
        ...named('来源', sources),
        ...named('差异', findings),
      ];
    }),
  ];
}

/** Changed reports before those that are gone, which are long and say less. */
export function inOrder(reports: readonly ReportChange[]): ReportChange[] {
  return [
    ...reports.filter(({ status }) => status !== 'removed'),
    ...reports.filter(({ status }) => status === 'removed'),
  ];
}

/** `36.38 → 63.38 万元`; what is gone is a dash, and a unit that changed stands at both sides. */
export function stepOf({ before, after, unit, unitBefore }: CellChange): string {
  const old = unitBefore === undefined ? before : `${before} ${unitBefore}`;
  return `${old ?? '—'} → ${after ?? '—'}${unit === '' ? '' : ` ${unit}`}`;
}
