/** Readings that another one bears out: the same cell with the same value, printed elsewhere. */
import { Big } from 'big.js';
import { parseExpression } from '../figures/expression.ts';
import type { CellSuggestion, DerivedSuggestion, Suggestions } from './suggestion.ts';

type Said = Pick<Suggestions, 'cells' | 'derived'>;

const rowOf = ({ table, key }: CellSuggestion): string =>
  `${table}/${Object.values(key)
    .filter((part) => part !== '')
    .join('.')}`;
const placeOf = ({ figures: [first] }: CellSuggestion): string => (first ? `${first.line}:${first.start}` : '');

/**
 * A likely cell is certain where a certain reading of another figure has the same value, and so is what the same list of a
 * classification says of a line whose amount was borne out: 财政拨款支出 by function may be that of all funds, and is that of
 * this one if the fund's own table prints the same.
 */
export function believeCorroborated({ cells, derived }: Said): Said {
  const certain = new Map<string, CellSuggestion[]>();
  for (const cell of cells) {
    if (cell.certainty !== 'certain' || cell.value === undefined) continue;
    const address = `${rowOf(cell)}/${cell.measure}`;
    certain.set(address, [...(certain.get(address) ?? []), cell]);
  }
  const borneOut = (cell: CellSuggestion): boolean =>
    cell.certainty === 'likely' &&
    cell.value !== undefined &&
    (certain.get(`${rowOf(cell)}/${cell.measure}`) ?? []).some(
      (other) => new Big(other.value!).eq(cell.value!) && placeOf(other) !== placeOf(cell),
    );
  const believed = new Set(cells.filter(borneOut));
  const lines = new Set(
    [...believed].filter(({ by, measure }) => isLine(by) && measure === 'final').map((cell) => rowOf(cell)),
  );
  const believe = <T extends CellSuggestion | DerivedSuggestion>(one: T): T => ({ ...one, certainty: 'certain' });
  return {
    cells: cells.map((cell) =>
      believed.has(cell) || (cell.certainty === 'likely' && isLine(cell.by) && lines.has(rowOf(cell)))
        ? believe(cell)
        : cell,
    ),
    derived: derived.map((one) =>
      one.certainty === 'likely' && isLine(one.by) && lines.has(lineOf(one)) ? believe(one) : one,
    ),
  };
}

/** Whether a sentence on a line of the functional classification read it. */
const isLine = (by: string): boolean => by.startsWith('functional:');

/** The row of the first cell that an expression names. */
function lineOf({ expression }: DerivedSuggestion): string {
  const parsed = parseExpression(expression);
  return typeof parsed === 'string' ? '' : (parsed.cells[0] ?? '').replace(/\/[^/]*$/u, '');
}
