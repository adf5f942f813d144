/** Places as a ledger writes them: line `L57`, page `p3`, spreadsheet cell `Sheet1!C12`. */
import type { Figure } from './lexer.ts';

/** A figure with its place in the ledger: the nth at `at`. */
export interface PlacedFigure extends Pick<Figure, 'section' | 'printed' | 'sign' | 'unit' | 'form'> {
  readonly at: string;
  readonly n: number;
}

export interface Place {
  /** `L`, `p`, or the name of a sheet with its `!`. */
  readonly part: string;
  /** Line, page or row, from 1. */
  readonly row: number;
  /** Column of a spreadsheet, from 1; 0 elsewhere. */
  readonly column: number;
}

/** Splits a place. @throws when the text is none, which the ledger's declaration does not let through */
export function parsePlace(at: string): Place {
  const match = /^(L|p|.+!)([A-Z]*)([1-9][0-9]*)$/u.exec(at);
  if (!match) throw new RangeError(`no place: ${at}`);
  const column = [...match[2]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { part: match[1]!, row: Number(match[3]), column };
}

/** The place some rows further down (or up), never above the first. */
export function movePlace(at: string, rows: number): string {
  const { row } = parsePlace(at);
  return at.replace(/[0-9]+$/, String(Math.max(1, row + rows)));
}

/** Compares places in the order of a document, given its parts (sheets) in order; unknown parts come last. */
export function comparePlaces(parts: readonly string[]): (a: string, b: string) => number {
  const rank = (part: string) => (parts.includes(part) ? parts.indexOf(part) : parts.length);
  return (a, b) => {
    const [one, other] = [parsePlace(a), parsePlace(b)];
    return rank(one.part) - rank(other.part) || one.row - other.row || one.column - other.column;
  };
}
