/** Values derived from cells: shares, growth, completion, sums. */
import { Big } from 'big.js';
import type { Expression } from '../figures/expression.ts';
import { convert } from '../figures/units.ts';
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

/** A number and half a unit of its last printed place. */
interface Operand {
  readonly value: Big;
  readonly half: Big;
  readonly unit: string;
}

type Lookup = (address: string) => Cell | undefined;

const ONE: Operand = { value: new Big(1), half: new Big(0), unit: '' };

/** @returns the quotient, or undefined when a cell that it needs is not stated. Nothing is rounded on the way. */
export function derive(expression: Expression, cell: Lookup, precision: Precision): Quotient | undefined {
  const read = (one: Cell | undefined): Operand | undefined =>
    one && { value: one.value, half: precision.half(one), unit: one.unit };
  const operand = ({ kind, text, operands }: Expression): Operand | undefined => {
    if (kind === 'cell') return read(cell(text));
    const parts = operands.map(operand);
    if (parts.some((part) => part === undefined)) return undefined;
    const same = (parts as Operand[]).map((part) => inUnit(part, parts[0]!.unit));
    return same.every((part) => part !== undefined) ? combine(kind === 'difference' ? -1 : 1, same) : undefined;
  };

  const { kind } = expression;
  if (kind === 'cell') return undefined;
  if (kind === 'sum' || kind === 'difference') {
    const total = operand(expression);
    return total && quotient(total, ONE, total.unit);
  }
  const [a, b] = expression.operands.map(operand);
  if (!a) return undefined;
  if (kind === 'share' || kind === 'ratio') {
    const part = b && inUnit(a, b.unit);
    return part && quotient(part, b);
  }

  const row = expression.cells[0]!.replace(/[^/]+$/, '');
  if (kind === 'completion') {
    const budget = read(cell(row + expression.budget!));
    return budget && quotient(a, budget);
  }
  if (kind !== 'growth' || !expression.cells[0]!.endsWith('/final')) return undefined;
  const [change, prior] = [read(cell(`${row}change`)), read(cell(`${row}prior`))];
  if (change) return quotient(change, prior ?? combine(-1, [a, change]));
  return prior && quotient(combine(-1, [a, prior]), prior);
}

/** An operand in another unit; undefined when the two measure different sorts of things. */
function inUnit({ value, half, unit }: Operand, to: string): Operand | undefined {
  const [converted, span] = [convert(value, unit, to), convert(half, unit, to)];
  return converted && span && { value: converted, half: span, unit: to };
}

function combine(sign: 1 | -1, [first, ...rest]: readonly Operand[]): Operand {
  return rest.reduce<Operand>(
    (sum, part) => ({ value: sum.value.plus(part.value.times(sign)), half: sum.half.plus(part.half), unit: sum.unit }),
    first!,
  );
}

function quotient(numerator: Operand, divisor: Operand, unit = ''): Quotient {
  return {
    numerator: numerator.value,
    divisor: divisor.value,
    numeratorRange: around(numerator.value, numerator.half),
    divisorRange: around(divisor.value, divisor.half),
    unit,
  };
}
