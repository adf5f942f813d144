/** Asks the index: which blocks of entries can hold the words, then which entries do. */
import { blockFile, HEAD, KINDS, shardFile, type Entry, type IndexHead, type Shard } from './entry.ts';
import { matchEntry, type Match } from './match.ts';
import { gramsOfWord, lettersOf, shardOf, wordsOf } from './text.ts';

/** Reads one file of the index, relative to its folder; rejects when it is not there. */
export type Load = (path: string) => Promise<unknown>;

export interface Hit extends Match {
  readonly entry: Entry;
}

export interface Group {
  readonly kind: keyof typeof KINDS;
  readonly name: string;
  /** Best first. */
  readonly hits: readonly Hit[];
}

export interface Found {
  /** The query says too little: it is empty, or a single Latin letter. */
  readonly vague: boolean;
  /** Nothing has the words as they were written; these have them in pieces, or in the context alone. */
  readonly loose: boolean;
  /** The group with the best result first. */
  readonly groups: readonly Group[];
  readonly total: number;
  /** There may be more than was looked at. */
  readonly more: boolean;
}

/** Enough results for one answer; the blocks read at once, in all, and in all while nothing is found. */
const ENOUGH = 400;
const STEP = 6;
const MOST = 48;
const MOST_WITHOUT = 240;

/** A search over an index. Every file is read once; a failed reading is tried again with the next question. */
export function finder(load: Load): (query: string) => Promise<Found> {
  const read = remember(load);

  return async (query) => {
    const words = wordsOf(query);
    const wanted = words.flatMap(gramsOfWord);
    const head = await read<IndexHead>(HEAD);
    if (wanted.length === 0) return { vague: true, loose: false, groups: [], total: 0, more: false };
    const found = await ask(head, words, wanted, false);
    return found.total > 0 || found.more ? found : ask(head, words, words.flatMap(lettersOf), true);
  };

  async function ask(head: IndexHead, words: readonly string[], wanted: readonly string[], loose: boolean) {
    const lists = await Promise.all(
      [...new Set(wanted)].map(async (gram) => {
        const shard = await read<Shard>(shardFile(head.version, shardOf(gram, head.shards)));
        return Object.hasOwn(shard, gram) ? blocksOf(shard[gram]!) : [];
      }),
    );
    const blocks = intersect(lists);
    const hits: Hit[] = [];
    let next = 0;
    const most = () => Math.min(blocks.length, hits.length > 0 ? MOST : MOST_WITHOUT);
    while (next < most() && hits.length < ENOUGH) {
      const some = blocks.slice(next, next + STEP);
      const entries = await Promise.all(some.map((block) => read<readonly Entry[]>(blockFile(head.version, block))));
      hits.push(...entries.flat().flatMap((entry) => hitOf(entry, words, loose)));
      next += STEP;
    }
    const more = next < blocks.length;
    return { vague: false, loose, groups: grouped(hits), total: hits.length, more };
  }
}

/** Reads each file once. What failed is forgotten, so that it can be tried again. */
function remember(load: Load): <T>(path: string) => Promise<T> {
  const known = new Map<string, Promise<unknown>>();
  return <T>(path: string) => {
    let reading = known.get(path);
    if (!reading) {
      reading = load(path);
      known.set(path, reading);
      reading.catch(() => known.delete(path));
    }
    return reading as Promise<T>;
  };
}

function hitOf(entry: Entry, words: readonly string[], loose: boolean): Hit[] {
  const match = matchEntry(entry, words, loose);
  return match ? [{ entry, ...match }] : [];
}

function blocksOf(distances: readonly number[]): number[] {
  let block = 0;
  return distances.map((distance) => (block += distance));
}

/** Numbers that are in all lists, which ascend. */
function intersect(lists: readonly (readonly number[])[]): number[] {
  const [first = [], ...others] = lists.toSorted((a, b) => a.length - b.length);
  const sets = others.map((list) => new Set(list));
  return first.filter((block) => sets.every((set) => set.has(block)));
}

/** By kind; equally good results stay in the order of the index, groups of the same level in the order of the kinds. */
function grouped(hits: readonly Hit[]): Group[] {
  const groups = Object.entries(KINDS).map(([kind, name]) => ({
    kind: kind as keyof typeof KINDS,
    name,
    hits: hits.filter(({ entry }) => entry.kind === kind).sort((a, b) => a.score - b.score),
  }));
  const level = ({ hits: all }: Group) => Math.min(...all.map((hit) => hit.level));
  return groups.filter((group) => group.hits.length > 0).sort((a, b) => level(a) - level(b));
}
