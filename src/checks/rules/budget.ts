import type { Cell } from '../../load/cells.ts';
import { compare } from '../relation.ts';
import type { Rule } from './rule.ts';

/** 全年预算 = 年初预算 + 年中追加 (or adjustment). Where the row itself prints no addition, those of its parts count. */
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
        const parts = [...context.report.cells.values()].filter(
          (cell) => cell.table === adjusted.table && cell.measure === 'added',
        );
        const added: Cell[] = own ? [own] : isWhole(adjusted) ? parts : [];
        return added.length === 0
          ? []
          : [compare(context, { rule: 'BUDGET', left: [adjusted], right: [initial, ...added], sign: '=' })];
      }),
};

/** Rows under which all additions of a table stand. */
function isWhole(cell: Cell): boolean {
  return ['current', 'income', 'expenditure', 'total'].includes(cell.item);
}
