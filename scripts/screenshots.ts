/**
 * `npm run screenshots [-- --site DIR --out DIR --base /path/]`: every page of a built site as pictures: phone and desk,
 * light and dark, and as printed on A4, from top to bottom with the charts drawn. Builds nothing.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from './lib/browser.ts';
import { parseOptions } from './lib/options.ts';
import { serve } from './lib/server.ts';
import { isBuilt, pageFiles } from './lib/weigh.ts';

/** A4 at 96 px per inch, before margins. */
const A4 = 794;
const MODES = [
  { width: 360, mode: 'light' },
  { width: 360, mode: 'dark' },
  { width: 1280, mode: 'light' },
  { width: 1280, mode: 'dark' },
  { width: A4, mode: 'print' },
] as const;
/** Chromium repeats itself in pictures taller than this, so taller pages become several. */
const TALLEST = 16_000;

const { site, out, base } = parseOptions('screenshots', {
  site: { type: 'string', default: 'dist' },
  out: { type: 'string', default: '.cache/screenshots' },
  base: { type: 'string', default: '/' },
});
if (!isBuilt(site)) process.exit(1);
const folder = resolve(out);
mkdirSync(folder, { recursive: true });

const found = await findBrowser();
const browser = await chromium.launch({ executablePath: found.path, args: [...found.args] });
const { server, address } = await serve(site, base, 0);
const files = pageFiles(site);
let count = 0;
try {
  for (const [index, { width, mode }] of MODES.entries()) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: mode === 'dark' ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    for (const [number, file] of files.entries()) {
      await page.emulateMedia({ media: 'screen' });
      await page.goto(address + file.replace(/index\.html$/, ''));
      await drawCharts(page);
      if (mode === 'print') await page.emulateMedia({ media: 'print' });
      count += await shoot(page, `${name(file)}-${width}-${mode}`);
      console.log(`[${index + 1}/${MODES.length}] ${width} ${mode} ${number + 1}/${files.length} ${file}`);
    }
    await context.close();
  }
} finally {
  await browser.close();
  server.close();
}
console.log(`完成：${count} 张图，在 ${folder}`);

/** `departments/510811-xzspj/2022/index.html` → `departments-510811-xzspj-2022`; the first page is `home`. */
function name(file: string): string {
  const path = file.replace(/(?:^|\/)index\.html$/, '').replace(/\.html$/, '');
  return path === '' ? 'home' : path.replaceAll('/', '-');
}

/** Brings each chart near the viewport and waits until it is drawn; ends at the top of the page. */
async function drawCharts(page: Page): Promise<void> {
  for (const figure of await page.locator('[data-chart]').all()) {
    await figure.scrollIntoViewIfNeeded();
    await page.waitForFunction((element) => element?.hasAttribute('data-drawn'), await figure.elementHandle());
  }
  await page.evaluate(() => scrollTo(0, 0));
}

/** Takes the whole page, in pieces when it is very tall. @returns how many pictures. */
async function shoot(page: Page, file: string): Promise<number> {
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
  const pieces = Math.ceil(height / TALLEST);
  for (let piece = 0; piece < pieces; piece += 1) {
    const y = piece * TALLEST;
    const clip = { x: 0, y, width, height: Math.min(TALLEST, height - y) };
    const path = join(folder, `${file}${pieces > 1 ? `-${piece + 1}` : ''}.png`);
    rmSync(path, { force: true });
    await page.screenshot({ path, fullPage: true, clip });
  }
  return pieces;
}
