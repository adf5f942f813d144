/** A browser and a served site for the tests. */
import type { Server } from 'node:http';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/lib/browser.ts';
import { serve } from '../../scripts/lib/server.ts';

export interface Opened {
  readonly browser: Browser;
  readonly address: string;
  close(): Promise<void>;
}

/** Serves a folder below a base path and starts the browser that scripts/test.ts found. */
export async function open(folder: string, base: string): Promise<Opened> {
  const path = process.env['CHROME_PATH'];
  const args = JSON.parse(process.env['CHROME_ARGS'] ?? '[]') as string[];
  const found = path ? { path, args } : await findBrowser();
  const browser = await chromium.launch({ executablePath: found.path, args: [...found.args] });
  const { server, address } = await serve(folder, base, 0);
  return { browser, address, close: () => close(browser, server) };
}

async function close(browser: Browser, server: Server): Promise<void> {
  await browser.close();
  await new Promise((done) => server.close(done));
}

/** Goes to a page and notes console errors, page errors and requests to other hosts. */
export async function visit(page: Page, url: string): Promise<string[]> {
  const faults: string[] = [];
  noteFaults(page, url, (fault) => faults.push(fault));
  await page.goto(url);
  return faults;
}

/** Tells of console errors, page errors, requests to other hosts than that of the address, and failed responses. */
function noteFaults(page: Page, url: string, note: (fault: string) => void): void {
  const { host } = new URL(url);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') note(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => note(`error: ${error.message}`));
  page.on('request', (request) => {
    if (new URL(request.url()).host !== host) note(`other host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note(`${response.status()}: ${response.url()}`);
  });
}

/** Scrolls through the page, so that everything that loads late is loaded. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 900) {
      scrollTo(0, y);
      await new Promise((done) => setTimeout(done, 20));
    }
  });
}

/** Brings each chart near the viewport and waits until it is drawn, at most ten seconds for each. */
export function drawCharts(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (const figure of document.querySelectorAll<HTMLElement>('[data-chart]')) {
      const late = performance.now() + 10_000;
      figure.scrollIntoView({ block: 'nearest' });
      while (figure.dataset['drawn'] === undefined) {
        if (performance.now() > late) throw new Error(`the chart ${figure.id} is not drawn`);
        await new Promise((next) => requestAnimationFrame(next));
      }
    }
  });
}

/** What to look at on a page that is open, by name: each tells what is wrong. */
export type Checks = Readonly<Record<string, (page: Page) => Promise<readonly string[]>>>;

/**
 * Goes through pages in one tab, with all charts drawn and without animation, and collects what is wrong with each, by
 * check. Under `load`, of every page: console and page errors, requests to other hosts, failed responses, no heading,
 * sideways scrolling.
 * @param script code that every page gets before its own.
 */
export async function eachPage(
  { browser, address }: Opened,
  paths: readonly string[],
  options: BrowserContextOptions,
  checks: Checks,
  script?: string,
): Promise<Record<string, string[]>> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  if (script) await context.addInitScript({ content: script });
  const page = await context.newPage();
  const faults: Record<string, string[]> = { load: [] };
  for (const name of Object.keys(checks)) faults[name] = [];
  let current = '';
  const note = (name: string, found: readonly string[]) =>
    faults[name]!.push(...found.map((fault) => `${current}: ${fault}`));
  noteFaults(page, address, (fault) => note('load', [fault]));
  for (const path of paths) {
    current = path;
    await page.goto(address + path);
    if (options.javaScriptEnabled !== false) await drawCharts(page);
    note('load', await page.evaluate(lookOver));
    for (const [name, check] of Object.entries(checks)) note(name, await check(page));
  }
  await context.close();
  return faults;
}

/** Runs in the page: what is wrong with any page, whatever it is about. */
function lookOver(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  return [
    ...(document.querySelector('h1')?.innerText.trim() ? [] : ['no heading']),
    ...(scrollWidth > clientWidth ? [`scrolls sideways by ${scrollWidth - clientWidth} px`] : []),
  ];
}
