/** A passage prepared for reading: every figure is one mark, quotation marks and remarks in brackets are gone. */
import type { Document, Passage } from '../../documents/document.ts';
import type { DocumentFigure } from '../../documents/figures.ts';
import { matchText } from '../../documents/matching.ts';
import { MARK } from './template.ts';

/** Figures by `line:start`. */
export type FigureIndex = ReadonlyMap<string, DocumentFigure>;

export interface Marked {
  readonly text: string;
  /** The figure that a mark stands for, by index into the text. */
  readonly figures: ReadonlyMap<number, DocumentFigure>;
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
  const figures = new Map<number, DocumentFigure>();
  let text = '';
  for (let i = 0; i < match.text.length;) {
    const place = match.place(i);
    const figure = index.get(`${place.line}:${place.start}`);
    if (!figure) {
      if (!DROPPED.test(match.text[i]!)) text += match.text[i]!;
      i += 1;
      continue;
    }
    const end = place.start + figure.printed.length;
    while (i < match.text.length && match.place(i).line === place.line && match.place(i).start < end) i += 1;
    figures.set(text.length, figure);
    text += codes && isCode(figure, match.text.slice(i), text) ? MARK.code : markOf(figure);
  }
  return withoutRemarks({ text, figures });
}

function markOf(figure: DocumentFigure): string {
  return figure.form === 'date' ? MARK.date : figure.form === 'ordinal' ? MARK.ordinal : MARK.figure;
}

function isCode(figure: DocumentFigure, after: string, before: string): boolean {
  const digits = figure.printed.normalize('NFKC');
  if (/^\((?:类|款|项)\)/u.test(after)) return /^[0-9]{2,7}$/.test(digits);
  return figure.form === '' && CODE.test(digits) && !COUNTED.test(after) && !/[为是达共计]$/u.test(before);
}

/** Without remarks such as （含结转和结余）; brackets of one or two characters belong to the words: 因公出国（境）. */
function withoutRemarks(marked: Marked): Marked {
  const inner = `[^()${MARK.figure}${MARK.code}${MARK.ordinal}]`;
  // A remark that leaves the direction open says nothing; it stays, so that no sentence fits.
  const remark = new RegExp(`\\((?!减少|增加|下降|增长|上升|降低)${inner}{3,}\\)`, 'gu');
  let text = '';
  let from = 0;
  const figures = new Map<number, DocumentFigure>();
  const keep = (to: number) => {
    for (const [at, figure] of marked.figures) if (at >= from && at < to) figures.set(text.length + at - from, figure);
    text += marked.text.slice(from, to);
  };
  for (const match of marked.text.matchAll(remark)) {
    keep(match.index);
    from = match.index + match[0].length;
  }
  keep(marked.text.length);
  return { text, figures };
}

export interface Clause extends Marked {
  /** What ends it. */
  readonly stop: string;
}

/** The clauses of a text: cut at stops, at 、 after a figure, and at brackets that hold figures. */
export function clausesOf({ text, figures }: Marked): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let counted = false;
  let depth = 0;
  const cut = (end: number, stop: string) => {
    const inside = [...figures].filter(([at]) => at >= start && at < end);
    if (end > start || stop === '。')
      clauses.push({ text: text.slice(start, end), stop, figures: new Map(inside.map(([at, f]) => [at - start, f])) });
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
