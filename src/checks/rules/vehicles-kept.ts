import { compare } from '../relation.ts';
import type { Rule } from './rule.ts';

/** Official cars kept, as the 三公 section counts them, are among the vehicles of the section on assets. */
export const vehiclesKept: Rule = {
  id: 'VEHICLES-KEPT',
  title: '公务用车保有量不大于车辆总数',
  says: '“三公”经费部分印出的公务用车保有量，不大于国有资产部分印出的车辆总数。',
  level: 'finding',
  evaluate(context) {
    const kept = ['vehicles', 'vehicle-purchase', 'vehicle-operation']
      .map((item) => context.cell(`three-public/${item}/kept`))
      .find((cell) => cell);
    const owned = context.cell('operating/vehicles/count');
    return kept && owned ? [compare(context, { rule: 'VEHICLES-KEPT', left: [kept], right: [owned], sign: '≤' })] : [];
  },
};
