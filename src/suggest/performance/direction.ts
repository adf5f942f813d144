/** Whether more, less or exactly the target is good: by the operator, else only where the words leave no doubt. */
import { family } from '../../figures/units.ts';
import type { CellValue } from './value.ts';

export type Direction = 'more' | 'less' | 'exact' | 'unknown';

/** What nobody wants more of: accidents, faults, complaints, delays, costs held down. */
const BETTER_LOW =
  /(?:投诉|故障|异常(?:数据)?|差错|错误|失误|事故|违规|违纪|违法|超支|流失|死亡|发病|偏差|逾期|缺陷|返工|空置|闲置|退件|信访)(?:发生|事件|案件)?(?:率|次数|数量|数|起数|件数|发生)?$|能耗|排放量|成本控制|成本节约前/u;
/** Faults that are mended and complaints that are answered are good. */
const MENDED = /(?:处理|处置|修复|解决|办结|回复|整改|查处|排除|化解|响应|办理)(?!时)/u;
/** Times within which something is done. */
const TIME_TAKEN = /时限|时长|用时|耗时|(?:响应|办理|办结|处理|修复|等候|等待|完成|审批)时间/u;
const TIMES = /^(?:个?工作日|小时|分钟|天|秒|日)$/u;
/** Rates of satisfaction, and of what is to be done or to work. */
const BETTER_HIGH =
  /(?:满意|完成|合格|及时|准时|准点|达标|覆盖|办结|正确|准确|到位|执行|验收|通过|参与|参评|知晓|有效|落实|利用|使用|完好|正常|进驻|受理|就业|巩固|普及|提速|评价|认领|到岗|发放|支付|兑现|拨付|公开|响应|处理|处置|修复|整改|回复|解决|运行|保障|出勤|亮灯|好评)(?:率|度|比例|程度)?$/u;
const AREA = /^(?:㎡|平方米|平米|m²|亩|公顷)$/u;
const WORK = /^(?:[百千万]?(?:件|次|人次|批次|场|场次|项|宗|期|篇|份|条|个|家|户)|次\/年|件\/年)$/u;

/** `label`: the levels and the name of the indicator, parted by spaces; `unit` as printed. */
export function directionOf(target: CellValue, unit: string, label: string): Direction {
  if (target.kind !== 'quantity') return target.kind === 'parts' && family(unit) === 'money' ? 'exact' : 'unknown';
  const { operator } = target;
  if (operator === '≥' || operator === '>') return 'more';
  if (operator === '≤' || operator === '<') return 'less';
  const name = label
    .split(' ')
    .at(-1)!
    .replace(/\([^()]*\)|[。.]$/gu, '');
  const amount = Number(target.value.value);
  if (BETTER_LOW.test(name) && !MENDED.test(name)) return 'less';
  if (family(unit) === 'money') return 'exact';
  // Nothing is below none and, of a rate, nothing above all.
  if (amount === 0) return 'less';
  if (family(unit) === 'percent') return amount === 100 || BETTER_HIGH.test(name) ? 'more' : 'unknown';
  if (/成本/u.test(label) && unit === '') return 'exact';
  if (TIMES.test(unit)) return TIME_TAKEN.test(name) ? 'less' : 'unknown';
  if (AREA.test(unit)) return 'exact';
  // 数量指标 count the work that was planned.
  return /数量/u.test(label.split(' ').slice(0, -1).join(' ')) && WORK.test(unit) ? 'more' : 'unknown';
}
