/** Tells which lines of a page make one paragraph. */
import { median } from './geometry.ts';
import { lineText, type TextLine } from './lines.ts';

/** What the running text of a page is set to. */
export interface Measure {
  readonly left: number;
  readonly right: number;
  readonly size: number;
  /** From baseline to baseline. */
  readonly leading: number;
}

/** @param lines of running text, from top to bottom. */
export function measure(lines: readonly TextLine[]): Measure {
  const size = median(
    lines.map((line) => line.size),
    10,
  );
  const steps = lines.slice(1).map((line, index) => line.base - lines[index]!.base);
  const long = lines.filter((line) => line.right - line.left > 12 * size);
  return {
    left: Math.min(...(long.length > 0 ? long : lines).map((line) => line.left)),
    right: Math.max(...(long.length > 0 ? long : lines).map((line) => line.right)),
    size,
    leading: median(
      steps.filter((step) => step > 0.8 * size && step < 3.5 * size),
      1.6 * size,
    ),
  };
}

/** What opens a paragraph of its own: 一、 （一） 1. 第一部分 # */
const OPENING =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+(?:部分|章|节)|附件|附表|注[：:])/u;

/** Whether a line ends before the margin although the next word would have fitted. */
export function endsShort(line: TextLine, next: TextLine, { right }: Measure): boolean {
  const word = /^\s*(?:[0-9A-Za-z.,%]+|.)[，。；：！？、）》”%]*/u.exec(lineText(next))![0].trim();
  const width = Array.from(word).reduce((sum, one) => sum + (one.codePointAt(0)! < 0x2000 ? 0.55 : 1), 0) * next.size;
  return right - line.right > width + 0.9 * line.size;
}

/** Whether a line is set apart from running text: centred, flush right, or in stretches with wide gaps between. */
function isSet(line: TextLine, text: Measure): boolean {
  const gaps = line.runs.slice(1).map((run, index) => run.left - line.runs[index]!.right);
  return line.left - text.left > 5 * line.size || gaps.some((gap) => gap > 2.5 * line.size);
}

/** Whether a line goes on with the paragraph of the line before. */
export function goesOn(previous: TextLine, line: TextLine, text: Measure): boolean {
  if (Math.abs(previous.size - line.size) > 0.12 * line.size) return false;
  // A line that another follows is long.
  if (previous.right - previous.left < 14 * previous.size) return false;
  if (line.left - text.left > 1.2 * line.size || isSet(previous, text) || isSet(line, text)) return false;
  if (OPENING.test(lineText(line).replaceAll(/\s/gu, ''))) return false;
  return /[，、]$/u.test(lineText(previous)) || !endsShort(previous, line, text);
}

/** Groups the lines of a page into paragraphs. */
export function paragraphs(lines: readonly TextLine[], text: Measure): TextLine[][] {
  const result: TextLine[][] = [];
  for (const line of lines) {
    const previous = result.at(-1)?.at(-1);
    const near = previous !== undefined && line.base - previous.base < 1.45 * text.leading;
    if (near && goesOn(previous, line, text)) result.at(-1)!.push(line);
    else result.push([line]);
  }
  return result;
}

/** Page numbers: 3, - 3 -, 第 3 页 共 9 页. */
export const PAGE_NUMBER = /^(?:[-—–－·]?\d{1,4}[-—–－·]?|第\d+页(?:[,，/]?共\d+页)?|\d+\/\d+)$/u;
