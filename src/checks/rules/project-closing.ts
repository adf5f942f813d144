import { compare } from '../relation.ts';
import type { Rule } from './rule.ts';

/** What a project spent and carried over comes out of its budget. */
export const projectClosing: Rule = {
  id: 'PROJECT-CLOSING',
  title: '项目支出加年末结转不大于全年预算加年初结转',
  says: '一个项目当年的支出，加上结转到下一年的钱，不大于它的全年预算加上年初结转。',
  level: 'finding',
  evaluate(context) {
    const items =
      context.report.tables
        .get('projects')
        ?.rows.filter(({ values }) => !values['source'])
        .map(({ values }) => values['project']!) ?? [];
    return items.flatMap((item) => {
      const cell = (measure: string) => context.cell(`projects/${item}/${measure}`);
      const [final, closing, adjusted, opening] = ['final', 'closing', 'adjusted', 'opening'].map(cell);
      if (!final || !closing || !adjusted) return [];
      return [
        compare(context, {
          rule: 'PROJECT-CLOSING',
          left: [final, closing],
          right: opening ? [adjusted, opening] : [adjusted],
          sign: '≤',
        }),
      ];
    });
  },
};
