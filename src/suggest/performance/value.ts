/** What a target or result cell says: an operator, a number or range with its unit, several such, or words. */
import { leadingUnit } from '../../figures/units.ts';
import type { OPERATORS } from '../../tables/kinds.ts';
import { DECIMAL, decimalOf, isFigure, type Span } from './span.ts';

export type Operator = keyof typeof OPERATORS;

/** A number and where it starts in the matching text. */
export interface Number {
  readonly value: string;
  readonly index: number;
}

export interface Quantity {
  readonly operator: Operator | '';
  readonly value: Number;
  readonly high?: Number;
  /** As printed. */
  readonly unit: string;
  /** False where words around the number are only believed to add nothing. */
  readonly sure: boolean;
}

export interface Part extends Quantity {
  /** The words before it; empty for a total. */
  readonly label: string;
}

export type CellValue =
  | { readonly kind: 'empty' }
  | ({ readonly kind: 'quantity' } & Quantity)
  | { readonly kind: 'parts'; readonly parts: readonly Part[] }
  | { readonly kind: 'words'; readonly text: string };

const BEFORE: Readonly<Record<string, Operator>> = {
  '≥': '≥',
  '≧': '≥',
  '⩾': '≥',
  '>=': '≥',
  '=>': '≥',
  '≥=': '≥',
  大于等于: '≥',
  大于或等于: '≥',
  不低于: '≥',
  不少于: '≥',
  不小于: '≥',
  至少: '≥',
  '≤': '≤',
  '≦': '≤',
  '⩽': '≤',
  '<=': '≤',
  '=<': '≤',
  小于等于: '≤',
  小于或等于: '≤',
  不高于: '≤',
  不超过: '≤',
  不大于: '≤',
  不多于: '≤',
  最多: '≤',
  '>': '>',
  大于: '>',
  超过: '>',
  高于: '>',
  多于: '>',
  '<': '<',
  小于: '<',
  低于: '<',
  少于: '<',
  '=': '=',
  等于: '=',
  约: '≈',
  大约: '≈',
  '≈': '≈',
  近: '≈',
};
const AFTER: Readonly<Record<string, Operator>> = {
  及以上: '≥',
  '(含)以上': '≥',
  以上: '≥',
  及以下: '≤',
  '(含)以下': '≤',
  以下: '≤',
  以内: '≤',
  之内: '≤',
  内: '≤',
  左右: '≈',
  上下: '≈',
};

const alternatives = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[()]/g, '\\$&'))
    .join('|');

/** Words before a number that add nothing to it. */
const LEAD = '(?:达到|达|完成率?|控制在|保持在|共计|合计|总计|共|全年|每年|实际)?';
const UNIT = '((?:百分点|[\\p{L}%‰°℃′][\\p{L}%‰/·23]*(?:\\([\\p{L}、/]{1,12}\\))?(?:/[\\p{L}]{1,6})?)?)';
const QUANTITY = new RegExp(
  `^(${LEAD})(${alternatives(Object.keys(BEFORE))})?(-?)(${DECIMAL})(?:${UNIT}(?:-|—|–|~|～|至|到)+(${DECIMAL}))?(?: (?=[a-zA-Z]))?([余多])?${UNIT}(${alternatives(Object.keys(AFTER))})?$`,
  'u',
);
/** A year, a day or a deadline is no quantity. */
const DEADLINE =
  /^(?:(?:19|20)[0-9]{2}年|[0-9]{1,2}月(?:[0-9底初中前份末]|$)|[0-9]{1,2}[日号]|[0-9.]+[年月日](?:底|前|初))/u;
/** What is longer is a story, not a value. */
const LONGEST = 300;
const SPLIT = /[,，;；、。\n]|(?<=[^0-9])\.(?=[^0-9])/u;
const BOUND = new RegExp(`(?:${alternatives(Object.keys(BEFORE))})$`, 'u');
const TOTAL = /^(?:共计|合计|总计|总共|共|计)$/u;

/** The operator that a cell of its own prints (≥, 不低于); empty for other words (定性). */
export function operatorOf(text: string): Operator | '' {
  return BEFORE[text] ?? AFTER[text] ?? '';
}

/** Reads a whole cell. */
export function readValue(span: Span): CellValue {
  const text = span.text.replace(/[。;；,，、]+$/u, '');
  if (text === '') return { kind: 'empty' };
  const words = { kind: 'words', text: span.printed() } as const;
  if (text.length > LONGEST) return words;
  const quantity = readQuantity(span, 0, text.length);
  if (quantity) return { kind: 'quantity', ...quantity };
  const parts = readParts(span, text);
  return parts ? { kind: 'parts', parts } : words;
}

/** The quantity that a stretch of matching text is, as a whole; undefined when it holds other words. */
export function readQuantity(span: Span, from: number, to: number): Quantity | undefined {
  const text = span.text.slice(from, to);
  const match = QUANTITY.exec(text);
  if (!match) return undefined;
  const [, lead = '', before = '', minus, low, lowUnit = '', high, more, unit = '', after = ''] = match;
  const bare = text.slice(lead.length + before.length);
  if (DEADLINE.test(bare)) return undefined;
  const start = from + lead.length + before.length + minus!.length;
  if (!isFigure(span, start)) return undefined;
  const own = splitUnit(unit);
  if (!own) return undefined;
  const operator = (before && BEFORE[before]) || (after && AFTER[after]) || own.operator || (more ? '>' : '');
  const unitAt = text.length - after.length - unit.length;
  const printed = span.printed(from + unitAt, from + unitAt + own.to).replace(/[余多]/u, '');
  return {
    operator: operator as Operator | '',
    value: { value: `${minus}${decimalOf(low!)}`, index: start },
    ...(high === undefined
      ? {}
      : { high: { value: decimalOf(high), index: from + text.lastIndexOf(high, unitAt - 1) } }),
    unit: printed,
    sure: lead === '' && own.sure && (lowUnit === '' || unit.startsWith(lowUnit)),
  };
}

/** Words that do not belong to a unit. */
const NO_UNIT = /[已未完成达标前底实及时的了是为无有均并且其等]|以上|以下|以内|提高|增加|下降|减少|合格|良好|正常/u;

/**
 * Splits words behind a number into the unit and an operator written after it (工作日内, 万余件). Undefined when the words are
 * no unit; `to` is where it ends.
 */
function splitUnit(text: string): { to: number; operator: Operator | ''; sure: boolean } | undefined {
  const after = AFTER[text] ? text : (Object.keys(AFTER).find((word) => text.endsWith(word)) ?? '');
  const base = text.slice(0, text.length - after.length).replace(/\(含\)$/u, '');
  const operator = AFTER[after] ?? (/^[百千万亿]?[余多]/u.test(base) ? '>' : '');
  const unit = base.replace(/[余多]/u, '').replace(/\(.*\)/u, '');
  // NFKC makes m2 of ㎡ and m².
  const sure = unit === '' || leadingUnit(unit) === unit || /^[hk]?m[23]$/.test(unit);
  if (!sure && (NO_UNIT.test(unit) || unit.length > 6)) return undefined;
  return { to: base.length, operator, sure };
}

/** Several quantities, each named by the words before it: `大厅1063㎡,办公用房2394㎡,共计3457㎡`. */
function readParts(span: Span, text: string): Part[] | undefined {
  const parts: Part[] = [];
  let from = 0;
  let opened = 0;
  for (const piece of text.split(SPLIT)) {
    const to = from + piece.length;
    if (/[0-9]/.test(piece)) {
      const words = from + /^[^0-9]*/u.exec(piece)![0].length;
      const bound = BOUND.exec(span.text.slice(opened, words))?.[0].length ?? 0;
      const label = span.printed(opened, words - bound);
      const quantity = readQuantity(span, words - bound, to);
      if (!quantity || label === '' || /[年月日第]$/u.test(label)) return undefined;
      parts.push({ ...quantity, label: TOTAL.test(label) ? '' : label, sure: false });
      opened = to + 1;
    }
    from = to + 1;
  }
  const labels = new Set(parts.map(({ label }) => label));
  return parts.length > 1 && labels.size === parts.length && opened > text.length ? parts : undefined;
}
