import { comparePairs, FUND_IDS, type Rule } from './rule.ts';

/** 收入决算表 against 财政拨款收入支出决算总表. */
export const incomeTreasury: Rule = {
  id: 'INCOME-TREASURY',
  title: '财政拨款收入两处相等',
  says: '收入表里的财政拨款收入，与财政拨款收支表里的同一项相等。',
  level: 'finding',
  evaluate: (context) =>
    comparePairs(
      context,
      'INCOME-TREASURY',
      '=',
      [
        { left: ['fiscal/income'], right: ['income/treasury'] },
        ...FUND_IDS.map((fund) => ({ left: [`fiscal/income-${fund}`], right: [`income/${fund}`] })),
      ],
      ['final'],
    ),
};
