/**
 * Declared sentences: an expression in which `#` stands for a printed figure. Matched against text without spaces, half
 * width, and so written in half width too.
 */
import type { Certainty, CellSuggestion, DerivedSuggestion } from '../../suggestion.ts';
import { DECIMAL, decimalOf, isFigure, type Span } from '../span.ts';

export interface Found {
  readonly match: RegExpExecArray;
  /** Printed figures in order. */
  readonly figures: readonly Figure[];
}

export interface Figure {
  readonly value: string;
  readonly index: number;
}

/** The expression of a declared sentence, with its named groups and figures. */
export function sentence(text: string): RegExp {
  let count = 0;
  const source = text.replaceAll('#', () => `(?<f${count++}>(?<![0-9]|[0-9][.,])${DECIMAL}(?![0-9]))`);
  return new RegExp(source, 'dgu');
}

/** Every place where a sentence fits. */
export function* occurrences(pattern: RegExp, span: Span): Generator<Found> {
  for (const match of span.text.matchAll(pattern)) {
    const figures = Object.entries(match.groups ?? {})
      .filter(([name, text]) => /^f[0-9]+$/.test(name) && text !== undefined)
      .map(([name, text]) => ({ value: decimalOf(text), index: match.indices!.groups![name]![0] }));
    if (figures.every(({ index }) => isFigure(span, index))) yield { match, figures };
  }
}

/** A suggested cell of running text. */
export function proseCell(
  span: Span,
  figure: Figure,
  cell: Pick<CellSuggestion, 'table' | 'key' | 'columns'> & { readonly measure: string },
  by: string,
  certainty: Certainty = 'likely',
  value = figure.value,
): CellSuggestion {
  return { ...cell, value, figures: [span.place(figure.index)], certainty, rank: 'prose', by };
}

/** A suggested value derived from cells. */
export function proseDerived(span: Span, figure: Figure, expression: string, by: string): DerivedSuggestion {
  return { expression, figure: span.place(figure.index), certainty: 'likely', by };
}
