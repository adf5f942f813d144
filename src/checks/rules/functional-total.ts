import type { Cell } from '../../load/cells.ts';
import { compare, type Context } from '../relation.ts';
import { comparePairs, FUND_IDS, type Rule } from './rule.ts';

/** Columns of 支出决算表 (all funds), with the item of the expenditure table that each one's total is. */
const ALL_FUNDS = {
  final: 'current',
  basic: 'basic',
  project: 'project',
  'to-superior': 'to-superior',
  operating: 'operating',
  'to-subsidiary': 'to-subsidiary',
} as const;

/**
 * 财政拨款收入支出决算总表 against 一般公共预算财政拨款支出决算表 and its counterparts for the other funds; 支出决算表
 * against 收入支出决算总表.
 */
export const functionalTotal: Rule = {
  id: 'FUNCTIONAL-TOTAL',
  title: '功能分类合计等于该种资金的支出',
  says: '按功能分类列出的支出合计，等于财政拨款收支表里这种资金的支出；其中基本支出也等于经济分类表的合计。全部资金的合计及其中的基本、项目等支出，等于支出表的同一项。',
  basis: '财预〔2016〕143号：一般公共预算支出公开到功能分类项级',
  level: 'finding',
  evaluate: (context) => [
    ...comparePairs(
      context,
      'FUNCTIONAL-TOTAL',
      '=',
      FUND_IDS.map((fund) => ({ left: [`functional/${fund}.total`], right: [`fiscal/expenditure-${fund}`] })),
      ['final', 'change'],
    ),
    ...FUND_IDS.flatMap((fund) => {
      const [functional, economic] = [
        context.cell(`functional/${fund}.total/basic`),
        context.cell(`economic/${fund}.basic/final`),
      ];
      return functional && economic ? [compareCells(context, functional, economic)] : [];
    }),
    ...Object.entries(ALL_FUNDS).flatMap(([measure, item]) => {
      const [functional, total] = [
        context.cell(`functional/all.total/${measure}`),
        context.cell(`expenditure/${item}/final`),
      ];
      return functional && total ? [compareCells(context, functional, total)] : [];
    }),
  ],
};

function compareCells(context: Context, left: Cell, right: Cell) {
  return compare(context, { rule: 'FUNCTIONAL-TOTAL', left: [left], right: [right], sign: '=' });
}
