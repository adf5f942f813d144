import type { Cell } from '../../load/cells.ts';
import { compare } from '../relation.ts';
import type { Rule } from './rule.ts';

/** The printed change against the printed amount of the year before. */
export const change: Rule = {
  id: 'CHANGE',
  title: '本年等于上年加增减',
  says: '文件同时印出本年数、上年数和增减数时，上年数加增减数等于本年数。',
  level: 'finding',
  evaluate: (context) =>
    [...context.report.cells.values()]
      .filter((cell) => cell.measure === 'final')
      .flatMap((final) => {
        const sibling = (measure: string): Cell | undefined => context.cell(final.address.replace(/[^/]+$/, measure));
        const [prior, grown] = [sibling('prior'), sibling('change')];
        return prior && grown
          ? [compare(context, { rule: 'CHANGE', left: [final], right: [prior, grown], sign: '=' })]
          : [];
      }),
};
