import { compare, type Evaluation } from '../relation.ts';
import type { Rule } from './rule.ts';

/** Last year's report against this one. Opening adjustments and changed scope are common: shown, no finding. */
export const years: Rule = {
  id: 'YEARS',
  title: '年初结转等于上年年末结转',
  says: '本年报告的年初结转，与同一部门上一年报告的年末结转相等；上年数与上一年报告的决算数相等。年初调整、口径变化会使两者不同，只作说明。',
  level: 'explain',
  evaluate(context) {
    const { previous, report } = context;
    if (!previous || previous.year !== report.year - 1) return [];
    const pairs: Evaluation[] = [];
    const add = (address: string, before: string) => {
      const [now, then] = [context.cell(address), previous.cells.get(before)];
      if (now && then) pairs.push(compare(context, { rule: 'YEARS', left: [now], right: [then], sign: '=' }));
    };
    add('income/carry-in/final', 'expenditure/carry-out/final');
    add('fiscal/carry-in/final', 'fiscal/carry-out/final');
    for (const cell of report.cells.values())
      if (cell.measure === 'prior') add(cell.address, cell.address.replace(/prior$/, 'final'));
    return pairs;
  },
};
