/** The site's data, loaded and checked once per build. Pages and downloads start here. */
import { readData } from '../disk/read.ts';
import type { CheckedDepartment, CheckedReport } from '../checks/check.ts';
import type { Department } from '../load/catalog.ts';
import type { DataFiles } from '../load/files.ts';
import type { Reference } from '../load/reference.ts';
import type { Issue } from '../messages/issue.ts';
import { siteOf } from './site-of.ts';

export interface Site {
  readonly departments: readonly CheckedDepartment[];
  readonly reference: Reference;
  /** Markdown of each glossary entry, by file name. */
  readonly glossary: ReadonlyMap<string, string>;
  readonly files: DataFiles;
  readonly issues: readonly Issue[];
}

export { siteOf };

export interface SiteReport {
  readonly department: Department;
  readonly checked: CheckedReport;
}

/** Reads, loads and checks a data folder. */
export function loadSite(folder: string): Site {
  return siteOf(readData(folder));
}

/** All reports, by department and year. */
export function reportsOf(site: Site): SiteReport[] {
  return site.departments.flatMap(({ department, reports }) => reports.map((checked) => ({ department, checked })));
}
