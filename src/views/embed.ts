/** The page of one chart alone, made for frames on other sites: the chart and the numbers that it shows. */
import type { Site, SiteReport } from '../site/site.ts';
import { ATTAINMENT_NAMES, attainmentView, type AttainmentView } from './attainment.ts';
import { chartView, type ChartView } from './charts.ts';
import { reportPath } from './paths.ts';
import { portableChart, type PortableChart } from './portable.ts';
import { tableView, type TableView } from './table.ts';

export interface ChartNumber {
  readonly text: string;
  readonly value: string;
  /** The ledger line that proves it, relative to the site's root. */
  readonly proof: string | undefined;
}

/** The rows and columns of a chart, and no others. */
export interface ChartTable {
  readonly id: string;
  readonly caption: string;
  readonly labelName: string;
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    /** One for each column. */
    readonly numbers: readonly (ChartNumber | undefined)[];
  }[];
}

export interface EmbedView {
  readonly portable: PortableChart;
  readonly chart: ChartView;
  readonly table: ChartTable;
  /** The report's page, relative to the site's root. */
  readonly report: string;
}

/** One for each chart of a report, in page order. */
export function embedViews({ department, checked }: SiteReport, site: Site): EmbedView[] {
  const { report } = checked;
  const embed = (chart: ChartView, of: string, table: ChartTable): EmbedView => ({
    portable: portableChart(department, checked, site, chart, of),
    // The rows below others are not here, so none opens.
    chart: { ...chart, openings: [] },
    table,
    report: reportPath(report),
  });
  return [...report.tables.values()].flatMap((csv) => {
    const view = tableView(checked, csv, () => undefined);
    const chart = chartView(checked, view);
    const counts = attainmentView(checked, csv.table.id);
    return [
      ...(chart ? [embed(chart, csv.table.id, tableOf(view, chart))] : []),
      ...(counts ? [embed(counts.chart, csv.table.id, countTable(counts))] : []),
    ];
  });
}

function tableOf(view: TableView, chart: ChartView): ChartTable {
  const group = view.groups.find(({ id }) => id === chart.table)!;
  return {
    id: chart.table,
    caption: `${group.title}（单位：${chart.unit}）`,
    labelName: view.labelName,
    columns: chart.measures.map((id) => ({ id, name: view.columns.find((column) => column.id === id)!.name })),
    rows: chart.rows.map((key) => {
      const { label, cells } = group.rows.find((row) => row.key === key)!;
      return { key, label, numbers: chart.measures.map((id) => cells.find(({ column }) => column === id)?.number) };
    }),
  };
}

function countTable({ chart, rows }: AttainmentView): ChartTable {
  const kinds = Object.entries(ATTAINMENT_NAMES) as [keyof typeof ATTAINMENT_NAMES, string][];
  return {
    id: chart.table,
    caption: `${chart.title}（单位：${chart.unit}）`,
    labelName: '项目',
    columns: kinds.map(([id, name]) => ({ id, name })),
    rows: rows.map((row) => ({
      key: row.project,
      label: row.name,
      numbers: kinds.map(([id]) => ({ text: String(row[id]), value: String(row[id]), proof: undefined })),
    })),
  };
}
