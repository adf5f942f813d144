/** Exact comparison of decimal texts, without a library and without binary floating point. */

/** Digits before and after the point, without zeros that do not count. */
function parts(text: string): readonly [string, string] {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  return [whole.replace(/^0+/, ''), fraction.replace(/0+$/, '')];
}

/**
 * Compares two decimals such as `-0.47` and `1165404`, of any length.
 * @returns negative when a < b, 0 when they are equal (1.50 = 1.5, -0 = 0), positive when a > b
 */
export function compareDecimals(a: string, b: string): number {
  const [[wholeA, fractionA], [wholeB, fractionB]] = [parts(a), parts(b)];
  const sign = (text: string, whole: string, fraction: string) =>
    whole + fraction === '' ? 0 : text.startsWith('-') ? -1 : 1;
  const [signA, signB] = [sign(a, wholeA, fractionA), sign(b, wholeB, fractionB)];
  if (signA !== signB) return signA - signB;
  const sizes = wholeA.length - wholeB.length || compareTexts(wholeA, wholeB) || compareTexts(fractionA, fractionB);
  return sizes === 0 ? 0 : signA * sizes;
}

/** By code unit, and so the same everywhere. */
export function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
