import { compare, type Context, type Evaluation } from '../relation.ts';
import { comparePairs, FUND_IDS, type Rule } from './rule.ts';

/** 公开08, 公开09: opening + income = expenditure + closing, for each fund and for each code of its table. */
export const carryOver: Rule = {
  id: 'CARRY-OVER',
  title: '年初结转加收入等于支出加年末结转',
  says: '每一种财政资金，年初结转加本年收入，等于本年支出加年末结转；按科目列出时每个科目也是这样，空着的结转按 0 计。',
  level: 'finding',
  evaluate: (context) => [
    ...comparePairs(
      context,
      'CARRY-OVER',
      '=',
      ['', ...FUND_IDS.map((fund) => `-${fund}`)].map((fund) => ({
        left: [`fiscal/income${fund}`, `fiscal/carry-in${fund}`],
        right: [`fiscal/expenditure${fund}`, `fiscal/carry-out${fund}`],
      })),
      ['final'],
    ),
    ...rows(context),
  ],
};

/** Rows that print both income and expenditure of the year; tables leave a carry-over of zero blank. */
function rows(context: Context): Evaluation[] {
  return [...context.report.cells.values()]
    .filter(({ table, measure }) => table === 'functional' && measure === 'income')
    .flatMap((income) => {
      const of = (measure: string) => context.cell(`functional/${income.item}/${measure}`) ?? [];
      const final = context.cell(`functional/${income.item}/final`);
      return final
        ? [
            compare(context, {
              rule: 'CARRY-OVER',
              left: [income, of('opening')].flat(),
              right: [final, of('closing')].flat(),
              sign: '=',
            }),
          ]
        : [];
    });
}
