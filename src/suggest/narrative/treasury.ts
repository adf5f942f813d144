/** Reports that say that all their money is from the treasury: then one figure states a cell of both tables. */
import type { CellSuggestion } from '../suggestion.ts';
import type { Topic } from './topics.ts';

/** Items of `income` and `expenditure` and the same of `fiscal`. */
const SAME: readonly (readonly [string, string])[] = [
  ['income/total', 'fiscal/income-total'],
  ['income/current', 'fiscal/income'],
  ['income/carry-in', 'fiscal/carry-in'],
  ['expenditure/current', 'fiscal/expenditure'],
  ['expenditure/basic', 'fiscal/basic'],
  ['expenditure/project', 'fiscal/project'],
  ['expenditure/personnel', 'fiscal/personnel'],
  ['expenditure/public', 'fiscal/public'],
];
const ALL = /(?:均为|全部为|全部是|都是|全为).{0,12}财政拨款/u;

export function treasuryOnly() {
  let income = false;
  let expenditure = false;
  return {
    /** Takes in what a passage says. */
    hear(text: string, _topic: Topic | undefined): void {
      if (ALL.test(text)) income = expenditure = true;
    },
    /** The cells that the other table holds too; only of passages in which the two are not told apart. */
    mirrored(cells: readonly CellSuggestion[]): CellSuggestion[] {
      const stated = new Set(cells.map((cell) => addressOf(cell)));
      return cells.flatMap((cell) =>
        SAME.flatMap(([all, treasury]) => {
          const [from, to] = cell.table === 'fiscal' ? [treasury, all] : [all, treasury];
          const said = to.startsWith('income') || to.startsWith('fiscal/income') || to.endsWith('carry-in') ? income : expenditure;
          if (!said || cell.rank !== 'performance' || `${cell.table}/${cell.key['item']}` !== from) return [];
          const [table, item] = to.split('/') as [string, string];
          const other = { ...cell, table, key: { item }, by: `${cell.by}:treasury` };
          return stated.has(addressOf(other)) ? [] : [other];
        }),
      );
    },
  };
}

const addressOf = ({ table, key, measure }: CellSuggestion) => `${table}/${key['item']}/${measure}`;
