/** One curated table of all reports. */
import { reportsOf, type Site } from '../site/site.ts';
import type { TableDeclaration } from '../tables/table.ts';
import { where, type Dataset } from './dataset.ts';

/** One table of all reports, `department,year` in front, every declared column. */
export function allRows(site: Site, table: TableDeclaration): Dataset {
  const rows = reportsOf(site).flatMap(({ checked: { report } }) =>
    (report.tables.get(table.id)?.rows ?? []).map(({ values }) => ({
      department: report.department,
      year: String(report.year),
      ...values,
    })),
  );
  const key = [...Object.keys(where), ...table.key];
  return { table: { ...table, key, columns: { ...where, ...table.columns } }, rows };
}
