import { compare, type Context, type Evaluation } from '../relation.ts';
import { comparePairs, FUND_IDS, type Rule } from './rule.ts';

/** Treasury money is a part of all money. */
export const treasuryPart: Rule = {
  id: 'TREASURY-PART',
  title: '财政拨款不大于全部资金',
  says: '财政拨款的支出、基本支出、人员和公用经费、年初结转，以及每个功能科目的支出，都不大于全部资金的同一项。',
  level: 'finding',
  evaluate: (context) => [
    ...comparePairs(
      context,
      'TREASURY-PART',
      '≤',
      [
        { left: ['fiscal/expenditure'], right: ['expenditure/current'] },
        { left: ['fiscal/basic'], right: ['expenditure/basic'] },
        { left: ['fiscal/personnel'], right: ['expenditure/personnel'] },
        { left: ['fiscal/public'], right: ['expenditure/public'] },
        { left: ['fiscal/project'], right: ['expenditure/project'] },
        { left: ['fiscal/carry-in'], right: ['income/carry-in'] },
        { left: ['fiscal/income'], right: ['income/current'] },
        ...FUND_IDS.flatMap((fund) => [
          { left: [`economic/${fund}.basic`], right: ['expenditure/basic'] },
          { left: [`economic/${fund}.personnel`], right: ['expenditure/personnel'] },
          { left: [`economic/${fund}.public`], right: ['expenditure/public'] },
        ]),
      ],
      ['final'],
    ),
    ...codes(context),
  ],
};

/** Each code of 支出决算表 (all funds) against the same code of the treasury funds, added up. */
function codes(context: Context): Evaluation[] {
  return [...context.report.cells.values()]
    .filter(({ table, item, measure }) => table === 'functional' && item.startsWith('all.') && measure === 'final')
    .flatMap((all) => {
      const code = all.item.slice('all.'.length);
      const treasury = FUND_IDS.flatMap((fund) => context.cell(`functional/${fund}.${code}/final`) ?? []);
      return treasury.length > 0
        ? [compare(context, { rule: 'TREASURY-PART', left: treasury, right: [all], sign: '≤' })]
        : [];
    });
}
