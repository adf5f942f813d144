/** What printed precision allows: the only tolerance there is. */
import { Big } from 'big.js';
import { family, parseUnit } from '../figures/units.ts';
import type { Cell } from '../load/cells.ts';
import type { Report } from '../load/report.ts';

/** Digits after the decimal point of a printed number. */
export function decimals(text: string): number {
  return /[.．](\p{Nd}+)$/u.exec(text)?.[1]!.length ?? 0;
}

/** One unit of the nth decimal place. */
export function step(places: number): Big {
  return new Big(10).pow(-places);
}

export interface Precision {
  /** The finest decimal place printed for a unit, or that of the text itself where it is finer. */
  places(unit: string, text: string): number;
  /** Half a unit of the last printed place of a cell; 0 for whole numbers of things, which are counted and not rounded. */
  half(cell: Cell): Big;
}

/**
 * Reads off the ledgers (or, without any, the cells) how finely the documents print each unit. A bare figure, whose unit
 * stands in a table head, counts under the unit of the cell that it states.
 */
export function precisionOf(report: Report): Precision {
  const finest = new Map<string, number>();
  const see = (unit: string, text: string) => finest.set(unit, Math.max(finest.get(unit) ?? 0, decimals(text)));
  const superseded = new Set(report.meta.sources.map((source) => source.supersedes));
  const rows = [...report.ledgers.values()]
    .filter(({ source }) => !superseded.has(source))
    .flatMap((ledger) => ledger.rows)
    .filter((row) => row.states.length > 0);
  for (const row of rows) {
    see(row.unit, row.printed);
    const stated =
      row.unit === ''
        ? row.states.flatMap(({ kind, text }) => (kind === 'cell' ? (report.cells.get(text)?.unit ?? []) : []))
        : [];
    for (const unit of stated) see(unit, row.printed);
  }
  if (rows.length === 0) for (const cell of report.cells.values()) see(cell.unit, cell.text);
  const places = (unit: string, text: string) => Math.max(finest.get(unit) ?? 0, decimals(text));
  /** Decimal places of a cell's unit at which some unit of the same base is printed: 元 is finer than 万元 by four. */
  const finestOf = (cell: Cell) => {
    const { power, base } = parseUnit(cell.unit);
    const same = [...finest].filter(
      ([unit]) => unit !== '' && parseUnit(unit).base === base && parseUnit(unit).power === power,
    );
    const only = same.length > 0 ? same : [...finest].filter(([unit]) => unit !== '' && parseUnit(unit).base === base);
    return Math.max(decimals(cell.text), ...only.map(([unit, count]) => count + power - parseUnit(unit).power));
  };
  const half = (cell: Cell) => {
    const counted =
      !['money', 'percent'].includes(family(cell.unit)) &&
      parseUnit(cell.unit).power === 0 &&
      decimals(cell.text) === 0;
    return counted ? new Big(0) : step(finestOf(cell)).div(2);
  };
  return { places, half };
}

/** A closed interval of values. */
export interface Interval {
  readonly low: Big;
  readonly high: Big;
}

export function around(value: Big, half: Big): Interval {
  return { low: value.minus(half), high: value.plus(half) };
}

const min = (values: readonly Big[]) => values.reduce((a, b) => (b.lt(a) ? b : a));
const max = (values: readonly Big[]) => values.reduce((a, b) => (b.gt(a) ? b : a));

/**
 * Whether a printed number can be the rounding or the truncation of some quotient of two intervals.
 * Works by cross-multiplication, so that no division rounds. `printed` and `unit` (one step of its last place) are plain
 * ratios (0.36, 0.01). The divisor's interval must not reach zero.
 */
export function quotientFits(printed: Big, unit: Big, numerator: Interval, divisor: Interval): boolean {
  const sign = printed.lt(0) ? -1 : 1;
  const below = printed.minus(sign > 0 ? unit.div(2) : unit);
  const above = printed.plus(sign > 0 ? unit : unit.div(2));
  const products = (ratio: Big) => [ratio.times(divisor.low), ratio.times(divisor.high)];
  const reach = [...products(below), ...products(above)];
  return numerator.high.gte(min(reach)) && numerator.low.lte(max(reach));
}

/** Whether a printed number is the rounding or the truncation of a value, one step of its last place being `unit`. */
export function roundsTo(printed: Big, unit: Big, value: Big): boolean {
  const gap = value.minus(printed);
  const truncated = printed.lt(0) ? gap.lte(0) && gap.gt(unit.times(-1)) : gap.gte(0) && gap.lt(unit);
  return truncated || gap.abs().lte(unit.div(2));
}
