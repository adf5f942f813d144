import { compare } from '../relation.ts';
import type { Rule } from './rule.ts';

/** 机关运行经费 is the 公用经费 of administrative and 参公 units alone, and so a part of it. */
export const agencyOperation: Rule = {
  id: 'AGENCY-OPERATION',
  title: '机关运行经费不大于公用经费',
  says: '机关运行经费是行政单位和参公事业单位基本支出里的公用经费，不大于全部公用经费；没有其他事业单位时两者相等。',
  basis: '财预〔2016〕143号对机关运行经费的说明',
  level: 'finding',
  evaluate(context) {
    const operation = context.cell('operating/agency-operation/final');
    const wider = ['economic/general.public/final', 'fiscal/public/final', 'expenditure/public/final']
      .map((address) => context.cell(address))
      .find((cell) => cell);
    return operation && wider
      ? [compare(context, { rule: 'AGENCY-OPERATION', left: [operation], right: [wider], sign: '≤' })]
      : [];
  },
};
