/** Facts of a report that stand in few words: how far it is proven, what it lacks, what it says of itself. */
import type { CheckedReport } from '../checks/check.ts';
import type { Status } from '../checks/ledger.ts';
import type { Report } from '../load/report.ts';
import { TABLES } from '../tables/index.ts';
import { ABSENT, GRADES, LEDGERS, type ReportMeta } from '../tables/report.ts';
import type { FindingView } from './findings.ts';
import { countStatuses } from './ledger.ts';

export interface ProofView {
  readonly level: string;
  readonly complete: boolean;
  readonly figures: number;
  readonly counts: Readonly<Record<Status, number>>;
}

/** `登记差异 25 条：影响结论 4，需要说明 16，笔误或尾差 5`; empty when there are none. */
export function registerOf(findings: readonly FindingView[]): string {
  const counts = Object.values(GRADES).map(
    (grade) => [grade, findings.filter((finding) => finding.grade === grade).length] as const,
  );
  const parts = counts.filter(([, count]) => count > 0).map(([grade, count]) => `${grade} ${count}`);
  return findings.length === 0 ? '' : `登记差异 ${findings.length} 条：${parts.join('，')}`;
}

/** What the report says of itself, by kind; kinds without a line are left out. */
export function evaluationOf(meta: ReportMeta): { name: string; lines: string[] }[] {
  const { results, problems, suggestions } = meta.evaluation;
  const groups = [
    { name: '结论', lines: results },
    { name: '自述问题', lines: problems },
    { name: '改进建议', lines: suggestions },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

/** The tables that a report lacks, each with the reason. */
export function missingTables(report: Report): { name: string; text: string }[] {
  return TABLES.filter(({ id }) => !report.tables.has(id)).map(({ id, title }) => ({
    name: title,
    text: absence(report.meta, id),
  }));
}

function absence(meta: ReportMeta, table: string): string {
  const entry = meta.absent.find((one) => one.table === table);
  if (!entry) return '未说明';
  return entry.note ? `${ABSENT[entry.reason]}：${entry.note}` : ABSENT[entry.reason];
}

export function proofView(checked: CheckedReport): ProofView {
  const { lines } = checked.context;
  return {
    level: LEDGERS[checked.proof],
    complete: checked.proof === 'complete',
    figures: lines.length,
    counts: countStatuses(lines),
  };
}
