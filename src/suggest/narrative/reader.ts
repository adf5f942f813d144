/** Reads the clauses of one passage: what each speaks of, and what it says of it. */
import type { DocumentFigure } from '../../documents/figures.ts';
import type { CodeBook } from './codes.ts';
import { readPath, type Level } from './functional.ts';
import { clausesOf, type Clause, type Marked } from './marked.ts';
import { PREDICATES, type Base, type Predicate } from './predicates.ts';
import { BASIC, FISCAL, FUND_SECTIONS, TOTALS, type Subject } from './subjects.ts';
import { OPERATING, THREE_PUBLIC } from './subjects-other.ts';
import { compile, MARK } from './template.ts';
import { FUNCTIONAL, type Topic } from './topics.ts';

const SUBJECTS: readonly Subject[] = [...TOTALS, ...FISCAL, ...FUND_SECTIONS, ...BASIC, ...THREE_PUBLIC, ...OPERATING];

/** What a sentence speaks of: a declared subject, or a line of the functional classification. */
export interface Spoken {
  readonly id: string;
  readonly cells: readonly string[];
  /** The words that name it, as prepared for matching. */
  readonly words: string;
  readonly likely: boolean;
  readonly measure?: Subject['measure'];
  readonly own?: Subject['own'];
  readonly levels?: readonly Level[];
}

/** One thing said: a predicate with its figures. */
export interface Statement {
  readonly subject: Spoken;
  readonly predicate: Predicate;
  readonly base: Base;
  readonly slots: readonly { readonly name: string; readonly figure: DocumentFigure; readonly minus: boolean }[];
  /** The clause compares with a year other than the last, or is otherwise doubtful. */
  readonly doubtful: boolean;
  readonly clause: string;
  readonly heads: State['heads'];
}

export interface Reading {
  readonly statements: readonly Statement[];
  /** Figures that are codes or legal limits. */
  readonly codes: readonly DocumentFigure[];
  readonly paths: readonly (readonly Level[])[];
}

/** Words before a subject: the time and the department. */
const LEAD = `((?:其中|此外|另外|另|即|包括|分别为|具体为|按功能分类)?(?:[^${MARK.figure}${MARK.code}]{0,40}?(?:[年度末底日初月间局厅委办部会院所站校队处室馆园社团级庭署司党府镇乡街村]|中心|单位|部门|系统|机关|学校|公司|医院|全年|其中|当年|本年|年内|我们|共|的|用于|以下方面|中|以)|))`;
const UNFIT_LEAD = /原因|由于|用于(?!以下)|因为|占|完成|预算|决算|[增减升降]/u;
const EXPLAINS = /原因|由于|因为|主要是|主要系|主要为|主要有|用于(?!以下|如下)|主要包括|开支内容|包括/u;
const ENUMERATES = /^(?:[一二三四五六七八九十]是|其[一二三四五]|[(]?[一二三四五六七八九十][)])/u;
const OPENING = new RegExp(
  `^(?:\\(?${MARK.ordinal}[.、)]*|\\(?[一二三四五六七八九十]+[)、.]+|[一二三四五六七八九十]+是|[1-9](?=[^0-9])[.、)]*)+`,
  'u',
);
const COMPARES = new RegExp(
  `(?:[与和同比较].*(?:相比|比较|对比|比)|^[比较].*(?:决算数?|预算数?|上年|${MARK.date}年度?))$`,
  'u',
);

const cache = new Map<string, RegExp>();
function regex(source: string): RegExp {
  const known = cache.get(source) ?? new RegExp(source, 'du');
  cache.set(source, known);
  return known;
}
const compiled = new Map(PREDICATES.map((predicate) => [predicate, compile(predicate.text)]));
const subjectSource = new Map(SUBJECTS.map((subject) => [subject, `(${compile(subject.words).source})`]));

export interface State {
  subject: Spoken | undefined;
  base: Base;
  explaining: boolean;
  fund: string;
  levels: readonly Level[];
  /** The measure of bare amounts until the sentence ends, when its head is a budget. */
  measure: Subject['measure'];
  /** The total of each table that was spoken of last: what unnamed shares are a part of. */
  heads: Readonly<Record<string, string>>;
  /** In performance reports: whether the passage speaks of treasury money, and whether it announced the functional list. */
  treasury: boolean;
  announced: boolean;
}

export const start = (topic: Topic | undefined): State => ({
  subject: undefined,
  base: 'prior',
  explaining: false,
  fund: topic === 'government-fund' || topic === 'state-capital' ? topic : topic === 'expenditure' ? 'all' : 'general',
  levels: [],
  measure: undefined,
  heads: {},
  treasury: false,
  announced: false,
});

/** @param state carried on from the passage before in the same section, and changed. */
export function readPassage(marked: Marked, topic: Topic | undefined, book: CodeBook, state: State): Reading {
  const statements: Statement[] = [];
  const codes: DocumentFigure[] = [];
  const paths: (readonly Level[])[] = [];
  let sentence = true;
  for (const raw of clausesOf(marked)) {
    const clause = withoutOpening(raw);
    if (sentence && !(state.explaining && ENUMERATES.test(raw.text))) state.explaining = false;
    sentence = /[。;!?]/u.test(raw.stop);
    const last = raw.stop === '。';
    const found = clause.text === '' ? undefined : readClause(clause, topic, book, state);
    if (found) {
      codes.push(...found.codes);
      if (found.levels) paths.push(found.levels);
      statements.push(...found.statements);
    }
    if (!found?.statements.length && EXPLAINS.test(clause.text) && !/以下|如下/u.test(clause.text))
      state.explaining = true;
    if (last) state.measure = undefined;
  }
  return { statements, codes, paths };
}

type ClauseReading = { statements: Statement[]; codes: readonly DocumentFigure[]; levels?: readonly Level[] };

function readClause(clause: Clause, topic: Topic | undefined, book: CodeBook, state: State): ClauseReading | undefined {
  const figured = clause.text.includes(MARK.figure);
  if (state.explaining) {
    // Only a comparison with last year goes on after the reason for something else.
    const said = state.subject && figured ? say(clause, '', state.subject, topic, state, true) : undefined;
    const compares = said?.predicate.base === 'prior' && /^[比较与同]/u.test(clause.text);
    return compares ? { statements: [{ ...said, doubtful: true }], codes: [] } : undefined;
  }
  const named = subjectOf(clause, topic, state);
  if (named) {
    state.subject = named.spoken;
    remember(named.spoken, topic, state);
    return { statements: named.statement ? [named.statement] : [], codes: [] };
  }
  if (topic && FUNCTIONAL.has(topic)) {
    const line = functionalLine(clause, topic, book, state);
    if (line) return line;
  }
  if (!figured) {
    if (COMPARES.test(clause.text)) state.base = baseOf(clause.text);
    return undefined;
  }
  const said = say(clause, '', state.subject, topic, state, true);
  if (said) return { statements: [said], codes: [] };
  // An amount of something unknown: what follows speaks of that.
  if (AMOUNT_OF_OTHER.test(clause.text)) state.subject = undefined;
  return undefined;
}

/** What a subject tells about the clauses after it. */
function remember(spoken: Spoken, topic: Topic | undefined, state: State): void {
  state.base = 'prior';
  if (spoken.measure) state.measure = spoken.measure;
  for (const cell of spoken.cells) if (HEADS.has(cell)) state.heads = { ...state.heads, [cell.split('/')[0]!]: cell };
  const [cell] = spoken.cells;
  if (cell === 'fiscal/expenditure' || cell === 'fiscal/income') state.treasury = true;
  if (cell === 'income/current' || cell === 'expenditure/current') state.treasury = false;
  state.announced =
    topic !== 'fund' || cell === 'fiscal/expenditure-general' || (state.announced && cell === undefined);
}

const INCOME_PARTS: ReadonlySet<string> = new Set(['income/basic', 'income/personnel', 'income/public']);
const HEADS: ReadonlySet<string> = new Set([
  'income/total',
  'income/current',
  'expenditure/total',
  'expenditure/current',
  'fiscal/income',
  'fiscal/expenditure',
]);
const AMOUNT_OF_OTHER = new RegExp(`[^${MARK.figure}]{3,}${MARK.figure}(?:亿元|万元|元)`, 'u');

/** The declared subject that a clause opens with, and what is said of it there. */
function subjectOf(
  clause: Clause,
  topic: Topic | undefined,
  state: State,
): { spoken: Spoken; statement: Statement | undefined } | undefined {
  let best: { lead: number; words: string; subject: Subject } | undefined;
  for (const subject of SUBJECTS) {
    if (topic === undefined || !subject.topics.includes(topic)) continue;
    const source = subjectSource.get(subject)!;
    const match = regex(`^${LEAD}${source}`).exec(clause.text);
    if (!match || UNFIT_LEAD.test(match[1]!)) continue;
    const [lead, words] = [match[1]!.length, match[2]!];
    if (best && (lead > best.lead || (lead === best.lead && words.length <= best.words.length))) continue;
    best = { lead, words, subject };
  }
  if (!best) return undefined;
  const { subject } = best;
  const measure = subject.measure ?? state.measure;
  const spoken: Spoken = {
    id: subject.id,
    cells: cellsOf(subject, topic, state),
    words: best.words,
    likely: subject.likely ?? false,
    ...(measure ? { measure } : {}),
    ...(subject.own ? { own: subject.own } : {}),
  };
  const source = `${LEAD}${subjectSource.get(subject)!}`;
  const statement = clause.text.includes(MARK.figure) ? say(clause, source, spoken, topic, state, false) : undefined;
  const rest = clause.text.slice(best.lead + best.words.length);
  // Words that go on otherwise name something else, e.g. 基本支出结转.
  if (!statement && !rest.startsWith(MARK.figure) && clause.text.includes(MARK.figure)) return undefined;
  if (!statement && EXPLAINS.test(rest)) state.explaining = true;
  return { spoken, statement };
}

/** Within a performance report, parts of treasury money belong to `fiscal` alone. */
function cellsOf(subject: Subject, topic: Topic | undefined, state: State): readonly string[] {
  if (topic !== 'fund') return subject.cells;
  if (subject.id === 'income-treasury' && !state.heads['income']) return ['fiscal/income'];
  if (INCOME_PARTS.has(state.subject?.cells[0] ?? '') && (subject.id === 'personnel' || subject.id === 'public'))
    return [`income/${subject.id}`];
  if (!state.treasury) return subject.cells;
  const parts = subject.cells.map((cell) =>
    cell.replace(/^expenditure\/(basic|project|personnel|public)$/u, 'fiscal/$1'),
  );
  const fiscal = parts.filter((cell) => cell.startsWith('fiscal/'));
  return fiscal.length > 0 ? fiscal : parts;
}

/** The predicate that the rest of a clause is. `before`: source of what stands before it, with its groups. */
function say(
  clause: Marked,
  before: string,
  spoken: Spoken | undefined,
  topic: Topic | undefined,
  state: State,
  bare: boolean,
): Statement | undefined {
  for (const predicate of PREDICATES) {
    if (!spoken && !predicate.target) continue;
    if (bare && !predicate.bare) continue;
    if (predicate.topics && !(topic && predicate.topics.includes(topic))) continue;
    if (
      predicate.items &&
      topic === 'three-public' &&
      !spoken!.cells.some((cell) => predicate.items!.includes(cell.split('/')[1]!))
    )
      continue;
    const { source, slots } = compiled.get(predicate)!;
    const match = regex(`^${before}${source}[的元左右]*$`).exec(clause.text);
    if (!match) continue;
    if (predicate.base) state.base = predicate.base;
    const offset = match.length - slots.length;
    return {
      subject:
        spoken && !predicate.target
          ? spoken
          : { id: predicate.id, cells: [predicate.target!], words: '', likely: false },
      predicate,
      base: state.base,
      heads: state.heads,
      clause: clause.text,
      doubtful: false,
      slots: slots.map((name, i) => {
        const at = match.indices![offset + i]![0];
        return { name, figure: clause.figures.get(at)!, minus: /[-−–]/u.test(clause.text[at - 1] ?? '') };
      }),
    };
  }
  return undefined;
}

function baseOf(text: string): Base {
  if (/年初.*预算/u.test(text)) return 'initial';
  return /预算/u.test(text) && !/上年|去年/u.test(text) ? 'adjusted' : 'prior';
}

function functionalLine(clause: Clause, topic: Topic, book: CodeBook, state: State): ClauseReading | undefined {
  const says = (rest: string) =>
    PREDICATES.some((p) => !p.items && regex(`^${compiled.get(p)!.source}$`).test(rest.replace(DATED, '')));
  if (topic === 'fund' && !state.announced) return undefined;
  const path = readPath(withoutLead(clause), book, state.levels, says);
  if (!path) return undefined;
  const level = path.levels.at(-1)!;
  state.levels = path.levels;
  const spoken: Spoken = {
    id: 'functional',
    cells: [`functional/${state.fund}.${level.code || level.name}`],
    words: level.name,
    likely: !level.listed || topic === 'expenditure' || topic === 'fiscal' || topic === 'fund',
    levels: path.levels,
  };
  state.subject = spoken;
  state.base = 'prior';
  const shift = clause.text.length - path.rest.length;
  const rest: Marked = {
    text: path.rest,
    figures: new Map([...clause.figures].filter(([at]) => at >= shift).map(([at, f]) => [at - shift, f])),
  };
  const said = path.rest.includes(MARK.figure) ? say(withoutDate(rest), '', spoken, topic, state, false) : undefined;
  return { statements: said ? [said] : [], codes: path.codes, levels: path.levels };
}

const DATED = new RegExp(`^(?:支出)?${MARK.date}年度?`, 'u');
const withoutDate = (marked: Marked): Marked => cutStart(marked, DATED.exec(marked.text)?.[0].length ?? 0);
const LIST_LEAD = new RegExp(`^(?:其中|主要用于|用于|按功能分类|${MARK.date}年度?)+`, 'u');
const withoutLead = (marked: Marked): Marked => cutStart(marked, LIST_LEAD.exec(marked.text)?.[0].length ?? 0);

function withoutOpening(clause: Clause): Clause {
  return { ...cutStart(clause, OPENING.exec(clause.text)?.[0].length ?? 0), stop: clause.stop };
}

function cutStart({ text, figures }: Marked, length: number): Marked {
  return {
    text: text.slice(length),
    figures: new Map([...figures].filter(([at]) => at >= length).map(([at, figure]) => [at - length, figure])),
  };
}
