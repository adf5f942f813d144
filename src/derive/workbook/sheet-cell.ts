/** One cell of a workbook: exact numbers, number formats that hide nothing, texts that never run. */
import { Big } from 'big.js';
import type { Column } from '../../tables/kinds.ts';
import { harmless } from '../../views/harmless.ts';

/** Decimal digits that a binary floating point number (IEEE 754 binary64, as spreadsheets keep it) always gives back. */
const EXACT_DIGITS = 15;
/** Decimals that money is shown with at least. */
const MONEY_DECIMALS = 2;
/** Words that workbooks keep as errors and not as texts. */
const ERROR = /^#(?:[A-Z0-9/_]+[!?]?)$/;

/**
 * The number that a spreadsheet can keep of a decimal text; undefined when it has more than 15 significant digits, so
 * that its last digits would change. Such a number is written as text.
 */
export function exactNumber(text: string): number | undefined {
  const exact = new Big(text);
  const number = Number(text);
  return exact.c.length <= EXACT_DIGITS && exact.eq(String(number)) ? number : undefined;
}

/** Decimals of a decimal text, as written: `10.50` has 2. */
export function decimalsOf(text: string): number {
  return text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
}

/**
 * The format (ECMA-376 part 1, §18.8.31) of one number: as many decimals as it is written with, money at least 2 and in
 * groups of three; then room for the `most` decimals of its column, so that decimal points stand under one another.
 */
export function numberFormat(column: Pick<Column, 'kind'>, decimals: number, most: number): string {
  const money = column.kind === 'amount';
  const shown = Math.max(decimals, money ? MONEY_DECIMALS : 0);
  const room = Math.max(most - shown, 0);
  const fraction = shown > 0 ? `.${'0'.repeat(shown)}` : room > 0 ? '_.' : '';
  return `${money ? '#,##0' : '0'}${fraction}${'_0'.repeat(room)}`;
}

/**
 * A text for a cell: what would run as a formula or turn into an error gets a leading apostrophe; what would be read as
 * an escaped character (`_x0041_`, ECMA-376 part 1, §22.9.2.19) is escaped itself.
 */
export function cellText(text: string): string {
  const safe = ERROR.test(text) ? `'${text}` : harmless(text);
  return safe.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
