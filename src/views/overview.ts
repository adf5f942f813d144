/** The findings page: all findings, the coverage of tables, and how often each relation holds. */
import { RULE_TEXTS } from '../checks/catalogue.ts';
import type { CheckedReport } from '../checks/check.ts';
import type { Result } from '../checks/result.ts';
import { reportsOf, type Site, type SiteReport } from '../site/site.ts';
import { TABLES } from '../tables/index.ts';
import { ABSENT, GRADES, LEDGERS } from '../tables/report.ts';
import { findingViews, KIND_NAMES, type FindingView } from './findings.ts';
import { reportPath } from './paths.ts';

export interface ReportFindings {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly findings: readonly FindingView[];
  /** Number of findings of each grade, in the order of the grades. */
  readonly grades: readonly number[];
}

export interface CoverageRow {
  readonly name: string;
  readonly href: string;
  readonly cells: readonly {
    readonly text: string;
    readonly mark: string;
    readonly kind: string;
    readonly href: string | undefined;
  }[];
  /** Days from the end of the fiscal year to the date of the document. */
  readonly days: string;
}

export interface RuleRow {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly basis: string;
  readonly explains: boolean;
  readonly counts: Readonly<Record<Result, number>>;
}

export interface OverviewView {
  readonly reports: readonly ReportFindings[];
  readonly grades: readonly string[];
  readonly kinds: readonly { readonly name: string; readonly count: number }[];
  readonly total: number;
  readonly tables: readonly string[];
  readonly coverage: readonly CoverageRow[];
  readonly rules: readonly RuleRow[];
}

export function overviewView(site: Site): OverviewView {
  const all = reportsOf(site);
  const reports = all.map(reportFindings);
  const findings = reports.flatMap((report) => report.findings);
  return {
    reports,
    grades: Object.values(GRADES),
    kinds: Object.values(KIND_NAMES).map((name) => ({
      name,
      count: findings.filter((finding) => finding.kind === name).length,
    })),
    total: findings.length,
    tables: TABLES.map(({ title }) => title),
    coverage: all.map(coverageRow),
    rules: ruleRows(all.map(({ checked }) => checked)),
  };
}

function reportFindings({ department, checked }: SiteReport): ReportFindings {
  const findings = findingViews(checked);
  return {
    id: `${department.id}-${checked.report.year}`,
    name: `${department.meta.short} ${checked.report.year}`,
    href: reportPath(checked.report),
    findings,
    grades: Object.values(GRADES).map((grade) => findings.filter((finding) => finding.grade === grade).length),
  };
}

function coverageRow({ department, checked }: SiteReport): CoverageRow {
  const { report, proof } = checked;
  const marks = { complete: '●', partial: '◐', none: '○' } as const;
  return {
    name: `${department.meta.short} ${report.year}`,
    href: reportPath(report),
    cells: TABLES.map(({ id }) => {
      if (report.tables.has(id))
        return { text: LEDGERS[proof], mark: marks[proof], kind: proof, href: `${reportPath(report)}#${id}` };
      const absent = report.meta.absent.find(({ table }) => table === id);
      const text = absent ? ABSENT[absent.reason] : '未说明';
      return { text, mark: '—', kind: 'absent', href: undefined };
    }),
    days: publicationDays(checked),
  };
}

/** Days between the last day of the fiscal year and the first dated source, from the calendar alone. */
function publicationDays({ report }: CheckedReport): string {
  const dates = report.meta.sources.flatMap(({ date }) =>
    date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? [Date.parse(`${date}T00:00:00Z`)] : [],
  );
  if (dates.length === 0) return '';
  const end = Date.UTC(report.year, 11, 31);
  return String(Math.round((Math.min(...dates) - end) / 86_400_000));
}

function ruleRows(reports: readonly CheckedReport[]): RuleRow[] {
  const relations = reports.flatMap((checked) => checked.relations);
  const observed = reports.flatMap((checked) => checked.findings).filter(({ rule }) => rule === 'OBSERVED').length;
  return RULE_TEXTS.map(({ id, title, says, basis, level }) => {
    const counts: Record<Result, number> = {
      holds: 0,
      rounds: 0,
      differs: id === 'OBSERVED' ? observed : 0,
      unchecked: 0,
      'not-comparable': 0,
    };
    for (const relation of relations) if (relation.rule === id) counts[relation.result] += 1;
    return { id, title, says, basis: basis ?? '', explains: level === 'explain', counts };
  }).filter(({ counts }) => Object.values(counts).some((count) => count > 0));
}
