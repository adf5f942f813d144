import { comparePairs, type Rule } from './rule.ts';

/** 收支总表: both sides of the account carry the same total (公开01, 公开04). */
export const balance: Rule = {
  id: 'BALANCE',
  title: '收支总计相等',
  says: '收入总计（含年初结转）等于支出总计（含年末结转），全部资金和财政拨款都是这样。',
  basis: '部门决算公开表：收入支出决算总表、财政拨款收入支出决算总表',
  level: 'finding',
  evaluate: (context) =>
    comparePairs(
      context,
      'BALANCE',
      '=',
      [
        { left: ['income/total'], right: ['expenditure/total'] },
        { left: ['fiscal/income-total'], right: ['fiscal/expenditure-total'] },
      ],
      ['final', 'change', 'prior'],
    ),
};
