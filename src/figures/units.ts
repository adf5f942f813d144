/** Units of measure as documents print them: a multiplier (万, 亿 …) and a base. */
import { Big } from 'big.js';

const POWERS: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 };

/** Base units that the lexer recognises after a figure. Longer ones win. */
const BASES = [
  ['%', '％', '‰', '个百分点', '百分点'],
  ['元/月', '元/吨', '元/度', '元/平方米', '元/人', '元'],
  ['次/年', '件/年', '件次', '人次', '批次', '件（个、台、套）', '台（套）', '台(套)', '个工作日', '工作日'],
  ['小时', '分钟', '平方米', '平米', '㎡', 'm²', '公里', '亩', '吨', '度', '岁'],
  [
    '件',
    '个',
    '项',
    '次',
    '批',
    '人',
    '名',
    '户',
    '家',
    '台',
    '套',
    '辆',
    '枚',
    '条',
    '面',
    '宗',
    '笔',
    '份',
    '篇',
    '场',
    '处',
    '间',
    '类',
    '种',
  ],
  ['年', '月', '日', '天', '期', '号', '倍', '位', '级', '分', '股', '科', '室', '楼', '层'],
]
  .flat()
  .sort((a, b) => b.length - a.length);

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s*');
/** White space within a cell: behind a tab the next column begins, whose word is no unit of this one. */
const SPACE = '[^\\S\\t]*';
const UNIT = new RegExp(
  `^${SPACE}[余多]?${SPACE}([百千万亿]?)${SPACE}[余多]?${SPACE}(${BASES.map(escape).join('|')})?`,
  'u',
);

/** The unit that opens a text, without 余/多 and spaces: “ 万余件，” → 万件. Empty when there is none. Never looks behind a tab. */
export function leadingUnit(text: string): string {
  const match = UNIT.exec(text);
  return match ? `${match[1] ?? ''}${match[2] ?? ''}` : '';
}

export interface Unit {
  /** Power of ten of the multiplier: 4 for 万件. */
  readonly power: number;
  readonly base: string;
}

const SAME: Readonly<Record<string, string>> = {
  '％': '%',
  平米: '㎡',
  平方米: '㎡',
  'm²': '㎡',
  个工作日: '工作日',
  '台(套)': '台（套）',
};

/** Units of time in minutes. */
const MINUTES: Readonly<Record<string, number>> = { 分钟: 1, 小时: 60, 天: 1440, 日: 1440 };

/** Splits a unit: 亿元 → 10⁸ 元, 万 → 10⁴ of nothing. A unit that merely starts with such a character stays whole. */
export function parseUnit(unit: string): Unit {
  const power = POWERS[unit[0] ?? ''];
  if (power === undefined || unit === '百分点') return { power: 0, base: SAME[unit] ?? unit };
  const base = unit.slice(1);
  return { power, base: SAME[base] ?? base };
}

export type Family = 'money' | 'percent' | 'other' | 'bare';

/** What sort of quantity a unit measures; `bare` when it has no base (nothing, or 万 alone). */
export function family(unit: string): Family {
  const { base } = parseUnit(unit);
  if (base === '') return 'bare';
  if (base === '元') return 'money';
  return base === '%' || base === '‰' || base.endsWith('百分点') ? 'percent' : 'other';
}

/**
 * A printed number in the unit of a cell. A bare figure in a table whose head gives the unit (`715.87`, or `128.6 万`)
 * takes the base of the cell, and its multiplier too when it prints none.
 * @returns the value in `to`, or undefined when the two units measure different sorts of things (money, percent, other).
 */
export function convert(value: Big, from: string, to: string): Big | undefined {
  if (from === '' || from === to) return value;
  const [source, target] = [parseUnit(from), parseUnit(to)];
  const [minutes, per] = [MINUTES[source.base], MINUTES[target.base]];
  if (minutes !== undefined && per !== undefined) return value.times(minutes).div(per);
  if ((source.base === '‰') !== (target.base === '‰') && source.base !== '' && target.base !== '') return undefined;
  const [a, b] = [family(from), family(to)];
  if (a !== b && a !== 'bare' && b !== 'bare') return undefined;
  return value.times(new Big(10).pow(source.power - target.power));
}
