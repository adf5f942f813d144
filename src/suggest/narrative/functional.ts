/** The 类, 款 and 项 that a clause opens with: `一般公共服务支出（类）财政事务（款）行政运行（项）`, with codes or without. */
import type { CodeBook } from './codes.ts';
import { digitsOf } from './amount.ts';
import type { Marked } from './marked.ts';
import { MARK } from './template.ts';
import type { DocumentFigure } from '../../documents/figures.ts';

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
  /** What follows the names, and where it starts in the clause. */
  readonly rest: string;
  /** Figures that are codes. */
  readonly codes: readonly DocumentFigure[];
}

const LENGTHS = { 类: 3, 款: 5, 项: 7 } as const;
type Step = keyof typeof LENGTHS;
const NAME = `[^${MARK.code}${MARK.figure}]*?`;
const TOKEN = new RegExp(`(${NAME})(${MARK.code})?[-—]?(${NAME})\\((类|款|项)\\)(${MARK.code})?`, 'uy');

/** @param says whether a text is something that sentences say of a subject, such as 支出决算为 and a figure. */
export function readPath(
  clause: Marked,
  book: CodeBook,
  above: readonly Level[],
  says: (rest: string) => boolean,
): FunctionalPath | undefined {
  const codes: DocumentFigure[] = [];
  const codeAt = (at: number): string => {
    const figure = clause.figures.get(at);
    if (!figure) return '';
    codes.push(figure);
    return digitsOf(figure.printed);
  };
  const steps: { step: Step; name: string; code: string }[] = [];
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(clause.text);
    if (!match || match[0].length === 0) break;
    const [whole, before, first, after, step, second] = match;
    let code = '';
    for (let i = 0; i < whole.length; i += 1) if (whole[i] === MARK.code) code = codeAt(at + i);
    const name = `${before}${after}`.replace(/^[支出\s]+(?=.)/u, '');
    steps.push({ step: step as Step, name: name === '' && (first || second) ? '' : name, code });
    at += whole.length;
  }
  const rest = clause.text.slice(at);
  if (steps.length > 0) {
    const levels = resolve(steps, book, above);
    const last = steps.at(-1)!.step;
    if (last === '项' || rest === '' || says(rest)) return { levels, rest, codes };
    const tail = nameIn(rest, book, says, levels, last === '类' ? 5 : 7);
    return tail && { levels: [...levels, tail.level], rest: tail.rest, codes };
  }
  // A code in front of a name, or a name alone.
  if (clause.text[0] === MARK.code) {
    const code = codeAt(0);
    const text = clause.text.slice(1).replace(/^[-—)]/u, '');
    const cut = cutAtWords(text);
    return cut && { levels: [{ code, name: cut.name, listed: true }], rest: cut.rest, codes };
  }
  const coded = new RegExp(`^([^()${MARK.figure}]+)\\(?${MARK.code}\\)?(.*)$`, 'u').exec(clause.text);
  if (coded && (coded[2] === '' || says(coded[2]!))) {
    const code = codeAt(clause.text.indexOf(MARK.code));
    return { levels: [{ code, name: coded[1]!, listed: true }], rest: coded[2]!, codes };
  }
  const known = cutName(clause.text, says, (name) => book.knows(name, 3));
  const found = known && book.find(known.name, 3, undefined);
  return found && { levels: [{ ...found, name: known.name }], rest: known.rest, codes };
}

/** Codes along the names, each sought under the one before. */
function resolve(
  steps: readonly { step: Step; name: string; code: string }[],
  book: CodeBook,
  above: readonly Level[],
): Level[] {
  const levels: Level[] =
    steps[0]!.step === '类' ? [] : above.filter(({ code }) => code !== '' && code.length < LENGTHS[steps[0]!.step]);
  for (const { step, name, code } of steps) {
    const length = LENGTHS[step];
    const parent = levels.at(-1);
    const whole = code.length === 2 && parent?.code ? `${parent.code}${code}` : code;
    if (whole.length === length) levels.push({ code: whole, name, listed: true });
    else {
      // Under a 款 that no list knows, a 项 may still be known by its 类.
      const known = levels.findLast((level) => level.code !== '');
      const found = levels.length > 0 && !known ? undefined : book.find(name, length, known);
      levels.push({ code: found?.code ?? '', name, listed: found?.listed ?? false });
    }
  }
  return levels;
}

function nameIn(
  text: string,
  book: CodeBook,
  says: (rest: string) => boolean,
  above: readonly Level[],
  length: 5 | 7,
): { level: Level; rest: string } | undefined {
  const parent = above.findLast((level) => level.code !== '');
  const cut = cutName(text, says, (name) => book.find(name, length, parent) !== undefined) ?? cutAtWords(text);
  if (!cut) return undefined;
  const found = book.find(cut.name, length, parent);
  return { level: { code: found?.code ?? '', name: cut.name, listed: found?.listed ?? false }, rest: cut.rest };
}

/** A name in no list ends where the words of the sentence begin. */
function cutAtWords(text: string): { name: string; rest: string } | undefined {
  const name = new RegExp(
    `^[^${MARK.figure}]{2,}?(?=(?:支出)?(?:决算|年初预算|全年预算|调整预算|预算|${MARK.date})|[为是]?${MARK.figure}|$)`,
    'u',
  ).exec(text)?.[0];
  return name === undefined ? undefined : { name, rest: text.slice(name.length) };
}

/** The longest accepted name that a clause opens with, such that what follows is nothing or something said of it. */
function cutName(
  text: string,
  says: (rest: string) => boolean,
  accepts: (name: string) => boolean,
): { name: string; rest: string } | undefined {
  const end = text.indexOf(MARK.figure);
  for (let length = end < 0 ? text.length : end; length >= 2; length -= 1) {
    const name = text.slice(0, length);
    if (accepts(name) && (length === text.length || says(text.slice(length))))
      return { name, rest: text.slice(length) };
  }
  return undefined;
}
