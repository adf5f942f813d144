/** How names and queries are cut, the same when the index is built and when it is asked. */

/** Letters and digits only, half width, lower case: `“三公”经费` becomes `三公经费`. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words of a query, all of which must be found: plain, or a decimal number with its point, `1249.47`. */
export function wordsOf(query: string): string[] {
  return query
    .split(/\s+/)
    .map((word) => amountsOf(word, true)[0] ?? plain(word))
    .filter((word) => word !== '');
}

const DECIMAL = /\d+(?:,\d{3})*\.\d+/g;

/** The decimal numbers of a text, without separators: `1249.47` of `决算 1,249.47 万元`. @param whole the text is nothing else */
export function amountsOf(text = '', whole = false): string[] {
  const read = text.normalize('NFKC');
  const found = read.match(DECIMAL) ?? [];
  return whole && found[0] !== read ? [] : found.map((one) => one.replaceAll(',', ''));
}

/** Whether a word of a query is a decimal number. */
export const isAmount = (word: string) => word.includes('.');

/** A word as names have it, plain: without its decimal point. */
export const bare = (word: string) => word.replace('.', '');

/** Latin letters and digits say little each, Chinese characters much: grams of 2–3 of the former, 1–2 of the latter. */
const RUNS = /[a-z0-9]+|[^a-z0-9]+/g;
const sizes = (run: string) => (/^[a-z0-9]/.test(run) ? [2, 3] : [1, 2]);

function cut(run: string, size: number): string[] {
  // Rare characters are two code units long; a text without any is sliced as it is, which is much faster.
  const letters = /[\uD800-\uDFFF]/.test(run) ? [...run] : run;
  const parts: string[] = [];
  for (let at = 0; at + size <= letters.length; at += 1) {
    const part = letters.slice(at, at + size);
    parts.push(typeof part === 'string' ? part : part.join(''));
  }
  return parts;
}

/** Every gram under which a plain text can be found. */
export function grams(text: string): string[] {
  return (text.match(RUNS) ?? []).flatMap((run) => sizes(run).flatMap((size) => cut(run, size)));
}

/** The grams that a text must have to contain a word: the longest that the word allows. Empty for a single Latin letter. */
export function gramsOfWord(word: string): string[] {
  return (bare(word).match(RUNS) ?? []).flatMap((run) => {
    const size = sizes(run).findLast((one) => one <= [...run].length);
    return size === undefined ? [] : cut(run, size);
  });
}

/**
 * What a text must have to contain a word in pieces: its single Chinese characters; of a run of Latin letters the first
 * and the last two, since a piece is no shorter.
 */
export function lettersOf(word: string): string[] {
  return (bare(word).match(RUNS) ?? []).flatMap((run) => {
    if (sizes(run).includes(1)) return cut(run, 1);
    return /^[a-z]{4,}$/.test(run) ? [run.slice(0, 2), run.slice(-2)] : gramsOfWord(run);
  });
}

/** The file that holds a gram, from 0. */
export function shardOf(gram: string, shards: number): number {
  return [...gram].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 65_521, 7) % shards;
}
