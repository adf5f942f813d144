/** Printed amounts of money as cells hold them: exact decimals in 万元. */
import { Big } from 'big.js';
import { convert, family } from '../figures/units.ts';

/** A decimal in `unit` as 万元, digits kept as printed where the unit is 万元; undefined when the unit is no money. */
export function inTenThousand(value: string, unit: string): string | undefined {
  if (unit === '万元') return value;
  if (family(unit) !== 'money') return undefined;
  return convert(new Big(value), unit, '万元')?.toFixed();
}
