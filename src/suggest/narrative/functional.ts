/** The 类, 款 and 项 that a clause opens with: `一般公共服务支出（类）财政事务（款）行政运行（项）`, with codes or without. */
import type { DocumentFigure } from '../../documents/figures.ts';
import { digitsOf } from './amount.ts';
import type { CodeBook } from './codes.ts';
import type { Marked } from './marked.ts';
import { MARK } from './template.ts';

export interface Level {
  /** Empty when no list gives it. */
  readonly code: string;
  /** As printed. */
  readonly name: string;
  readonly listed: boolean;
}

export interface FunctionalPath {
  /** From 类 to the level spoken of. */
  readonly levels: readonly Level[];
  /** What follows the names. */
  readonly rest: Marked;
  /** Figures that are codes. */
  readonly codes: readonly DocumentFigure[];
}

/** Whether a text is something that sentences say of a subject, such as 支出决算为 and a figure. */
type Says = (rest: string) => boolean;

const LENGTHS = { 类: 3, 款: 5, 项: 7 } as const;
type Step = { readonly step: keyof typeof LENGTHS; readonly name: string; readonly code: string };

const NAME = `[^${MARK.code}${MARK.figure}]*?`;
const TOKEN = new RegExp(`(${NAME})(${MARK.code})?[-—]?(${NAME})\\((类|款|项)\\)(${MARK.code}(?!\\())?`, 'duy');

/** @param above the levels of the line before, under which a line may go on. */
export function readPath(
  clause: Marked,
  book: CodeBook,
  above: readonly Level[],
  says: Says,
): FunctionalPath | undefined {
  const { steps, end, codes } = stepsOf(clause);
  const rest = clause.slice(end);
  if (steps.length === 0) return readName(clause, book, says);
  const last = steps.at(-1)!;
  if (last.name === '') {
    // 201（类）03（款）01（项）行政运行
    const cut = cutAtWords(rest);
    return {
      levels: resolve([...steps.slice(0, -1), { ...last, name: cut?.name ?? '' }], book, above),
      rest: cut?.rest ?? rest,
      codes,
    };
  }
  const levels = resolve(steps, book, above);
  if (last.step === '项' || rest.text === '' || says(rest.text)) return { levels, rest, codes };
  const length = last.step === '类' ? 5 : 7;
  const parent = levels.findLast((level) => level.code !== '');
  const cut = cutName(rest, says, (name) => book.find(name, length, parent) !== undefined) ?? cutAtWords(rest);
  return cut && { levels: [...levels, levelOf(cut.name, length, parent, book)], rest: cut.rest, codes };
}

function stepsOf(clause: Marked): { steps: Step[]; end: number; codes: DocumentFigure[] } {
  const steps: Step[] = [];
  const codes: DocumentFigure[] = [];
  let end = 0;
  for (;;) {
    TOKEN.lastIndex = end;
    const match = TOKEN.exec(clause.text);
    if (!match) return { steps, end, codes };
    const printed = (group: number) => clause.printed(...match.indices![group]!);
    const figures = [2, 5].flatMap((group) =>
      match.indices![group] ? [clause.figure(match.indices![group]![0])!] : [],
    );
    codes.push(...figures);
    steps.push({
      step: match[4] as Step['step'],
      name: `${printed(1)}${printed(3)}`,
      code: figures[0] ? digitsOf(figures[0].printed) : '',
    });
    end = TOKEN.lastIndex;
  }
}

/** A line without （类）…: a code beside a name, or the name of a 类 alone. */
function readName(clause: Marked, book: CodeBook, says: Says): FunctionalPath | undefined {
  const at = clause.text.indexOf(MARK.code);
  const figure = clause.figure(at);
  if (figure) {
    const after = clause.slice(at + 1 + (/^[-—)]/u.test(clause.text.slice(at + 1)) ? 1 : 0));
    const cut = at === 0 ? cutAtWords(after) : { name: clause.printed(0, at).replace(/[（(]$/u, ''), rest: after };
    if (!cut || !(cut.rest.text === '' || says(cut.rest.text))) return undefined;
    return {
      levels: [{ code: digitsOf(figure.printed), name: cut.name, listed: true }],
      rest: cut.rest,
      codes: [figure],
    };
  }
  const joined = dashed(clause, book, says);
  if (joined) return joined;
  const cut = cutName(clause, says, (name) => book.find(name, 3, undefined) !== undefined);
  return cut && { levels: [levelOf(cut.name, 3, undefined, book)], rest: cut.rest, codes: [] };
}

/** 类-款-项 joined by dashes. */
function dashed(clause: Marked, book: CodeBook, says: Says): FunctionalPath | undefined {
  const above: Step[] = [];
  let end = 0;
  for (const step of ['类', '款'] as const) {
    const name = /^[^-—–:]{2,}(?=[-—–])/u.exec(clause.text.slice(end))?.[0];
    if (name === undefined || name.includes(MARK.figure)) break;
    above.push({ step, name: clause.printed(end, end + name.length), code: '' });
    end += name.length + /^[-—–]+/u.exec(clause.text.slice(end + name.length))![0].length;
  }
  const levels = above.length > 0 ? resolve(above, book, []) : [];
  if (!levels[0]?.code) return undefined;
  const length = above.length === 2 ? 7 : 5;
  const parent = levels.findLast((level) => level.code !== '');
  const rest = clause.slice(end);
  const cut = cutName(rest, says, (name) => book.find(name, length, parent) !== undefined) ?? cutAtWords(rest);
  return cut && { levels: [...levels, levelOf(cut.name, length, parent, book)], rest: cut.rest, codes: [] };
}

function levelOf(name: string, length: 3 | 5 | 7, parent: Level | undefined, book: CodeBook): Level {
  const found = book.find(name, length, parent);
  return { code: found?.code ?? '', name, listed: found?.listed ?? false };
}

/** Codes along the names, each sought under the one before. */
function resolve(steps: readonly Step[], book: CodeBook, above: readonly Level[]): Level[] {
  const first = LENGTHS[steps[0]!.step];
  const levels: Level[] = above.filter(({ code }) => code !== '' && code.length < first);
  for (const { step, name, code } of steps) {
    const length = LENGTHS[step];
    // Under a 款 that no list knows, a 项 may still be known by its 类.
    const parent = levels.findLast((level) => level.code !== '');
    const whole = code.length === 2 && parent ? `${parent.code}${code}` : code;
    if (whole.length === length) levels.push({ code: whole, name, listed: true });
    else
      levels.push(
        levels.length > 0 && !parent ? { code: '', name, listed: false } : levelOf(name, length, parent, book),
      );
  }
  return levels;
}

/** A name in no list ends where the words of the sentence begin. */
function cutAtWords(marked: Marked): { name: string; rest: Marked } | undefined {
  const words = `(?:支出)?(?:决算|年初预算|全年预算|调整预算|预算|${MARK.date})|[为是]?${MARK.figure}|$`;
  const name = new RegExp(`^[^${MARK.figure}]{2,}?(?=${words})`, 'u').exec(marked.text)?.[0];
  return name === undefined ? undefined : { name: marked.printed(0, name.length), rest: marked.slice(name.length) };
}

/** The longest accepted name that a clause opens with, such that what follows is nothing or something said of it. */
export function cutName(
  marked: Marked,
  says: Says,
  accepts: (name: string) => boolean,
): { name: string; rest: Marked } | undefined {
  const { text } = marked;
  const end = text.indexOf(MARK.figure);
  for (let length = end < 0 ? text.length : end; length >= 2; length -= 1) {
    const name = marked.printed(0, length);
    if (accepts(name) && (length === text.length || says(text.slice(length))))
      return { name, rest: marked.slice(length) };
  }
  return undefined;
}
