/** Tells which lines of text make one row of a table where no rules separate the rows. */
import { median, type Run } from './geometry.ts';
import type { TextLine } from './lines.ts';

export const AMOUNT = /^[-−－+]?(?:[0-9]{1,3}(?:[,，][0-9]{3})+|[0-9]+)(?:[.．][0-9]+)?[%％]?$/u;
const CODE = /^[0-9]{3,7}$/u;
/** What opens an item: 一、 （一） 1. 其中： */
const OPENING =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]+[.、．]|其中[：:]?|合计|小计|总计)/u;

/**
 * Rows hang on their amounts or codes: a line of text alone belongs to the amount it stands nearest to, above or below
 * (amounts beside a wrapped name may stand at its middle); when it stands apart it is a row without an amount.
 */
export function splitRows(lines: readonly TextLine[], columnOf: (run: Run) => number): TextLine[][] {
  const columns = (line: TextLine) => new Set(line.runs.map(columnOf));
  const first = Math.min(...lines.flatMap((line) => [...columns(line)]));
  const has = (line: TextLine, pattern: RegExp, column: (index: number) => boolean) =>
    line.runs.some((run) => pattern.test(run.text) && column(columnOf(run)));
  const amounts = lines.some((line) => has(line, AMOUNT, (column) => column > first));
  const anchored = lines.map((line) =>
    amounts
      ? has(line, AMOUNT, (column) => column > first) || has(line, CODE, (column) => column === first)
      : columns(line).size > 1,
  );
  const bases = lines.filter((_, index) => anchored[index]).map((line) => line.base);
  const size = median(
    lines.map((line) => line.size),
    10,
  );
  const pitch = median(
    bases.slice(1).map((base, index) => base - bases[index]!),
    1.8 * size,
  );
  const ends = new Map<number, number>();
  for (const run of lines.flatMap((line) => line.runs))
    ends.set(columnOf(run), Math.max(ends.get(columnOf(run)) ?? 0, run.right));

  const groups: TextLine[][] = [];
  let waiting: TextLine[] = [];
  /** Loose lines above an anchor that stands nearer to them than the row before. */
  const settle = (anchor: TextLine | undefined): TextLine[] => {
    const above: TextLine[] = [];
    for (const line of waiting) {
      const last = groups.at(-1);
      const before = last ? line.base - last.at(-1)!.base : Infinity;
      const after = anchor ? anchor.base - line.base : Infinity;
      if (above.length > 0 || (after < 0.75 * pitch && after <= before)) above.push(line);
      else if (last && (before < 0.75 * pitch || continues(last, line))) last.push(line);
      else groups.push([line]);
    }
    waiting = [];
    return above;
  };
  const continues = (row: readonly TextLine[], line: TextLine): boolean => {
    if (line.runs.length > 1 || OPENING.test(line.runs[0]!.text) || CODE.test(line.runs[0]!.text)) return false;
    const column = columnOf(line.runs[0]!);
    const above = row.at(-1)!.runs.findLast((run) => columnOf(run) === column);
    return (
      above !== undefined && line.base - row.at(-1)!.base < 1.7 * size && above.right > ends.get(column)! - 1.2 * size
    );
  };
  lines.forEach((line, index) => {
    if (!anchored[index]) waiting.push(line);
    else groups.push([...settle(line), line]);
  });
  settle(undefined);
  return groups;
}
