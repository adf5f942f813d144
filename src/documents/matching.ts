/** Text prepared for matching: comparable characters, spaces dropped; every character still knows where it was printed. */
import { comparable } from '../figures/characters.ts';
import type { Document, Passage } from './document.ts';

export interface Position {
  /** Index into the document's lines and character within that line. */
  readonly line: number;
  readonly start: number;
}

export interface MatchText {
  /**
   * As `comparable` makes it (（ is (, ％ is %, radicals are plain characters) and without white space, but for one space between two
   * digits or Latin letters that were apart.
   */
  readonly text: string;
  /** Where the character at an index of `text` was printed. */
  place(index: number): Position;
}

const WORD = /[0-9A-Za-z]/;

/** For matching only: what is kept in the data is always taken from the document's own lines. */
export function matchText(document: Document, passage: Passage): MatchText {
  let text = '';
  const places: Position[] = [];
  let gap = false;
  for (const piece of passage.pieces) {
    const printed = document.lines[piece.line]!.text.slice(piece.start, piece.start + piece.length);
    let start = piece.start;
    for (const character of printed) {
      const normal = comparable(character).trim();
      if (normal === '') gap = true;
      else {
        if (gap && WORD.test(text.at(-1) ?? '') && WORD.test(normal[0]!)) {
          text += ' ';
          places.push({ line: piece.line, start });
        }
        gap = false;
        for (const unit of normal) {
          text += unit;
          for (let index = 0; index < unit.length; index += 1) places.push({ line: piece.line, start });
        }
      }
      start += character.length;
    }
  }
  return {
    text,
    place(index) {
      const place = places[index];
      if (!place) throw new RangeError(`no character ${index}`);
      return place;
    },
  };
}
