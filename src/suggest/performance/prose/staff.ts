/** Staff in running text: 编制 and 实有 by category, posts. */
import type { CellSuggestion } from '../../suggestion.ts';
import type { Span } from '../span.ts';
import { occurrences, proseCell, sentence } from './sentence.ts';

/** A figure of people with the words of its clause before it. */
const PEOPLE = sentence('(?<label>[^,;。、:()0-9]{0,40}?)#(?<unit>人|名|个|编)(?!月|次|工作|百|项|单位|机构)');

type Measure = 'authorized' | 'actual';

/** Words at the end of what stands before the figure. */
const TAIL = '(?:人员|干部|职工|人数|员额|总数|数)*(?:为|共有|共计|共|有|实有|合计)?$';
const CATEGORIES: readonly (readonly [item: string, words: RegExp])[] = [
  ['retired', new RegExp(`(?<!离)退休${TAIL}`, 'u')],
  ['supported', new RegExp(`财政(?:全额|差额|定额)?(?:供给|供养)${TAIL}`, 'u')],
  ['contract', new RegExp(`(?:长期聘用|长聘|编外聘用|合同制聘用)${TAIL}`, 'u')],
  ['worker', new RegExp(`(?:机关)?工勤(?:编制|在职|在编|在岗)*${TAIL}`, 'u')],
  ['institution', new RegExp(`(?<!参公|管理的?)事业(?:单位)?(?:编制|在职|在编|在岗)*${TAIL}`, 'u')],
  ['administrative', new RegExp(`(?:行政|公务员)(?:编制|在职|在编|在岗)*${TAIL}`, 'u')],
];
const POSTS: readonly (readonly [item: string, words: RegExp])[] = [
  ['deputy-director', /副(?:局长|主任|部长|书记|县长)$/u],
  ['party-secretary', /机关党委书记$/u],
  ['director', /^(?:其中|设)?(?:局长|主任|部长)$/u],
  ['section-deputy', /副科级领导职数$|科级副职(?:领导职数)?$/u],
  ['section-chief', /正科级领导职数$|科级正职(?:领导职数)?$/u],
];
const ALL = new RegExp(`(?:编制|实有|在职|在岗|在编|现有)(?:在编|在岗|在职)*${TAIL}`, 'u');
const ACTUAL = /实有|在职|在岗|在编|现有|年末/u;
const AUTHORIZED = /编制(?:人员|人数|员额|总数|数)*(?:为|共有|共计|共|有|合计)?$|核定/u;
const BARE = /^(?:现|目前)?(?:实有|在职|在岗|在编|现有)(?:人员|人)?$/u;
const OTHER_UNIT = /下属|所属|直属|下设|(?<![本我该])(?:中心|学校|医院|大队|支队)/u;
/** Staff of others. */
const OTHERS = /参公|参照公务员|离休|遗属|临时|劳务派遣|乡镇|街道|村|窗口|进驻/u;

/** A measure holds on until the sentence ends. */
export function staffCells(span: Span): CellSuggestion[] {
  const cells: CellSuggestion[] = [];
  let measure: Measure | undefined;
  let from = 0;
  // The category whose 编制 the figure before states: 行政编制20名,实有18人.
  let authorized: string | undefined;
  for (const { match, figures } of occurrences(PEOPLE, span)) {
    const between = span.text.slice(from, match.index);
    if (/[。;]/u.test(between)) measure = authorized = undefined;
    from = match.index + match[0].length;
    const label = (match.groups!['label'] ?? '').replace(/^.*其中/u, '');
    if (OTHERS.test(label)) continue;
    const own: Measure | undefined = ACTUAL.test(label) ? 'actual' : AUTHORIZED.test(label) ? 'authorized' : undefined;
    const post = POSTS.find(([, words]) => words.test(label))?.[0];
    const category = CATEGORIES.find(([, words]) => words.test(label))?.[0];
    if (own) measure = own;
    const add = (item: string, column: Measure) =>
      cells.push(proseCell(span, figures[0]!, { table: 'staff', key: { item }, measure: column }, `staff-${item}`));
    if (post) add(post, 'authorized');
    else if (category === 'retired' || category === 'supported') add(category, 'actual');
    else if (category && measure) add(category, measure);
    else if (own === 'actual' && authorized && BARE.test(label)) add(authorized, 'actual');
    else if (own && ALL.test(label) && !OTHER_UNIT.test(label)) add('total', own);
    authorized = category && measure === 'authorized' ? category : undefined;
  }
  return cells;
}
