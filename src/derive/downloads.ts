/** Every file offered for download. Written by the build, listed on the downloads page. */
import { reportsOf, type Site } from '../site/site.ts';
import { dataVersion } from '../site/version.ts';
import { TABLES } from '../tables/index.ts';
import { archive } from './archive.ts';
import type { Dataset } from './dataset.ts';
import type { Download } from './download.ts';
import { figures } from './figures.ts';
import { findings } from './findings.ts';
import { ledger } from './ledger.ts';
import { toParquet } from './parquet.ts';
import { relations } from './relations.ts';
import { reportFiles } from './report-files.ts';
import { reportSchemaText, SCHEMA_PATH } from './report-schema.ts';
import { allRows } from './tables.ts';
import { sheetColumns, toCsv, toExcelCsv } from './csv.ts';

/** Files over all reports, machine CSV and spreadsheet twin. */
export function datasets(site: Site): Dataset[] {
  return [figures(site), ledger(site), findings(site), relations(site), ...TABLES.map((table) => allRows(site, table))];
}

export function allDownloads(site: Site): Download[] {
  const facts = { version: dataVersion(site.files), license: 'CC-BY-4.0' };
  return datasets(site).flatMap(({ table, rows }) => [
    { path: `data/all/${table.id}.csv`, title: table.title, content: () => toCsv(Object.keys(table.columns), rows) },
    {
      path: `data/all/${table.id}.excel.csv`,
      title: `${table.title}（表格软件用）`,
      content: () => toExcelCsv(sheetColumns(table), rows),
    },
    {
      path: `data/all/${table.id}.parquet`,
      title: `${table.title}（Parquet）`,
      content: () => toParquet({ table, rows }, facts),
    },
  ]);
}

/** Files of each report, and all of them in one zip file. */
export function reportDownloads(site: Site): Download[] {
  return reportsOf(site).flatMap((entry) => {
    const files = reportFiles(site, entry);
    return [...files, archive(site, entry, files)];
  });
}

/** Files that describe the others. */
function descriptions(): Download[] {
  return [{ path: SCHEMA_PATH, title: '每份报告 JSON 的结构（JSON Schema）', content: reportSchemaText }];
}

/** Everything that a build writes beside the pages, in order; the writer adds their checksums. */
export function siteDownloads(site: Site): Download[] {
  return [...allDownloads(site), ...reportDownloads(site), ...descriptions()];
}
