/** Chinese numerals up to 9999, for cells that rest on one. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The value of a numeral such as 二, 十三, 二百零五; undefined when the text is none. */
export function parseNumeral(text: string): number | undefined {
  if (text === '') return undefined;
  let total = 0;
  let digit: number | undefined;
  for (const character of text) {
    const value = DIGITS[character];
    const place = PLACES[character];
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (place !== undefined) {
      total += (digit === undefined || digit === 0 ? 1 : digit) * place;
      digit = undefined;
    } else return undefined;
  }
  return total + (digit ?? 0);
}
