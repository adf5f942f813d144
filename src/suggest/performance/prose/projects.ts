/** Money of projects in running text: budgets, execution, what is left. */
import type { CellSuggestion, DerivedSuggestion } from '../../suggestion.ts';
import { inTenThousand } from '../../amount.ts';
import type { Projects } from '../names.ts';
import { part, type Span } from '../span.ts';
import { nameAt, printedName, projectIn } from './project-name.ts';
import { occurrences, proseCell, proseDerived, sentence, type Figure } from './sentence.ts';

export type Measure = 'initial' | 'adjusted' | 'final' | 'closing' | 'completion' | 'treasury';

const UNIT = '(?<unit>亿元|万元|元|万)';
const IS = '(?:为|是|共计|共|:)?';

/** Phrases of a sentence that speaks of a project. The first that fits a figure has it. */
export const PHRASES: readonly { readonly id: string; readonly measure: Measure; readonly pattern: RegExp }[] = [
  { id: 'initial', measure: 'initial', pattern: sentence(`年初(?:批复)?预算(?:数|安排|资金|金额|批复)?${IS}#${UNIT}`) },
  {
    id: 'adjusted',
    measure: 'adjusted',
    pattern: sentence(`(?:全年|调整后?|调整后的?全年)预算(?:数|总额|资金|金额)?${IS}#${UNIT}`),
  },
  { id: 'adjusted-after', measure: 'adjusted', pattern: sentence(`预算(?:数)?调整(?:后|为)${IS}#${UNIT}`) },
  { id: 'approved', measure: 'adjusted', pattern: sentence(`财政批复(?:金额|预算|资金)${IS}#${UNIT}`) },
  { id: 'treasury', measure: 'treasury', pattern: sentence(`(?:[区县市省本]级?)?财政(?:拨款|预算)?资金${IS}#${UNIT}`) },
  { id: 'funds', measure: 'adjusted', pattern: sentence(`项目资金(?:共计|总计|总额|合计)${IS}#${UNIT}`) },
  {
    id: 'executed',
    measure: 'final',
    pattern: sentence(`(?:全年)?(?:执行数|支出决算数|决算数|执行金额)${IS}#${UNIT}`),
  },
  {
    id: 'spent',
    measure: 'final',
    pattern: sentence(`(?:实际|实际完成|累计)(?:支出|执行|使用|支付)(?:数|金额|资金)?${IS}#${UNIT}`),
  },
  {
    id: 'used',
    measure: 'final',
    pattern: sentence(`(?<=^|[,;。])(?:已)?(?:全部)?(?:完成|拨付|支付)(?:并)?(?:使用|支付|支出)?#${UNIT}`),
  },
  { id: 'left', measure: 'closing', pattern: sentence(`结余(?:资金)?${IS}#${UNIT}(?=至|结转|,?继续)`) },
  {
    id: 'rate',
    measure: 'completion',
    pattern: sentence(`(?:完成(?:全年)?预算的?|预算执行率|执行率|预算完成率|支付进度)(?:达到|达|为|:)?#%`),
  },
];
/** A list: NAME项目120.51万元,用于…;NAME项目12.5万元. */
const LISTED = sentence(
  `(?<name>["“]?[^,。;:、]{2,50}?(?:项目|经费|运维费|维护费|建设))(?:支出|资金|预算)?${IS}#(?<unit>亿元|万元|元)`,
);
const LIST = /(?:共有|共|安排|实施|涉及|开展)(?:预算)?项目[0-9]+个|[0-9]+个项目[^。]{0,10}(?:分别|包括|是|为)/u;
/** An item of a list under a heading of project spending. */
const ITEM = /^(?:\([0-9一二三四五六七八九十]+\)|[0-9]{1,2}[.、]|[①②③④⑤⑥⑦⑧⑨])/u;
const SPENDING =
  /^(?:\([^()]{1,3}\)|[0-9一二三四五六七八九十]{1,3}[.、])?(?:[0-9]{4}年度?)?(?:部门)?项目支出(?:决算|数|总额)?(?:情况|安排|明细|为|$)/u;
const HEADING = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十]+部分|附件)/u;
const TREASURY = /全部为[^,。;]{0,10}财政(?:预算|拨款)?资金|全部为财政拨款/u;
/** Whole-year reports name no project; accounts by classification are not about projects. */
const CLOSED = /\((?:类|款|项)\)|三公|机关运行经费/u;
const NO_PROJECT =
  /^(?:人员|公用|日常公用|机关运行|三公|公务|会议|培训|办公)+(?:经费|费)$|基本支出|收入|支出-|涉及|^项目(?:经费|建设)$/u;

function sentences(span: Span): Span[] {
  const ends = [...span.text.matchAll(/[。;](?!$)/gu)].map(({ index }) => index + 1);
  return [...ends, span.text.length].map((end, index) => part(span, ends[index - 1] ?? 0, end));
}

/** Reads passage after passage; a project named in one is still meant in the next. */
export class ProjectReader {
  readonly cells: CellSuggestion[] = [];
  readonly derived: DerivedSuggestion[] = [];
  readonly #projects: Projects;
  #current = '';
  #spending = false;
  /** The project that a report of its own is about. */
  #report = '';

  constructor(projects: Projects) {
    this.#projects = projects;
  }

  read(span: Span): void {
    const { text } = span;
    const title =
      /^(?:[0-9]{4}年度?)?(?<name>[^,。;:]{4,60}?项目)(?:支出)?(?:[0-9]{4}年度?)?(?:支出)?绩效(?:自评|评价)报告$/u.exec(
        text,
      );
    if (title) this.#report = this.#current = printedName(span, projectIn(text) || title.groups!['name']!);
    if (/^附件|^第.+部分/u.test(text)) this.#report = '';
    if (SPENDING.test(text)) this.#spending = true;
    else if (HEADING.test(text)) this.#spending = false;
    if (CLOSED.test(text)) return;
    let named = '';
    for (const one of sentences(span)) {
      const opening = printedName(one, projectIn(one.text.split(',', 1)[0]!));
      named = opening || named;
      this.#phrases(one, opening, named || this.#current || this.#report);
    }
    if (LIST.test(text)) this.#list(span, 'adjusted', LIST.exec(text)!.index);
    else if (this.#spending && ITEM.test(text)) this.#list(span, 'final', 0);
    this.#current = named;
  }

  /** `opening`: the project that the sentence opens with, or empty; `project`: the one it is about. */
  #phrases(span: Span, opening: string, project: string): void {
    if (project === '') return;
    const taken = new Set<number>();
    const found: { measure: Measure; figure: Figure; unit: string; id: string }[] = [];
    for (const { id, measure, pattern } of PHRASES)
      for (const { match, figures } of occurrences(pattern, span)) {
        const figure = figures[0]!;
        if (taken.has(figure.index)) continue;
        taken.add(figure.index);
        found.push({ measure, figure, unit: match.groups!['unit'] ?? '%', id });
      }
    const money = found.filter(({ measure }) => measure !== 'completion');
    // Execution alone is too little where the sentence itself names no project.
    const sure = opening !== '' || this.#report !== '' || money.some(({ measure }) => measure !== 'final');
    if (money.length === 0 || !sure) return;
    const { key, name } = this.#projects.of(project);
    const sources = TREASURY.test(span.text) ? ['', 'treasury'] : [''];
    const add = (
      measure: Exclude<Measure, 'completion' | 'treasury'>,
      { figure, unit, id }: (typeof found)[number],
      source: string,
    ) => {
      const value = inTenThousand(figure.value, unit === '万' ? '万元' : unit);
      if (value === undefined) return;
      const cell = { table: 'projects', key: { project: key, source }, columns: { name }, measure };
      this.cells.push(proseCell(span, figure, cell, `project-${id}`, 'likely', value));
    };
    for (const one of money) {
      if (one.measure === 'treasury') add('adjusted', one, 'treasury');
      else if (one.measure !== 'completion') for (const source of sources) add(one.measure, one, source);
    }
    const budget = money.find(({ measure }) => measure === 'adjusted');
    if (budget && /全部完成预算/u.test(span.text) && !money.some(({ measure }) => measure === 'final'))
      add('final', budget, '');
    const basis = budget ? 'adjusted' : money.some(({ measure }) => measure === 'initial') ? 'initial' : '';
    const rate = found.find(({ measure }) => measure === 'completion');
    if (rate && basis && money.some(({ measure }) => measure === 'final'))
      this.derived.push(proseDerived(span, rate.figure, `completion(projects/${key}/final,${basis})`, 'project-rate'));
  }

  #list(span: Span, measure: 'adjusted' | 'final', from: number): void {
    for (const { match, figures } of occurrences(LISTED, span)) {
      if (match.index < from) continue;
      const words = match.groups!['name']!;
      const bare = nameAt(words);
      if (bare === '' || NO_PROJECT.test(bare)) continue;
      const [start] = match.indices!.groups!['name']!;
      const at = start + words.lastIndexOf(bare);
      const name = span.printed(at, at + bare.length);
      const value = inTenThousand(figures[0]!.value, match.groups!['unit']!);
      if (value === undefined) continue;
      const project = this.#projects.of(name);
      const cell = {
        table: 'projects',
        key: { project: project.key, source: '' },
        columns: { name: project.name },
        measure,
      };
      this.cells.push(proseCell(span, figures[0]!, cell, 'project-listed', 'likely', value));
    }
  }
}
