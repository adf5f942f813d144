/** Reads performance self-evaluations: fund tables, indicator tables, staff, projects, ratings. */
import type { Document } from '../../documents/document.ts';
import type { SuggestContext, Suggestions } from '../suggestion.ts';

export function suggestPerformance(_document: Document, _context: SuggestContext): Suggestions {
  return { cells: [], derived: [], ignored: [], absent: [] };
}
