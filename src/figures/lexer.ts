/**
 * Lists every figure that a text document prints, in order.
 *
 * A figure is a run of digits (half or full width) with optional thousands separators and decimal part. An ordinal that
 * opens a paragraph is a figure of its own and never the integer part of the next. Parts of a date and ends of a range
 * are separate figures. Chinese numerals are none.
 */
import { SectionTracker } from './sections.ts';
import { leadingUnit } from './units.ts';

export interface Figure {
  /** Line, counted from 1, lines split on \n. */
  readonly line: number;
  /** The nth figure on that line, from 1. */
  readonly n: number;
  readonly section: string;
  /** First character within the line. */
  readonly start: number;
  /** Digits exactly as printed. */
  readonly printed: string;
  readonly sign: '' | '+' | '-';
  readonly unit: string;
  /** What the figure's form alone tells: it is an ordinal or part of a date, and so no statement. */
  readonly form: '' | 'ordinal' | 'date';
}

interface Token {
  start: number;
  end: number;
  printed: string;
  ordinal: boolean;
}

const D = '[0-9０-９]';
/** Separators of thousands are full width only among full-width digits or before decimals: elsewhere ， parts two numbers. */
const FIGURE = new RegExp(
  `[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?(?![0-9,])|[0-9]{1,3}(?:，[0-9]{3})+\\.[0-9]+|[０-９]{1,3}(?:[,，][０-９]{3})+(?:[.．][０-９]+)?(?![０-９,，])|${D}+(?:[.．]${D}+)?`,
  'gu',
);
const ORDINAL = new RegExp(`^\\s*(?:[（(]\\s*)?(${D}{1,2})\\s*([.．、)）])`, 'u');
const SHARED = /^\s*(?:—|–|~|～|-|－|至|到|、|和|或|\/|\*)+\s*$/u;
const RISE = /(?:增加|增长|上升|提高)(?:了|额|率|为|约|近|幅)*\s*$/u;
const FALL = /(?:减少|下降|降低)(?:了|额|率|为|约|近|幅)*\s*$/u;
const MINUS = /(?:^|[\s：:（(])[-−－]$/u;

/** Removes word-processor residue without moving lines. */
export function clean(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/\[bookmark: [^\]]*\]/gu, '').replace(/\r$/, ''));
}

/** Every figure of a document. `text`: the document, lines split on \n. */
export function listFigures(text: string): Figure[] {
  const lines = clean(text);
  const sections = new SectionTracker();
  const figures: Figure[] = [];
  const paragraphs = new ParagraphTracker();
  lines.forEach((line, index) => {
    const section = sections.next(line);
    const tokens = tokenize(line, paragraphs.next(line));
    const units = unitsOf(line, tokens, continuation(lines, index));
    tokens.forEach((token, position) => {
      const before = flowBefore(lines, index) + line.slice(0, token.start);
      const after = line.slice(token.end) + continuation(lines, index);
      const sign = token.ordinal ? '' : RISE.test(before) ? '+' : FALL.test(before) || MINUS.test(before) ? '-' : '';
      const form = token.ordinal ? 'ordinal' : isDatePart(token.printed, before, after) ? 'date' : '';
      figures.push({
        line: index + 1,
        n: position + 1,
        start: token.start,
        section,
        printed: token.printed,
        sign,
        unit: units[position]!,
        form,
      });
    });
  });
  return figures;
}

function tokenize(line: string, opens: (number: string) => boolean): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  const ordinal = ORDINAL.exec(line);
  if (ordinal) {
    const ambiguous = /[.．]/u.test(ordinal[2]!) && new RegExp(`^${D}`, 'u').test(line.slice(ordinal[0].length));
    // A number that fills its line, or a table cell, is no ordinal.
    const alone = line.startsWith('\t') || /^\s*[0-9０-９]+[.．][0-9０-９]+\s*(?:$|[%％万亿]?元?\s*$)/u.test(line);
    if (!ambiguous || (!alone && opens(ordinal[1]!))) {
      const start = line.indexOf(ordinal[1]!);
      tokens.push({ start, end: start + ordinal[1]!.length, printed: ordinal[1]!, ordinal: true });
      from = ordinal[0].length;
    }
  }
  for (const match of line.slice(from).matchAll(FIGURE)) {
    const start = from + match.index;
    tokens.push({ start, end: start + match[0].length, printed: match[0], ordinal: false });
  }
  return tokens;
}

/** The unit of each figure of a line; figures joined by 、 — 至 … share the unit of the last. */
function unitsOf(line: string, tokens: readonly Token[], rest: string): string[] {
  const units: string[] = [];
  for (let i = tokens.length - 1; i >= 0; i -= 1) {
    const token = tokens[i]!;
    const next = tokens[i + 1];
    const gap = line.slice(token.end, next?.start);
    const own = token.ordinal ? '' : leadingUnit(next ? gap : gap + rest);
    const shared = next && !token.ordinal && SHARED.test(gap) ? units[0]! : '';
    units.unshift(own || shared);
  }
  return units;
}

/** What follows a line in running text: the next lines that hold text, unless a table cell starts there. */
function continuation(lines: readonly string[], index: number): string {
  // The row of a table whose cells are joined by tabs ends where its line ends.
  if (lines[index]!.trimStart().includes('\t')) return '';
  for (let next = index + 1; next < lines.length && next <= index + 3; next += 1) {
    const line = lines[next]!;
    if (line.trim() === '') continue;
    return line.includes('\t') || ORDINAL.test(line) ? '' : line.trimStart();
  }
  return '';
}

function flowBefore(lines: readonly string[], index: number): string {
  if (lines[index]!.startsWith('\t')) return '';
  for (let previous = index - 1; previous >= 0 && previous >= index - 3; previous -= 1) {
    if (lines[previous]!.trim() !== '') return lines[previous]!.trimEnd();
  }
  return '';
}

const YEAR = /^(?:19|20)[0-9]{2}$/;

function isDatePart(printed: string, before: string, after: string): boolean {
  const digits = printed.normalize('NFKC');
  const follows = after.trimStart();
  if (YEAR.test(digits) && /^(?:年|-\s*(?:19|20)[0-9]{2}\s*年)/u.test(follows)) return true;
  if (!/^[0-9]{1,2}$/.test(digits)) return false;
  if (follows.startsWith('月')) return /年\s*$/u.test(before) || /^月\s*(?:[0-9]|底|份|以前|起)/u.test(follows);
  return follows.startsWith('日') && /月\s*$/u.test(before);
}

/** Decides whether `2.50` at the start of a line is the ordinal 2 and 50, or the number 2.50. */
class ParagraphTracker {
  #last: string | undefined;
  #depth = 0;
  #ordinal: number | undefined;

  /** Takes the next line; the answer says whether a number opening that line is an ordinal. */
  next(line: string): (number: string) => boolean {
    const [last, depth, ordinal] = [this.#last, this.#depth, this.#ordinal];
    const opening = depth === 0 && (last === undefined || /[。；！？!?;]$/u.test(last));
    const opens = (text: string): boolean => {
      const value = Number(text.normalize('NFKC'));
      return (
        opening &&
        value >= 1 &&
        !/^[0０]/u.test(text) &&
        (ordinal === undefined || value === 1 || value === ordinal + 1)
      );
    };
    const trimmed = line.trim();
    if (trimmed !== '') {
      const match = /^([0-9０-９]{1,2})\s*[.．]/u.exec(trimmed);
      const ambiguous = match && /^[0-9０-９]/u.test(trimmed.slice(match[0].length));
      if (match && (!ambiguous || opens(match[1]!))) this.#ordinal = Number(match[1]!.normalize('NFKC'));
      const open = (trimmed.match(/[（(]/gu) ?? []).length - (trimmed.match(/[）)]/gu) ?? []).length;
      this.#depth = opening ? Math.max(0, open) : Math.max(0, depth + open);
      this.#last = trimmed;
    }
    return opens;
  }
}
