import { disagreementOf, type Evaluation } from '../relation.ts';
import type { Rule } from './rule.ts';

const PAIRS = [
  ['abroad', 'groups'],
  ['vehicle-purchase', 'bought'],
  ['reception', 'batches'],
  ['reception-domestic', 'batches'],
] as const;

/** Money and number go together: money without a trip, or a trip without money, is named. */
export const moneyCount: Rule = {
  id: 'MONEY-COUNT',
  title: '有钱有数，没钱没数',
  says: '出国费用与团组数、购车费用与购置数、接待费用与批次，要么都是零，要么都不是零。',
  level: 'finding',
  evaluate: (context) =>
    PAIRS.flatMap(([item, measure]): Evaluation[] => {
      const [money, count] = [
        context.cell(`three-public/${item}/final`),
        context.cell(`three-public/${item}/${measure}`),
      ];
      if (!money || !count) return [];
      const holds = money.value.eq(0) === count.value.eq(0);
      const relation = {
        rule: 'MONEY-COUNT',
        subject: money.address,
        result: holds ? 'holds' : 'differs',
        left: money.text,
        right: count.text,
        difference: '',
        unit: '',
        operands: [count.address],
      } as const;
      if (holds) return [{ relation }];
      const problem = `${money.name}印出 ${money.text} ${money.unit}，而${count.measureName}为 ${count.text} ${count.unit}`;
      return [{ relation, disagreement: disagreementOf(context, relation, [money, count], problem) }];
    }),
};
