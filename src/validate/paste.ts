/** A table copied from a spreadsheet, tab-separated, as the curated CSV that it stands for. */
import Papa from 'papaparse';
import { spreadsheetCell, type Issue } from '../messages/issue.ts';
import { isNumeric } from '../tables/kinds.ts';
import type { TableDeclaration } from '../tables/table.ts';
import { columnOf, fromLabel } from '../template/labels.ts';

/**
 * Headers are ids or Chinese names; choices and items may be given by their Chinese names. What is changed on the way
 * (a line break inside a cell, thousands separators) has a notice; a column that is unknown is left out with an error.
 * @param file name for messages; lines and columns are those of the pasted table
 * @returns an empty text when there is nothing to take
 */
export function pasted(text: string, table: TableDeclaration, file: string): { csv: string; issues: Issue[] } {
  const issues: Issue[] = [];
  const add = (
    severity: Issue['severity'],
    row: number,
    column: number,
    rule: string,
    problem: string,
    remedy: string,
  ) => issues.push({ severity, file, cell: spreadsheetCell(row + 1, column + 1), rule, problem, remedy });
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: '\t', quoteChar: '"' });
  const rows = data
    .map((cells, index) => ({ cells, index }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const head = rows.find(({ cells }) => cells.some((cell) => columnOf(table, cell)));
  if (!head) {
    const list = Object.entries(table.columns).map(([id, { name }]) => `${name}（${id}）`);
    if (rows.length > 0)
      add(
        'error',
        rows[0]!.index,
        0,
        'PASTE-HEADER',
        `没有找到${table.title}表的表头`,
        `连同表头一起复制；可用的列：${list.join('、')}`,
      );
    else add('error', 0, 0, 'PASTE-EMPTY', '没有粘贴任何内容', '在 Excel 里选中表格（含表头）并复制，再粘贴到这里');
    return { csv: '', issues };
  }
  const columns: { id: string; index: number }[] = [];
  head.cells.forEach((header, index) => {
    const id = columnOf(table, header);
    const inUse = rows.some(({ cells }) => (cells[index] ?? '').trim() !== '');
    if (id === undefined) {
      if (inUse)
        add(
          'error',
          head.index,
          index,
          'PASTE-COLUMN',
          `没有“${header.trim()}”这一列，没有取用`,
          `${table.title}表可用的列：${Object.keys(table.columns).join('、')}`,
        );
    } else if (columns.some((column) => column.id === id))
      add('error', head.index, index, 'PASTE-COLUMN', `列“${header.trim()}”出现两次，后一列没有取用`, '删去重复的一列');
    else columns.push({ id, index });
  });
  // A template's second row holds the ids.
  const body = rows.filter(
    ({ index, cells }) =>
      index > head.index && !columns.every(({ id, index: place }) => (cells[place] ?? '').trim() === id),
  );
  const lines = body.map(({ cells, index: row }) =>
    columns.map(({ id, index }) => {
      let value = (cells[index] ?? '').trim();
      if (/[\r\n]/.test(value)) {
        value = value
          .replace(/(?<=[\u2E80-\uFFEF])[ \t]*[\r\n]+[ \t]*|[ \t]*[\r\n]+[ \t]*(?=[\u2E80-\uFFEF])/g, '')
          .replace(/\s*[\r\n]+\s*/g, ' ');
        add('notice', row, index, 'PASTE-BREAK', '格子里有换行，已连成一行', '核对连起来的文字');
      }
      if (isNumeric(table.columns[id]!) && /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(value)) {
        add('notice', row, index, 'PASTE-COMMA', `千位分隔符已去掉：${value}`, '核对这个数');
        value = value.replaceAll(',', '');
      }
      return fromLabel(table, id, value);
    }),
  );
  return { csv: `${Papa.unparse([columns.map(({ id }) => id), ...lines], { newline: '\n' })}\n`, issues };
}
