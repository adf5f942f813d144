/** A document that was read, with what reading it suggests. */
import type { Document } from '../documents/document.ts';
import { documentFigures, type DocumentFigure } from '../documents/figures.ts';
import type { Position } from '../documents/matching.ts';
import type { Suggestions } from '../suggest/suggestion.ts';

export interface Reading {
  /** File name without folders. */
  readonly file: string;
  readonly sha256: string;
  readonly document: Document;
  readonly suggestions: Suggestions;
  /** What of the document was not read (pages without text, hidden sheets), in Chinese. */
  readonly unread: readonly string[];
}

/** A reading under the id of its source, with every figure of the document. */
export interface SourceReading extends Reading {
  readonly source: string;
  /** Position of the source in the report, for what was printed first. */
  readonly index: number;
  readonly figures: readonly DocumentFigure[];
}

export function withFigures(reading: Reading, source: string, index: number): SourceReading {
  return { ...reading, source, index, figures: documentFigures(reading.document) };
}

const BEFORE = 24;
const AFTER = 12;

/** The printed words around a place, on one line, for somebody who looks it up. `length`: of what stands there. */
export function wordsAround({ document }: Reading, { line, start }: Position, length: number): string {
  const text = document.lines[line]?.text ?? '';
  const [from, to] = [Math.max(0, start - BEFORE), Math.min(text.length, start + length + AFTER)];
  const words = text.slice(from, to).replace(/\s+/gu, ' ').trim();
  return `${from > 0 ? '…' : ''}${words}${to < text.length ? '…' : ''}`;
}
