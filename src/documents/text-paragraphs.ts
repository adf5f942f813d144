/** Paragraphs of plain text, whether each stands on one line or is broken at a fixed width. */
import type { Piece } from './document.ts';
import { trimmed } from './text-tables.ts';

/** How wide a line shows: an ideograph is two. */
export function width(text: string): number {
  let sum = 0;
  for (const character of text) sum += character.codePointAt(0)! < 0x1100 ? 1 : 2;
  return sum;
}

/** What opens a paragraph: 一、 （一） （1） 1. 1、 第一部分 # */
const OPENING =
  /^\s*(?:#|\*\*|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]{1,2}(?:[、．)）]|\.(?![0-9]))|第[一二三四五六七八九十]+(?:部分|章|节)|附件|附表)/u;
const UPRIGHT = /^\s*[\p{Script=Han}（()）]{1,2}\s*$/u;
/** A numbered heading: no sentence. */
const TITLE =
  /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+部分)[^，。；：,;:]*$/u;
/** A line of plain text that ends so is complete wherever it ends. */
const CLOSED = /[。；：！？;:!?”）)】*]\s*$/u;

/** The width at which the lines of prose are broken; undefined when paragraphs stand on one line each. */
function fill(lines: readonly string[]): number | undefined {
  const widths = lines.map((line) => width(line.trim())).filter((one) => one >= 24);
  const counts = new Map<number, number>();
  for (const one of widths) counts.set(one, (counts.get(one) ?? 0) + 1);
  const near = (at: number) => [0, 1, 2, 3].reduce((sum, step) => sum + (counts.get(at - step) ?? 0), 0);
  const best = [...counts.keys()].sort((a, b) => near(b) - near(a) || b - a)[0];
  if (best === undefined || near(best) < Math.max(3, 0.25 * widths.length)) return undefined;
  return widths.filter((one) => one > best + 3).length <= 0.1 * widths.length ? best : undefined;
}

/** @param taken lines that are in a table. @returns the pieces of each paragraph, without Markdown marks. */
export function textParagraphs(lines: readonly string[], taken: ReadonlySet<number>): Piece[][] {
  const full = fill(lines.filter((line, index) => !taken.has(index) && !line.includes('\t')));
  const result: Piece[][] = [];
  let last: string | undefined;
  let first = true;
  lines.forEach((line, index) => {
    if (taken.has(index)) last = undefined;
    else if (line.trim() !== '') {
      const pieces = unmarked(index, line);
      const joins = last !== undefined && goesOn(last, line, full, first);
      if (joins) result.at(-1)!.push(...pieces);
      else if (pieces.length > 0) result.push(pieces);
      last = pieces.length > 0 ? line : undefined;
      first = !joins;
    }
  });
  return result;
}

/** @param first whether the previous line is the first of its paragraph, whose indent may have been lost. */
function goesOn(previous: string, line: string, full: number | undefined, first: boolean): boolean {
  if (OPENING.test(line) || /^\s*#/u.test(previous)) return false;
  // Words set from top to bottom.
  if (UPRIGHT.test(previous) && UPRIGHT.test(line)) return true;
  const indented = /^(?:\s{2,}|\u3000)/u.test(line);
  if (full === undefined) return width(previous) > 60 && !CLOSED.test(previous) && !indented;
  if (/[，、]\s*$/u.test(previous)) return width(previous) > 24;
  const word = /^(?:[0-9A-Za-z.,%]+|.)[，。；：！？、）》”%]*/u.exec(line.trim())![0];
  const indent = first && !/[。；！？]\s*$/u.test(previous) && !TITLE.test(previous) ? 5 : 0;
  return full - width(previous.trim()) < width(word) + 3 + indent;
}

/** A line without what Markdown marks headings and bold type with. */
function unmarked(index: number, line: string): Piece[] {
  const start = /^\s*#+\s+/u.exec(line)?.[0].length ?? 0;
  const ends = [...line.slice(start).matchAll(/\*\*/gu)].map((match) => start + match.index);
  const from = [start, ...ends.map((end) => end + 2)];
  return from.flatMap((one, i) => trimmed(index, line, one, ends[i] ?? line.length));
}
