/** Where things stand in a template workbook: what its writer and its reader agree on. */

/** The hidden sheet with the lists to choose from; its first cell says what the workbook is. */
export const LISTS_SHEET = '选项';
export const MARK = 'mingzhang-template';
/** Grows when a filled workbook of before could be misread. */
export const VERSION = '1';

/** The sheet with the steps, and the labels of what it asks for, in column A with the answer in column B. */
export const GUIDE_SHEET = '说明';
export const ASKED = { department: '部门标识', year: '财政年度' } as const;

/** Rows of a table's sheet, from 0: Chinese headers, ids, then the data. */
export const HEADER_ROW = 0;
export const ID_ROW = 1;
export const FIRST_ROW = 2;
/** Rows that are set for filling in; more are read as well. */
export const ROOM = 120;

/** `0` → A, `27` → AB. @param index of a column, from 0 */
export function columnLetters(index: number): string {
  return index < 0 ? '' : columnLetters(Math.floor(index / 26) - 1) + String.fromCodePoint(65 + (index % 26));
}
