/** Tells which lines of text make one row of a table where no rules separate the rows. */
import { comparable } from '../../figures/characters.ts';
import { median, type Run } from './geometry.ts';
import type { TextLine } from './lines.ts';

/** An amount, as `comparable` makes it. */
export const AMOUNT = /^[-−+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?%?$/u;
const CODE = /^[0-9]{3,7}$/u;
/** What opens an item: 一、 （一） 1. 其中： */
const OPENING = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十0-9]+\)|[0-9]+[.、]|其中:?|合计|小计|总计)/u;

/**
 * Rows hang on their amounts or codes. Lines of text between two of them belong to the one they stand close to, above or
 * below, since an amount beside a wrapped name may stand at its top or its middle; what stands apart from both is a row
 * without an amount.
 */
export function splitRows(lines: readonly TextLine[], columnOf: (run: Run) => number): TextLine[][] {
  const columns = (line: TextLine) => new Set(line.runs.map(columnOf));
  const first = Math.min(...lines.flatMap((line) => [...columns(line)]));
  const has = (line: TextLine, pattern: RegExp, column: (index: number) => boolean) =>
    line.runs.some((run) => pattern.test(comparable(run.text)) && column(columnOf(run)));
  const amounts = lines.some((line) => has(line, AMOUNT, (column) => column > first));
  const isAnchor = (line: TextLine) =>
    amounts
      ? has(line, AMOUNT, (column) => column > first) || has(line, CODE, (column) => column === first)
      : columns(line).size > 1;
  const anchors = lines.filter(isAnchor).map((line) => line.base);
  const size = median(
    lines.map((line) => line.size),
    10,
  );
  const pitch = median(
    anchors.slice(1).map((base, index) => base - anchors[index]!),
    1.8 * size,
  );
  const apart = Math.min(2.2 * size, Math.max(1.4 * size, 0.8 * pitch));
  const ends = new Map<number, number>();
  for (const run of lines.flatMap((line) => line.runs))
    ends.set(columnOf(run), Math.max(ends.get(columnOf(run)) ?? 0, run.right));

  /** Whether a line alone goes on with text that filled its column in the line above. */
  const fills = (above: TextLine | undefined, line: TextLine): boolean => {
    const column = columnOf(line.runs[0]!);
    const last = above?.runs.findLast((run) => columnOf(run) === column);
    return last !== undefined && last.right > ends.get(column)! - 1.2 * size;
  };
  const opens = (line: TextLine) =>
    OPENING.test(comparable(line.runs[0]!.text)) || CODE.test(comparable(line.runs[0]!.text));

  const rows: TextLine[][] = [];
  let waiting: TextLine[] = [];
  /** Shares the lines that wait out to the row before, rows of their own, and the row that comes. */
  const settle = (next: TextLine | undefined): TextLine[] => {
    const chain = [rows.at(-1)?.at(-1), ...waiting, next];
    waiting = [];
    const gaps = chain.slice(1).map((line, i) => (line && chain[i] ? line.base - chain[i].base : Infinity));
    const widest = Math.max(...gaps.filter(Number.isFinite), 0);
    const even = widest < 1.1 * Math.min(...gaps);
    const cuts = gaps.map((gap, i) => {
      const line = chain[i + 1];
      if (gap >= apart || (line && line !== next && opens(line))) return true;
      if (gaps.some((one) => one >= apart)) return false;
      return even ? !line || line === next || !fills(chain[i], line) : gap === widest;
    });
    let group: TextLine[] | undefined = rows.at(-1);
    for (const [i, line] of chain.slice(1, -1).entries()) {
      if (cuts[i] || !group) rows.push((group = [line!]));
      else group.push(line!);
    }
    // What no cut parts from the row that comes belongs to it.
    if (!next || cuts.at(-1) || chain.length === 2 || !cuts.includes(true)) return [];
    return rows.pop()!;
  };
  for (const line of lines) {
    if (isAnchor(line)) rows.push([...settle(line), line]);
    else waiting.push(line);
  }
  if (waiting.length > 0) settle(undefined);
  return rows;
}
