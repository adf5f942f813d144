/** Whether an entry answers a query, and how well. */
import type { Entry, OtherName } from './entry.ts';
import { amountsOf, bare, isAmount, plain } from './text.ts';

/** From best to worst. Names include other names; the best of them counts. */
const RANKS = [
  'title-is',
  'name-is',
  'name-starts',
  'name-has',
  'pinyin-is',
  'pinyin-starts',
  'pinyin-has',
  'amount-is',
  'name-in-pieces',
  'context-has',
] as const;
type Rank = (typeof RANKS)[number];

/** What a rank says of the whole group: a name is the word, has it, sounds so, the number is it, or only pieces or the context. */
const LEVELS: Readonly<Record<Rank, number>> = {
  'title-is': 0,
  'name-is': 0,
  'name-starts': 1,
  'name-has': 1,
  'pinyin-is': 2,
  'pinyin-starts': 3,
  'pinyin-has': 3,
  'amount-is': 3,
  'name-in-pieces': 4,
  'context-has': 5,
};

/** Kinds that are told by where they lie, too. Anything else must itself answer a word: its department has many rows. */
const PLACED: readonly Entry['kind'][] = ['department', 'region', 'term'];

export interface Match {
  /** The sum of the ranks of the words: lower is better. */
  readonly score: number;
  /** The worst level of the words: groups are ordered by that of their best result. */
  readonly level: number;
  /** The other name that was meant, when the title does not show why the entry was found. */
  readonly by: OtherName | undefined;
}

/** What is looked at of an entry, plain. */
interface Texts {
  readonly entry: Entry;
  /** The title, then the other names. */
  readonly names: readonly string[];
  readonly context: string;
}

/** How a word was found: one rank, or two where it was cut, and the number of the name that shows why, 0 for the title. */
interface Answer {
  readonly ranks: readonly Rank[];
  readonly name: number;
}

/**
 * How an entry answers all words of a query; undefined when some word is not found, or when only the context of a row
 * has them.
 * @param words as `wordsOf` gives them
 * @param loose a word may also stand in a name in pieces, or partly in the context
 */
export function matchEntry(entry: Entry, words: readonly string[], loose = false): Match | undefined {
  const names = [entry.title, ...(entry.also ?? []).map(({ name }) => name)].map(plain);
  const texts = { entry, names, context: plain(entry.context) };
  const found = words.map((word) => best(texts, word) ?? (loose ? inPieces(texts, word) : undefined));
  if (found.some((one) => one === undefined)) return undefined;
  const ranks = found.flatMap((one) => one!.ranks);
  if (!loose && !PLACED.includes(entry.kind) && ranks.every((rank) => rank === 'context-has')) return undefined;
  const other = found.map((one) => one!.name).find((name) => name > 0);
  return {
    score: scoreOf(ranks),
    level: Math.max(...ranks.map((rank) => LEVELS[rank])),
    by: other === undefined ? undefined : entry.also![other - 1],
  };
}

const scoreOf = (ranks: readonly Rank[]) => ranks.reduce((sum, rank) => sum + RANKS.indexOf(rank), 0);

/** A word in a name, as the number beside it, or in the context. */
function best(texts: Texts, word: string): Answer | undefined {
  const own = ownAnswer(texts, bare(word));
  if (own) return own;
  if (isAmount(word) && amountsOf(texts.entry.amount).includes(word)) return { ranks: ['amount-is'], name: 0 };
  return texts.context.includes(bare(word)) ? { ranks: ['context-has'], name: 0 } : undefined;
}

/** The best rank of a word among the names. */
function ownAnswer({ entry, names }: Texts, word: string): Answer | undefined {
  const found = names.flatMap((name, index) => {
    const rank = nameRank(name, word, index) ?? pinyinRank(entry.pinyin?.[index] ?? '', word);
    return rank ? [{ rank, name: index }] : [];
  });
  const [first] = found.toSorted((a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank) || a.name - b.name);
  return first && { ranks: [first.rank], name: found[0]!.name === 0 ? 0 : first.name };
}

/** A word in pieces: in one name, in the initials of a department (`zhspj`), or one part in the context (昭化公务接待). */
function inPieces(texts: Texts, word: string): Answer | undefined {
  const { entry, names } = texts;
  const initials = (index: number) => (entry.pinyin?.[index] ?? '').split(' ').map(initial).join('');
  const name = names.findIndex(
    (one, index) => hasInPieces(one, word) || (entry.kind === 'department' && hasInPieces(initials(index), word)),
  );
  if (name >= 0) return { ranks: ['name-in-pieces'], name };
  const [first] = cuts(word)
    .flatMap(([part, rest]) => {
      const own = hasInPieces(texts.context, part) ? ownAnswer(texts, rest) : undefined;
      return own ? [{ ranks: [...own.ranks, 'context-has' as const], name: own.name }] : [];
    })
    .toSorted((a, b) => scoreOf(a.ranks) - scoreOf(b.ranks));
  return first;
}

/** A word cut in two, each part as the one that the context may have: two characters or more each. */
function cuts(word: string): (readonly [part: string, rest: string])[] {
  return Array.from({ length: Math.max(0, word.length - 3) }, (_, index) => index + 2).flatMap((at) => {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    return [[head, tail] as const, [tail, head] as const];
  });
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
