/** Every figure of a report with its address, its proof, a sentence that cites it, and where to correct it. */
import type { CheckedReport } from '../checks/check.ts';
import type { Cell } from '../load/cells.ts';
import { fullAddress, REPOSITORY } from '../site/settings.ts';
import type { Site, SiteReport } from '../site/site.ts';
import { citationView } from './citation.ts';
import { primaryMeasures } from '../tables/table.ts';
import { describe } from './findings.ts';
import { numberView, type NumberView } from './numbers.ts';
import { quantityOf } from './quantity.ts';
import { ledgerPath, lineAnchor, reportPath } from './paths.ts';
import { wrongFigureAddress } from './wrong-figure.ts';

export interface FigureView {
  readonly label: string;
  readonly number: NumberView;
  /** As printed: `≥ 98%`, `1 至 2 个（每村）`. */
  readonly amount: string;
  /** The address of the end of a range, which is a cell of its own. */
  readonly high: string;
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
      .filter((cell) => cell.table === table.id && primaryMeasures(table).includes(cell.measure))
      .map((cell) => figureView(checked, cell, name, version)),
  }));
}

function figureView(checked: CheckedReport, cell: Cell, name: string, version: string): FigureView {
  const { report } = checked;
  const number = numberView(checked, cell);
  const high = highOf(checked, cell);
  const label = describe(checked, cell.address);
  const href = `${reportPath(report)}#${cell.address}`;
  const address = fullAddress(href);
  const places = checked.places.get(cell.address) ?? [];
  const amount = amountText(checked, cell, number.text, high);
  const source = sourceOf(checked, places[0]);
  return {
    label,
    number: { ...number, findings: [] },
    amount,
    high: high?.address ?? '',
    href,
    places: places.map((place) => ({
      text: place.slice(place.indexOf(':') + 1),
      href: `${ledgerPath(report)}#${lineAnchor(place)}`,
    })),
    sentence: `${name}，${label}：${amount}（${source}明账，数据版本 ${version}${address && `，${address}`}）`,
    file: `${cell.file}:${cell.line}`,
    edit: REPOSITORY && `${REPOSITORY}/blob/HEAD/${encodeURI(cell.file)}#L${cell.line}`,
    issue:
      REPOSITORY &&
      wrongFigureAddress(REPOSITORY, {
        figure: `${report.department}/${report.year} ${cell.address}`,
        shown: amount,
        places: places.join(' '),
        file: `${cell.file} 第 ${cell.line} 行`,
        page: address || href,
      }),
  };
}

/** `《2022年度部门决算》L37；`: the document and the place that print a figure. */
function sourceOf({ report }: CheckedReport, place: string | undefined): string {
  const [id, at] = place?.split(':') ?? [];
  const source = report.meta.sources.find((one) => one.id === id);
  return source ? `《${source.title}》${at!.replace(/\.\w+$/, '')}；` : '';
}

function highOf({ report }: CheckedReport, cell: Cell): Cell | undefined {
  const { highFrom } = report.tables.get(cell.table)!.table.columns[cell.measure]!;
  return highFrom ? report.cells.get(`${cell.table}/${cell.item}/${highFrom}`) : undefined;
}

/** The quantity with everything that was printed with it: operator, end of the range, unit, qualifier. */
function amountText(checked: CheckedReport, cell: Cell, shown: string, high: Cell | undefined): string {
  const { values } = cell.row;
  const { operatorFrom } = checked.report.tables.get(cell.table)!.table.columns[cell.measure]!;
  const operator = operatorFrom && values[operatorFrom] !== '=' ? (values[operatorFrom] ?? '') : '';
  const printed = { operator, value: cell.text, high: high?.text ?? '', unit: cell.unit, text: '' };
  const { number, unit } = quantityOf(printed);
  // Money stands as the page shows it, with two decimals at least.
  const exact = operator === '' && !high ? shown : number;
  return `${exact}${/^[%‰]$/.test(unit) ? unit : ` ${unit}`}${values['qualifier'] ? `（${values['qualifier']}）` : ''}`;
}
