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

/** A chart alone, for frames on other sites. */
export function embedPath(report: Pick<Report, 'department' | 'year'>, chart: string): string {
  return `embed/${report.department}/${report.year}/${chart}/`;
}

/** The folder of a report's downloads. */
export function dataPath(report: Pick<Report, 'department' | 'year'>): string {
  return `data/${report.department}/${report.year}/`;
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
