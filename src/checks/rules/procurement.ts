import { comparePairs, type Rule } from './rule.ts';

/** 政府采购: contracts to small firms are a part of those to small and medium firms, and these of the total. */
export const procurement: Rule = {
  id: 'PROCUREMENT',
  title: '小微不大于中小，中小不大于采购总额',
  says: '授予小微企业的合同金额不大于授予中小企业的，授予中小企业的不大于政府采购支出总额。',
  basis: '财预〔2016〕143号：公开政府采购支出及授予中小企业合同金额',
  level: 'finding',
  evaluate: (context) =>
    comparePairs(
      context,
      'PROCUREMENT',
      '≤',
      [
        { left: ['operating/procurement-sme'], right: ['operating/procurement'] },
        { left: ['operating/procurement-micro'], right: ['operating/procurement-sme'] },
      ],
      ['final'],
    ),
};
