/** Whether an indicator's result reaches its target, decided from what is printed. */
import { Big } from 'big.js';
import { convert, parseUnit } from '../figures/units.ts';

export type Attainment = 'met' | 'not-met' | 'unknown';

/** Values that a printed number with its operator allows; undefined ends are open. */
interface Range {
  readonly low?: Big;
  readonly high?: Big;
  /** The end itself is excluded. */
  readonly open: boolean;
}

function range(operator: string, value: Big, high: Big | undefined): Range | undefined {
  if (high) return { low: value, high, open: false };
  if (operator === '≥' || operator === '>') return { low: value, open: operator === '>' };
  if (operator === '≤' || operator === '<') return { high: value, open: operator === '<' };
  return operator === '≈' ? undefined : { low: value, high: value, open: false };
}

/** Units of time whose length in others is not fixed. */
const CALENDAR = ['年', '月', '工作日'];

/** A target without a bound takes its bound from the direction in which the indicator is better. */
function targetRange(operator: string, value: Big, high: Big | undefined, direction: string): Range | undefined {
  if (operator !== '' && operator !== '=') return range(operator, value, high);
  if (high) return { low: value, high, open: false };
  if (direction === 'more') return { low: value, open: false };
  if (direction === 'less') return { high: value, open: false };
  return direction === 'exact' || operator === '=' ? { low: value, high: value, open: false } : undefined;
}

/** Every value of the first range lies in the second. */
function within(inner: Range, outer: Range): boolean {
  const low =
    outer.low === undefined ||
    (inner.low !== undefined && (inner.low.gt(outer.low) || (inner.low.eq(outer.low) && (!outer.open || inner.open))));
  const high =
    outer.high === undefined ||
    (inner.high !== undefined &&
      (inner.high.lt(outer.high) || (inner.high.eq(outer.high) && (!outer.open || inner.open))));
  return low && high;
}

/** No value of the first range lies in the second. */
function apart(a: Range, b: Range): boolean {
  const below = (one: Range, other: Range) =>
    one.high !== undefined &&
    other.low !== undefined &&
    (one.high.lt(other.low) || (one.high.eq(other.low) && (one.open || other.open)));
  return below(a, b) || below(b, a);
}

/**
 * 达到 when every result that the printed value allows satisfies the target, 未达到 when none does, else 无法判断.
 * `row`: a row of the indicators table. Words are never judged.
 */
export function attainment(row: Readonly<Record<string, string>>): Attainment {
  const number = (name: string) => (row[name] ? new Big(row[name]) : undefined);
  const [target, actual] = [number('target'), number('actual')];
  if (!target || !actual) return 'unknown';
  const [from, to] = [row['actual_unit'] ?? '', row['target_unit'] ?? ''];
  // Without a unit on one side a multiplier on the other cannot be compared; 月 and 工作日 cannot be turned into each other.
  const comparable =
    from === to || from === '' || to === ''
      ? parseUnit(from).power === parseUnit(to).power
      : !CALENDAR.includes(parseUnit(from).base) && !CALENDAR.includes(parseUnit(to).base);
  if (!comparable) return 'unknown';
  const inTargetUnit = (value: Big | undefined) => value && (to === '' ? value : convert(value, from, to));
  const value = inTargetUnit(actual);
  const wanted = targetRange(row['target_operator'] ?? '', target, number('target_high'), row['direction'] ?? '');
  const reached = value && range(row['actual_operator'] ?? '', value, inTargetUnit(number('actual_high')));
  const plain = ['', '='].includes(row['target_operator'] ?? '') && ['', '='].includes(row['actual_operator'] ?? '');
  if (plain && value?.eq(target) && !row['target_high']) return 'met';
  if (!wanted || !reached) return 'unknown';
  return within(reached, wanted) ? 'met' : apart(reached, wanted) ? 'not-met' : 'unknown';
}
