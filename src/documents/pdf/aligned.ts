/** Finds tables that have no ruling lines between their columns, by the gaps that run down through their lines. */
import { cut, median, type Run } from './geometry.ts';
import { lineText, toLine, type TextLine } from './lines.ts';
import { AMOUNT, splitRows } from './rows.ts';
import type { PageTable, RunCell } from './ruled.ts';

/** Stretches of a line that stand apart by about a character. */
function segments(line: TextLine): TextLine[] {
  const groups: Run[][] = [];
  for (const run of line.runs.flatMap(cutAtSpaces)) {
    const group = groups.at(-1);
    if (group && run.left - group.at(-1)!.right < 0.9 * run.size) group.push(run);
    else groups.push([run]);
  }
  return groups.map(toLine);
}

/** Columns made with spaces: three or more, or two wide ones, are a gap. */
function cutAtSpaces(run: Run): Run[] {
  const gap = /\S(\s*(?: {3,}|\u3000{2,})\s*)\S/u.exec(run.text);
  if (!gap) return [run];
  const before = Array.from(run.text.slice(0, gap.index + 1)).length;
  return cut(run, before).flatMap((part, index) => (index === 0 ? [part] : cutAtSpaces(part)));
}

interface Candidate {
  readonly line: TextLine;
  readonly parts: readonly TextLine[];
}

/** @param lines of the page outside of ruled tables. @returns the tables and the lines that are in none. */
export function findAligned(lines: readonly TextLine[]): { tables: PageTable[]; rest: TextLine[] } {
  const candidates = lines.map((line) => ({ line, parts: segments(line) }));
  const tables: PageTable[] = [];
  const rest: TextLine[] = [];
  for (let start = 0; start < candidates.length;) {
    const end = stretch(candidates, start);
    const table = end > start ? toTable(candidates.slice(start, end)) : undefined;
    if (table) {
      tables.push(table);
      start = end;
    } else {
      rest.push(candidates[start]!.line);
      start += 1;
    }
  }
  return { tables, rest };
}

const isRow = ({ parts }: Candidate): boolean =>
  parts.length > 2 || (parts.length === 2 && AMOUNT.test(lineText(parts[1]!)));

/** The end of a run of lines in columns that begins here; up to two lines of one column may stand between. */
function stretch(candidates: readonly Candidate[], start: number): number {
  if (candidates[start]!.parts.length < 2) return start;
  let end = start;
  let rows = 0;
  for (let index = start; index < candidates.length && index <= end + 2; index += 1) {
    const [one, previous] = [candidates[index]!, candidates[index - 1]];
    if (index > start && one.line.base - previous!.line.base > 4.5 * one.line.size) break;
    if (isRow(one)) rows += 1;
    if (one.parts.length > 1) end = index + 1;
  }
  const last = candidates[end];
  if (last && rows > 1 && last.parts.length === 1 && wraps(candidates[end - 1]!, last)) end += 1;
  return rows >= 3 ? end : start;
}

/** Whether a line alone goes on with what the last row began in its first columns. */
function wraps(row: Candidate, next: Candidate): boolean {
  const tight = next.line.base - row.line.base < 1.35 * next.line.size;
  return tight && row.parts.some((part) => Math.abs(part.left - next.line.left) < 0.5 * next.line.size);
}

function toTable(candidates: readonly Candidate[]): PageTable | undefined {
  const columns = findColumns(candidates);
  if (columns.length < 2) return undefined;
  const nearest = (run: Run): number => {
    const overlap = columns.map(([left, right]) => Math.min(run.right, right) - Math.max(run.left, left));
    return overlap.indexOf(Math.max(...overlap));
  };
  const lines = candidates.map(({ parts }) => toLine(parts.flatMap((part) => part.runs)));
  /** First column and number of columns of text that stands over several. */
  const spans = new Map<Run, { first: number; count: number }>();
  for (const { parts } of candidates)
    for (const part of parts) {
      const covered = columns.flatMap(([left, right], index) =>
        part.left < right - 1 && part.right > left + 1 ? [index] : [],
      );
      if (covered.length > 1)
        for (const run of part.runs) spans.set(run, { first: covered[0]!, count: covered.length });
    }
  const columnOf = (run: Run): number => spans.get(run)?.first ?? nearest(run);
  const rows = splitRows(lines, columnOf).map((group): RunCell[] => {
    const runs = group.flatMap((line) => line.runs);
    return [...new Set(runs.map(columnOf))]
      .sort((a, b) => a - b)
      .map((column) => {
        const own = runs.filter((run) => columnOf(run) === column);
        return { column, columns: Math.max(...own.map((run) => spans.get(run)?.count ?? 1)), rows: 1, runs: own };
      });
  });
  return { top: lines[0]!.top, bottom: lines.at(-1)!.bottom, rows };
}

/** Stretches across the page that text fills in most rows, with gaps between that hardly any row bridges. */
function findColumns(candidates: readonly Candidate[]): [number, number][] {
  const counts = candidates.map(({ parts }) => parts.length);
  const many = median(
    counts.filter((count) => count > 1),
    2,
  );
  const body = candidates.filter(({ parts }) => parts.length >= Math.min(many, 3) && parts.length > 1);
  const size = median(
    body.map(({ line }) => line.size),
    10,
  );
  const events = body
    .flatMap(({ parts }) => parts.flatMap((part) => [[part.left, 1] as const, [part.right, -1] as const]))
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const few = Math.floor(0.1 * body.length);
  const columns: [number, number][] = [];
  let depth = 0;
  for (const [at, step] of events) {
    const [before, after] = [depth, depth + step];
    depth = after;
    const last = columns.at(-1);
    if (before <= few && after > few) {
      if (last && at - last[1] < 0.25 * size) last[1] = Infinity;
      else columns.push([at, Infinity]);
    } else if (before > few && after <= few && last) last[1] = at;
  }
  return columns;
}
