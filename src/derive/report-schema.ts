/** The shape of report.json: one report with everything about it, derived from the declarations of tables and report. */
import { z } from 'zod';
import type { CheckedReport } from '../checks/check.ts';
import { departmentSchema, GRADES, LEDGERS, reportSchema } from '../tables/report.ts';
import type { Column } from '../tables/kinds.ts';
import type { TableDeclaration } from '../tables/table.ts';
import type { Record_ } from './csv.ts';
import { LICENSE } from './descriptions/about.ts';
import type { Download } from './download.ts';
import { figureRows, figuresTable } from './figures.ts';
import { findingRows, findingsTable } from './findings.ts';
import { allLedgerTable, ledgerRows } from './ledger.ts';
import { relationRows, relationsTable } from './relations.ts';

/** Where the JSON Schema of all report.json files stands. */
export const SCHEMA_PATH = 'data/report.schema.json';

/** Rows of one of the files over all reports, inside the JSON of one report. */
export interface Section {
  readonly table: TableDeclaration;
  readonly rows: (checked: CheckedReport) => readonly Record_[];
  /** Columns that the JSON says elsewhere. */
  readonly elsewhere: readonly string[];
  /** Columns that hold several values, with what stands between them in CSV. */
  readonly lists: Readonly<Record<string, string>>;
}

const WHERE = ['department', 'year'];
export const SECTIONS = {
  cells: { table: figuresTable, rows: figureRows, elsewhere: WHERE, lists: { sources: ' ' } },
  ledger: { table: allLedgerTable, rows: ledgerRows, elsewhere: WHERE, lists: { states: ';', finding: ' ' } },
  relations: { table: relationsTable, rows: relationRows, elsewhere: WHERE, lists: { operands: ' ' } },
} as const satisfies Record<string, Section>;
export const OCCURRENCES: Section = {
  table: findingsTable,
  rows: findingRows,
  elsewhere: [...WHERE, 'finding', 'occurrence', 'grade', 'explanation', 'response'],
  lists: { at: ' ' },
};

/** A row as an object: the columns of the CSV under the same names, empty ones left out, lists as arrays of texts. */
function rowSchema({ table, elsewhere, lists }: Section) {
  const fields = Object.entries(table.columns).filter(([name]) => !elsewhere.includes(name));
  return z.strictObject(Object.fromEntries(fields.map(([name, column]) => [name, field(column, name in lists)])));
}

function field({ name, about, values, schema, required }: Column, list: boolean) {
  const one = values ? z.enum(Object.keys(values)) : schema;
  const kept = list ? z.array(z.string()) : one;
  const meanings = Object.entries(values ?? {}).map(([value, meaning]) => `${value} ${meaning}`);
  const description = [about, ...(values ? [meanings.join('、')] : [])].join('：');
  return (required ? kept : kept.optional()).meta({ title: name, description });
}

/** The shape of report.json. Names are those of the CSV files; every number is decimal text, as exact as it was printed. */
export const reportJsonSchema = z
  .strictObject({
    $schema: z.string().describe('本结构说明的网址，完整的或相对的'),
    meta: z.strictObject({
      address: z.url().optional().describe('报告页的网址；网站没有设置网址时没有'),
      version: z
        .string()
        .regex(/^[0-9a-f]{12}$/)
        .describe('数据版本：由这份报告的数据文件算出，数据不变就不变'),
      license: z.literal(LICENSE.id).describe('整理的数据的许可'),
      department: z.strictObject({
        id: z.string().describe('部门标识'),
        regions: z
          .array(z.strictObject({ code: z.string(), name: z.string() }))
          .describe('所在行政区划，从大到小，代码依 GB/T 2260'),
        ...departmentSchema.shape,
      }),
      ...reportSchema.omit({ department: true, absent: true, findings: true }).shape,
      proof: z.enum(Object.keys(LEDGERS)).describe('对账到什么程度'),
      notes: z.string().optional().describe('整理者的说明，Markdown'),
    }),
    cells: z.array(rowSchema(SECTIONS.cells)).describe(figuresTable.about),
    ledger: z.array(rowSchema(SECTIONS.ledger)).describe(allLedgerTable.about),
    findings: z
      .array(
        z.strictObject({
          id: z.string().describe('差异标识，永久不变'),
          grade: z.enum(Object.keys(GRADES)).describe('等级'),
          explanation: z.string().describe('中性说明'),
          reply: z.strictObject({ date: z.string(), text: z.string() }).optional().describe('部门答复'),
          occurrences: z.array(rowSchema(OCCURRENCES)).describe('每一处：两边的数、相差、位置'),
        }),
      )
      .describe('登记的差异。只列出两边，不判断谁对谁错'),
    relations: z.array(rowSchema(SECTIONS.relations)).describe(relationsTable.about),
    absent: reportSchema.shape.absent.describe('没有的表和原因'),
  })
  .meta({ title: '明账：一份报告', description: '一个部门一个年度的全部数据。数一律是十进制文本，不是浮点数。' });

export type ReportJson = z.output<typeof reportJsonSchema>;

/** The schema as JSON Schema 2020-12 text, for those who validate or generate code. */
export function reportSchemaText(): string {
  return `${JSON.stringify(z.toJSONSchema(reportJsonSchema), null, 1)}\n`;
}

export const reportSchemaFile: Download = {
  path: SCHEMA_PATH,
  title: '报告 JSON 的结构（JSON Schema）',
  content: reportSchemaText,
};
