/** What the preview of a report shows: the report page from data that is not published, without charts and addresses. */
import type { CheckedReport } from '../checks/check.ts';
import type { Department } from '../load/catalog.ts';
import type { Site } from '../site/site.ts';
import { KINDS } from '../tables/report.ts';
import { breaksOf } from './breaks.ts';
import { findingViews, type FindingView } from './findings.ts';
import { headline, sectionTitle } from './headline.ts';
import { keyFigures, type KeyFigure } from './key-figures.ts';
import { unbroken } from './numbers.ts';
import { regionNames } from './regions.ts';
import { evaluationOf, missingTables, proofView, registerOf, type ProofView } from './report-facts.ts';
import { doubtOf, tableView, type TableView } from './table.ts';

/** Key figures that the report page has room for. */
const SHOWN_KEYS = 3;

export interface PreviewSection {
  readonly id: string;
  /** A sentence that says what the numbers say. */
  readonly title: string;
  readonly name: string;
  readonly table: TableView;
}

/** Plain data: it travels from the worker to the page. */
export interface PreviewView {
  readonly headline: string;
  readonly lede: string;
  readonly keys: readonly KeyFigure[];
  readonly proof: ProofView;
  readonly register: string;
  readonly sections: readonly PreviewSection[];
  readonly evaluation: readonly { readonly name: string; readonly lines: readonly string[] }[];
  readonly findings: readonly FindingView[];
  /** Markdown, as written. */
  readonly notes: string;
  readonly missing: readonly { readonly name: string; readonly text: string }[];
}

export function previewView(department: Department, checked: CheckedReport, site: Site): PreviewView {
  const { report } = checked;
  const { meta } = department;
  const findings = findingViews(checked);
  const doubt = doubtOf(site.reference);
  const kinds = report.meta.kinds.map((kind) => KINDS[kind]).join('、');
  return {
    headline: unbroken(headline(checked, meta.short, breaksOf(meta))),
    lede: `${[regionNames(site, meta.region).join(' '), meta.name, kinds].filter(Boolean).join(' · ')}。口径：${report.meta.coverage}。`,
    keys: keyFigures(checked).slice(0, SHOWN_KEYS),
    proof: proofView(checked),
    register: registerOf(findings),
    sections: [...report.tables.values()].map((csv) => ({
      id: csv.table.id,
      title: unbroken(sectionTitle(checked, csv.table.id, csv.table.title)),
      name: csv.table.title,
      table: tableView(checked, csv, doubt),
    })),
    evaluation: evaluationOf(report.meta),
    findings,
    notes: report.notes,
    missing: missingTables(report),
  };
}
