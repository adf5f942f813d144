/** The one quantity that stands beside a row in a list of results. */
import type { CheckedReport } from '../checks/check.ts';
import { itemOf, primaryMeasures, type Row, type TableDeclaration } from '../tables/table.ts';
import { numberView } from './numbers.ts';

/** What became of it comes before what was planned. */
const FIRST = ['final', 'actual', 'value', 'adjusted', 'initial'];
/** Longest words shown in place of a number. */
const WORDS = 24;
const OPERATORS: Readonly<Record<string, string>> = { '≈': '约', '=': '' };

/** `决算 457.27 万元`, `结果 ≥98%`, or `好` in a table of one measure; empty when the row states nothing. */
export function amountOf(checked: CheckedReport, table: TableDeclaration, row: Row): string {
  const all = primaryMeasures(table);
  const stated = all.filter((measure) => textOf(checked, table, row, measure) !== '');
  const measure = FIRST.find((one) => stated.includes(one)) ?? stated[0];
  if (measure === undefined) return '';
  const role = row['role'] && table.columns['role']?.values?.[row['role']];
  const name = role || (all.length > 1 ? table.columns[measure]!.name : '');
  return `${name} ${textOf(checked, table, row, measure)}`.trimStart();
}

/** A measure as printed, with operator and unit, or the words in its place; empty when neither is stated. */
function textOf(checked: CheckedReport, table: TableDeclaration, row: Row, measure: string): string {
  const column = table.columns[measure]!;
  const cellOf = (name: string) => checked.report.cells.get(`${table.id}/${itemOf(table, row)}/${name}`);
  const cell = cellOf(measure);
  if (!cell) {
    const words = (column.textFrom && row[column.textFrom]) || '';
    return words.length > WORDS ? `${words.slice(0, WORDS)}…` : words;
  }
  const high = column.highFrom && cellOf(column.highFrom);
  const operator = (column.operatorFrom && row[column.operatorFrom]) || '';
  const unit = column.kind === 'percent' ? '%' : cell.unit;
  const number = [cell, ...(high ? [high] : [])].map((one) => numberView(checked, one).text).join(' 至 ');
  return `${OPERATORS[operator] ?? operator}${number}${/^[\p{L}]/u.test(unit) ? ' ' : ''}${unit}`;
}
