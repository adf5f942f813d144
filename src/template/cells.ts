/** Numbers and texts between curated CSV and the cells of a workbook, exactly. */
import { Big } from 'big.js';
import type { Cell } from 'hucre';

/** Cells of this format hold what is typed, leading zeros and all (ECMA-376 part 1, §18.8.30, id 49). */
export const TEXT_FORMAT = '@';
/** Decimal digits that a binary floating point number (IEEE 754 binary64, as spreadsheets keep it) always gives back. */
const EXACT_DIGITS = 15;

/** A curated number as a cell: a number that shows the decimals it was curated with, or a text when a number would lose digits. */
export function numberCell(text: string): Partial<Cell> {
  const exact = new Big(text);
  const number = Number(text);
  if (exact.c.length > EXACT_DIGITS || !exact.eq(String(number)))
    return { value: text, style: { numFmt: TEXT_FORMAT } };
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return { value: number, style: { numFmt: decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0' } };
}

/** A text that a workbook gives back as it is: what looks like an escaped character is escaped (§22.9.2.19). */
export function writtenText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/**
 * The decimal text of a number in a cell: the fewest digits that give the same number, at most 15, and as many decimals
 * as a plain format such as `0.00` shows; a number shown as 98.81% is 98.81. Spreadsheets keep 15 digits; what lies
 * beyond is noise of their arithmetic.
 */
export function numberText(value: number, format = ''): string {
  const [, decimals = '', percent] = /^(?:(?:#,##)?0\.(0+)(?:_[^;%]*)*|[^;%]*?)(%?)$/.exec(format) ?? [];
  const kept = new Big(value.toPrecision(EXACT_DIGITS));
  const text = (percent ? kept.times(100) : kept).toFixed();
  const [whole = '', fraction = ''] = text.split('.');
  return fraction.length < decimals.length ? `${whole}.${fraction.padEnd(decimals.length, '0')}` : text;
}
