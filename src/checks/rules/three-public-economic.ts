import { compare } from '../relation.ts';
import type { Rule } from './rule.ts';

const LINES = [
  ['30212', 'abroad'],
  ['30217', 'reception'],
  ['30231', 'vehicle-operation'],
  ['31013', 'vehicle-purchase'],
] as const;

/** The 三公 table covers basic and project expenditure, the economic table basic expenditure alone. */
export const threePublicEconomic: Rule = {
  id: 'THREE-PUBLIC-ECONOMIC',
  title: '基本支出里的“三公”科目不大于“三公”经费',
  says: '经济分类表只含基本支出，其中出国、接待、用车的科目不大于“三公”经费表（含项目支出）的同一项。',
  level: 'finding',
  evaluate: (context) =>
    LINES.flatMap(([code, item]) => {
      const [line, total] = [
        context.cell(`economic/general.${code}/final`),
        context.cell(`three-public/${item}/final`),
      ];
      return line && total
        ? [compare(context, { rule: 'THREE-PUBLIC-ECONOMIC', left: [line], right: [total], sign: '≤' })]
        : [];
    }),
};
