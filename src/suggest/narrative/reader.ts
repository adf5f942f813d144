/** Reads the clauses of one passage: what each speaks of, and what it says of it. */
import type { Certainty } from '../suggestion.ts';
import { digitsOf } from './amount.ts';
import { DATED, say, subjectOf, type Saying, type Spoken, type Statement } from './clauses.ts';
import type { CodeBook } from './codes.ts';
import { lineOf, type Lines } from './lines.ts';
import { clausesOf, type Marked } from './marked.ts';
import type { Base } from './predicates.ts';
import { remember, spokenOf, type State } from './state.ts';
import { MARK } from './template.ts';
import type { Topic } from './topics.ts';

export interface Reading extends Lines {
  readonly statements: readonly Statement[];
}

const EXPLAINS = /原因|由于|因为|主要是|主要系|主要为|主要有|用于(?!以下|如下)|主要包括|开支内容|包括/u;
const ENUMERATES = /^(?:[一二三四五六七八九十]是|其[一二三四五]|[(]?[一二三四五六七八九十][)])/u;
const OPENING = new RegExp(
  `^(?:\\(?${MARK.ordinal}[.、)]*|\\(?[一二三四五六七八九十]+[)、.]+|[一二三四五六七八九十]+是|[1-9](?=[^0-9])[.、)]*)+`,
  'u',
);
const LIST_LEAD = new RegExp(`^(?:其中|主要用于|用于|按功能分类|${MARK.date}年度?)+`, 'u');
const COMPARES = new RegExp(
  `(?:[与和同比较].*(?:相比|比较|对比|比)|^[比较].*(?:决算数?|预算数?|上年|${MARK.date}年度?))$`,
  'u',
);
const AMOUNT_OF_OTHER = new RegExp(`[^${MARK.figure}]{3,}${MARK.figure}(?:亿元|万元|元)`, 'u');
/** Words that only a line of the functional classification has. */
const LINE = new RegExp(`[(][类款项][)]|${MARK.code}`, 'u');
/** Groups of others that the department joined are not its own. */
const JOINED = /参加(?!(?:因公)?(?:临时)?出国).*团组|参加.*(?:组织|其他).*团组/u;

/** @param state carried on from the passage before in the same section, and changed. */
export function readPassage(marked: Marked, topic: Topic | undefined, book: CodeBook, state: State): Reading {
  const reading = { statements: [] as Statement[], codes: [], paths: [] };
  let sentence = true;
  let named: Spoken[] = [];
  // What stands in brackets speaks of a part; after them the sentence goes on.
  const before: (Spoken | undefined)[] = [];
  for (const { marked: whole, stop } of clausesOf(marked)) {
    if (sentence && !(state.explaining && ENUMERATES.test(whole.text))) state.explaining = false;
    sentence = /[。;!?]/u.test(stop);
    const clause = without(OPENING, whole);
    const found = clause.text === '' ? [] : readClause(clause, topic, book, state, reading);
    reading.statements.push(...found);
    if (state.subject && state.subject !== named.at(-1)) named.push(state.subject);
    if (found.length === 0 && EXPLAINS.test(clause.text) && !/以下|如下/u.test(clause.text)) state.explaining = true;
    if (sentence) {
      state.base = 'prior';
      state.against = undefined;
    }
    if (stop === '(') before.push(state.subject);
    if (stop === ')' && before.length > 0) state.subject = before.pop();
    if (stop !== '。') continue;
    state.measure = undefined;
    // After a list of several parts nobody can tell which of them the next sentence goes on with.
    if (named.length > 2) state.subject = undefined;
    named = [];
  }
  return reading;
}

function readClause(clause: Marked, topic: Topic | undefined, book: CodeBook, state: State, lines: Lines): Statement[] {
  const figured = clause.text.includes(MARK.figure);
  if (state.explaining) {
    // Only a comparison with last year, or the number of cars kept, goes on after the reason for something else.
    const said =
      figured && /^[比较与同截]|保有量/u.test(clause.text) ? say(clause, topic, state.subject?.cells) : undefined;
    if (said?.predicate.base !== 'prior' && said?.predicate.id !== 'kept') return [];
    state.explaining = false;
    return [statementOf(clause, said, state, 'likely')];
  }
  if (JOINED.test(clause.text)) {
    state.subject = undefined;
    return [];
  }
  const named = LINE.test(clause.text) ? undefined : subjectOf(clause, topic);
  if (named) {
    state.subject = spokenOf(named.subject, named.words, topic, state);
    remember(state.subject, topic, state);
    if (!named.saying && EXPLAINS.test(named.rest)) state.explaining = true;
    return named.saying ? [statementOf(clause, named.saying, state)] : [];
  }
  const line = topic && lineOf(without(LIST_LEAD, clause), topic, book, state, lines);
  if (line) {
    state.subject = line.spoken;
    const said = line.rest.text.includes(MARK.figure)
      ? say(without(DATED, line.rest), topic, line.spoken.cells, '')
      : undefined;
    return said ? [statementOf(clause, said, state)] : [];
  }
  if (!figured) {
    if (COMPARES.test(clause.text)) {
      state.base = baseOf(clause.text);
      state.against = yearIn(clause);
    }
    return [];
  }
  const said = say(clause, topic, state.subject?.cells);
  if (said) return [statementOf(clause, said, state)];
  // An amount of something unknown: what follows speaks of that.
  if (AMOUNT_OF_OTHER.test(clause.text)) state.subject = undefined;
  return [];
}

function statementOf(clause: Marked, saying: Saying, state: State, most: Certainty = 'certain'): Statement {
  const { predicate } = saying;
  if (predicate.base) {
    state.base = predicate.base;
    state.against = yearIn(clause);
  }
  const target = predicate.target ?? saying.about;
  const subject: Spoken = target ? { id: predicate.id, cells: [target], words: '', likely: false } : state.subject!;
  if (saying.about) state.subject = subject;
  return {
    ...saying,
    subject,
    base: state.base,
    against: state.against,
    heads: state.heads,
    most: subject.unknown ? 'possible' : most,
    clause: clause.text,
  };
}

/** The last year that a clause prints. */
function yearIn(clause: Marked): number | undefined {
  const at = clause.text.lastIndexOf(`${MARK.date}年`);
  return at < 0 ? undefined : Number(digitsOf(clause.figure(at)!.printed));
}

function baseOf(text: string): Base {
  if (/年初.*预算/u.test(text)) return 'initial';
  return /预算/u.test(text) && !/上年|去年/u.test(text) ? 'adjusted' : 'prior';
}

function without(pattern: RegExp, marked: Marked): Marked {
  return marked.slice(pattern.exec(marked.text)?.[0].length ?? 0);
}
