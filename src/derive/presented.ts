/** A declared table as people read it: names beside codes, choices in Chinese. One way for workbooks and spreadsheet CSV files. */
import type { CheckedReport } from '../checks/check.ts';
import type { SiteReport } from '../site/site.ts';
import { isNumeric, text, type Column } from '../tables/kinds.ts';
import { nameOf, type TableDeclaration } from '../tables/table.ts';
import { sheetColumns, toExcelCsv, type Record_ } from './csv.ts';
import { where, type Dataset } from './dataset.ts';

/** A column that only files for people have: what an address or code of the row says. */
export interface Words {
  readonly id: string;
  readonly column: Column;
  /** The column that it explains and stands beside. */
  readonly beside: string;
  readonly of: (row: Record_, checked: CheckedReport) => string;
}

/** Rows hold what is shown; numbers and keys are as in the machine file. */
export interface Presented extends Dataset {
  /** Columns to show, in order. */
  readonly names: readonly string[];
  /** Those of them that the machine file does not have. */
  readonly added: ReadonlySet<string>;
}

/** The column with the name of the department, beside its key. */
export const DEPARTMENT_NAME = 'department_name';
const departmentName = text('部门名称', '部门的全称');
const rowName = text('名称', '这一行是什么，由项目代号得出');
const FILLED = '这一行是什么：自列的项目照印，其他项目由代号得出；程序用的 CSV 里只有前一种';

/**
 * The table for people. Where it is of several departments or years these stand first, the department with its name;
 * then what each row is, then the other columns of `header` in their order, words beside what they explain.
 *
 * @param entryOf the report that a row is of
 * @param header columns of the machine file
 */
export function presented(
  { table, rows, words = [] }: Dataset,
  entryOf: (row: Record_) => SiteReport,
  header: readonly string[] = Object.keys(table.columns),
): Presented {
  const named = nameColumn(table, header);
  const place = header.filter((name) => name in where);
  const others = header.filter((name) => !place.includes(name) && name !== named?.id);
  const names = [
    ...place.flatMap((name) => (name === 'department' ? [name, DEPARTMENT_NAME] : [name])),
    ...(named ? [named.id] : []),
    ...others.flatMap((name) => [name, ...words.filter(({ beside }) => beside === name).map(({ id }) => id)]),
  ];
  const columns: Record<string, Column> = {
    ...table.columns,
    [DEPARTMENT_NAME]: departmentName,
    ...(named && { [named.id]: named.column }),
    ...Object.fromEntries(words.map(({ id, column }) => [id, column])),
  };
  const shown = rows.map((row): Record_ => {
    const { department, checked } = entryOf(row);
    const filled: Record_ = {
      ...row,
      [DEPARTMENT_NAME]: department.meta.name,
      ...(named?.filled && { [named.id]: nameOf(table, row) }),
      ...Object.fromEntries(words.map(({ id, of }) => [id, of(row, checked)])),
    };
    return Object.fromEntries(names.map((name) => [name, shownValue(columns[name]!, filled[name] ?? '')]));
  });
  const added = new Set(names.filter((name) => !header.includes(name)));
  return { table: { ...table, columns }, rows: shown, names, added };
}

/** CSV of a presented table for spreadsheets. */
export function presentedCsv({ table, rows, names }: Presented): string {
  return toExcelCsv(sheetColumns(table, names), rows);
}

/** What a reader sees of a value: choices and operators by their Chinese names, all else as in the machine file. */
function shownValue(column: Column, value: string): string {
  return isNumeric(column) ? value : (column.values?.[value] ?? value);
}

/** The column that says what a row is: as printed, or filled in where the table has items, or one made for it. */
function nameColumn(table: TableDeclaration, header: readonly string[]) {
  const { label, items, columns } = table;
  if (label && header.includes(label)) return { id: label, column: columns[label]!, filled: false };
  if (items && columns['name']) return { id: 'name', column: { ...columns['name'], about: FILLED }, filled: true };
  return items || label ? { id: 'row_name', column: rowName, filled: true } : undefined;
}
