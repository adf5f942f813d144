/** A passage of the document with its matching text, and what was printed behind a stretch of that text. */
import type { Document, Passage, Piece } from '../../documents/document.ts';
import { matchText, type MatchText, type Position } from '../../documents/matching.ts';

export interface Span {
  readonly passage: Passage;
  /** NFKC, without spaces; see `matchText`. */
  readonly text: string;
  place(index: number): Position;
  /** The characters of the document behind `text.slice(from, to)`, without white space. */
  printed(from?: number, to?: number): string;
}

export function spanOf(document: Document, passage: Passage): Span {
  const match: MatchText = matchText(document, passage);
  return {
    passage,
    text: match.text,
    place: (index) => match.place(index),
    printed(from = 0, to = match.text.length) {
      let text = '';
      let last: Position | undefined;
      for (let index = from; index < to; index += 1) {
        const place = match.place(index);
        if (last && last.line === place.line && last.start === place.start) continue;
        last = place;
        text += String.fromCodePoint(document.lines[place.line]!.text.codePointAt(place.start)!);
      }
      return text;
    },
  };
}

/** Part of a span, as a span. */
export function part(span: Span, from: number, to = span.text.length): Span {
  return {
    passage: span.passage,
    text: span.text.slice(from, to),
    place: (index) => span.place(from + index),
    printed: (start = 0, end = to - from) => span.printed(from + start, from + end),
  };
}

/** Spans one behind the other, as one. */
export function concat(spans: readonly Span[]): Span {
  const ends: number[] = [];
  for (const { text } of spans) ends.push((ends.at(-1) ?? 0) + text.length);
  const at = (index: number): [Span, number] => {
    const which = ends.findIndex((end) => index < end);
    if (which < 0) throw new RangeError(`no character ${index}`);
    return [spans[which]!, index - (ends[which - 1] ?? 0)];
  };
  return {
    passage: { pieces: spans.flatMap(({ passage }) => passage.pieces) },
    text: spans.map(({ text }) => text).join(''),
    place(index) {
      const [span, inside] = at(index);
      return span.place(inside);
    },
    printed(from = 0, to = ends.at(-1) ?? 0) {
      return spans
        .map((span, index) => {
          const start = ends[index - 1] ?? 0;
          const [low, high] = [Math.max(0, from - start), Math.min(span.text.length, to - start)];
          return low < high ? span.printed(low, high) : '';
        })
        .join('');
    },
  };
}

/** Several passages as one. */
export function joined(document: Document, passages: readonly Passage[]): Span {
  return spanOf(document, { pieces: passages.flatMap((passage) => passage.pieces) });
}

/** The piece that is a whole line. */
export function wholeLine(document: Document, line: number): Piece {
  return { line, start: 0, length: document.lines[line]!.text.length };
}

/** A decimal at an index of matching text: digits with optional thousands separators. */
export const DECIMAL = '(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?(?![0-9,])|[0-9]+(?:\\.[0-9]+)?)';

/** The decimal that a printed figure is, without separators and needless zeros in front. */
export function decimalOf(digits: string): string {
  return digits.replaceAll(',', '').replace(/^0+(?=[0-9])/, '');
}

/** True when the character printed at an index is a digit, and not one that NFKC made of ① or ㎡. */
export function isFigure(span: Span, index: number): boolean {
  return /^[0-9０-９]/u.test(span.printed(index, index + 1));
}
