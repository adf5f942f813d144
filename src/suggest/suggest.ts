/** Everything that reading a document suggests. */
import type { Document } from '../documents/document.ts';
import { suggestNarrative } from './narrative/index.ts';
import { suggestPerformance } from './performance/index.ts';
import type { SuggestContext, Suggestions } from './suggestion.ts';
import { suggestTables } from './tables/index.ts';

export function suggest(document: Document, context: SuggestContext): Suggestions {
  const parts = [suggestTables, suggestNarrative, suggestPerformance].map((read) => read(document, context));
  return {
    cells: parts.flatMap((part) => part.cells),
    derived: parts.flatMap((part) => part.derived),
    ignored: parts.flatMap((part) => part.ignored),
    absent: parts.flatMap((part) => part.absent),
  };
}
