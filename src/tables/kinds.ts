/**
 * Column kinds: what a value in a CSV field may look like.
 *
 * Values stay the exact text that was curated; a kind says which texts are allowed and, when one is not,
 * explains it to the curator in Chinese. Numbers are decimal text, never binary floating point.
 */
import { z } from 'zod';

export type KindName =
  'amount' | 'count' | 'percent' | 'number' | 'year' | 'operator' | 'text' | 'code' | 'date' | 'enum' | 'key';

export interface Column {
  readonly kind: KindName;
  /** Chinese header. */
  readonly name: string;
  /** One sentence on what the column holds. */
  readonly about: string;
  /** The fixed unit of a numeric column; absent when `unitFrom` names the column that holds it. */
  readonly unit?: string;
  /** For numeric columns: the column that holds the unit, the operator, the upper end of a range. */
  readonly unitFrom?: string;
  readonly operatorFrom?: string;
  readonly highFrom?: string;
  /** The column that holds words when the quantity is no number. */
  readonly textFrom?: string;
  readonly required: boolean;
  /** Allowed values of an enum with their Chinese names. */
  readonly values?: Readonly<Record<string, string>>;
  readonly schema: z.ZodType<string, string>;
}

type Options = Partial<Pick<Column, 'unit' | 'unitFrom' | 'operatorFrom' | 'highFrom' | 'textFrom' | 'required'>>;

/** Longest number accepted: 15 digits are more than any public account prints. A test holds DECIMAL to it. */
export const LONGEST = { integers: 15, decimals: 8 } as const;
const DECIMAL = /^(?!-0(?:\.0+)?$)-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,8})?$/;
const COUNT = /^(?:0|[1-9][0-9]{0,11})$/;
export const DATE = /^([12][0-9]{3})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?$/;
export const KEY = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u;

/** True for columns whose values are quantities, and so cells that a printed figure must prove. */
export function isNumeric(column: Column): boolean {
  return ['amount', 'count', 'percent', 'number'].includes(column.kind);
}

/** Why a text is no plain number, and what to write instead. */
function explainNumber(text: string, what: string): string {
  const half = text.normalize('NFKC');
  if (half !== text && DECIMAL.test(half.trim())) return `${what}含全角字符，请写成半角 ${half.trim()}`;
  if (/^-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/.test(half))
    return `${what}含千位分隔符，请写成 ${half.replaceAll(',', '')}`;
  if (/^-?[0-9.]+e[+-]?[0-9]+$/i.test(half)) return `${what}是科学计数法，请写出全部数字`;
  const withUnit = /^(-?[0-9]+(?:\.[0-9]+)?)\s*([^0-9\s.,-].*)$/.exec(half);
  if (withUnit) return `${what}后面带有“${withUnit[2]}”，请只写数字 ${withUnit[1]}，单位由表头或单位列给出`;
  if (/^\s|\s$/.test(text) && DECIMAL.test(text.trim())) return `${what}前后有空格，请写成 ${text.trim()}`;
  if (/^-?0[0-9]/.test(half)) return `${what}以多余的 0 开头`;
  if (/^-?[0-9.]+$/.test(half)) return `${what}不是合理的十进制数（最多 15 位整数、8 位小数）`;
  return `${what}不是数字`;
}

function column(
  kind: KindName,
  name: string,
  about: string,
  schema: z.ZodType<string, string>,
  options: Options = {},
): Column {
  const { required = false, ...rest } = options;
  return { kind, name, about, required, ...rest, schema: schema.meta({ title: name, description: about }) };
}

/** Money in 万元, an exact decimal; red-letter amounts are negative. */
export function amount(name: string, about: string, options: Options = {}): Column {
  const schema = z.string().regex(DECIMAL, { error: ({ input }) => explainNumber(String(input), '金额') });
  return column('amount', name, about, schema, { unit: '万元', ...options });
}

/** A whole number of people, vehicles, batches …, never negative. */
export function count(name: string, about: string, options: Options = {}): Column {
  const schema = z.string().regex(COUNT, {
    error: ({ input }) => {
      const text = String(input);
      if (/^-[0-9]+(?:\.[0-9]+)?$/.test(text)) return '数量为负，数量只能是 0 或正整数';
      if (/^[0-9]+\.[0-9]+$/.test(text)) return '数量带有小数，数量只能是 0 或正整数';
      return explainNumber(text, '数量');
    },
  });
  return column('count', name, about, schema, options);
}

/** A percentage as printed: 98.81 for 98.81%. */
export function percent(name: string, about: string, options: Options = {}): Column {
  const schema = z.string().regex(DECIMAL, { error: ({ input }) => explainNumber(String(input), '百分数') });
  return column('percent', name, about, schema, { unit: '%', ...options });
}

/** A decimal whose unit stands in a column of its own. */
export function number(name: string, about: string, options: Options = {}): Column {
  const schema = z.string().regex(DECIMAL, { error: ({ input }) => explainNumber(String(input), '数值') });
  return column('number', name, about, schema, options);
}

/** A fiscal year: four digits. It is no quantity that a figure must prove. */
export function year(name: string, about: string, options: Options = {}): Column {
  const schema = z.string().regex(/^[12][0-9]{3}$/, {
    error: ({ input }) => `“${String(input).slice(0, 40)}”不是年度，请写四位数字，如 2022`,
  });
  return column('year', name, about, schema, options);
}

export const OPERATORS = { '=': '等于', '≥': '不低于', '≤': '不高于', '>': '大于', '<': '小于', '≈': '约' } as const;

/** How a printed value bounds the quantity: ≥ for “≥98%”, “95%以上”; > for “200余”; ≤, <, =, ≈. */
export function operator(name: string, about: string, options: Options = {}): Column {
  return oneOf('operator', name, about, OPERATORS, options);
}

/** One of a closed list of words. */
export function choice(
  name: string,
  about: string,
  values: Readonly<Record<string, string>>,
  options: Options = {},
): Column {
  return oneOf('enum', name, about, values, options);
}

function oneOf(
  kind: 'operator' | 'enum',
  name: string,
  about: string,
  values: Readonly<Record<string, string>>,
  options: Options,
): Column {
  const list = Object.entries(values)
    .map(([value, meaning]) => `${value}（${meaning}）`)
    .join('、');
  const schema = z.string().refine((text) => Object.hasOwn(values, text), {
    error: ({ input }) => `“${String(input).slice(0, 40)}”不在可选值中，可选：${list}`,
  });
  return { ...column(kind, name, about, schema, options), values };
}

/** Free text on one line, at most 500 characters unless `max` says otherwise. */
export function text(name: string, about: string, { max = 500, ...options }: Options & { max?: number } = {}): Column {
  const schema = z
    .string()
    .max(max, { error: `文字超过 ${max} 字，请概括` })
    .refine((value) => value === value.trim(), { error: '文字前后有空格' })
    .refine((value) => !/\p{Cc}|\p{Bidi_Control}/u.test(value), { error: '文字含控制字符（制表符、不可见字符等）' });
  return column('text', name, about, schema, options);
}

/** A classification code: digits only; whether it is in a list is checked elsewhere. */
export function code(name: string, about: string, pattern: RegExp, shape: string, options: Options = {}): Column {
  const schema = z.string().regex(pattern, { error: ({ input }) => `“${String(input).slice(0, 40)}”不是${shape}` });
  return column('code', name, about, schema, options);
}

/** A calendar date, YYYY-MM-DD, or YYYY-MM or YYYY where the document prints no more. */
export function date(name: string, about: string, options: Options = {}): Column {
  const error = ({ input }: { input: unknown }) =>
    `“${String(input).slice(0, 40)}”不是日期，请写成 2022-12-31、2022-12 或 2022`;
  const schema = z.string().regex(DATE, { error, abort: true }).refine(isDate, { error });
  return column('date', name, about, schema, options);
}

/** Whether a text is a real calendar date in one of the three forms. */
export function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const [, year, month, day] = match;
  if (day === undefined) return true;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(day) >= 1 && Number(day) <= last;
}

/** An identifier that addresses are made of: letters (Chinese included), digits, - and _. */
export function key(name: string, about: string, options: Options = {}): Column {
  const schema = z.string().regex(KEY, {
    error: ({ input }) =>
      `“${String(input).slice(0, 40)}”不能作标识：只可用文字、数字、“-”、“_”，不含空格与标点，最长 60 字`,
  });
  return column('key', name, about, schema, { required: true, ...options });
}
