/** Runs of text that stand on one line, and the text they make. */
import { comparable } from '../../figures/characters.ts';
import { middle, type Run } from './geometry.ts';

export interface TextLine {
  /** By ascending position. */
  readonly runs: readonly Run[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly base: number;
  readonly size: number;
}

/** Groups runs into lines, from top to bottom: a run belongs to a line when half its height lies within it. */
export function textLines(runs: readonly Run[]): TextLine[] {
  const lines: { top: number; bottom: number; runs: Run[] }[] = [];
  for (const run of [...runs].sort((a, b) => middle(a) - middle(b))) {
    const line = lines.at(-1);
    const shared = line ? Math.min(line.bottom, run.bottom) - Math.max(line.top, run.top) : 0;
    if (line && shared >= 0.5 * Math.min(run.bottom - run.top, line.bottom - line.top)) line.runs.push(run);
    else lines.push({ top: run.top, bottom: run.bottom, runs: [run] });
  }
  return lines.map((line) => toLine(line.runs));
}

export function toLine(runs: readonly Run[]): TextLine {
  const sorted = [...runs].sort((a, b) => a.left - b.left);
  const longest = sorted.reduce((best, run) => (run.text.length > best.text.length ? run : best));
  return {
    runs: sorted,
    left: sorted[0]!.left,
    right: Math.max(...sorted.map((run) => run.right)),
    top: Math.min(...sorted.map((run) => run.top)),
    bottom: Math.max(...sorted.map((run) => run.bottom)),
    base: longest.base,
    size: longest.size,
  };
}

/** The text of a line: runs that stand apart are set apart by a space. */
export function lineText(line: TextLine): string {
  let text = '';
  line.runs.forEach((run, index) => {
    const previous = line.runs[index - 1];
    const apart = previous !== undefined && run.left - previous.right > 0.18 * run.size;
    text += (apart ? ' ' : '') + run.text;
  });
  return text.trim();
}

/** The text of a line for comparing: 12 for １２. */
export const plainText = (line: TextLine): string => comparable(lineText(line));

/** The text of a cell: what wraps is joined without a separator; two complete amounts stay two. */
export function cellText(runs: readonly Run[]): string {
  return textLines(runs).reduce((text, line) => {
    const next = lineText(line);
    return text + (/[0-9０-９][.．][0-9０-９]{2}$/u.test(text) && /^[-－]?[0-9０-９]/u.test(next) ? ' ' : '') + next;
  }, '');
}
