/**
 * The small language in which sentences are declared: plain words with
 * `{slot}` a printed figure with its unit · `[x]` may be left out · `[x|y]+` any of these, any number of times, or none ·
 * `(a|b)` one of · `<word>` a list of words declared once · `@` a printed year · `…` any words without a figure ·
 * `（x）` brackets that may be missing, as in 因公出国（境）.
 */

/** Marks that stand for a figure in a text prepared for matching: a quantity, a part of a date, an ordinal, a code. */
export const MARK = { figure: '\uE000', date: '\uE001', ordinal: '\uE002', code: '\uE003' } as const;

const MONEY = '(?:亿元|万元|千元|百元|元|万|亿)?(?:人民币)?';
const PERCENT = '(?:%|‰|个百分点|百分点)?';
/** Units of counts; those of people, batches and vehicles must be printed, or anything could be meant. */
const COUNTS: Readonly<Record<string, string>> = {
  groups: '(?:个团组|个团|团组|个|批次|批|次|起)?',
  people: '(?:人次|人|名)',
  batches: '(?:批次|个批次|批|个团组|个|次)',
  bought: '[辆台]',
  kept: '[辆台]',
  count: '(?:台\\(套\\)|台套|台/套|套/台|[辆台套件])?',
};
const FREE = `[^${MARK.figure}${MARK.code}]{0,24}?`;

const PERCENTAGES = new Set(['growth', 'share', 'completion', 'completion-initial', 'percent']);

/** Words that many sentences share, themselves written in the language. */
export const WORDS: Readonly<Record<string, string>> = {
  上年: '[与|和|同|比|较|于]+(@年[度]|上[一]年[度]|去年[度]|上年同期)[同期|的|部门|收入|支出|预算|财政拨款支出|决算|数|金额|收支]+',
  增: '(增加|增长|上升|提高|增幅|上涨|增)',
  减: '(减少|下降|降低|降幅|减|减幅|压减|压缩)',
  总: '(总计|总额|合计|共计|总数)',
  为: '[合计|共计|总计|总额|累计|总共|共|均|各|分别|实际|实际完成|完成|发生|支付]+[为|是|:|达到|达|计]',
  结转: '结转[和|及|与|、][滚存][结余][资金]',
};

/** What a slot's figure is written with. */
function slotPattern(name: string): string {
  const unit = PERCENTAGES.has(name) ? PERCENT : (COUNTS[name] ?? MONEY);
  return `[-−–—]?(${MARK.figure})${unit}`;
}

export interface Template {
  /** Source of a regular expression with one group per slot. */
  readonly source: string;
  readonly slots: readonly string[];
}

/** Translates a declared text. Throws on an unknown word: the declarations are part of the program. */
export function compile(text: string): Template {
  const slots: string[] = [];
  const source = text.replace(/\{([a-z-]+)\}|<([^>]+)>|…|\[|\](\+?)|\(|[@（）.*?^$\\]/gu, (token, slot, word, many) => {
    if (slot) {
      slots.push(slot);
      return slotPattern(slot);
    }
    if (word) {
      const words = WORDS[word];
      if (words === undefined) throw new Error(`unknown word <${word}>`);
      return `(?:${compile(words).source})`;
    }
    if (token === '…') return FREE;
    if (token === '@') return MARK.date;
    if (token === '[' || token === '(') return '(?:';
    if (token.startsWith(']')) return many ? ')*' : ')?';
    if (token === '（') return '\\(?';
    if (token === '）') return '\\)?';
    return `\\${token}`;
  });
  return { source, slots };
}
