/** Whether an entry answers a query, and how well. */
import type { Entry, OtherName } from './entry.ts';
import { plain } from './text.ts';

/** From best to worst. Names include other names; the best of them counts. */
const RANKS = [
  'title-is',
  'name-is',
  'name-starts',
  'name-has',
  'pinyin-is',
  'pinyin-starts',
  'pinyin-has',
  'context-has',
  'name-in-pieces',
] as const;
type Rank = (typeof RANKS)[number];

/** What a rank says of the whole group: a name is the word, has it, is typed so, sounds so, or only the context has it. */
const LEVELS: Readonly<Record<Rank, number>> = {
  'title-is': 0,
  'name-is': 0,
  'name-starts': 1,
  'name-has': 1,
  'pinyin-is': 2,
  'pinyin-starts': 3,
  'pinyin-has': 3,
  'context-has': 4,
  'name-in-pieces': 5,
};

export interface Match {
  /** The sum of the ranks of the words: lower is better. */
  readonly score: number;
  /** The worst level of the words: groups are ordered by that of their best result. */
  readonly level: number;
  /** The other name that was meant, when the title does not show why the entry was found. */
  readonly by: OtherName | undefined;
}

/**
 * How an entry answers all words of a query; undefined when some word is not found.
 * @param words plain
 * @param loose a word may also stand in a name in pieces
 */
export function matchEntry(entry: Entry, words: readonly string[], loose = false): Match | undefined {
  const names = [entry.title, ...(entry.also ?? []).map(({ name }) => name)].map(plain);
  const found = words.map((word) => best(entry, names, word, loose));
  if (found.some((one) => one === undefined)) return undefined;
  const other = found.map((one) => one!.name).find((name) => name > 0);
  return {
    score: found.reduce((sum, one) => sum + RANKS.indexOf(one!.rank), 0),
    level: Math.max(...found.map((one) => LEVELS[one!.rank])),
    by: other === undefined ? undefined : entry.also![other - 1],
  };
}

/** The best rank of a word, and the number of the name that shows why it was found: 0 for the title or the context. */
function best(
  entry: Entry,
  names: readonly string[],
  word: string,
  loose: boolean,
): { rank: Rank; name: number } | undefined {
  const found = names.flatMap((name, index) => {
    const rank = nameRank(name, word, index) ?? pinyinRank(entry.pinyin?.[index] ?? '', word);
    return rank ? [{ rank, name: index }] : [];
  });
  const [first] = found.toSorted((a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank) || a.name - b.name);
  if (first) return { rank: first.rank, name: found[0]!.name === 0 ? 0 : first.name };
  if (plain(entry.context).includes(word)) return { rank: 'context-has', name: 0 };
  const name = loose ? names.findIndex((one) => hasInPieces(one, word)) : -1;
  return name < 0 ? undefined : { rank: 'name-in-pieces', name };
}

/** Whether a word, cut into pieces of two characters or more, stands in a name in this order: 热线满意率 in 热线群众满意率. */
export function hasInPieces(name: string, word: string): boolean {
  if (word === '') return true;
  for (let length = word.length; length >= 2; length -= 1) {
    const at = name.indexOf(word.slice(0, length));
    if (at >= 0 && hasInPieces(name.slice(at + length), word.slice(length))) return true;
  }
  return false;
}

function nameRank(name: string, word: string, index: number): Rank | undefined {
  const at = name.indexOf(word);
  if (at < 0) return undefined;
  if (name === word) return index === 0 ? 'title-is' : 'name-is';
  return at === 0 ? 'name-starts' : 'name-has';
}

/** Initials or full syllables, from any syllable on: `gwjd`, `gongwujiedai` and `jiedai` for `gong wu jie dai fei`. */
function pinyinRank(pinyin: string, word: string): Rank | undefined {
  if (pinyin === '' || !/^[a-z0-9]{2,}$/.test(word)) return undefined;
  const syllables = pinyin.split(' ');
  const forms = [syllables.map(initial), syllables];
  if (forms.some((form) => form.join('') === word)) return 'pinyin-is';
  const at = syllables.findIndex((_, start) => forms.some((form) => form.slice(start).join('').startsWith(word)));
  return at < 0 ? undefined : at === 0 ? 'pinyin-starts' : 'pinyin-has';
}

/** The first letter of a syllable; digits stand whole. */
export function initial(syllable: string): string {
  return /^[0-9]/.test(syllable) ? syllable : syllable.charAt(0);
}
