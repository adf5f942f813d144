/** Everything that reading a document suggests. */
import type { Document } from '../documents/document.ts';
import type { Position } from '../documents/matching.ts';
import { doubtContested } from './contested.ts';
import { believeCorroborated } from './corroborated.ts';
import { suggestFurniture } from './furniture/index.ts';
import { suggestNarrative } from './narrative/index.ts';
import { suggestPerformance } from './performance/index.ts';
import type { IgnoredSuggestion, SuggestContext, Suggestions } from './suggestion.ts';
import { suggestTables } from './tables/index.ts';

const READERS = [suggestTables, suggestNarrative, suggestPerformance, suggestFurniture];

export function suggest(document: Document, context: SuggestContext): Suggestions {
  const parts = READERS.map((read) => read(document, context));
  const cells = parts.flatMap((part) => part.cells);
  const derived = parts.flatMap((part) => part.derived);
  // What is contested neither bears out another reading nor is itself made certain by one.
  const said = doubtContested(believeCorroborated(doubtContested({ cells, derived })));
  return {
    ...said,
    ignored: unsaid(
      parts.flatMap((part) => part.ignored),
      said,
    ),
    absent: parts.flatMap((part) => part.absent),
  };
}

const placeOf = ({ line, start }: Position): string => `${line}:${start}`;

/** Each figure once, and none that states something after all. */
function unsaid(
  ignored: readonly IgnoredSuggestion[],
  { cells, derived }: Pick<Suggestions, 'cells' | 'derived'>,
): IgnoredSuggestion[] {
  const stating = new Set([
    ...cells.flatMap(({ certainty, figures }) => (certainty === 'possible' ? [] : figures.map(placeOf))),
    ...derived.flatMap(({ certainty, figure }) => (certainty === 'possible' ? [] : [placeOf(figure)])),
  ]);
  const first = new Map<string, IgnoredSuggestion>();
  for (const one of ignored) {
    const place = placeOf(one.figure);
    if (!stating.has(place) && !first.has(place)) first.set(place, one);
  }
  return [...first.values()];
}
