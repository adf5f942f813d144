/** Finds tables that have no ruling lines between their columns, by the gaps that run down through their lines. */
import { isHeading } from '../headings.ts';
import { median, type Run } from './geometry.ts';
import { lineText, plainText, toLine, type TextLine } from './lines.ts';
import { AMOUNT, splitRows } from './rows.ts';
import type { PageTable, RunCell } from './ruled.ts';

interface Candidate {
  readonly line: TextLine;
  /** Stretches that stand apart at all, and those that stand apart by about a character. */
  readonly words: readonly TextLine[];
  readonly parts: number;
}

const HAN = /^\p{Script=Han}$/u;

function stretches(line: TextLine, gap: number): TextLine[] {
  const groups: Run[][] = [];
  for (const run of line.runs) {
    const group = groups.at(-1);
    // Ideographs set one by one are a word in wide setting.
    const wide = HAN.test(run.text) && HAN.test(group?.at(-1)?.text ?? '');
    if (group && run.left - group.at(-1)!.right < (wide ? Math.max(gap, 0.6) : gap) * run.size) group.push(run);
    else groups.push([run]);
  }
  return groups.map(toLine);
}

/** @param lines of the page outside of ruled tables. @returns the tables and the lines that are in none. */
export function findAligned(lines: readonly TextLine[]): { tables: PageTable[]; rest: TextLine[] } {
  const candidates = lines.map((line) => ({ line, words: stretches(line, 0.18), parts: stretches(line, 0.9).length }));
  const tables: PageTable[] = [];
  const rest: TextLine[] = [];
  for (let start = 0; start < candidates.length;) {
    const end = reach(candidates, start);
    const part = candidates.slice(start, end);
    const columns = findColumns(part);
    const skipped = part.findIndex((one) => isRow(one) || isHead(one, columns));
    if (columns.length > 1 && skipped >= 0) {
      let from = start + skipped;
      rest.push(...part.slice(0, skipped).map(({ line }) => line));
      while (
        rest.at(-1) === candidates[from - 1]?.line &&
        from > 0 &&
        wraps(candidates[from]!, candidates[from - 1]!, columns[0]![0])
      ) {
        rest.pop();
        from -= 1;
      }
      tables.push(toTable(candidates.slice(from, end), columns));
      start = end;
    } else {
      rest.push(candidates[start]!.line);
      start += 1;
    }
  }
  return { tables, rest };
}

/** Running text, tables of contents and headings are no rows, whatever gaps they have. */
const isText = (line: TextLine): boolean =>
  /(?<![0-9０-９])，|[。；]|[.．·…]{4}|表$/u.test(lineText(line)) || isHeading(lineText(line));

function isRow({ line, words, parts }: Candidate): boolean {
  const amounts = words.filter((word) => AMOUNT.test(plainText(word))).length;
  const apart = parts > 2 || (parts === 2 && AMOUNT.test(plainText(words.at(-1)!)));
  return (apart || (words.length > 2 && amounts > 1)) && !isText(line);
}

/** Whether a line is a head of columns: it stands over at least two of them, well apart. */
function isHead({ words }: Candidate, columns: readonly Column[]): boolean {
  const gaps = words.slice(1).map((word, index) => (word.left - words[index]!.right) / word.size);
  return Math.max(0, ...gaps) > 0.4 && new Set(words.map((word) => covered(word, columns)[0])).size > 1;
}

/** The end of a run of rows that begins here or soon, `start` if there are too few; lines alone may stand between. */
function reach(candidates: readonly Candidate[], start: number): number {
  let end = start;
  let weight = 0;
  for (let index = start; index < candidates.length && index <= end + 3; index += 1) {
    const [one, previous] = [candidates[index]!, candidates[index - 1]];
    if (isText(one.line) || (index > start && one.line.base - previous!.line.base > 4.5 * one.line.size)) break;
    if (index === start && one.words.length < 2) break;
    if (!isRow(one)) continue;
    weight += one.words.length > 4 ? 2 : 1;
    end = index + 1;
  }
  if (weight < 3) return start;
  const left = Math.min(...candidates.slice(start, end).map(({ line }) => line.left));
  while (end < candidates.length && wraps(candidates[end - 1]!, candidates[end]!, left)) end += 1;
  return end;
}

/** Whether a line alone, close to a row and within the table, is part of a name that wraps. `left`: where the table begins. */
function wraps({ line: row }: Candidate, { line, words }: Candidate, left: number): boolean {
  const tight = Math.abs(line.base - row.base) < 1.5 * line.size && Math.abs(line.size - row.size) < 0.1 * row.size;
  const under = line.left > left - 0.5 * line.size && line.right < row.right + 0.5 * line.size;
  return tight && under && words.length === 1 && !isText(line);
}

type Column = readonly [left: number, right: number];

const hasAmount = ({ words }: Candidate): boolean => words.some((word) => AMOUNT.test(plainText(word)));
const touches = (word: TextLine, [left, right]: Column): boolean => word.left < right && word.right > left;

/** The columns of the rows with amounts, and those that only a head stands over. */
function findColumns(part: readonly Candidate[]): Column[] {
  const rows = part.filter(isRow);
  const body = rows.filter(hasAmount);
  if (body.length < 2) return textColumns(rows);
  const columns = textColumns(body);
  const first = part.indexOf(body[0]!);
  const heads = part.filter(
    (one, index) => !hasAmount(one) && (isRow(one) || (index < first && one.words.length > 2 && !isText(one.line))),
  );
  for (const { words } of heads) {
    for (const word of words.filter((one) => !columns.some((column) => touches(one, column)))) {
      const [nearest] = covered(word, columns);
      const claimed = words.some((other) => other !== word && covered(other, columns)[0] === nearest);
      if (!claimed) continue;
      columns.push([word.left, word.right]);
      columns.sort((a, b) => a[0] - b[0]);
    }
  }
  return columns;
}

/** Stretches across the page that text fills in most rows, with gaps between that hardly any row bridges. */
function textColumns(rows: readonly Candidate[]): Column[] {
  const size = median(
    rows.map(({ line }) => line.size),
    10,
  );
  const edges = rows
    .flatMap(({ words }) => words.flatMap((word) => [[word.left, 1] as const, [word.right, -1] as const]))
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const few = Math.floor(0.1 * rows.length);
  const columns: [number, number][] = [];
  let depth = 0;
  for (const [at, step] of edges) {
    const before = depth;
    depth += step;
    const last = columns.at(-1);
    if (before <= few && depth > few) {
      if (last && at - last[1] < 0.15 * size) last[1] = Infinity;
      else columns.push([at, Infinity]);
    } else if (before > few && depth <= few && last) last[1] = at;
  }
  return columns;
}

/** The columns a word stands in: those it shares a good part with, or the nearest. */
function covered(word: TextLine, columns: readonly Column[]): number[] {
  const shared = columns.map(([left, right]) => Math.min(word.right, right) - Math.max(word.left, left));
  const many = columns.flatMap(([left, right], index) =>
    shared[index]! > Math.min(0.6 * word.size, 0.5 * (right - left)) ? [index] : [],
  );
  return many.length > 1 ? many : [shared.indexOf(Math.max(...shared))];
}

function toTable(candidates: readonly Candidate[], columns: readonly Column[]): PageTable {
  const places = new Map<Run, readonly number[]>();
  for (const { words } of candidates)
    for (const word of words) for (const run of word.runs) places.set(run, covered(word, columns));
  const columnOf = (run: Run): number => places.get(run)![0]!;
  const isBody = ({ words }: Candidate) =>
    words.some((word) => AMOUNT.test(plainText(word)) && columnOf(word.runs[0]!) > 0);
  let body = Math.max(0, candidates.findIndex(isBody));
  while (body > 0 && wraps(candidates[body]!, candidates[body - 1]!, columns[0]![0])) body -= 1;
  const groups = [
    ...headRows(candidates.slice(0, body), columnOf),
    ...splitRows(
      candidates.slice(body).map(({ line }) => line),
      columnOf,
    ),
  ];
  const rows = groups.map((group): RunCell[] => {
    const runs = group.flatMap((line) => line.runs);
    return [...new Set(runs.map(columnOf))]
      .sort((a, b) => a - b)
      .map((column) => {
        const own = runs.filter((run) => columnOf(run) === column);
        return { column, columns: Math.max(...own.map((run) => places.get(run)!.length)), rows: 1, runs: own };
      });
  });
  return { top: candidates[0]!.line.top, bottom: candidates.at(-1)!.line.bottom, rows };
}

/** Lines of a head: one that wraps what stands right above belongs to the same row. */
function headRows(candidates: readonly Candidate[], columnOf: (run: Run) => number): TextLine[][] {
  const centre = (word: TextLine) => (word.left + word.right) / 2;
  const groups: { lines: TextLine[]; words: TextLine[] }[] = [];
  for (const { line, words } of candidates) {
    const last = groups.at(-1);
    const wrapped = words.every((word) =>
      last?.words.some(
        (above) =>
          columnOf(above.runs[0]!) === columnOf(word.runs[0]!) &&
          Math.abs(centre(above) - centre(word)) < 0.8 * word.size &&
          word.base - above.base < 1.6 * word.size,
      ),
    );
    if (last && wrapped) {
      last.lines.push(line);
      last.words.push(...words);
    } else groups.push({ lines: [line], words: [...words] });
  }
  return groups.map(({ lines }) => lines);
}
