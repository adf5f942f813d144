/** Whether more, less or exactly the target is good: from the operator, else from what is counted. */
import { family } from '../../figures/units.ts';
import type { CellValue } from './value.ts';

export type Direction = 'more' | 'less' | 'exact' | 'unknown';

/** Rates and times of which less is better. */
const BETTER_LOW =
  /(?:投诉|故障|异常|差错|错误|失误|事故|违规|违法|超支|流失|死亡|发病|偏差|逾期|缺陷|返工|空置|闲置|退件)(?:[^,，;；]*)(?:率|次数|数量|数|起数|件数|发生)|能耗|排放|耗时|时限|响应时间|成本控制|成本节约前/u;
const TIMES = /^(?:个?工作日|小时|分钟|天|秒|日)$/u;
const SIZES = /^(?:㎡|平方米|平米|m²|亩|公顷|年|个?月|学期|学年)$/u;

/** `label`: the name of the indicator with its levels; `unit` as printed. */
export function directionOf(target: CellValue, unit: string, label: string): Direction {
  if (target.kind !== 'quantity') return target.kind === 'parts' && family(unit) === 'money' ? 'exact' : 'unknown';
  const { operator } = target;
  if (operator === '≥' || operator === '>') return 'more';
  if (operator === '≤' || operator === '<') return 'less';
  if (BETTER_LOW.test(label)) return 'less';
  if (family(unit) === 'money' || /成本/u.test(label)) return 'exact';
  if (family(unit) === 'percent') return 'more';
  if (TIMES.test(unit)) return 'less';
  if (SIZES.test(unit)) return 'exact';
  return unit === '' ? 'unknown' : 'more';
}
