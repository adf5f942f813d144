/** Reads a filled template workbook into curated CSV texts. Reading returns data and issues; it never throws on bad data. */
import type { Sheet, Workbook } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { readZip } from '../load/zip.ts';
import type { Issue } from '../messages/issue.ts';
import { TABLES } from '../tables/index.ts';
import type { TableDeclaration } from '../tables/table.ts';
import { cellText } from './cell-text.ts';
import { columnOf } from './labels.ts';
import {
  ASKED,
  columnLetters,
  FIRST_ROW,
  GUIDE_SHEET,
  HEADER_ROW,
  ID_ROW,
  LISTS_SHEET,
  MARK,
  VERSION,
} from './layout.ts';

/** One curated table of a filled workbook. */
export interface TemplateFile {
  readonly table: string;
  /** expenditure.csv */
  readonly name: string;
  /** Curated CSV: ids as header, LF. */
  readonly text: string;
  readonly sheet: string;
  /** Rows of the sheet, from 1, by line of the text: `rows[0]` is that of line 1, the header. */
  readonly rows: readonly number[];
  /** Letters of the sheet's columns, by field of the text. */
  readonly columns: readonly string[];
}

export interface TemplateReading {
  /** As typed on the sheet with the steps; empty when it is not filled in. */
  readonly department: string;
  readonly year: string;
  readonly files: readonly TemplateFile[];
  readonly issues: readonly Issue[];
}

type Add = (
  rule: string,
  cell: string | undefined,
  problem: string,
  remedy: string,
  severity?: Issue['severity'],
) => void;

const AGAIN = '在 Excel 或 WPS 中打开，另存为不加密码的 .xlsx 后再试';

/** Opens a workbook. @returns undefined, with an issue, when it cannot be read */
async function openWorkbook(bytes: Uint8Array, add: Add): Promise<Workbook | undefined> {
  // A workbook is a zip file: what a hostile one could do is refused before anything parses it.
  const { issues } = readZip(bytes, '');
  const refused = issues.find(({ severity }) => severity === 'error');
  if (refused && refused.rule !== 'ZIP-BROKEN') {
    add(refused.rule, undefined, refused.problem, AGAIN);
    return undefined;
  }
  try {
    if (!refused) return await readXlsx(bytes, { readStyles: true });
  } catch {
    // What the library says of it is for programmers; the sentence below is for who has the file.
  }
  add('FORM-XLSX', undefined, '不是可以读取的工作簿：可能损坏、加了密码、大得不合常理，或是旧的 .xls 格式', AGAIN);
  return undefined;
}

const isMarked = (workbook: Workbook) =>
  workbook.sheets.find(({ name }) => name === LISTS_SHEET)?.rows[0]?.[0] === MARK;

/** An issue of a table's text at the place in the workbook where it was typed: `支出!C7`. */
export function inWorkbook({ sheet, rows, columns }: TemplateFile, issue: Issue): Issue {
  const { line, column, ...rest } = issue;
  if (line === undefined) return issue;
  return { ...rest, cell: `${sheet}!${columns[(column ?? 1) - 1] ?? 'A'}${rows[line - 1] ?? line}` };
}

/** Whether a file is a workbook made from the template. */
export async function isTemplate(bytes: Uint8Array): Promise<boolean> {
  const workbook = await openWorkbook(bytes, () => {});
  return workbook !== undefined && isMarked(workbook);
}

/**
 * Reads a filled template: a CSV text for each sheet that has data, with the place of every field.
 * @param name of the workbook, for messages; their `cell` is `支出!C7`
 */
export async function readTemplate(bytes: Uint8Array, name: string): Promise<TemplateReading> {
  const issues: Issue[] = [];
  const add: Add = (rule, cell, problem, remedy, severity = 'error') =>
    issues.push({ severity, file: name, cell, rule, problem, remedy });
  const workbook = await openWorkbook(bytes, add);
  if (!workbook) return { department: '', year: '', files: [], issues };
  if (!isMarked(workbook)) {
    add(
      'TEMPLATE-OTHER',
      undefined,
      '这个工作簿不是由模板填写的',
      '下载模板工作簿，把数填进去；或从 Excel 复制一张表，用“粘贴表格”',
    );
    return { department: '', year: '', files: [], issues };
  }
  const version = workbook.sheets.find(({ name: sheet }) => sheet === LISTS_SHEET)?.rows[1]?.[0];
  if (String(version) !== VERSION)
    add(
      'TEMPLATE-VERSION',
      undefined,
      `模板的版本是 ${String(version)}，现在用的是 ${VERSION}`,
      '下载现在的模板，把数复制过去',
    );
  const files: TemplateFile[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.name === GUIDE_SHEET || sheet.name === LISTS_SHEET) continue;
    const table = TABLES.find(({ title }) => title === sheet.name);
    if (table) {
      const file = readSheet(sheet, table, add);
      if (file) files.push(file);
    } else if (sheet.rows.some((row) => row.some((value) => value !== null && value !== '')))
      add(
        'TEMPLATE-SHEET',
        undefined,
        `没有约定“${sheet.name}”这个工作表，没有读取`,
        `删去它，或改名为：${TABLES.map(({ title }) => title).join('、')}`,
      );
  }
  return { department: answer(workbook, ASKED.department), year: answer(workbook, ASKED.year), files, issues };
}

/** What stands beside a label on the sheet with the steps. */
function answer(workbook: Workbook, label: string): string {
  const row = workbook.sheets.find(({ name }) => name === GUIDE_SHEET)?.rows.find(([first]) => first === label);
  return String(row?.[1] ?? '').trim();
}

function readSheet(sheet: Sheet, table: TableDeclaration, add: Add): TemplateFile | undefined {
  const place = (column: number, row: number) => `${sheet.name}!${columnLetters(column)}${row + 1}`;
  const width = Math.max(0, ...sheet.rows.map(({ length }) => length));
  const heads = Array.from({ length: width }, (_, column) => {
    const [id, header] = [ID_ROW, HEADER_ROW].map((row) => String(sheet.rows[row]?.[column] ?? ''));
    return { column, shown: header || id || '', id: columnOf(table, id!) ?? columnOf(table, header!) };
  });
  const filled = (row: number, column: number) => {
    const { text, problem } = cellText(sheet, table, undefined, row, column);
    return text !== '' || problem !== undefined;
  };
  const lines = sheet.rows
    .map((_, row) => row)
    .filter((row) => row >= FIRST_ROW && heads.some(({ column }) => filled(row, column)));
  const used = heads.filter(({ column, id, shown }) => {
    const cells = lines.filter((row) => filled(row, column));
    if (id === undefined) {
      if (cells.length > 0)
        add(
          'TEMPLATE-COLUMN',
          place(column, HEADER_ROW),
          `没有“${shown}”这一列，它的 ${cells.length} 个数没有读取`,
          `${table.title}表可用的列：${Object.keys(table.columns).join('、')}`,
        );
      return false;
    }
    const twin = heads.find((other) => other.id === id && other.column < column);
    if (twin)
      add('TEMPLATE-COLUMN', place(column, HEADER_ROW), `列“${shown}”出现两次，后一列没有读取`, '删去重复的一列');
    return !twin && (cells.length > 0 || table.columns[id]!.required || table.key.includes(id));
  });
  for (const { startRow, startCol, endRow } of sheet.merges ?? [])
    if (endRow >= FIRST_ROW)
      add(
        'TEMPLATE-MERGED',
        place(startCol, startRow),
        '合并的单元格只有左上角有内容，其余按空着读',
        '取消合并，每一格都填写',
        'notice',
      );
  if (lines.length === 0) return undefined;

  const order = Object.keys(table.columns);
  const columns = used.toSorted((a, b) => order.indexOf(a.id!) - order.indexOf(b.id!));
  const body = lines.map((row) =>
    columns.map(({ column, id }) => {
      const { text, problem } = cellText(sheet, table, id, row, column);
      if (problem) add(problem.rule, place(column, row), problem.problem, problem.remedy, problem.severity);
      return text;
    }),
  );
  return {
    table: table.id,
    name: `${table.id}.csv`,
    text: `${Papa.unparse([columns.map(({ id }) => id!), ...body], { newline: '\n' })}\n`,
    sheet: sheet.name,
    rows: [ID_ROW + 1, ...lines.map((row) => row + 1)],
    columns: columns.map(({ column }) => columnLetters(column)),
  };
}
