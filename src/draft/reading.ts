/** A document that was read, with what reading it suggests. */
import type { Document } from '../documents/document.ts';
import { documentFigures, type DocumentFigure } from '../documents/figures.ts';
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
