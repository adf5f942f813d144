/** What the report page shows, in order. */
import type { CheckedReport } from '../checks/check.ts';
import type { Status } from '../checks/ledger.ts';
import type { Department } from '../load/catalog.ts';
import { regionPath, type Reference } from '../load/reference.ts';
import { TABLES } from '../tables/index.ts';
import { ABSENT, KINDS, LEDGERS, ORIGINS, type ReportMeta, type SourceMeta } from '../tables/report.ts';
import { chartView, type ChartView } from './charts.ts';
import { derivedViews, type DerivedView } from './derived.ts';
import { findingViews, type FindingView } from './findings.ts';
import { countStatuses } from './ledger.ts';
import { money, numberView, type NumberView } from './numbers.ts';
import { dataPath } from './paths.ts';
import { tableView, type Doubt, type TableView } from './table.ts';

export interface KeyFigure {
  readonly name: string;
  readonly number: NumberView;
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
  readonly title: string;
  readonly about: string;
  /** Undefined when the report lacks the table: then `absent` says why. */
  readonly table?: TableView;
  readonly chart?: ChartView | undefined;
  readonly absent?: string;
  /** Findings about this table's cells. */
  readonly findings: readonly FindingView[];
  /** Printed ratios and subtotals of this table. */
  readonly derived: readonly DerivedView[];
  readonly csv?: string;
  readonly excel?: string;
}

export interface SourceView {
  readonly facts: readonly { readonly name: string; readonly text: string; readonly href?: string | undefined }[];
  /** Download of its ledger. */
  readonly ledger: string | undefined;
}

export interface ReportView {
  readonly title: string;
  readonly headline: string;
  readonly short: string;
  readonly name: string;
  readonly year: number;
  readonly regions: readonly string[];
  readonly kinds: string;
  readonly coverage: string;
  readonly keys: readonly KeyFigure[];
  readonly proof: ProofView;
  readonly sections: readonly SectionView[];
  readonly missing: readonly SectionView[];
  readonly evaluation: ReportMeta['evaluation'];
  readonly findings: readonly FindingView[];
  readonly notes: string;
  readonly sources: readonly SourceView[];
}

export function reportView(department: Department, checked: CheckedReport, reference: Reference): ReportView {
  const { report } = checked;
  const { name, short } = department.meta;
  const folder = dataPath(report);
  const doubt: Doubt = (code, classification) => {
    const known = reference[classification].get(code);
    if (!known) return '名称依报告';
    return ['recalled', 'inferred'].includes(known.certainty) ? '编码待核' : undefined;
  };
  const findings = findingViews(checked);
  const sections: SectionView[] = TABLES.map(({ id, title, about }) => {
    const csv = report.tables.get(id);
    if (!csv) return { id, title, about, absent: absence(report.meta, id), findings: [], derived: [] };
    const table = tableView(checked, csv, doubt);
    return {
      id,
      title,
      about,
      table,
      chart: chartView(checked, table),
      findings: findings.filter((finding) => finding.table === id),
      derived: derivedViews(checked, id),
      csv: `${folder}${id}.csv`,
      excel: `${folder}${id}.excel.csv`,
    };
  });
  return {
    title: `${name} ${report.year} 年度`,
    headline: headline(checked, short),
    short,
    name,
    year: report.year,
    regions: regionPath(reference, department.meta.region).map((region) => region.name),
    kinds: report.meta.kinds.map((kind) => KINDS[kind]).join('、'),
    coverage: report.meta.coverage,
    keys: keyFigures(checked),
    proof: proofView(checked),
    sections: sections.filter((section) => section.table),
    missing: sections.filter((section) => !section.table),
    evaluation: report.meta.evaluation,
    findings,
    notes: report.notes,
    sources: report.meta.sources.map((source) => sourceView(checked, source)),
  };
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

/** The first of some addresses that the report states. */
function first(checked: CheckedReport, addresses: readonly string[]) {
  return addresses.map((address) => checked.report.cells.get(address)).find((cell) => cell !== undefined);
}

const SPENT = [
  'expenditure/current/final',
  'expenditure/total/final',
  'fiscal/expenditure/final',
  'fiscal/expenditure-general/final',
];
const RECEIVED = ['income/current/final', 'income/total/final', 'fiscal/income/final', 'fiscal/income-general/final'];

/** The department's spending of the year, where printed. */
export function spentCell(checked: CheckedReport) {
  return first(checked, SPENT);
}

function headline(checked: CheckedReport, short: string): string {
  const [spent, received] = [first(checked, SPENT), first(checked, RECEIVED)];
  const { year } = checked.report;
  if (spent && received) {
    return spent.value.eq(received.value)
      ? `${year} 年，${short}收入、支出各 ${money(spent.text)} 万元`
      : `${year} 年，${short}收入 ${money(received.text)} 万元，支出 ${money(spent.text)} 万元`;
  }
  return spent ? `${year} 年，${short}支出 ${money(spent.text)} 万元` : `${short} ${year} 年度`;
}

function keyFigures(checked: CheckedReport): KeyFigure[] {
  const { cells } = checked.report;
  const keys: KeyFigure[] = [];
  const add = (name: string, addresses: readonly string[], note: (address: string) => string = () => '') => {
    const cell = first(checked, addresses);
    if (cell)
      keys.push({
        name: cell.name === name ? name : cell.name,
        number: numberView(checked, cell),
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
  add('“三公”经费合计', ['three-public/total/final'], change);
  add('机关运行经费', ['operating/agency-operation/final'], change);
  return keys;
}
