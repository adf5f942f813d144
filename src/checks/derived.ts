/** Values derived from cells: shares, growth, completion, sums. */
import { Big } from 'big.js';
import type { Expression } from '../figures/expression.ts';
import type { Cell } from '../load/cells.ts';
import { around, type Interval, type Precision } from './precision.ts';

/** A derived value as a quotient of exact numbers, with the interval that the printed precision of its cells allows. */
export interface Quotient {
  readonly numerator: Big;
  readonly divisor: Big;
  readonly numeratorRange: Interval;
  readonly divisorRange: Interval;
  /** The unit of the value when it is no pure ratio (sum, difference). */
  readonly unit: string;
}

type Lookup = (address: string) => Cell | undefined;

const ONE: Interval = { low: new Big(1), high: new Big(1) };

/** @returns the quotient, or undefined when a cell that it needs is not stated. Cells are never rounded on the way. */
export function derive(expression: Expression, cell: Lookup, precision: Precision): Quotient | undefined {
  const cells = expression.cells.map(cell);
  const [a, b] = cells;
  if (!a || cells.some((one) => !one)) return undefined;
  const sibling = (measure: string) => cell(`${a.table}/${a.item}/${measure}`);
  const quotient = (numerator: Big, numeratorHalf: Big, divisor: Big, divisorHalf: Big): Quotient => ({
    numerator,
    divisor,
    numeratorRange: around(numerator, numeratorHalf),
    divisorRange: around(divisor, divisorHalf),
    unit: '',
  });
  const over = (divisor: Cell | undefined) => divisor && quotient(a.value, precision.half(a), divisor.value, precision.half(divisor));

  switch (expression.kind) {
    case 'share':
    case 'ratio':
      return over(b);
    case 'completion':
      return over(sibling(expression.budget!));
    case 'growth': {
      const [change, prior] = [sibling('change'), sibling('prior')];
      const half = precision.half(a);
      if (change && prior) return quotient(change.value, precision.half(change), prior.value, precision.half(prior));
      if (change) return quotient(change.value, precision.half(change), a.value.minus(change.value), half.plus(precision.half(change)));
      return prior && quotient(a.value.minus(prior.value), half.plus(precision.half(prior)), prior.value, precision.half(prior));
    }
    case 'sum':
    case 'difference': {
      const stated = cells as Cell[];
      const value = expression.kind === 'sum' ? stated.reduce((sum, one) => sum.plus(one.value), new Big(0)) : a.value.minus(b!.value);
      const half = stated.reduce((sum, one) => sum.plus(precision.half(one)), new Big(0));
      return { numerator: value, divisor: new Big(1), numeratorRange: around(value, half), divisorRange: ONE, unit: a.unit };
    }
    default:
      return undefined;
  }
}
