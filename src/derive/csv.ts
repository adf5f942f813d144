/** CSV texts for machines (exact, ASCII headers) and for spreadsheets (BOM, Chinese headers, formulas made harmless). */
import Papa from 'papaparse';
import { isNumeric } from '../tables/kinds.ts';
import type { TableDeclaration } from '../tables/table.ts';
import { harmless } from '../views/harmless.ts';

export type Record_ = Readonly<Record<string, string>>;

/** Machine CSV: UTF-8 without BOM, LF, fields quoted only where needed. Without rows it is the header line alone. */
export function toCsv(columns: readonly string[], rows: readonly Record_[]): string {
  const lines = [[...columns], ...rows.map((row) => columns.map((name) => row[name] ?? ''))];
  return `${Papa.unparse(lines, { newline: '\n' })}\n`;
}

export interface SheetColumn {
  readonly id: string;
  /** Chinese header, with its unit. */
  readonly header: string;
  readonly numeric: boolean;
}

/** The columns of a declared table as a spreadsheet shows them. */
export function sheetColumns(
  table: TableDeclaration,
  names: readonly string[] = Object.keys(table.columns),
): SheetColumn[] {
  return names.map((id) => {
    const column = table.columns[id]!;
    return { id, header: column.unit ? `${column.name}（${column.unit}）` : column.name, numeric: isNumeric(column) };
  });
}

/** CSV for spreadsheets. Numbers stay numbers; CRLF, as Excel writes itself. */
export function toExcelCsv(columns: readonly SheetColumn[], rows: readonly Record_[]): string {
  const data = rows.map((row) =>
    columns.map(({ id, numeric }) => (numeric ? (row[id] ?? '') : harmless(row[id] ?? ''))),
  );
  return `\uFEFF${Papa.unparse([columns.map(({ header }) => header), ...data], { newline: '\r\n' })}\r\n`;
}
