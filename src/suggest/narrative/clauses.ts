/** What a clause says, by the declared sentences. */
import type { Certainty } from '../suggestion.ts';
import type { Marked, PrintedFigure } from './marked.ts';
import { PREDICATES, type Base, type Predicate } from './predicates.ts';
import { BASIC, FISCAL, FUND_SECTIONS, TOTALS, type Subject } from './subjects.ts';
import { OPERATING, THREE_PUBLIC } from './subjects-other.ts';
import { compile, MARK } from './template.ts';
import type { Topic } from './topics.ts';

export const SUBJECTS: readonly Subject[] = [
  ...TOTALS,
  ...FISCAL,
  ...FUND_SECTIONS,
  ...BASIC,
  ...THREE_PUBLIC,
  ...OPERATING,
];

/** What a sentence speaks of: a declared subject, or a line of a classification. */
export interface Spoken {
  readonly id: string;
  readonly cells: readonly string[];
  /** The words that name it, as printed. */
  readonly words: string;
  readonly likely: boolean;
  /** No list gives the code of the line. */
  readonly unknown?: true;
  readonly measure?: Subject['measure'];
  readonly own?: Subject['own'];
}

/** One thing said: a predicate with its figures. */
export interface Saying {
  readonly predicate: Predicate;
  /** `table/item` that its own words name. */
  readonly about?: string;
  readonly slots: readonly { readonly name: string; readonly figure: PrintedFigure; readonly minus: boolean }[];
}

/** What is said, of what, and against what. */
export interface Statement extends Saying {
  readonly subject: Spoken;
  readonly base: Base;
  /** The year that the document names for it. */
  readonly against: number | undefined;
  /** The totals of tables that were spoken of last: what unnamed shares are a part of. */
  readonly heads: Readonly<Record<string, string>>;
  /** The most that may be certain of it. */
  readonly most: Certainty;
  /** The clause, as prepared for reading. */
  readonly clause: string;
}

/** Words before a subject: the time and the department. */
const LEAD = `((?:其中|此外|另外|另|即|包括|分别为|具体为|按功能分类)?(?:[^${MARK.figure}${MARK.code}]{0,40}?(?:[年度末底日初月间局厅委办部会院所站校队处室馆园社团级庭署司党府镇乡街村等]|中心|安排|发生|单位|部门|系统|机关|学校|公司|医院|全年|其中|当年|本年|年内|我们|共|的|以下方面|中|以)|))`;
const UNFIT_LEAD = /原因|由于|用于(?!以下)|因为|占|完成|预算|决算|[增减升降]/u;

/** Subjects whose words tell what they mean under any heading. */
const UNMISTAKABLE: ReadonlySet<string> = new Set([
  'totals',
  'income-total',
  'expenditure-total',
  'fiscal-totals',
  'three-public-total',
  'agency-agency-operation',
  'procurement-procurement',
  'procurement-sme',
  'procurement-micro',
]);

const cache = new Map<string, RegExp>();
function regex(source: string): RegExp {
  const known = cache.get(source) ?? new RegExp(source, 'du');
  cache.set(source, known);
  return known;
}
const PREDICATE_SOURCES = new Map(PREDICATES.map((predicate) => [predicate, compile(predicate.text)]));
const SUBJECT_SOURCES = new Map(SUBJECTS.map((subject) => [subject, `(${compile(subject.words).source})`]));

export interface Named {
  readonly subject: Subject;
  readonly words: string;
  /** The clause after its subject, whose end may belong to the subject's words: 基本支出决算数为 … */
  readonly saying: Saying | undefined;
  readonly rest: string;
}

/** The declared subject that a clause opens with, and what is said of it there. The shortest lead, then the longest words win. */
export function subjectOf(clause: Marked, topic: Topic | undefined): Named | undefined {
  let best: { lead: number; words: number; subject: Subject } | undefined;
  for (const subject of SUBJECTS) {
    if (topic === undefined ? !UNMISTAKABLE.has(subject.id) : !subject.topics.includes(topic)) continue;
    const match = regex(`^${LEAD}${SUBJECT_SOURCES.get(subject)!}`).exec(clause.text);
    if (!match || UNFIT_LEAD.test(match[1]!)) continue;
    const [lead, words] = [match[1]!.length, match[2]!.length];
    if (best && (lead > best.lead || (lead === best.lead && words <= best.words))) continue;
    best = { lead, words, subject };
  }
  if (!best) return undefined;
  const { subject } = best;
  const end = best.lead + best.words;
  const figured = clause.text.includes(MARK.figure);
  const saying = figured ? say(clause, topic, subject.cells, `${LEAD}${SUBJECT_SOURCES.get(subject)!}`) : undefined;
  // Words that go on otherwise name something else: 基本支出结转 …
  if (figured && !saying && clause.text[end] !== MARK.figure) return undefined;
  return { subject, words: clause.printed(best.lead, end), saying, rest: clause.text.slice(end) };
}

/**
 * The declared sentence that a clause is. `cells`: what it speaks of; with `before`, the source of the words in front, it
 * speaks of a subject of its own, without it of the one of the clause before.
 */
export function say(
  clause: Marked,
  topic: Topic | undefined,
  cells: readonly string[] | undefined,
  before?: string,
): Saying | undefined {
  for (const predicate of PREDICATES) {
    if (!predicate.target && !predicate.about && !cells) continue;
    if (before === undefined && !predicate.bare) continue;
    if (predicate.topics && !(topic && predicate.topics.includes(topic))) continue;
    const about = predicate.about?.find(([words]) => words.test(clause.text))?.[1];
    const other = predicate.items && !cells?.some((cell) => predicate.items!.includes(cell.split('/')[1]!));
    if (other && !about) continue;
    const { source, slots } = PREDICATE_SOURCES.get(predicate)!;
    const match = regex(`^${before ?? ''}${source}(?:的|左右|元)*$`).exec(clause.text);
    if (!match) continue;
    const offset = match.length - slots.length;
    return {
      predicate,
      ...(other && about ? { about } : {}),
      slots: slots.map((name, i) => {
        const [at] = match.indices![offset + i]!;
        return { name, figure: clause.figure(at)!, minus: /[-−–—]/u.test(clause.text[at - 1] ?? '') };
      }),
    };
  }
  return undefined;
}

/** Whether a text is something that may be said of a line of a classification. */
export function saysOfLine(text: string): boolean {
  const rest = text.replace(DATED, '');
  return PREDICATES.some(
    (one) => !one.items && !one.target && regex(`^${PREDICATE_SOURCES.get(one)!.source}$`).test(rest),
  );
}

/** The year that may stand between a line and what is said of it. */
export const DATED = new RegExp(`^(?:支出)?${MARK.date}年度?`, 'u');
