/** Basic and project expenditure of all treasury money, where 一般公共预算 is the only fund that spent any. */
import type { CellSuggestion } from '../suggestion.ts';

const ITEMS: Readonly<Record<string, string>> = {
  'functional/general.total/basic': 'basic',
  'functional/general.total/project': 'project',
  'economic/general.basic/final': 'basic',
  'economic/general.personnel/final': 'personnel',
  'economic/general.public/final': 'public',
};

const addressOf = ({ table, key, measure }: CellSuggestion) =>
  `${table}/${Object.values(key).join('.')}/${measure ?? ''}`;

/** The same figures as cells of the fiscal table; none unless the document's totals show that no other fund spent money. */
export function treasuryWide(cells: readonly CellSuggestion[]): CellSuggestion[] {
  const value = (address: string) => cells.find((cell) => addressOf(cell) === address)?.value;
  const [all, general] = [value('fiscal/expenditure/final'), value('fiscal/expenditure-general/final')];
  if (all === undefined || all !== general) return [];
  return cells.flatMap((cell) => {
    const item = ITEMS[addressOf(cell)];
    if (!item) return [];
    const { table: _, key: __, columns: ___, ...rest } = cell;
    return [{ ...rest, table: 'fiscal', key: { item }, measure: 'final' }];
  });
}
