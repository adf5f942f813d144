/** A printed quantity in words: operator, number, end of a range, unit. Free of libraries, since browsers run it too. */
import { group } from './numbers.ts';

export interface Printed {
  readonly operator: string;
  /** Decimal text, empty where only words are printed. */
  readonly value: string;
  readonly high: string;
  /** As printed; empty when none is printed. */
  readonly unit: string;
  /** Words printed with the number, or in its place. */
  readonly text: string;
}

export interface Quantity {
  /** `≥ 15,000 至 20,000`; empty when no number is printed. */
  readonly number: string;
  readonly unit: string;
  readonly words: string;
}

/** What stands before a number: `≥ `, `约 `; nothing without an operator. */
export function operatorText(operator: string): string {
  return operator === '' ? '' : `${operator === '≈' ? '约' : operator} `;
}

/** The quantity as a page shows it. A number without a unit says so. */
export function quantityOf({ operator, value, high, unit, text }: Printed): Quantity {
  if (value === '') return { number: '', unit: '', words: text };
  const end = high === '' ? '' : ` 至 ${group(high)}`;
  return { number: `${operatorText(operator)}${group(value)}${end}`, unit: unit || '（未印单位）', words: text };
}
