/** Compares what reading a made document suggests with what it was made from. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Big } from 'big.js';
import Papa from 'papaparse';
import { score, suggestedCells, type Score, type ScoredCell } from '../../scripts/lib/accuracy.ts';
import type { Document } from '../../src/documents/document.ts';
import type { Suggestions } from '../../src/suggest/suggestion.ts';

interface Stated {
  readonly table: string;
  /** As the comparison names it: without the project before an indicator. */
  readonly item: string;
  readonly measure: string;
  readonly value: string;
}

/** What a document states: cells that must be found, cells that may be, and the words of its indicators. */
export interface Truth {
  readonly cells: readonly Stated[];
  readonly also: readonly Stated[];
  readonly words: readonly Stated[];
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

/** `project › indicator` is known by the indicator, `project.source` by both, a project's score as one of a project. */
function itemOf(table: string, item: string): string {
  if (table === 'indicators') return plain(item.split(' › ').at(-1)!);
  if (table === 'evaluation') return item.replace(/^(?!department\.).*\.(?=[^.]+$)/, 'project.');
  if (table !== 'projects') return item;
  const [, name, source] = /^(.*?)(?:\.(treasury|superior|carry-over|other))?$/.exec(item)!;
  return plain(name!) + (source ? `（${source}）` : '');
}

function read(file: string): Stated[] {
  if (!existsSync(file)) return [];
  const { data, errors } = Papa.parse<Stated>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  return data.map((row) => ({ ...row, item: itemOf(row.table, row.item) }));
}

export function readTruth(folder: string): Truth {
  const cells = read(join(folder, 'truth.csv'));
  if (cells.length === 0) throw new Error(`${folder} has no truth.csv`);
  return { cells, also: read(join(folder, 'also.csv')), words: read(join(folder, 'words.csv')) };
}

/** Words are held to the row of the same printed indicator; a text that should be there and is not is missing. */
function scoreWords(words: readonly Stated[], { cells }: Suggestions): Score[] {
  if (words.length === 0) return [];
  const rows = cells.filter(({ table, certainty }) => table === 'indicators' && certainty !== 'possible');
  const result = {
    table: 'indicators 文字',
    right: [] as ScoredCell[],
    wrong: [] as ScoredCell[],
    missing: [] as ScoredCell[],
  };
  for (const word of words) {
    const said = rows
      .filter(({ columns }) => plain(columns?.['level3'] ?? '') === word.item)
      .map(({ columns }) => columns?.[word.measure] ?? '')
      .filter((text) => text !== '');
    const cell = { ...word, places: new Set<string>(), by: said[0] ?? '' };
    if (said.some((text) => plain(text) === plain(word.value))) result.right.push(cell);
    else {
      result.missing.push(cell);
      if (said.length > 0) result.wrong.push(cell);
    }
  }
  return [result];
}

/** The addresses that a statement leaves open: `vehicles|vehicle-operation`, in one table or in tables listed likewise. */
function alternatives(stated: Stated): Stated[] {
  const tables = stated.table.split('|');
  return stated.item.split('|').map((item, index) => ({ ...stated, item, table: tables[index] ?? tables[0]! }));
}

const same = (a: Stated, b: Stated) =>
  a.table === b.table && a.item === b.item && a.measure === b.measure && new Big(a.value).eq(b.value);

/** Per table. A reading that is right though nobody asked for it counts neither way. */
export function scoreDocument(document: Document, suggestions: Suggestions, truth: Truth): Score[] {
  const suggested = suggestedCells(document, suggestions);
  const open = truth.cells.map(alternatives);
  const asked = open.map((cells) => {
    const found = cells.find((cell) => suggested.some((one) => same(one, cell))) ?? cells[0]!;
    return { ...found, places: new Set<string>(), by: '' };
  });
  const fine = [...truth.also, ...open.flat()];
  const scores = score(asked, suggested, false).map((one) => ({
    ...one,
    wrong: one.wrong.filter((cell) => !fine.some((known) => same(known, cell))),
  }));
  return [...scores, ...scoreWords(truth.words, suggestions)];
}

export interface Shares {
  readonly asked: number;
  /** In percent of what was asked for. */
  readonly right: number;
  readonly wrong: number;
}

export function sharesOf(scores: readonly Score[]): Shares {
  const count = (kind: 'right' | 'wrong' | 'missing') => scores.reduce((sum, one) => sum + one[kind].length, 0);
  const asked = count('right') + count('missing');
  return { asked, right: (count('right') / asked) * 100, wrong: (count('wrong') / asked) * 100 };
}

/** Every cell that is wrong or missing, one per line, for people. */
export function listFaults(scores: readonly Score[]): string {
  return scores
    .flatMap(({ wrong, missing }) => [
      ...wrong.map((cell) => ['错', cell] as const),
      ...missing.map((cell) => ['缺', cell] as const),
    ])
    .map(([word, { table, item, measure, value, by }]) => `${word} ${table}/${item}/${measure} = ${value} ${by}`)
    .join('\n');
}
