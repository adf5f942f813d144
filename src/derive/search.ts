/** The files of the search index: entries in blocks, and which blocks hold which grams. */
import { createHash } from 'node:crypto';
import { blockFile, HEAD, shardFile, type Entry, type IndexHead } from '../search/entry.ts';
import { initial } from '../search/match.ts';
import { amountsOf, bare, grams, plain, shardOf } from '../search/text.ts';

export interface IndexFile {
  /** Relative to the folder of the index. */
  readonly path: string;
  readonly content: string;
}

/** Entries in a block: about 20 kB, 3 kB compressed. */
const BLOCK = 80;
/** Mentions of blocks in a file of grams: about 8 kB, 4 kB compressed. */
const SHARD = 3_000;
const VERSION_LENGTH = 12;

/** The whole index, the head last. The same entries give the same bytes. */
export function indexFiles(entries: readonly Entry[]): IndexFile[] {
  const blocks = blocksOf(entries);
  const shards = shardsOf(gramsOf(blocks));
  const contents = [...shards, ...blocks].map((part) => JSON.stringify(part));
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content).update('\0');
  const version = hash.digest('hex').slice(0, VERSION_LENGTH);
  const head: IndexHead = { version, shards: shards.length, entries: entries.length };
  return [
    ...contents.map((content, index) => ({
      path: index < shards.length ? shardFile(version, index) : blockFile(version, index - shards.length),
      content,
    })),
    { path: HEAD, content: JSON.stringify(head) },
  ];
}

function blocksOf(entries: readonly Entry[]): (readonly Entry[])[] {
  return Array.from({ length: Math.ceil(entries.length / BLOCK) }, (_, index) =>
    entries.slice(index * BLOCK, (index + 1) * BLOCK),
  );
}

/** For each gram the blocks that hold it, ascending. */
function gramsOf(blocks: readonly (readonly Entry[])[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [block, entries] of blocks.entries()) {
    const here = new Set<string>();
    for (const text of textsOf(entries)) for (const gram of grams(text)) here.add(gram);
    for (const gram of here) {
      const list = found.get(gram);
      if (list) list.push(block);
      else found.set(gram, [block]);
    }
  }
  return found;
}

/** Everything by which some entries can be found, plain, each text once: many rows share names and contexts. */
function textsOf(entries: readonly Entry[]): string[] {
  const names = entries.flatMap(({ title, also = [], context }) => [title, ...also.map(({ name }) => name), context]);
  const typed = new Set(entries.flatMap(({ pinyin = [] }) => pinyin));
  return [
    ...[...new Set(names)].map(plain),
    ...new Set(entries.flatMap(({ amount }) => amountsOf(amount).map(bare))),
    ...[...typed].flatMap((pinyin) => {
      const syllables = pinyin.split(' ');
      return [syllables.join(''), syllables.map(initial).join('')];
    }),
  ];
}

/** Grams in order of code units, spread over files of about the same size; a block as its distance from the one before. */
function shardsOf(found: ReadonlyMap<string, readonly number[]>): Record<string, number[]>[] {
  const mentions = [...found.values()].reduce((sum, { length }) => sum + length + 2, 0);
  const shards: Record<string, number[]>[] = Array.from(
    { length: Math.max(1, Math.ceil(mentions / SHARD)) },
    () => ({}),
  );
  for (const gram of [...found.keys()].sort()) {
    const blocks = found.get(gram)!;
    shards[shardOf(gram, shards.length)]![gram] = blocks.map((block, index) => block - (blocks[index - 1] ?? 0));
  }
  return shards;
}
