/** Reports whose money is all from the treasury, by their own words or figures: then one figure states a cell of both tables. */
import type { CellSuggestion } from '../suggestion.ts';

/** Cells of all money and the same of treasury money. */
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
/** The same where the money is all from the general budget. */
const GENERAL: readonly (readonly [string, string])[] = [
  ['income/current', 'income/general'],
  ['income/current', 'fiscal/income-general'],
  ['income/carry-in', 'fiscal/carry-in-general'],
];
const ALL = /(?:均为|全部为|全部是|都是|全为).{0,6}?(一般公共预算)?财政拨款/u;

const addressOf = ({ table, key, measure }: CellSuggestion) => `${table}/${key['item']}/${measure}`;

/** @param texts passages of performance reports, as prepared for reading. @returns the cells that are stated along with others. */
export function mirrored(cells: readonly CellSuggestion[], texts: readonly string[]): CellSuggestion[] {
  const said = texts.map((text) => ALL.exec(text)).find((match) => match !== null);
  const income =
    said !== undefined || sameAmount(cells, 'income/current/final', ['income/general/final', 'income/treasury/final']);
  const expenditure =
    said !== undefined ||
    sameAmount(cells, 'expenditure/current/final', ['fiscal/expenditure-general/final', 'fiscal/expenditure/final']);
  const stated = new Set(cells.map(addressOf));
  const pairs = [...SAME, ...SAME.map(([all, treasury]) => [treasury, all] as const), ...(said?.[1] ? GENERAL : [])];
  return cells.flatMap((cell) => {
    if (cell.measure !== 'final') return [];
    return pairs.flatMap(([from, to]) => {
      if (`${cell.table}/${cell.key['item']}` !== from || !(/income|carry-in/u.test(from) ? income : expenditure))
        return [];
      // The accounts tell treasury money apart in sections of its own; only basic expenditure is split there alone.
      if (cell.rank !== 'performance' && !/^fiscal\/(?:personnel|public)$/u.test(from)) return [];
      const [table, item] = to.split('/') as [string, string];
      const other = { ...cell, table, key: { item }, by: `${cell.by}:treasury` };
      return stated.has(addressOf(other)) && cell.rank !== 'performance' ? [] : [other];
    });
  });
}

function sameAmount(cells: readonly CellSuggestion[], whole: string, parts: readonly string[]): boolean {
  const amount = (address: string) =>
    cells.find((cell) => addressOf(cell) === address && cell.certainty === 'certain')?.value;
  return parts.some((part) => amount(part) !== undefined && amount(part) === amount(whole));
}
