/** Assets in running text: amounts of the balance and their shares. */
import type { CellSuggestion, DerivedSuggestion } from '../../suggestion.ts';
import { inTenThousand } from '../../amount.ts';
import type { Span } from '../span.ts';
import { occurrences, proseCell, proseDerived, sentence } from './sentence.ts';

const ITEMS: readonly (readonly [item: string, words: RegExp])[] = [
  ['cash', /货币资金$/u],
  ['current', /流动资产$/u],
  ['fixed-net', /固定资产(?:净值)?$/u],
  ['construction', /在建工程$/u],
  ['intangible', /无形资产(?:净值)?$/u],
  ['other', /其他资产$/u],
  ['total', /(?<![固定流动无形其他])资产(?:总额|总计|合计|总值|总量)?$/u],
];
const AMOUNT = sentence(
  '(?<label>[^,;。、:()0-9]{0,40}?)(?:账面)?(?:数|余额)?(?:共计|共|为|是|有)?#(?<unit>亿元|万元|元)(?:,?占(?:全部|总)?(?<whole>资产|流动资产|货币资金|固定资产)(?:总额|总计|合计|总值)?的?(?:比例|比重)?(?:为)?#%)?',
);
/** Changes, purchases and limits are no balances. */
const NOT = /增加|减少|增长|下降|处置|购置|新增|采购|出租|收入|单价|价值|报废|拨款|年初|期初|上年/u;

/** Balances at the end of the year. Only where a passage names assets in all. */
export function assetCells(span: Span): { cells: CellSuggestion[]; derived: DerivedSuggestion[] } {
  const cells: CellSuggestion[] = [];
  const derived: DerivedSuggestion[] = [];
  if (!/资产/u.test(span.text)) return { cells, derived };
  let parent = '';
  for (const { match, figures } of occurrences(AMOUNT, span)) {
    const label = match.groups!['label']!.replace(/^.*其中/u, '');
    if (NOT.test(label)) continue;
    const known = ITEMS.find(([, words]) => words.test(label.replace(/(?:账面)?(?:数|余额)$/u, '')))?.[0];
    // What a known item mainly is: parts that the document names itself.
    const opens = /^主要(?:是|为|包括|有)/u;
    const name = opens.test(label) ? label.replace(opens, '') : match.groups!['whole'] ? label : '';
    const value = inTenThousand(figures[0]!.value, match.groups!['unit']!);
    if (known) parent = known;
    const own = !known && parent !== '' && name.length >= 2 && /^[\p{L}]+$/u.test(name);
    if (value === undefined || (!known && !own)) continue;
    const key = { item: known ?? name.slice(0, 12) };
    const cell = { table: 'assets', key, ...(own ? { columns: { name, parent } } : {}), measure: 'closing' };
    cells.push(proseCell(span, figures[0]!, cell, known ? `assets-${known}` : 'assets-own', 'likely', value));
    const whole = ITEMS.find(([, words]) => words.test(match.groups!['whole'] ?? ''))?.[0];
    if (whole && figures[1])
      derived.push(
        proseDerived(span, figures[1], `share(assets/${key.item}/closing,assets/${whole}/closing)`, 'assets-share'),
      );
  }
  return cells.some(({ key }) => key['item'] === 'total') ? { cells, derived } : { cells: [], derived: [] };
}
