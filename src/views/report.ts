/** What the report page shows, in order. */
import type { CheckedReport } from '../checks/check.ts';
import type { Department } from '../load/catalog.ts';
import type { Report } from '../load/report.ts';
import type { Site } from '../site/site.ts';
import { KINDS } from '../tables/report.ts';
import { breaksOf } from './breaks.ts';
import { findingViews, type FindingView } from './findings.ts';
import { firstCell, headline, hundred, SPENT, type Slice } from './headline.ts';
import { keyFigures, type KeyFigure } from './key-figures.ts';
import { renderMarkdown } from './markdown.ts';
import { unbroken } from './numbers.ts';
import { regionNames } from './regions.ts';
import { evaluationOf, missingTables, proofView, registerOf, type ProofView } from './report-facts.ts';
import { sectionViews, type SectionView } from './sections.ts';
import { sourceView, type SourceView } from './sources.ts';

export interface ReportView {
  readonly title: string;
  readonly headline: string;
  /** Where each hundred yuan went; undefined when the report does not say. */
  readonly hundred: readonly Slice[] | undefined;
  readonly short: string;
  readonly name: string;
  readonly year: number;
  readonly regions: readonly string[];
  readonly kinds: string;
  readonly coverage: string;
  readonly keys: readonly KeyFigure[];
  readonly proof: ProofView;
  readonly sections: readonly SectionView[];
  /** Tables that the report lacks, with the reason. */
  readonly missing: readonly { readonly name: string; readonly text: string }[];
  /** What the report says of itself, in own words. */
  readonly evaluation: readonly { readonly name: string; readonly lines: readonly string[] }[];
  readonly findings: readonly FindingView[];
  /** Findings that are about no table on the page. */
  readonly loose: readonly FindingView[];
  /** HTML. */
  readonly notes: string;
  /** How many findings there are, by grade, in words. */
  readonly register: string;
  readonly contents: readonly { readonly id: string; readonly name: string }[];
  readonly description: string;
  readonly sources: readonly SourceView[];
}

export function reportView(department: Department, checked: CheckedReport, site: Site): ReportView {
  const { report } = checked;
  const { name, short } = department.meta;
  const findings = findingViews(checked);
  const present = sectionViews(department, checked, findings, site);
  const sentence = headline(checked, short, breaksOf(department.meta));
  const proof = proofView(checked);
  return {
    title: `${name} ${report.year} 年度`,
    headline: unbroken(sentence),
    description: `${sentence}。${proof.level}，登记差异 ${findings.length} 条。`,
    hundred: hundred(checked),
    short,
    name,
    year: report.year,
    regions: regionNames(site, department.meta.region),
    kinds: report.meta.kinds.map((kind) => KINDS[kind]).join('、'),
    coverage: report.meta.coverage,
    keys: keyFigures(checked),
    proof,
    sections: present,
    missing: missingTables(report),
    evaluation: evaluationOf(report.meta),
    findings,
    loose: findings.filter((finding) => !report.tables.has(finding.table)),
    notes: report.notes === '' ? '' : renderMarkdown(report.notes),
    register: registerOf(findings),
    contents: contentsOf(present, report),
    sources: report.meta.sources.map((source) => sourceView(checked, source)),
  };
}

/** Entries of the table of contents, in page order. */
function contentsOf(sections: readonly SectionView[], report: Report): { id: string; name: string }[] {
  return [
    ...sections.map(({ id, name }) => ({ id, name })),
    ...(evaluationOf(report.meta).length > 0 ? [{ id: 'self-evaluation', name: '自评' }] : []),
    { id: 'findings', name: '差异' },
    ...(report.notes === '' ? [] : [{ id: 'notes', name: '这一年' }]),
    { id: 'sources', name: '来源与下载' },
    { id: 'cite', name: '引用' },
  ];
}

/** The department's spending of the year, where printed. */
export function spentCell(checked: CheckedReport) {
  return firstCell(checked, SPENT);
}
