/** Text with positions and ruling lines of one PDF page. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageContent, Run } from './geometry.ts';
import { apply, findRules, multiply, type Matrix } from './paths.ts';

interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Direction of writing in quarter turns, clockwise; undefined at another angle. */
  readonly turn: number | undefined;
  readonly vertical: boolean;
}

/** Digits set apart from each other are one number. */
const SPACED_DIGITS = /^[0-9.,] (?:[0-9.,] )*[0-9.,]$/u;

export async function readPage(page: PDFPageProxy): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ disableNormalization: true });
  const scale = Math.hypot(viewport.transform[0]!, viewport.transform[1]!);
  const placed = content.items.flatMap((item): Placed[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const at = multiply(viewport.transform as Matrix, item.transform as Matrix);
    const degrees = (Math.atan2(at[1]!, at[0]!) * 180) / Math.PI;
    const turn = Math.round(degrees / 90);
    const size = Math.hypot(at[2]!, at[3]!);
    const vertical = content.styles[item.fontName]?.vertical ?? false;
    const text = SPACED_DIGITS.test(item.str) ? item.str.replaceAll(' ', '') : item.str;
    if (!Number.isFinite(degrees) || !(size > 0)) return [];
    return [
      {
        text,
        x: at[4]!,
        y: at[5]!,
        width: (vertical ? item.height : item.width) * scale,
        size,
        turn: Math.abs(degrees - turn * 90) < 3 ? (turn + 4) % 4 : undefined,
        vertical,
      },
    ];
  });
  const turn = mainTurn(placed);
  const { width, height } = viewport;
  const upright: Matrix = [
    [1, 0, 0, 1, 0, 0],
    [0, -1, 1, 0, 0, width],
    [-1, 0, 0, -1, width, height],
    [0, 1, -1, 0, height, 0],
  ][turn]!;
  const [wide, high] = turn % 2 ? [height, width] : [width, height];
  const runs = placed.filter((run) => run.turn === turn).map((run) => toRun(run, upright));
  const operators = await page.getOperatorList();
  return {
    width: wide,
    height: high,
    runs: withoutRepeats(runs.filter((run) => run.right > 0 && run.left < wide && run.bottom > 0 && run.top < high)),
    askew: placed.filter((run) => run.turn !== turn).map(({ text }) => text),
    rules: findRules(operators, multiply(upright, viewport.transform as Matrix)),
  };
}

function mainTurn(placed: readonly Placed[]): number {
  const counts = [0, 0, 0, 0];
  for (const { turn, text } of placed) if (turn !== undefined) counts[turn]! += text.length;
  return counts.indexOf(Math.max(...counts));
}

function toRun({ text, x, y, width, size, vertical }: Placed, upright: Matrix): Run {
  const [left, base] = apply(upright, x, y);
  if (vertical)
    return {
      text,
      left: left - size / 2,
      right: left + size / 2,
      base: base + width,
      size,
      top: base,
      bottom: base + width,
    };
  return { text, left, right: left + width, base, size, top: base - size * 0.85, bottom: base + size * 0.15 };
}

/** Bold type is sometimes made by printing the same text twice, a hair apart. */
function withoutRepeats(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run[]>();
  return runs.filter((run) => {
    const same = seen.get(run.text) ?? [];
    const near = run.size * 0.12;
    if (same.some((other) => Math.abs(other.left - run.left) < near && Math.abs(other.base - run.base) < near))
      return false;
    seen.set(run.text, [...same, run]);
    return true;
  });
}
