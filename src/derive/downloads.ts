/** Every file offered for download. Written by the build, listed on the downloads page. */
import { reportsOf, type Site } from '../site/site.ts';
import { TABLES } from '../tables/index.ts';
import type { Dataset } from './dataset.ts';
import type { Download } from './download.ts';
import { figures } from './figures.ts';
import { findings } from './findings.ts';
import { indicatorsDownload } from './indicators.ts';
import { ledger } from './ledger.ts';
import { relations } from './relations.ts';
import { reportFiles } from './report-files.ts';
import { allRows } from './tables.ts';
import { sheetColumns, toCsv, toExcelCsv } from './csv.ts';

/** Files over all reports, machine CSV and spreadsheet twin. */
export function datasets(site: Site): Dataset[] {
  return [figures(site), ledger(site), findings(site), relations(site), ...TABLES.map((table) => allRows(site, table))];
}

export function allDownloads(site: Site): Download[] {
  return datasets(site).flatMap(({ table, rows }) => [
    { path: `data/all/${table.id}.csv`, title: table.title, content: () => toCsv(Object.keys(table.columns), rows) },
    {
      path: `data/all/${table.id}.excel.csv`,
      title: `${table.title}（表格软件用）`,
      content: () => toExcelCsv(sheetColumns(table), rows),
    },
  ]);
}

/** Files of each report. */
export function reportDownloads(site: Site): Download[] {
  return reportsOf(site).flatMap((entry) => reportFiles(site, entry));
}

/** Everything that a build writes beside the pages, in order. */
export function siteDownloads(site: Site): Download[] {
  return [...allDownloads(site), indicatorsDownload(site), ...reportDownloads(site)];
}
