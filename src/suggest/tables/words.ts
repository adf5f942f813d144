/** Labels and heads made ready for comparing with declared words. */
import { comparable } from '../../figures/characters.ts';

const NUMERALS = '[一二三四五六七八九十]+';
const ENUMERATOR = new RegExp(
  `^(?:(?:其中|减|加)[:：]?|${NUMERALS}[、.．]|[（(](?:${NUMERALS}|[0-9０-９]{1,2})[）)]|[0-9０-９]{1,2}[、.．)）](?![0-9])|[—–－-]+)`,
  'u',
);

/** A label without its enumerators (一、 (二) 3. 其中：), quotation marks and closing colon. `text`: without spaces. */
export function plain(text: string): string {
  let rest = text.replace(/["“”'‘’*]/gu, '').replace(/[:：]$/u, '');
  for (let match = ENUMERATOR.exec(rest); match && match[0].length < rest.length; match = ENUMERATOR.exec(rest))
    rest = rest.slice(match[0].length);
  return rest;
}

/** A classification name for comparing: brackets of one kind, without 支出 at its end. */
export function nameKey(text: string): string {
  return plain(comparable(text).replace(/\s+/gu, '')).replace(/支出$/u, '');
}
