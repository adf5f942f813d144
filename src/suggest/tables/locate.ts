/** The tables of a document with what is printed around them; parts on several pages are put together. */
import { comparable } from '../../figures/characters.ts';
import type { Document, Paragraph } from '../../documents/document.ts';
import { caption, isHeadRow, isSectionHead, sameWords, splitHead } from './heads.ts';
import { named, titleOf } from './recognise.ts';
import { mendSpans } from './spans.ts';
import { gatherLetters } from './spread.ts';
import { cellsOf, compact, gridRows, type FigureIndex, type GridRow } from './grid.ts';

export interface LocatedTable {
  /** Short texts above the table, the nearest first: title, number, unit, department; then the name of its sheet. */
  readonly above: readonly string[];
  readonly aboveBlocks: readonly Paragraph[];
  /** Rows within the table that carry its title, number or unit. */
  readonly captions: readonly GridRow[];
  readonly heads: readonly GridRow[];
  readonly body: readonly GridRow[];
  /** Texts right below the table: its notes. */
  readonly below: readonly string[];
}

const SHORT = 80;
const ABOVE = 8;
const BELOW = 4;

/** A paragraph that may be the title of a table. */
export const TITLE = /表(?:[（(].*[）)])?(?:\(?续表?\)?)?(?:公开[0-9]+表)?/u;

export function locateTables(document: Document, figures: FigureIndex): LocatedTable[] {
  const located: LocatedTable[] = [];
  const furniture = pageFurniture(document);
  const textsOf = (paragraphs: readonly Paragraph[]) =>
    paragraphs.map((one) => compact(document, one)).filter((text) => text !== '' && !furniture.has(text));
  let since: Paragraph[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') {
      since.push(block);
      continue;
    }
    const texts = textsOf(since);
    const last = located.at(-1);
    if (last) located[located.length - 1] = { ...last, below: [...last.below, ...texts.slice(0, BELOW)] };
    const { captions, ...rest } = splitHead(gridRows(document, block, figures));
    const { heads, body } =
      document.format === 'text' || document.format === 'word'
        ? { heads: mendSpans(rest.heads), body: rest.body }
        : document.format === 'pdf'
          ? gatherLetters(rest.heads, rest.body)
          : rest;
    const words = captions.flatMap(caption);
    const above = [...texts.slice(-ABOVE).reverse(), ...(block.sheet ? [comparable(block.sheet)] : [])];
    const part = { heads, body, words };
    if (last && goesOn(last, part, texts)) {
      const own = heads.some(isHeadRow);
      located[located.length - 1] = {
        ...located.at(-1)!,
        captions: [...last.captions, ...captions, ...(own ? heads : [])],
        body: [...last.body, ...(own ? body : [...heads, ...body])],
        below: [],
      };
    } else {
      // Columns may be told otherwise on the next page, where the head is the same.
      const again = last !== undefined && texts.length === 0 && words.length === 0 && sameHeads(last, part);
      located.push({
        above: again ? last.above : [...words.reverse(), ...above].filter((text) => text.length <= SHORT),
        aboveBlocks: since.slice(-ABOVE),
        captions,
        heads,
        body,
        below: [],
      });
    }
    since = [];
  }
  const texts = textsOf(since);
  const last = located.at(-1);
  if (last) located[located.length - 1] = { ...last, below: [...last.below, ...texts.slice(0, BELOW)] };
  return located.flatMap(sections);
}

/** A table whose heads change on the way down is several tables under one title; heads that are repeated are left out. */
function sections(table: LocatedTable): LocatedTable[] {
  const parts: { heads: GridRow[]; body: GridRow[] }[] = [{ heads: [...table.heads], body: [] }];
  for (const row of table.body) {
    const last = parts.at(-1)!;
    if (!isSectionHead(row)) last.body.push(row);
    else if (last.heads.some((head) => sameWords(head, row))) continue;
    else parts.push({ heads: [row], body: [] });
  }
  return parts.map((part) => ({ ...table, ...part }));
}

interface Part {
  readonly heads: readonly GridRow[];
  readonly body: readonly GridRow[];
  readonly words: readonly string[];
}

/** Whether a table is the rest of the one before it: as wide, no other title between, its head repeated or none. */
function goesOn(last: LocatedTable, part: Part, between: readonly string[]): boolean {
  const width = (last.heads[0] ?? last.body[0])?.length;
  if (width !== (part.heads[0] ?? part.body[0])?.length || between.length > 4) return false;
  const known = new Set(last.above.map(bare));
  const titles = [...between, ...part.words].filter((text) => text.length <= SHORT && TITLE.test(text));
  if (titles.some((title) => !/^\(?续表?\)?$/u.test(title) && !known.has(bare(title)))) return false;
  const heads = part.heads.filter(isHeadRow);
  return heads.every((row) => last.heads.some((other) => sameWords(row, other))) || sameHeads(last, { heads });
}

/** Whether two heads are of the same letters, whatever row or column a reader put them in. */
const sameHeads = (a: Pick<Part, 'heads'>, b: Pick<Part, 'heads'>) =>
  a.heads.length > 0 && letters(a.heads) === letters(b.heads);

/** Texts like titles that stand at the head of every page and name no table. */
function pageFurniture(document: Document): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const block of document.blocks) {
    const text = block.kind === 'paragraph' ? compact(document, block) : '';
    if (text.length <= SHORT && TITLE.test(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Set(
    [...counts].flatMap(([text, count]) => (count > 2 && named(titleOf(text)).length === 0 ? [text] : [])),
  );
}

const letters = (heads: readonly GridRow[]) =>
  heads
    .flatMap((row) => cellsOf(row).flatMap(({ text }) => Array.from(text)))
    .sort()
    .join('');

const bare = (title: string) => title.replace(/\(?续表?\)?|公开[0-9]+表/gu, '');
