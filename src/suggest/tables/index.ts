/** Reads the standard tables of the accounts (公开01–09 and provincial variants). */
import type { Document } from '../../documents/document.ts';
import type { SuggestContext, Suggestions } from '../suggestion.ts';

export function suggestTables(_document: Document, _context: SuggestContext): Suggestions {
  return { cells: [], derived: [], ignored: [], absent: [] };
}
