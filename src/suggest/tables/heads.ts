/** The top of a table: rows that carry its title, rows of column heads, and what each column's heads say. */
import { readNumber } from './amount.ts';
import { cellsOf, type GridRow } from './grid.ts';
import { plain } from './words.ts';

const CAPTION =
  /^(?:(?:公开|表|附表|附件|GK)[0-9]+[-—0-9]*表?|公开表[0-9]+|.*(?:总表|决算表|明细表|情况表|统计表|信息表)(?:\(.*\))?|(?:金额)?单位[:：].*|.*(?:部门|单位)(?:名称|\(公章\)|\(盖章\))?[:：].*|[0-9]{4}年度?(?:部门决算)?|\(?单位[:：]?.*元\)?|(?:万|千)?元|续表|\(续\))$/u;
const HEAD =
  /项目|科目|编码|代码|名称|行次|栏次|序号|决算数|预算数|金额|合计|小计|收入|支出|结转|经费|费$|用车|数量|类|款|统计数|设备|接待|^项$|指标|数$/u;
const MOST_HEADS = 6;

/** The texts of a caption row. */
export const caption = (row: GridRow): string[] => cellsOf(row).map(({ text }) => text);

/** Splits the rows of a table into captions, heads and body. Rows of ordinals below the heads belong to the body. */
export function splitHead(rows: readonly GridRow[]): { captions: GridRow[]; heads: GridRow[]; body: GridRow[] } {
  const filled = rows.filter((row) => cellsOf(row).length > 0);
  let from = 0;
  while (from < filled.length && isCaption(filled[from]!)) from += 1;
  let to = from;
  while (to < filled.length && to - from < MOST_HEADS && !isBody(filled[to]!)) to += 1;
  return { captions: filled.slice(0, from), heads: filled.slice(from, to), body: filled.slice(to) };
}

function isCaption(row: GridRow): boolean {
  const cells = cellsOf(row);
  const named = cells.filter(({ text }) => CAPTION.test(text));
  // A name of the department may stand without a label beside the number or the unit.
  return named.length > 0 && cells.length - named.length <= (cells.length > 1 ? 1 : 0) && cells.length <= 4;
}

function isBody(row: GridRow): boolean {
  const cells = cellsOf(row);
  if (cells.some(({ text }) => readNumber(text) !== undefined || /^栏次$/u.test(text) || /^[0-9]+=/.test(text)))
    return true;
  const first = row[0]?.text ?? '';
  const others = cells.filter((cell) => cell !== row[0] && !isDash(cell.text));
  if (/^(?:合计|总计|本年[收支].*合计)$/u.test(first)) return others.length < 2;
  return (
    /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|[0-9]{1,2}[.、])/u.test(first) ||
    /^(?:\[?[0-9]{3,7}\]?)\D/u.test(first.replace(/^[0-9]{4}年.*/u, ''))
  );
}

export const isDash = (text: string): boolean => /^[-—–―─－/]+$/u.test(text);

/** A row of heads rather than of a table's own names: most of its cells are words of heads. */
export function isHeadRow(row: GridRow): boolean {
  const cells = cellsOf(row);
  return cells.filter(({ text }) => HEAD.test(text)).length * 2 > cells.length;
}

/** Whether two rows print the same words in the same columns. */
export function sameWords(a: GridRow, b: GridRow): boolean {
  return a.length === b.length && a.every((cell, index) => (cell?.text ?? '') === (b[index]?.text ?? ''));
}

/** A row that numbers the columns (栏次) or is of ordinals alone: 1, 2, 3 … or 1=2+3. */
export function isOrdinalRow(row: GridRow): boolean {
  const cells = cellsOf(row);
  if (cells.some(({ text }) => /^栏次$/u.test(text))) return true;
  const numbers = cells.filter(({ text }) => /^[0-9]/.test(text)).map(({ text }) => /^[0-9]+/.exec(text)![0]);
  const words = cells.filter(({ text }) => !/^[0-9]+(?:=[0-9+\-()]+)?$/u.test(text) && !isDash(text));
  return (
    words.length <= 1 &&
    words.every(({ text }) => /^(?:栏次|序号|合计|项目)?$/u.test(text)) &&
    numbers.length >= 3 &&
    numbers.every((number, index) => Number(number) === Number(numbers[0]) + index) &&
    Number(numbers[0]) <= 1
  );
}

/** The heads above one column from the top down, each once, without enumerators and years. */
export function headPath(heads: readonly GridRow[], column: number): string[] {
  const cells = [...new Set(heads.map((row) => row[column]).filter((cell) => cell !== undefined))];
  const path = cells.map(({ text }) => plain(text).replace(/^[0-9]{4}年(?:度)?/u, ''));
  return path.filter((text, index) => text !== '' && text !== path[index - 1]);
}

const SECTION =
  /^(?:项目|统计数|数量|金额|(?:年初|全年|调整)?[预决]算(?:统计)?数|行次|科目(?:编码|名称)|编码|名称|指标|收入|支出)$/u;

/** A row of heads in the middle of a table: nothing but words of heads, a label's among them. */
export function isSectionHead(row: GridRow): boolean {
  const cells = cellsOf(row);
  return (
    cells.length >= 2 &&
    cells.every(({ text }) => SECTION.test(text)) &&
    cells.some(({ text }) => /^(?:项目|科目编码|科目名称|编码|名称|指标)$/u.test(text))
  );
}
