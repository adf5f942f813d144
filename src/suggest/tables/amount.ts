/** A number as a table cell prints it, and its value in 万元. */

export interface PrintedNumber {
  /** Plain decimal digits without sign and thousands separators. */
  readonly digits: string;
  readonly negative: boolean;
  /** A unit printed with the number. */
  readonly unit: string;
}

const NUMBER =
  /^(\()?([-−–])?[¥￥]?([0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(\))?(亿元|百万元|万元|千元|百元|元|个|人次|人|辆|批次|批|次|台|套|台\(套\))?$/u;

/** Reads a cell's matching text (NFKC, no spaces); undefined when it is no number: blank, a dash, words. */
export function readNumber(text: string): PrintedNumber | undefined {
  const match = NUMBER.exec(text);
  if (!match || Boolean(match[1]) !== Boolean(match[4])) return undefined;
  return {
    digits: match[3]!.replaceAll(',', ''),
    negative: Boolean(match[1] ?? match[2]),
    unit: match[5] ?? '',
  };
}

/** Decimals of a number as printed. */
const decimals = (digits: string) => (digits.split('.')[1] ?? '').length;

/** How many decimals most numbers of a table print; undefined where they differ, as in a workbook. */
export function usualDecimals(numbers: readonly string[]): number | undefined {
  const counts = new Map<number, number>();
  const printed = numbers.map(decimals).filter((count) => count > 0);
  for (const count of printed) counts.set(count, (counts.get(count) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1]);
  return usual && usual[1] * 10 >= printed.length * 6 ? usual[0] : undefined;
}

/** Whether a number prints so many more decimals than others of its table that two numbers may have run together. */
export const overlong = (digits: string, usual: number | undefined): boolean =>
  usual !== undefined && decimals(digits) > usual + 1;

/** Powers of ten of 元 in the units of money that tables are printed in. */
const POWERS: Readonly<Record<string, number>> = { 元: 0, 百元: 2, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 };
const LONGEST_DECIMALS = 8;

/** The value in 万元 with its sign; printed decimals are kept when nothing is converted. Undefined when it has too many. */
export function inWan({ digits, negative }: PrintedNumber, unit: string): string | undefined {
  const power = POWERS[unit];
  if (power === undefined) return undefined;
  const value = shift(digits, power - 4);
  if ((value.split('.')[1] ?? '').length > LONGEST_DECIMALS) return undefined;
  return withSign(value, negative);
}

/** Digits with their sign; zero has none. */
export function withSign(digits: string, negative: boolean): string {
  const value = digits.replace(/^0+(?=[0-9])/, '');
  return negative && /[1-9]/.test(value) ? `-${value}` : value;
}

/** Moves the decimal point of a decimal text: exact, without binary floating point. */
export function shift(digits: string, places: number): string {
  if (places === 0) return digits;
  const [whole = '', fraction = ''] = digits.split('.');
  const all = `${'0'.repeat(Math.max(0, -places))}${whole}${fraction}${'0'.repeat(Math.max(0, places))}`;
  const point = Math.max(0, -places) + whole.length + places;
  const left = all.slice(0, point).replace(/^0+(?=[0-9])/, '');
  const right = all.slice(point).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}
