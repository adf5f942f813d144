/** Reads the sentences of a 部门决算公开. */
import type { Document } from '../../documents/document.ts';
import type { SuggestContext, Suggestions } from '../suggestion.ts';

export function suggestNarrative(_document: Document, _context: SuggestContext): Suggestions {
  return { cells: [], derived: [], ignored: [], absent: [] };
}
