/** Figures of a document that state nothing of the department, known by the words around them alone. */
import type { Document, Passage } from '../../documents/document.ts';
import { documentFigures, type DocumentFigure } from '../../documents/figures.ts';
import { matchText } from '../../documents/matching.ts';
import type { IgnoredSuggestion, Suggestions } from '../suggestion.ts';
import { pageLines } from './pages.ts';
import { FURNITURE } from './patterns.ts';

export function suggestFurniture(document: Document): Suggestions {
  const figures = new Map(documentFigures(document).map((figure) => [`${figure.line}:${figure.start}`, figure]));
  const pages = pageLines(document);
  const ignored = [...figures.values()]
    .filter(({ line }) => pages.has(line))
    .map(({ line, start }): IgnoredSuggestion => ({ figure: { line, start }, reason: 'ordinal', by: 'page' }));
  const passages = document.blocks.flatMap((block): readonly Passage[] =>
    block.kind === 'paragraph' ? [block] : block.rows.flat(),
  );
  for (const passage of passages) ignored.push(...inPassage(document, passage, figures));
  return { cells: [], derived: [], ignored, absent: [] };
}

function inPassage(
  document: Document,
  passage: Passage,
  figures: ReadonlyMap<string, DocumentFigure>,
): IgnoredSuggestion[] {
  const match = matchText(document, passage);
  if (!/[0-9]/.test(match.text)) return [];
  return FURNITURE.flatMap(({ id, reason, words, under }) =>
    [...match.text.matchAll(words)]
      .flatMap(({ indices }) => indices!.slice(1))
      .flatMap((range): IgnoredSuggestion[] => {
        if (!range) return [];
        const [from, to] = range;
        return Array.from({ length: to - from }, (_, offset) => from + offset).flatMap((at): IgnoredSuggestion[] => {
          const { line, start } = match.place(at);
          const figure = figures.get(`${line}:${start}`);
          // A group that ends within a figure is not about it.
          const whole = figure && at + figure.printed.length <= to;
          const fits = whole && (!under || under.test(figure.section.replace(/[“”"\s]/gu, '')));
          return fits ? [{ figure: { line, start }, reason, by: id }] : [];
        });
      }),
  );
}
