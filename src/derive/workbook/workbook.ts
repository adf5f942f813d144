/** One workbook for each report: a sheet per table for people, with how to read them, the ledger, findings and sources. */
import { writeXlsx } from 'hucre';
import { TABLES } from '../../tables/index.ts';
import type { Site, SiteReport } from '../../site/site.ts';
import { text } from '../../tables/kinds.ts';
import { defineTable, type TableDeclaration } from '../../tables/table.ts';
import { guideLines } from '../../views/guide.ts';
import { sourceView } from '../../views/sources.ts';
import { columnDoc } from '../../views/table-docs.ts';
import { where, type Dataset } from '../dataset.ts';
import { findingRows, findingsTable, findingsWords } from '../findings.ts';
import { allLedgerTable, ledgerRows, ledgerWords } from '../ledger.ts';
import { DEPARTMENT_NAME, presented, type Presented } from '../presented.ts';
import { writeSheet, type SheetPlan } from './sheet.ts';

/** The date in every workbook, so that the same data gives the same bytes whenever it is built. */
const DATE = new Date(0);

const guideTable = defineTable({
  id: 'guide',
  title: '阅读说明',
  about: '这是什么，怎样读。',
  row: '一条说明',
  key: ['topic'],
  columns: { topic: text('事项', ''), text: text('说明', '') },
});

const columnsTable = defineTable({
  id: 'columns',
  title: '列说明',
  about: '各工作表每一列的含义。',
  row: '一列',
  key: ['table', 'id'],
  columns: {
    table: text('工作表', '列所在的工作表'),
    name: text('列', '中文列名'),
    id: text('标识', '程序用的 CSV 文件里的列名；那里没有的列，这里空着'),
    kind: text('种类', '这一列写什么'),
    unit: text('单位', '全列共用的单位'),
    about: text('含义', '这一列说的是什么'),
    beside: text('相关列', '与它合在一起读的列，写的是标识'),
    values: text('取值', '这里的写法，括号里是 CSV 文件里的写法'),
  },
});

const sourcesTable = defineTable({
  id: 'sources',
  title: '来源',
  about: '数据出自哪些文件；sha256 可以核对手里的文件是不是同一份。',
  row: '一个来源的一项',
  key: ['source', 'fact'],
  columns: { source: text('来源', '来源标识'), fact: text('事项', ''), text: text('内容', '') },
});

/** The report as a workbook, the same bytes for the same data. */
export async function workbook(site: Site, entry: SiteReport): Promise<Uint8Array> {
  const { department, checked } = entry;
  const { report } = checked;
  const curated = TABLES.flatMap((table) => {
    const csv = report.tables.get(table.id);
    const rows = csv?.rows.map(({ values }) => values) ?? [];
    return csv ? [tablePlan(entry, table, csv.header, rows)] : [];
  });
  const register = [ledgerPlan(entry), findingsPlan(entry)];
  const plans = [
    plan({ table: guideTable, rows: guideLines(site, entry).map(({ topic, text: says }) => ({ topic, text: says })) }),
    ...curated,
    plan({ table: columnsTable, rows: [...curated, ...register].flatMap(columnRows) }, 2),
    ...register,
    plan({
      table: sourcesTable,
      rows: report.meta.sources.flatMap((source) =>
        sourceView(checked, source).facts.map((fact) => ({ source: source.id, fact: fact.name, text: fact.text })),
      ),
    }),
  ];
  const title = `${department.meta.name} ${report.year} 年度`;
  const description = '公开文件里的数，一张表一个工作表；附列说明、台账、差异和来源。';
  return writeXlsx({
    sheets: plans.map(writeSheet),
    properties: { title, description, creator: '明账', lastModifiedBy: '明账', created: DATE, modified: DATE },
  });
}

/** A sheet with all columns of a table. */
function plan({ table, rows }: Dataset, frozen = 1): SheetPlan {
  return { table, rows, names: Object.keys(table.columns), frozen };
}

/** A curated table: what each row is stands first and stays in sight; then the columns that the report fills in. */
function tablePlan(entry: SiteReport, table: TableDeclaration, header: readonly string[], rows: Dataset['rows']) {
  return { ...presented({ table, rows }, () => entry, header), frozen: 1 };
}

/** The ledger of all sources; what each figure states also in words, near it. */
function ledgerPlan(entry: SiteReport) {
  const rows = ledgerRows(entry.checked);
  const shown = presented({ table: { ...allLedgerTable, title: '台账' }, rows, words: ledgerWords }, () => entry);
  const first = ['source', 'at', 'n', 'printed', 'sign', 'unit', 'figure_meaning'];
  return { ...shown, names: ordered(shown, first, ['states', 'section']), frozen: 3 };
}

/** The findings, both sides; what they are about also in words, near them. */
function findingsPlan(entry: SiteReport) {
  const rows = findingRows(entry.checked);
  const shown = presented({ table: { ...findingsTable, title: '差异' }, rows, words: findingsWords }, () => entry);
  const last = ['grade', 'kind', 'rule', 'subject', 'at'];
  return { ...shown, names: ordered(shown, ['finding', 'occurrence', 'sides_meaning'], last), frozen: 2 };
}

/** The columns of a sheet in another order, less those that are the same in the whole report. */
function ordered({ names }: Presented, first: readonly string[], last: readonly string[]): string[] {
  const apart = [...first, ...last, ...Object.keys(where), DEPARTMENT_NAME];
  return [...first, ...names.filter((name) => !apart.includes(name)), ...last];
}

/** The documentation of a sheet's columns. */
function columnRows({ table, names, added }: Presented): Dataset['rows'] {
  return names.map((name) => {
    const { id, name: title, kind, unit, about, beside, values } = columnDoc(table, name);
    const meanings = values.map(({ value, meaning }) => `${meaning}（${value}）`).join('；');
    return {
      table: table.title,
      name: title,
      id: added.has(id) ? '' : id,
      kind,
      unit,
      about,
      beside,
      values: meanings,
    };
  });
}
