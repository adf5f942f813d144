import { comparePairs, FUND_IDS, type Rule } from './rule.ts';

/** 公开08, 公开09: opening + income = expenditure + closing, for each fund. */
export const carryOver: Rule = {
  id: 'CARRY-OVER',
  title: '年初结转加收入等于支出加年末结转',
  says: '每一种财政资金，年初结转加本年收入，等于本年支出加年末结转。',
  level: 'finding',
  evaluate: (context) =>
    comparePairs(
      context,
      'CARRY-OVER',
      '=',
      ['', ...FUND_IDS.map((fund) => `-${fund}`)].map((fund) => ({
        left: [`fiscal/income${fund}`, `fiscal/carry-in${fund}`],
        right: [`fiscal/expenditure${fund}`, `fiscal/carry-out${fund}`],
      })),
      ['final'],
    ),
};
