/** Addresses of pages and downloads, relative to the base path, without a leading “/”. */
import type { CheckedReport } from '../checks/check.ts';
import type { Report } from '../load/report.ts';

export function departmentPath(id: string): string {
  return `departments/${id}/`;
}

export function reportPath(report: Pick<Report, 'department' | 'year'>): string {
  return `${departmentPath(report.department)}${report.year}/`;
}

export function ledgerPath(report: Pick<Report, 'department' | 'year'>): string {
  return `${reportPath(report)}ledger/`;
}

/** The page with the address, citation and file of each figure. */
export function figuresPath(report: Pick<Report, 'department' | 'year'>): string {
  return `${reportPath(report)}figures/`;
}

/** A chart alone, for frames on other sites. */
export function embedPath(report: Pick<Report, 'department' | 'year'>, chart: string): string {
  return `embed/${report.department}/${report.year}/${chart}/`;
}

/** The folder of a report's downloads. */
export function dataPath(report: Pick<Report, 'department' | 'year'>): string {
  return `data/${report.department}/${report.year}/`;
}

/** A report's workbook. */
export function workbookPath(report: Pick<Report, 'department' | 'year'>): string {
  return `${dataPath(report)}${report.department}-${report.year}.xlsx`;
}

/** The comparison of some reports. */
export function comparePath(reports: readonly Pick<Report, 'department' | 'year'>[]): string {
  return `compare/?reports=${reports.map(({ department, year }) => `${department}/${year}`).join(',')}`;
}

/** The id of a ledger line on the ledger page: `accounts:L37.3` → `accounts-L37-3`. */
export function lineAnchor(place: string): string {
  return place.replace(/[:.!]/g, '-');
}

/** Where a cell is proven: the ledger line of the first figure that states it. */
export function proofPath(checked: CheckedReport, address: string): string | undefined {
  const place = checked.places.get(address)?.[0];
  return place && `${ledgerPath(checked.report)}#${lineAnchor(place)}`;
}

/** The picture of the whole site. */
export const SITE_CARD = 'cards/site.png';

/** The picture of a report, for links to it. */
export function cardPath(report: Pick<Report, 'department' | 'year'>): string {
  return `cards/${report.department}-${report.year}.png`;
}

/** The icon for home screens, and its width and height in pixels. */
export const ICON_SIZE = 180;
export const ICON = `cards/icon-${ICON_SIZE}.png`;

/** A report with everything about it in one JSON file. */
export function reportJsonPath(report: Pick<Report, 'department' | 'year'>): string {
  return `${dataPath(report)}report.json`;
}

/** All files of a report in one zip file. */
export function archivePath(report: Pick<Report, 'department' | 'year'>): string {
  return `${dataPath(report)}${report.department}-${report.year}.zip`;
}

/** The id of a row on its report's page. @param item the row's key: `general.2010306` */
export function rowAnchor(table: string, item: string): string {
  return `${table}/${item}`;
}
