/** Text with positions and ruling lines of one PDF page. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageContent, Run } from './geometry.ts';
import { findGlyphs, type Font, type PlacedGlyph } from './glyphs.ts';
import { apply, multiply, type Matrix } from './operators.ts';
import { findRules } from './paths.ts';

/** Quarter turns, clockwise, of the writing; undefined at another angle. */
function turnOf({ degrees }: PlacedGlyph): number | undefined {
  const turn = Math.round(degrees / 90);
  return Math.abs(degrees - turn * 90) < 3 ? (turn + 4) % 4 : undefined;
}

export async function readPage(page: PDFPageProxy): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList();
  const fontOf = (name: string): Font | undefined =>
    page.commonObjs.has(name) ? (page.commonObjs.get(name) as Font) : undefined;
  const placed = findGlyphs(operators, fontOf, viewport.transform as Matrix);
  const counts = [0, 0, 0, 0];
  for (const glyph of placed) counts[turnOf(glyph) ?? 0]! += 1;
  const turn = counts.indexOf(Math.max(...counts));
  const { width, height } = viewport;
  const upright: Matrix = [
    [1, 0, 0, 1, 0, 0],
    [0, -1, 1, 0, 0, width],
    [-1, 0, 0, -1, width, height],
    [0, 1, -1, 0, height, 0],
  ][turn]!;
  const [wide, high] = turn % 2 ? [height, width] : [width, height];
  const runs = toRuns(
    placed.filter((glyph) => turnOf(glyph) === turn),
    upright,
  );
  return {
    width: wide,
    height: high,
    runs: withoutRepeats(runs.filter((run) => run.right > 0 && run.left < wide && run.bottom > 0 && run.top < high)),
    askew: placed
      .filter((glyph) => turnOf(glyph) !== turn)
      .map(({ text }) => text)
      .join(''),
    rules: findRules(operators, multiply(upright, viewport.transform as Matrix)),
  };
}

const FIGURE = /^[0-9０-９.,，．%％]$/u;

/** Whether a run is an amount with two decimals, set tight: a figure at some distance is another one. */
function isWhole({ text, stops, size }: { text: string; stops: readonly number[]; size: number }, em: number): boolean {
  return /[.．][0-9０-９]{2}$/u.test(text) && (stops.at(-1)! - stops[0]!) / text.length < 0.58 * Math.max(size, em);
}

/** Characters drawn one after the other that touch make a run; those of a figure may stand somewhat apart. */
function toRuns(glyphs: readonly PlacedGlyph[], upright: Matrix): Run[] {
  const runs: { text: string; stops: number[]; base: number; size: number; vertical: boolean }[] = [];
  let broken = true;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      broken = true;
      continue;
    }
    const [left, base] = apply(upright, glyph.x, glyph.y);
    const [right, bottom] = apply(upright, glyph.endX, glyph.endY);
    const last = runs.at(-1);
    const gap = last ? (left - last.stops.at(-1)!) / glyph.size : Infinity;
    const figure = last !== undefined && FIGURE.test(glyph.text) && FIGURE.test(last.text.at(-1)!);
    const same = last && !glyph.vertical && !last.vertical && Math.abs(base - last.base) < 0.1 * glyph.size;
    const sized = last && Math.abs(last.size - glyph.size) < 0.1 * glyph.size;
    if (!broken && same && sized && gap > -0.3 && gap < (figure && !isWhole(last, glyph.size) ? 0.45 : 0.18)) {
      const count = Array.from(glyph.text).length;
      last.text += glyph.text;
      last.stops[last.stops.length - 1] = left;
      for (let i = 1; i <= count; i += 1) last.stops.push(left + ((right - left) * i) / count);
    } else {
      const { text, size, vertical } = glyph;
      const count = Array.from(text).length;
      const [from, to] = vertical ? [left - size / 2, left + size / 2] : [left, right];
      const stops = Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
      runs.push({ text, stops, base: vertical ? bottom : base, size, vertical });
    }
    broken = false;
  }
  return runs.map(({ text, stops, base, size }) => ({
    text,
    stops,
    left: stops[0]!,
    right: stops.at(-1)!,
    base,
    size,
    top: base - size * 0.85,
    bottom: base + size * 0.15,
  }));
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
