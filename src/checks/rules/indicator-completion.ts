import { attainment } from '../attainment.ts';
import { disagreementOf, type Evaluation } from '../relation.ts';
import type { Rule } from './rule.ts';

/** The completion that a report states for an indicator against its own target and result (财预〔2020〕10号 forms). */
export const indicatorCompletion: Rule = {
  id: 'INDICATOR-COMPLETION',
  title: '自报完成率与目标、实际相合',
  says: '自报完成率满 100% 的指标，实际值应达到目标；不满 100% 的，实际值应没有达到目标。',
  basis: '财预〔2020〕10号：项目支出绩效自评表',
  level: 'finding',
  evaluate: (context) =>
    [...context.report.cells.values()]
      .filter((cell) => cell.table === 'indicators' && cell.measure === 'completion')
      .map((completion): Evaluation => {
        const actual = context.cell(completion.address.replace(/completion$/, 'actual'));
        const target = context.cell(completion.address.replace(/completion$/, 'target'));
        const met = attainment(completion.row.values);
        const claimed = completion.value.gte(100);
        const result = met === 'unknown' ? 'unchecked' : (met === 'met') === claimed ? 'holds' : 'differs';
        const relation = {
          rule: 'INDICATOR-COMPLETION',
          subject: completion.address,
          result,
          left: `${completion.text}%`,
          right: actual ? `${actual.text}${actual.unit}` : '',
          difference: '',
          unit: '',
          operands: [target, actual].flatMap((cell) => cell?.address ?? []),
        } as const;
        if (result !== 'differs' || !actual || !target) return { relation };
        const operator = completion.row.values['target_operator'] ?? '';
        const problem = `${completion.name}自报完成率 ${completion.text}%，目标 ${operator}${target.text}${target.unit}，实际 ${actual.text}${actual.unit}，${met === 'met' ? '已达到' : '未达到'}目标`;
        return { relation, disagreement: disagreementOf(context, relation, [completion, target, actual], problem) };
      }),
};
