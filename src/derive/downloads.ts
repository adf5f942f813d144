/** Every file offered for download. Written by the build, listed on the downloads page. */
import { reportsOf, type Site } from '../site/site.ts';
import { dataVersion } from '../site/version.ts';
import { TABLES } from '../tables/index.ts';
import { aboutReport, aboutSite, LICENSE } from './descriptions/about.ts';
import { compareList } from './compare.ts';
import type { Dataset } from './dataset.ts';
import { catalog } from './descriptions/dcat.ts';
import { descriptions } from './descriptions/descriptions.ts';
import type { Download } from './download.ts';
import { figures } from './figures.ts';
import { findings } from './findings.ts';
import { indicatorsDownload } from './indicators.ts';
import { ledger } from './ledger.ts';
import { toParquet } from './parquet.ts';
import { pictures } from './pictures/pictures.ts';
import { relations } from './relations.ts';
import { reportFiles } from './report-files.ts';
import { reportSchemaFile } from './report-schema.ts';
import { rootFiles } from './root-files.ts';
import { tableFile } from './descriptions/table-file.ts';
import { allRows } from './tables.ts';
import { toCsv, type Record_ } from './csv.ts';
import { listsDownload, templateDownload } from './validate.ts';
import { presented, presentedCsv } from './presented.ts';

/** Files over all reports, machine CSV and spreadsheet twin. */
export function datasets(site: Site): Dataset[] {
  return [figures(site), ledger(site), findings(site), relations(site), ...TABLES.map((table) => allRows(site, table))];
}

export function allDownloads(site: Site): Download[] {
  const facts = { version: dataVersion(site.files), license: LICENSE.id };
  const entries = new Map(reportsOf(site).map((entry) => [placeOf(entry.checked.report), entry]));
  const entryOf = ({ department, year }: Record_) => entries.get(placeOf({ department, year }))!;
  const files = datasets(site).map(({ table, rows, words = [] }) => ({
    machine: tableFile({
      path: `data/all/${table.id}.csv`,
      title: table.title,
      content: () => toCsv(Object.keys(table.columns), rows),
      name: table.id,
      table,
      header: Object.keys(table.columns),
    }),
    sheet: {
      path: `data/all/${table.id}.excel.csv`,
      title: `${table.title}（表格软件用）`,
      content: () => presentedCsv(presented({ table, rows, words }, entryOf)),
    },
    parquet: {
      path: `data/all/${table.id}.parquet`,
      title: `${table.title}（Parquet）`,
      content: () => toParquet({ table, rows }, facts),
    },
  }));
  const machine = files.map((file) => file.machine);
  return [
    ...files.flatMap((file) => [file.machine, file.sheet, file.parquet]),
    ...descriptions(aboutSite(site), 'data/', machine, 'data/all/'),
  ];
}

/** A report, as rows over all reports name it. */
function placeOf({ department, year }: { readonly department?: string; readonly year?: string | number }): string {
  return `${department}/${year}`;
}

/** Files of each report. */
export function reportDownloads(site: Site): Download[] {
  return reportsOf(site).flatMap((entry) => reportFiles(site, entry));
}

/** Everything that a build writes beside the pages, in order: what describes files comes after them; the writer adds their checksums. */
export function siteDownloads(site: Site): Download[] {
  const all = allDownloads(site);
  const reports = reportsOf(site).map((entry) => ({
    about: aboutReport(site, entry),
    files: reportFiles(site, entry),
  }));
  return [
    ...rootFiles(site),
    ...all,
    ...reports.flatMap(({ files }) => files),
    compareList(site),
    indicatorsDownload(site),
    reportSchemaFile,
    templateDownload(site),
    listsDownload(site),
    catalog({ about: aboutSite(site), files: all }, reports),
    ...pictures(site),
  ];
}
