import { compare } from '../relation.ts';
import type { Rule } from './rule.ts';

/** 实有 against 编制, for each category of staff that prints both. */
export const staffAuthorized: Rule = {
  id: 'STAFF-AUTHORIZED',
  title: '实有人数不多于编制',
  says: '同一类人员的年末实有数不多于核定的编制数。聘用等不占编制的人员不在此列。',
  level: 'finding',
  evaluate: (context) =>
    [...context.report.cells.values()]
      .filter((cell) => cell.table === 'staff' && cell.measure === 'actual' && cell.item !== 'contract')
      // A total that includes contract staff, who hold no post of the establishment, is not comparable.
      .filter((cell) => cell.item !== 'total' || !context.cell('staff/contract/actual')?.value.gt(0))
      .flatMap((actual) => {
        const authorized = context.cell(`staff/${actual.item}/authorized`);
        return authorized
          ? [compare(context, { rule: 'STAFF-AUTHORIZED', left: [actual], right: [authorized], sign: '≤' })]
          : [];
      }),
};
