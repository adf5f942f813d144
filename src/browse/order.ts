/** Orders of the list of indicators. */
import type { IndicatorRow } from '../views/indicator-row.ts';
import { compareDecimals, compareTexts } from '../views/decimal.ts';

export interface Entry {
  readonly row: IndicatorRow;
  /** Place when sorted by name. */
  readonly byName: number;
}

/** −, 0 or +; a value that is missing comes last whichever way the order runs. */
type Compare = (a: Entry, b: Entry, direction: 1 | -1) => number;

/** Orders by text: the missing last, else as `compare` says. */
function missingLast(a: string, b: string, compare: () => number): number {
  return a === '' || b === '' ? Number(a === '') - Number(b === '') : compare();
}

/** Numbers of one unit are compared with each other, and never with those of another: units one after another. */
function within(side: 'target' | 'actual'): Compare {
  return ({ row: a }, { row: b }, direction) =>
    missingLast(a[side], b[side], () => {
      const [unitA, unitB] = [a[`${side}_unit`], b[`${side}_unit`]];
      return (
        missingLast(unitA, unitB, () => compareTexts(unitA, unitB)) || direction * compareDecimals(a[side], b[side])
      );
    });
}

const RESULTS = ['met', 'unknown', 'not-met'];

const ORDERS: Readonly<Record<string, Compare>> = {
  name: (a, b, direction) => direction * (a.byName - b.byName),
  where: ({ row: a }, { row: b }, direction) =>
    direction * (compareTexts(a.department, b.department) || compareTexts(a.year, b.year)),
  target: within('target'),
  actual: within('actual'),
  result: ({ row: a }, { row: b }, direction) =>
    missingLast(a.result, b.result, () => direction * (RESULTS.indexOf(a.result) - RESULTS.indexOf(b.result))),
  completion: ({ row: a }, { row: b }, direction) =>
    missingLast(a.completion, b.completion, () => direction * compareDecimals(a.completion, b.completion)),
};

/**
 * Entries in the order that `sort` names (`name`, `-name` …); equal ones, and all when it names none, as they came.
 */
export function ordered(entries: readonly Entry[], sort: string): Entry[] {
  const compare = ORDERS[sort.replace('-', '')];
  const direction = sort.startsWith('-') ? -1 : 1;
  return compare ? [...entries].sort((a, b) => compare(a, b, direction)) : [...entries];
}
