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
  const { host } = new URL(url);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (new URL(request.url()).host !== host) faults.push(`other host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(url);
  return faults;
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

/** Brings each chart near the viewport and waits until it is drawn. */
export async function drawCharts(page: Page): Promise<void> {
  for (const figure of await page.locator('[data-chart]').all()) {
    await figure.scrollIntoViewIfNeeded();
    await page.waitForFunction((element) => element?.hasAttribute('data-drawn'), await figure.elementHandle());
  }
}

/**
 * Goes through pages in one tab, with all charts drawn and without animation, and collects what is wrong with each.
 * @param script code that every page gets before its own.
 */
export async function eachPage(
  { browser, address }: Opened,
  paths: readonly string[],
  options: BrowserContextOptions,
  check: (page: Page) => Promise<readonly string[]>,
  script?: string,
): Promise<string[]> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  if (script) await context.addInitScript({ content: script });
  const page = await context.newPage();
  const faults: string[] = [];
  for (const path of paths) {
    await page.goto(address + path);
    await drawCharts(page);
    faults.push(...(await check(page)).map((fault) => `${path}: ${fault}`));
  }
  await context.close();
  return faults;
}
