/** Every figure of a report with its address, its proof, a sentence that cites it, and where to correct it. */
import type { CheckedReport } from '../checks/check.ts';
import type { Cell } from '../load/cells.ts';
import { REPOSITORY } from '../site/settings.ts';
import type { Site, SiteReport } from '../site/site.ts';
import { citationView, pageAddress } from './citation.ts';
import { describe } from './findings.ts';
import { numberView, type NumberView } from './numbers.ts';
import { ledgerPath, lineAnchor, reportPath } from './paths.ts';

export interface FigureView {
  readonly label: string;
  readonly number: NumberView;
  /** Printed before the number: ≥, 约 … */
  readonly operator: string;
  readonly unit: string;
  /** Where it stands on the report page. */
  readonly href: string;
  readonly places: readonly { readonly text: string; readonly href: string }[];
  /** Cites the figure: department, year, name, number, source, place, data version, address. */
  readonly sentence: string;
  /** `data/departments/…/expenditure.csv:3`, and its page in the repository where one is configured. */
  readonly file: string;
  readonly edit: string;
  /** A prefilled issue; empty where no repository is configured. */
  readonly issue: string;
}

export interface FigureGroup {
  readonly id: string;
  readonly title: string;
  readonly figures: readonly FigureView[];
}

/** All figures, by table, in the order of the tables. */
export function figureGroups(site: Site, entry: SiteReport): FigureGroup[] {
  const { checked } = entry;
  const { version } = citationView(site, entry);
  const name = `${entry.department.meta.name}${checked.report.year}年度`;
  return [...checked.report.tables.values()].map(({ table }) => ({
    id: table.id,
    title: table.title,
    figures: [...checked.report.cells.values()]
      .filter((cell) => cell.table === table.id)
      .map((cell) => figureView(checked, cell, name, version)),
  }));
}

function figureView(checked: CheckedReport, cell: Cell, name: string, version: string): FigureView {
  const { report } = checked;
  const number = numberView(checked, cell);
  const column = report.tables.get(cell.table)!.table.columns[cell.measure]!;
  const operator = column.operatorFrom ? (cell.row.values[column.operatorFrom] ?? '') : '';
  const label = describe(checked, cell.address);
  const href = `${reportPath(report)}#${cell.address}`;
  const address = pageAddress(href);
  const places = checked.places.get(cell.address) ?? [];
  const amount = `${operator === '=' ? '' : operator}${number.text}${spaced(cell.unit)}`;
  const source = sourceOf(checked, places[0]);
  return {
    label,
    number: { ...number, findings: [] },
    operator,
    unit: cell.unit,
    href,
    places: places.map((place) => ({
      text: place.slice(place.indexOf(':') + 1),
      href: `${ledgerPath(report)}#${lineAnchor(place)}`,
    })),
    sentence: `${name}，${label}：${amount}（${source}明账，数据版本 ${version}，${address}）`,
    file: `${cell.file}:${cell.line}`,
    edit: REPOSITORY && `${REPOSITORY}/blob/HEAD/${encodeURI(cell.file)}#L${cell.line}`,
    issue: REPOSITORY && issueAddress(report, cell, amount, places, address),
  };
}

/** `《2022年度部门决算》L37；`: the document and the place that print a figure. */
function sourceOf({ report }: CheckedReport, place: string | undefined): string {
  const [id, at] = place?.split(':') ?? [];
  const source = report.meta.sources.find((one) => one.id === id);
  return source ? `《${source.title}》${at!.replace(/\.\w+$/, '')}；` : '';
}

const spaced = (unit: string) => (/^[%‰]?$/.test(unit) ? unit : ` ${unit}`);

/** The forge's form for a new issue, filled in with what the reader should not have to look up. */
function issueAddress(
  report: CheckedReport['report'],
  cell: Cell,
  amount: string,
  places: readonly string[],
  address: string,
): string {
  const title = `数字有误：${report.department}/${report.year} ${cell.address}`;
  const body = [
    `本站：${amount}`,
    `位置：${places.join(' ')}`,
    `数据：${cell.file} 第 ${cell.line} 行`,
    `页面：${address}`,
    '原文印的数：',
    '原文网址与页码：',
  ].join('\n');
  return `${REPOSITORY}/issues/new?${new URLSearchParams({ title, body }).toString()}`;
}
