/** Every figure of a document, as the rows of its ledger count them. */
import { listFigures, type Figure } from '../figures/lexer.ts';
import type { Document } from './document.ts';

export interface DocumentFigure extends Omit<Figure, 'line' | 'n'> {
  /** Ledger place, and the nth figure there. */
  readonly at: string;
  readonly n: number;
  /** Index into the document's lines; `start` is the character within that line. */
  readonly line: number;
}

/** Figures in reading order; `n` counts on through all lines of one place. */
export function documentFigures(document: Document): DocumentFigure[] {
  const counts = new Map<string, number>();
  return listFigures(document.lines.map((line) => line.text).join('\n')).map((figure) => {
    const { at } = document.lines[figure.line - 1]!;
    const n = (counts.get(at) ?? 0) + 1;
    counts.set(at, n);
    return { ...figure, line: figure.line - 1, at, n };
  });
}
