import type { Cell } from '../../load/cells.ts';
import { tableById } from '../../tables/index.ts';
import { compare, type Context } from '../relation.ts';
import type { Rule } from './rule.ts';

/** 全年预算 = 年初预算 + 年中追加 (or adjustment). Where the row itself prints no addition, those of its parts in the item tree count. */
export const budget: Rule = {
  id: 'BUDGET',
  title: '全年预算等于年初预算加追加',
  says: '年初预算加上年中追加（或调减），等于全年预算。追加只按细项印出时，把细项相加。',
  level: 'finding',
  evaluate: (context) =>
    [...context.report.cells.values()]
      .filter((cell) => cell.measure === 'adjusted')
      .flatMap((adjusted) => {
        const row = adjusted.address.replace(/[^/]+$/, '');
        const initial = context.cell(`${row}initial`);
        if (!initial) return [];
        const own = context.cell(`${row}added`);
        const added = own ? [own] : addedBelow(context, adjusted.table, adjusted.item);
        return added.length === 0
          ? []
          : [compare(context, { rule: 'BUDGET', left: [adjusted], right: [initial, ...added], sign: '=' })];
      }),
};

/** The additions printed for the parts of an item: the nearest level of the item tree that prints any. */
function addedBelow(context: Context, table: string, item: string): Cell[] {
  const tree = tableById(table)?.items ?? {};
  const below = (one: string): Cell[] => {
    for (const { parts } of tree[one]?.partitions ?? []) {
      const cells = parts.flatMap((part) => context.cell(`${table}/${part}/added`) ?? below(part));
      if (cells.length > 0) return cells;
    }
    return [];
  };
  return below(item);
}
