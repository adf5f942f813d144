/** Printed figures as the decimals that cells hold. */
import { Big } from 'big.js';
import { parseUnit } from '../../figures/units.ts';

/** Digits in half width, without thousands separators. */
export function digitsOf(printed: string): string {
  return printed.normalize('NFKC').replaceAll(',', '');
}

/** A printed amount in 万元, exactly: 5836 元 is 0.5836. Without a unit it is taken as it stands. */
export function inTenThousands(printed: string, unit: string): string {
  const digits = digitsOf(printed);
  if (unit === '' || unit === '万元' || unit === '万') return digits;
  const { power } = parseUnit(unit);
  return new Big(digits).times(new Big(10).pow(power - 4)).toFixed();
}
