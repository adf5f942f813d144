/** The files of one report: as curated, with a spreadsheet twin for each table. */
import type { Site, SiteReport } from '../site/site.ts';
import { ledgerTable } from '../tables/ledger.ts';
import { dataPath } from '../views/paths.ts';
import { compareFile } from './compare.ts';
import { sheetColumns, toExcelCsv } from './csv.ts';
import type { Download } from './download.ts';

export function reportFiles(site: Site, entry: SiteReport): Download[] {
  const { department, checked } = entry;
  const { report } = checked;
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
  const notes = report.notes === '' ? [] : [{ path: `${folder}notes.md`, title: '说明', content: () => report.notes }];
  return [
    ...tables,
    ...ledgers,
    ...notes,
    compareFile(site, entry),
    {
      path: `${folder}report.yaml`,
      title: '来源、口径与差异登记',
      content: () => decode(`${report.folder}report.yaml`),
    },
    { path: `data/${department.id}/department.yaml`, title: '部门资料', content: () => decode(department.path) },
  ];
}
