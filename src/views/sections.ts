/** What each table's section of a report shows. */
import type { CheckedReport } from '../checks/check.ts';
import type { Department } from '../load/catalog.ts';
import type { Site } from '../site/site.ts';
import { attainmentView, type AttainmentView } from './attainment.ts';
import { chartView, type ChartView } from './charts.ts';
import { derivedViews, type DerivedView } from './derived.ts';
import type { FindingView } from './findings.ts';
import { termsIn, type TermView } from './glossary.ts';
import { sectionTitle } from './headline.ts';
import { unbroken } from './numbers.ts';
import { dataPath } from './paths.ts';
import { portableChart, type PortableChart } from './portable.ts';
import { doubtOf, tableView, type TableView } from './table.ts';

export interface SectionView {
  readonly id: string;
  /** A sentence that says what the numbers say. */
  readonly title: string;
  /** The table's plain name. */
  readonly name: string;
  readonly about: string;
  readonly table: TableView;
  readonly chart?: PortableChart | undefined;
  /** Indicators met or not, by project, where the table has them. */
  readonly attainment?: { readonly chart: PortableChart; readonly rows: AttainmentView['rows'] } | undefined;
  /** Findings about this table's cells. */
  readonly findings: readonly FindingView[];
  /** Printed ratios and subtotals of this table. */
  readonly derived: readonly DerivedView[];
  /** Glossary terms that the section uses and none before it did. */
  readonly terms: readonly TermView[];
  readonly csv: string;
  readonly excel: string;
}

/** Sections of the tables that a report has, in the order of the declarations. */
export function sectionViews(
  department: Department,
  checked: CheckedReport,
  findings: readonly FindingView[],
  site: Site,
): SectionView[] {
  const folder = dataPath(checked.report);
  const doubt = doubtOf(site.reference);
  const explained = new Set<string>();
  return [...checked.report.tables.values()].map((csv): SectionView => {
    const { id, title: name, about } = csv.table;
    const table = tableView(checked, csv, doubt);
    const chart = chartView(checked, table);
    const counts = attainmentView(checked, id);
    const portable = (one: ChartView) => portableChart(department, checked, site, one, id);
    return {
      id,
      title: unbroken(sectionTitle(checked, id, name)),
      name,
      about,
      table,
      chart: chart && portable(chart),
      attainment: counts && { chart: portable(counts.chart), rows: counts.rows },
      findings: findings.filter((finding) => finding.table === id),
      derived: derivedViews(checked, id),
      terms: newTerms(site, table, name, explained),
      csv: `${folder}${id}.csv`,
      excel: `${folder}${id}.excel.csv`,
    };
  });
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
