/** Every file offered for download. Written by the build, listed on the downloads page. */
import { reportsOf, type Site } from '../site/site.ts';
import { TABLES } from '../tables/index.ts';
import { ledgerTable } from '../tables/ledger.ts';
import { dataPath } from '../views/paths.ts';
import type { Dataset } from './dataset.ts';
import { figures } from './figures.ts';
import { findings } from './findings.ts';
import { ledger } from './ledger.ts';
import { relations } from './relations.ts';
import { allRows } from './tables.ts';
import { sheetColumns, toCsv, toExcelCsv } from './csv.ts';

export interface Download {
  /** Relative to the site's root: data/all/figures.csv */
  readonly path: string;
  readonly title: string;
  readonly content: () => string;
}

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

/** Files of each report, as curated, with a spreadsheet twin for each table. */
export function reportDownloads(site: Site): Download[] {
  return reportsOf(site).flatMap(({ department, checked: { report } }) => {
    const folder = dataPath(report);
    const decode = (path: string) => new TextDecoder().decode(site.files.get(path)!.bytes);
    const tables = [...report.tables.values()].flatMap(({ table, header, rows, text }) => [
      { path: `${folder}${table.id}.csv`, title: table.title, content: () => text },
      {
        path: `${folder}${table.id}.excel.csv`,
        title: `${table.title}（表格软件用）`,
        content: () =>
          toExcelCsv(
            sheetColumns(table, header),
            rows.map(({ values }) => values),
          ),
      },
    ]);
    const ledgers = [...report.ledgers.values()].map(({ source, text }) => ({
      path: `${folder}ledger/${source}.csv`,
      title: `${ledgerTable.title}：${source}`,
      content: () => text,
    }));
    const notes =
      report.notes === '' ? [] : [{ path: `${folder}notes.md`, title: '说明', content: () => report.notes }];
    return [
      ...tables,
      ...ledgers,
      ...notes,
      {
        path: `${folder}report.yaml`,
        title: '来源、口径与差异登记',
        content: () => decode(`${report.folder}report.yaml`),
      },
      { path: `data/${department.id}/department.yaml`, title: '部门资料', content: () => decode(department.path) },
    ];
  });
}
