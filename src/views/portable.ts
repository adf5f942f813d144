/** A chart on its way to other places: what its picture, its copied table and its frame say of themselves. */
import type { CheckedReport } from '../checks/check.ts';
import type { Department } from '../load/catalog.ts';
import { fullAddress } from '../site/settings.ts';
import type { Site } from '../site/site.ts';
import { reportVersion } from '../site/version.ts';
import type { SourceMeta } from '../tables/report.ts';
import type { ChartView } from './charts.ts';
import { originClaim } from './claims.ts';
import { numberView } from './numbers.ts';
import { dataPath, embedPath, reportPath } from './paths.ts';

/** What any chart's tools need: its picture, its copied table and its address. */
export interface Takeaway {
  /** What the chart shows. */
  readonly title: string;
  /** Whose figures, and of which year. */
  readonly heading: string;
  /** The documents that print the numbers, and whether findings are about any of them. */
  readonly source: string;
  /** Version of the data that the chart is drawn from. */
  readonly version: string;
  /** Where the chart stands on its page, relative to the site's root. */
  readonly page: string;
  /** The same as a full address; empty when the site's address is not configured. */
  readonly address: string;
  /** Name of a downloaded picture, without its ending. */
  readonly file: string;
}

/** A chart of one report, which also has a page for frames and a file with its table. */
export interface PortableChart extends Takeaway {
  readonly chart: ChartView;
  /** Part of file names and addresses: functional */
  readonly name: string;
  /** The page made for frames, relative to the site's root and in full. */
  readonly embed: string;
  readonly embedAddress: string;
  /** Pixels that the frame needs from 320 pixels of width on; where it is wider, the drawing takes the room that is left. */
  readonly height: number;
  /** Download of the table that the numbers are in. */
  readonly csv: string;
}

/** @param table id of the curated table that the chart is about */
export function portableChart(
  { meta }: Department,
  checked: CheckedReport,
  site: Site,
  chart: ChartView,
  table: string,
): PortableChart {
  const { report } = checked;
  const name = chart.id.replace(/^chart-/, '');
  const page = `${reportPath(report)}#${chart.id}`;
  const embed = embedPath(report, name);
  const heading = `${meta.name} ${report.year} 年度`;
  const version = reportVersion(site.files, report);
  const source =
    sourceLine(sourcesOf(checked, (address) => !chart.judged && address.startsWith(`${table}/`))) +
    (chart.judged ?? '') +
    findingsLine(checked, chart, table);
  return {
    chart,
    title: chart.title,
    name,
    heading,
    source,
    version,
    page,
    address: fullAddress(page),
    embed,
    embedAddress: fullAddress(embed),
    height: frameHeight(chart, heading, source),
    file: `${report.department}-${report.year}-${name}`,
    csv: `${dataPath(report)}${table}.csv`,
  };
}

/** Sources whose ledger proves one of the cells; without any, all that no other source supersedes. */
export function sourcesOf(checked: CheckedReport, isShown: (address: string) => boolean): SourceMeta[] {
  const { sources } = checked.report.meta;
  const places = [...checked.places].filter(([address]) => isShown(address)).flatMap(([, all]) => all);
  const named = new Set(places.map((place) => place.split(':')[0]));
  const superseded = new Set(sources.map(({ supersedes }) => supersedes));
  const proving = sources.filter(({ id }) => named.has(id));
  return proving.length > 0 ? proving : sources.filter(({ id }) => !superseded.has(id));
}

/** `来源：某局《某文件》。依据文本副本整理，可能含识别误差。` */
export function sourceLine(sources: readonly SourceMeta[]): string {
  const titles = [...new Set(sources.map(({ publisher, title }) => `${publisher}《${title}》`))].join('；');
  return `来源：${titles}。${originClaim(sources)}`;
}

/** A number that is one side of a finding does not leave the page without saying so, nor one in a row that opens. */
function findingsLine(checked: CheckedReport, { rows, measures, openings }: ChartView, table: string): string {
  const opens = openings.length > 0;
  const isShown = (row: string) => rows.some((key) => row === key || (opens && row.startsWith(key)));
  const cells = [...checked.report.cells.values()].filter(
    (cell) => cell.table === table && isShown(cell.item) && measures.includes(cell.measure),
  );
  const count = new Set(cells.flatMap((cell) => numberView(checked, cell).findings)).size;
  return count === 0 ? '' : `图里的数${opens ? '（含下级科目）' : ''}涉及登记的差异 ${count} 条，两边的数见报告。`;
}

/** Mark, fold and margins around the chart on its own page, in pixels. */
const FRAME = 150;
/** Characters of a line in a frame of 320 pixels, and its height, with the sizes of styles/embed.css. */
const LINES = { title: [15, 27], heading: [18, 26], source: [20, 21] } as const;
/** Heights of the drawing by slots, as styles/chart.css has them; a browser test compares. */
const HEIGHTS = [260, 130, 190, 240, 300, 350, 400, 480, 480, 560, 560];

function frameHeight(chart: ChartView, heading: string, source: string): number {
  const tall = (text: string, [characters, height]: readonly [number, number]) =>
    Math.ceil([...text].length / characters) * height;
  const version = '数据版本 000000000000。';
  return (
    FRAME +
    canvasHeight(chart) +
    tall(chart.title, LINES.title) +
    tall(heading, LINES.heading) +
    tall(source + version, LINES.source)
  );
}

function canvasHeight({ slots }: ChartView): number {
  return HEIGHTS[Math.min(10, Math.ceil(slots / 2))]!;
}
