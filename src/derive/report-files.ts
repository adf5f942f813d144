/** The files of one report: as curated, with a spreadsheet twin for each table, and all of it as a workbook, as JSON and in one zip file. */
import type { CheckedReport } from '../checks/check.ts';
import type { Site, SiteReport } from '../site/site.ts';
import { ledgerTable } from '../tables/ledger.ts';
import { dataPath, reportJsonPath, workbookPath } from '../views/paths.ts';
import { aboutReport } from './descriptions/about.ts';
import { archive } from './archive.ts';
import { compareFile } from './compare.ts';
import { toCsv } from './csv.ts';
import { descriptions } from './descriptions/descriptions.ts';
import type { Download } from './download.ts';
import { findingRows, findingsTable, findingsWords } from './findings.ts';
import { presented, presentedCsv } from './presented.ts';
import { reportJsonText } from './report-json.ts';
import { reportSchemaFile, SCHEMA_PATH } from './report-schema.ts';
import { tableFile } from './descriptions/table-file.ts';
import { workbook } from './workbook/workbook.ts';

export function reportFiles(site: Site, entry: SiteReport): Download[] {
  const { department, checked } = entry;
  const { report } = checked;
  const folder = dataPath(report);
  const decode = (path: string) => new TextDecoder().decode(site.files.get(path)!.bytes);
  const curated = [...report.tables.values()].map(({ table, header, rows, text }) => ({
    table,
    title: table.title,
    header,
    rows: rows.map(({ values }) => values),
    words: [],
    text,
  }));
  const tables = [...curated, findingsOf(checked)].map(({ table, title, header, rows, words, text }) => ({
    machine: tableFile({
      path: `${folder}${table.id}.csv`,
      title,
      content: () => text,
      name: table.id,
      table,
      header,
    }),
    sheet: {
      path: `${folder}${table.id}.excel.csv`,
      title: `${title}（表格软件用）`,
      content: () => presentedCsv(presented({ table, rows, words }, () => entry, header)),
    },
  }));
  const ledgers = [...report.ledgers.values()].map(({ source, header, text }) =>
    tableFile({
      path: `${folder}ledger/${source}.csv`,
      title: `${ledgerTable.title}：${source}`,
      content: () => text,
      name: `${ledgerTable.id}-${source}`,
      table: ledgerTable,
      header,
    }),
  );
  const notes = report.notes === '' ? [] : [{ path: `${folder}notes.md`, title: '说明', content: () => report.notes }];
  const machine = [...tables.map((table) => table.machine), ...ledgers];
  const files = [
    { path: workbookPath(report), title: 'Excel 工作簿，全部表', content: () => workbook(site, entry) },
    ...tables.flatMap((table) => [table.machine, table.sheet]),
    ...ledgers,
    ...notes,
    compareFile(site, entry),
    {
      path: `${folder}report.yaml`,
      title: '来源、口径与差异登记',
      content: () => decode(`${report.folder}report.yaml`),
    },
    { path: reportJsonPath(report), title: '全部内容（JSON）', content: () => reportJsonText(site, entry) },
    { path: `data/${department.id}/department.yaml`, title: '部门资料', content: () => decode(department.path) },
    ...descriptions(aboutReport(site, entry), folder, machine),
  ];
  return [...files, archive(site, entry, [...beside(site, entry, files), reportSchemaFile])];
}

/** The findings of one report, like a table of it. */
function findingsOf(checked: CheckedReport) {
  const header = Object.keys(findingsTable.columns);
  const rows = findingRows(checked);
  return {
    table: findingsTable,
    title: '登记的差异，每处一行',
    header,
    rows,
    words: findingsWords,
    text: toCsv(header, rows),
  };
}

/** The files as they stand in one folder with the JSON Schema, far from the site. */
function beside(site: Site, entry: SiteReport, files: readonly Download[]): Download[] {
  const json = reportJsonPath(entry.checked.report);
  const schema = SCHEMA_PATH.slice(SCHEMA_PATH.lastIndexOf('/') + 1);
  return files.map((file) =>
    file.path === json ? { ...file, content: () => reportJsonText(site, entry, schema) } : file,
  );
}
