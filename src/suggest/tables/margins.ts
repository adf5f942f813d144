/** Figures around a table's amounts: years, table numbers, enumerators, thresholds in the names of items. */
import type { Document } from '../../documents/document.ts';
import type { DocumentFigure } from '../../documents/figures.ts';
import type { IgnoredSuggestion } from '../suggestion.ts';

type Reason = IgnoredSuggestion['reason'];

/** Why a figure in a title, head or label states nothing; undefined when it may. */
export function marginReason(document: Document, figure: DocumentFigure): Reason | undefined {
  const line = document.lines[figure.line]!.text;
  const before = line.slice(0, figure.start).replace(/\s+/gu, '');
  const after = line.slice(figure.start + figure.printed.length).trimStart();
  if (figure.form !== '') return figure.form;
  if (/^(?:19|20)[0-9]{2}$/.test(figure.printed.normalize('NFKC')) && after.startsWith('年')) return 'date';
  if (/(?:单价|价值)(?:在)?$/u.test(before)) return 'legal-threshold';
  if (/(?:公开|决|附|[^发代列报]表|^表|附件|GK|第)[（(]?$/iu.test(before) && !/^[.,．，]?[0-9]/u.test(after))
    return 'ordinal';
  if (/^[、)）]/u.test(after) || (/^[.．]/u.test(after) && !/^[.．]\s*[0-9]/u.test(after))) return 'ordinal';
  return undefined;
}

export function marginFigures(document: Document, figures: readonly DocumentFigure[], by: string): IgnoredSuggestion[] {
  return figures.flatMap((figure) => {
    const reason = marginReason(document, figure);
    return reason ? [ignore(figure, reason, by)] : [];
  });
}

export const ignore = ({ line, start }: DocumentFigure, reason: Reason, by: string): IgnoredSuggestion => ({
  figure: { line, start },
  reason,
  by,
});
