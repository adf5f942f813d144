/**
 * A drawing surface that knows only the fonts of one npm package, so that a picture is the same whatever fonts the
 * machine has. The one place that opens `@napi-rs/canvas`.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';

export type Weight = 400 | 700;

export interface Sheet {
  readonly canvas: Canvas;
  readonly pen: SKRSContext2D;
}

export interface Studio {
  /** Width and height in pixels. */
  readonly sheet: (width: number, height: number) => Sheet;
  /** A CSS font; a character that no font has is drawn as a crossed box, never in a font of the machine. */
  readonly font: (size: number, weight: Weight) => string;
  /** Everything that text can be drawn in. */
  readonly families: readonly string[];
}

const WEIGHTS: readonly Weight[] = [400, 700];
const FILE = /^noto-sans-sc-(.+)-(400|700)-normal\.woff2$/;
/** Asked before the many small subsets, since nearly every character is in these. */
const FIRST = ['latin', 'chinese-simplified'];

let studio: Promise<Studio> | undefined;

/**
 * Loads the fonts, once.
 * @throws in Chinese when the package has no program for this platform, or when the fonts are missing
 */
export function openStudio(): Promise<Studio> {
  studio ??= open();
  return studio;
}

async function open(): Promise<Studio> {
  // Read by the package while it loads.
  process.env['DISABLE_SYSTEM_FONTS_LOAD'] = '1';
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas').catch((cause: unknown) => {
    throw new Error(
      `画分享图要用 @napi-rs/canvas，它在这台机器（${process.platform}-${process.arch}）上不能用。` +
        '请重新运行 npm ci（不要加 --omit=optional）；仍不行，请换一台 x64 或 arm64 的 Linux、macOS 或 Windows 构建。',
      { cause },
    );
  });
  if (GlobalFonts.families.length > 0)
    throw new Error(
      '@napi-rs/canvas 已在别处载入了本机字体，画出的图会因机器而异；请一律经由 src/derive/pictures/canvas.ts 使用',
    );
  const folder = fontFolder();
  const families = new Map<Weight, string[]>(WEIGHTS.map((weight) => [weight, []]));
  for (const { file, subset, weight } of fontFiles(folder)) {
    const family = `mingzhang-${weight}-${subset}`;
    if (!GlobalFonts.registerFromPath(join(folder, file), family))
      throw new Error(`字体文件读不出来：${file}，请重新运行 npm ci`);
    families.get(weight)!.push(family);
  }
  const lists = new Map([...families].map(([weight, names]) => [weight, names.map((name) => `"${name}"`).join(', ')]));
  return {
    sheet(width, height) {
      const canvas = createCanvas(width, height);
      return { canvas, pen: canvas.getContext('2d') };
    },
    font: (size, weight) => `${size}px ${lists.get(weight)!}`,
    families: GlobalFonts.families.map(({ family }) => family),
  };
}

function fontFolder(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/400.css')), 'files');
  } catch (cause) {
    throw new Error('画分享图要用的字体 @fontsource/noto-sans-sc 没有装上，请运行 npm ci', { cause });
  }
}

/** Files of both weights, the large subsets first, then by name. */
function fontFiles(folder: string): { file: string; subset: string; weight: Weight }[] {
  const rank = (subset: string) => (FIRST.includes(subset) ? FIRST.indexOf(subset) : FIRST.length);
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [, subset, weight] = FILE.exec(file) ?? [];
      return subset && weight ? [{ file, subset, weight: Number(weight) as Weight }] : [];
    })
    .toSorted((a, b) => rank(a.subset) - rank(b.subset));
}
