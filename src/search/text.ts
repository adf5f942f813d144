/** How names and queries are cut, the same when the index is built and when it is asked. */

/** Letters and digits only, half width, lower case: `“三公”经费` becomes `三公经费`. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words of a query, plain; all of them must be found. */
export function wordsOf(query: string): string[] {
  return query
    .split(/\s+/)
    .map(plain)
    .filter((word) => word !== '');
}

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
  return (word.match(RUNS) ?? []).flatMap((run) => {
    const size = sizes(run).findLast((one) => one <= [...run].length);
    return size === undefined ? [] : cut(run, size);
  });
}

/** The single characters of a word: what a text must have to contain it in pieces. */
export function lettersOf(word: string): string[] {
  return (word.match(RUNS) ?? []).flatMap((run) => (sizes(run).includes(1) ? cut(run, 1) : gramsOfWord(run)));
}

/** The file that holds a gram, from 0. */
export function shardOf(gram: string, shards: number): number {
  return [...gram].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 65_521, 7) % shards;
}
