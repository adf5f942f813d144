/** What the report page shows, in order. */
import type { CheckedReport } from '../checks/check.ts';
import type { Status } from '../checks/ledger.ts';
import type { Department } from '../load/catalog.ts';
import { regionPath } from '../load/reference.ts';
import type { Report } from '../load/report.ts';
import type { Site } from '../site/site.ts';
import { TABLES } from '../tables/index.ts';
import { ABSENT, KINDS, LEDGERS, ORIGINS, type ReportMeta, type SourceMeta } from '../tables/report.ts';
import { attainmentByProject, type AttainmentRow } from './attainment.ts';
import { chartView, type ChartView } from './charts.ts';
import { derivedViews, type DerivedView } from './derived.ts';
import { findingViews, type FindingView } from './findings.ts';
import { countStatuses } from './ledger.ts';
import { firstCell, headline, hundred, RECEIVED, sectionTitle, SPENT, type Slice } from './headline.ts';
import { money, numberView, percentage, type NumberView } from './numbers.ts';
import { termsIn, type TermView } from './glossary.ts';
import { renderMarkdown } from './markdown.ts';
import { dataPath } from './paths.ts';
import { tableView, type Doubt, type TableView } from './table.ts';

export interface KeyFigure {
  readonly name: string;
  /** A cell, or a text derived from cells that the note names. */
  readonly number?: NumberView;
  readonly text: string;
  readonly unit: string;
  readonly note: string;
}

export interface ProofView {
  readonly level: string;
  readonly complete: boolean;
  readonly figures: number;
  readonly counts: Readonly<Record<Status, number>>;
}

export interface SectionView {
  readonly id: string;
  /** A sentence that says what the numbers say. */
  readonly title: string;
  /** The table's plain name. */
  readonly name: string;
  readonly about: string;
  readonly table: TableView;
  readonly chart?: ChartView | undefined;
  /** Findings about this table's cells. */
  readonly findings: readonly FindingView[];
  /** Printed ratios and subtotals of this table. */
  readonly derived: readonly DerivedView[];
  /** Glossary terms that the section uses and none before it did. */
  readonly terms: readonly TermView[];
  readonly csv: string;
  readonly excel: string;
}

export interface SourceView {
  readonly facts: readonly { readonly name: string; readonly text: string; readonly href?: string | undefined }[];
  /** Download of its ledger. */
  readonly ledger: string | undefined;
}

export interface ReportView {
  readonly title: string;
  readonly headline: string;
  /** Where each hundred yuan went; undefined when the report does not say. */
  readonly hundred: readonly Slice[] | undefined;
  readonly attainment: readonly AttainmentRow[];
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
  readonly contents: readonly { readonly id: string; readonly name: string }[];
  readonly description: string;
  readonly sources: readonly SourceView[];
}

export function reportView(department: Department, checked: CheckedReport, site: Site): ReportView {
  const { reference } = site;
  const { report } = checked;
  const { name, short } = department.meta;
  const folder = dataPath(report);
  const doubt: Doubt = (code, classification) => {
    const known = reference[classification].get(code);
    if (!known) return '名称依报告';
    return ['recalled', 'inferred'].includes(known.certainty) ? '编码待核' : undefined;
  };
  const findings = findingViews(checked);
  const explained = new Set<string>();
  const present = [...report.tables.values()].map((csv): SectionView => {
    const { id, title: name, about } = csv.table;
    const table = tableView(checked, csv, doubt);
    return {
      id,
      title: unbroken(sectionTitle(checked, id, name)),
      name,
      about,
      table,
      chart: chartView(checked, table),
      findings: findings.filter((finding) => finding.table === id),
      derived: derivedViews(checked, id),
      terms: newTerms(site, table, name, explained),
      csv: `${folder}${id}.csv`,
      excel: `${folder}${id}.excel.csv`,
    };
  });
  const sentence = headline(checked, short);
  const proof = proofView(checked);
  return {
    title: `${name} ${report.year} 年度`,
    headline: unbroken(sentence),
    description: `${sentence}。${proof.level}，登记差异 ${findings.length} 条。`,
    hundred: hundred(checked),
    attainment: attainmentByProject(checked),
    short,
    name,
    year: report.year,
    regions: regionPath(reference, department.meta.region).map((region) => region.name),
    kinds: report.meta.kinds.map((kind) => KINDS[kind]).join('、'),
    coverage: report.meta.coverage,
    keys: keyFigures(checked),
    proof,
    sections: present,
    missing: TABLES.filter(({ id }) => !report.tables.has(id)).map(({ id, title }) => ({
      name: title,
      text: absence(report.meta, id),
    })),
    evaluation: evaluationOf(report.meta),
    findings,
    loose: findings.filter((finding) => !report.tables.has(finding.table)),
    notes: report.notes === '' ? '' : renderMarkdown(report.notes),
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
  ];
}

function evaluationOf(meta: ReportMeta): { name: string; lines: string[] }[] {
  const { results, problems, suggestions } = meta.evaluation;
  const groups = [
    { name: '结论', lines: results },
    { name: '自述问题', lines: problems },
    { name: '改进建议', lines: suggestions },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

/** Terms in the labels of a section that no earlier section of the page explained. */
function newTerms(site: Site, table: TableView, name: string, explained: Set<string>): TermView[] {
  const labels = [
    name,
    ...table.columns.map((column) => column.name),
    ...table.groups.flatMap(({ title, rows }) => [title, ...rows.map(({ label }) => label)]),
  ];
  const fresh = termsIn(site, labels).filter(({ slug }) => !explained.has(slug));
  for (const { slug } of fresh) explained.add(slug);
  return fresh;
}

/** Keeps a number and its unit on one line. */
function unbroken(sentence: string): string {
  return sentence.replace(/([0-9%]) (?=万元|人|分)/g, '$1\u00A0');
}

function sourceView({ report }: CheckedReport, source: SourceMeta): SourceView {
  const facts = [
    { name: '标题', text: source.title },
    { name: '发布', text: [source.publisher, source.date].filter(Boolean).join('，') },
    { name: '文件', text: `${source.file}（${ORIGINS[source.text_origin]}）` },
    { name: 'sha256', text: source.sha256 },
    { name: '网址', text: source.url ?? '', href: source.url },
    { name: '存档', text: source.archived_url ?? '', href: source.archived_url },
    { name: '取得', text: source.retrieved ?? '' },
    { name: '取代', text: source.supersedes ?? '' },
    { name: '对账', text: LEDGERS[source.ledger] },
  ];
  const ledger = report.ledgers.has(source.id) ? `${dataPath(report)}ledger/${source.id}.csv` : undefined;
  return { facts: facts.filter(({ text }) => text !== ''), ledger };
}

function absence(meta: ReportMeta, table: string): string {
  const entry = meta.absent.find((one) => one.table === table);
  if (!entry) return '未说明';
  return entry.note ? `${ABSENT[entry.reason]}：${entry.note}` : ABSENT[entry.reason];
}

export function proofView(checked: CheckedReport): ProofView {
  const lines = [...checked.lines.values()].flat();
  return {
    level: LEDGERS[checked.proof],
    complete: checked.proof === 'complete',
    figures: lines.length,
    counts: countStatuses(lines),
  };
}

/** The department's spending of the year, where printed. */
export function spentCell(checked: CheckedReport) {
  return firstCell(checked, SPENT);
}

function keyFigures(checked: CheckedReport): KeyFigure[] {
  const { cells } = checked.report;
  const keys: KeyFigure[] = [];
  const add = (name: string, addresses: readonly string[], note: (address: string) => string = () => '') => {
    const cell = firstCell(checked, addresses);
    if (cell)
      keys.push({
        name: cell.name === name ? name : cell.name,
        number: numberView(checked, cell),
        text: '',
        unit: cell.unit,
        note: note(cell.address),
      });
  };
  const change = (address: string) => {
    const cell = cells.get(address.replace(/[^/]+$/, 'change'));
    return cell ? `比上年 ${cell.value.gt(0) ? '+' : ''}${money(cell.text)}` : '';
  };
  add('本年支出合计', SPENT, change);
  add('本年收入合计', RECEIVED, change);
  const execution = executionOf(checked);
  if (execution) keys.push(execution);
  add('“三公”经费合计', ['three-public/total/final'], change);
  add('机关运行经费', ['operating/agency-operation/final'], change);
  return keys;
}

/** Spending as a share of the whole year's budget, where both are printed; the work is shown in the note. */
function executionOf(checked: CheckedReport): KeyFigure | undefined {
  const [final, adjusted] = ['final', 'adjusted'].map((measure) =>
    checked.report.cells.get(`expenditure/current/${measure}`),
  );
  const share = final && adjusted && percentage(final.value, adjusted.value);
  if (!share) return undefined;
  return {
    name: '预算执行',
    text: share,
    unit: '',
    note: `决算 ${money(final.text)} ÷ 全年预算 ${money(adjusted.text)}`,
  };
}
