/** A passage prepared for reading: every figure is one mark, quotation marks and remarks in brackets are gone. */
import type { Document, Passage } from '../../documents/document.ts';
import type { DocumentFigure } from '../../documents/figures.ts';
import { matchText, type MatchText } from '../../documents/matching.ts';
import { MARK } from './template.ts';

/** Figures by `line:start`. */
export type FigureIndex = ReadonlyMap<string, DocumentFigure>;

/** A figure; with `rest` one that a line end breaks in two. */
export type PrintedFigure = DocumentFigure & { readonly rest?: DocumentFigure };

interface Character {
  /** As matched: NFKC, or a mark. */
  readonly match: string;
  /** As printed; empty for what follows the first of several that were one. */
  readonly printed: string;
  readonly figure?: PrintedFigure;
}

/** Text with a mark for every figure, which still knows what was printed. */
export class Marked {
  readonly #characters: readonly Character[];
  readonly text: string;

  constructor(characters: readonly Character[]) {
    this.#characters = characters;
    this.text = characters.map(({ match }) => match).join('');
  }

  /** The figure that a mark stands for. */
  figure(index: number): PrintedFigure | undefined {
    return this.#characters[index]?.figure;
  }

  /** The words of a stretch as the document prints them. */
  printed(from: number, to: number): string {
    return this.#characters
      .slice(from, to)
      .map(({ printed }) => printed)
      .join('');
  }

  slice(from: number, to?: number): Marked {
    return new Marked(this.#characters.slice(from, to));
  }

  without(ranges: readonly (readonly [number, number])[]): Marked {
    return new Marked(this.#characters.filter((_, index) => !ranges.some(([from, to]) => index >= from && index < to)));
  }
}

const DROPPED = /[“”"'‘’「」『』《》*#]/u;
const CODE = /^2[0-9]{2}(?:[0-9]{2}){0,2}$/;
/** What follows a figure that counts something, and is therefore no code. */
const COUNTED = /^(?:[万亿元%‰年月日个人辆批台套次,.。;:、]|$)/u;

export function indexFigures(figures: readonly DocumentFigure[]): FigureIndex {
  return new Map(figures.map((figure) => [`${figure.line}:${figure.start}`, figure]));
}

/** @param codes whether classification codes are printed here, as in `2010301行政运行` or `201（类）03（款）01（项）`. */
export function markFigures(document: Document, passage: Passage, index: FigureIndex, codes: boolean): Marked {
  const match = matchText(document, passage);
  const characters: Character[] = [];
  let last = '';
  for (let i = 0; i < match.text.length;) {
    const place = match.place(i);
    const key = `${place.line}:${place.start}`;
    const figure = index.get(key);
    if (!figure) {
      const printed =
        key === last ? '' : String.fromCodePoint(document.lines[place.line]!.text.codePointAt(place.start)!);
      if (!DROPPED.test(match.text[i]!)) characters.push({ match: match.text[i]!, printed });
      last = key;
      i += 1;
      continue;
    }
    i = after(match, i, figure);
    const rest = restOf(match, i, figure, index);
    if (rest) {
      const { figure: second, dot } = rest;
      const printed = `${figure.printed}${dot}${second.printed}`;
      characters.push({ match: MARK.figure, printed, figure: { ...figure, printed, unit: second.unit, rest: second } });
      i = after(match, i + dot.length, second);
      continue;
    }
    const before = characters.at(-1)?.match ?? '';
    const mark = codes && isCode(figure, match.text.slice(i), before) ? MARK.code : markOf(figure);
    characters.push({ match: mark, printed: figure.printed, figure });
  }
  return withoutRemarks(new Marked(characters));
}

/** The index after a figure. */
function after(match: MatchText, from: number, { line, start, printed }: DocumentFigure): number {
  let i = from;
  while (i < match.text.length && match.place(i).line === line && match.place(i).start < start + printed.length) i += 1;
  return i;
}

/** What follows on the next line of a figure that its line ends with: `533.` and `48万元`. */
function restOf(
  match: MatchText,
  i: number,
  figure: DocumentFigure,
  index: FigureIndex,
): { figure: DocumentFigure; dot: string } | undefined {
  const dot = match.text[i] === '.' && match.place(i).line === figure.line ? '.' : '';
  if (figure.form !== '' || i + dot.length >= match.text.length) return undefined;
  const place = match.place(i + dot.length);
  const second = index.get(`${place.line}:${place.start}`);
  if (!second || second.form !== '' || place.line === figure.line || !/^[0-9.]+$/.test(second.printed))
    return undefined;
  const dots = `${figure.printed}${dot}${second.printed}`.split('.').length - 1;
  return dots === 1 && figure.unit === '' ? { figure: second, dot } : undefined;
}

function markOf(figure: DocumentFigure): string {
  return figure.form === 'date' ? MARK.date : figure.form === 'ordinal' ? MARK.ordinal : MARK.figure;
}

function isCode(figure: DocumentFigure, after: string, before: string): boolean {
  const digits = figure.printed.normalize('NFKC');
  if (/^\((?:类|款|项)\)/u.test(after)) return /^[0-9]{2,7}$/.test(digits);
  return figure.form === '' && CODE.test(digits) && !COUNTED.test(after) && !/[为是达共计]/u.test(before);
}

/** Without remarks such as （含结转和结余）; brackets of one or two characters belong to the words: 因公出国（境）. */
function withoutRemarks(marked: Marked): Marked {
  const inner = `[^()${MARK.figure}${MARK.code}${MARK.ordinal}]`;
  // A remark that leaves the direction open says nothing; it stays, so that no sentence fits.
  const remark = new RegExp(`\\((?!减少|增加|下降|增长|上升|降低)${inner}{3,}\\)`, 'gu');
  return marked.without([...marked.text.matchAll(remark)].map(({ index, 0: all }) => [index, index + all.length]));
}

export interface Clause {
  readonly marked: Marked;
  /** What ends it. */
  readonly stop: string;
}

/** The clauses of a text: cut at stops, at 、 after a figure, and at brackets that hold figures. */
export function clausesOf(marked: Marked): Clause[] {
  const { text } = marked;
  const clauses: Clause[] = [];
  let start = 0;
  let counted = false;
  let depth = 0;
  const cut = (end: number, stop: string) => {
    if (end > start || stop === '。') clauses.push({ marked: marked.slice(start, end), stop });
    start = end + 1;
    counted = false;
  };
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]!;
    if (character === MARK.figure) counted = true;
    if (/[,，;:。!?]/u.test(character) || (character === '、' && counted)) cut(i, character);
    else if (character === '.' && counted && !/[0-9]/.test(text[i + 1] ?? '')) cut(i, '。');
    else if (character === '(' && holdsFigure(text, i)) {
      cut(i, '(');
      depth += 1;
    } else if (character === ')' && depth > 0 && !closesWord(text, i)) {
      cut(i, ')');
      depth -= 1;
    }
  }
  cut(text.length, '。');
  return clauses;
}

function holdsFigure(text: string, open: number): boolean {
  const rest = text.slice(open + 1);
  const close = rest.indexOf(')');
  const inner = close < 0 ? rest : rest.slice(0, close);
  return inner.length > 2 && (inner.includes(MARK.figure) || /[,:]/u.test(inner));
}

function closesWord(text: string, close: number): boolean {
  return close - text.lastIndexOf('(', close) <= 3;
}
