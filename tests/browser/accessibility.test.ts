/** Every page for every reader: axe, keyboard, headings, landmarks, larger text, paper, stillness. Pages are discovered. */
import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtPages, builtSite, samplePages } from '../site/pages.ts';
import { drawCharts, eachPage, open, scrollThrough, type Checks, type Opened } from './open.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Letter, word, line and paragraph spacing that WCAG 1.4.12 lets a reader ask for. */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
const folders = { site: builtSite('MINGZHANG_SITE'), odd: builtSite('MINGZHANG_SITE_ODD') };
const paths = builtPages(folders.site).map(({ path }) => path);
/** The largest page of each template stands for the others where only the template matters. */
const sample = samplePages(builtPages(folders.site), 1).map(({ path }) => path);
const oddSample = samplePages(builtPages(folders.odd), 1).map(({ path }) => path);
/** Without the many small pages of one kind: charts alone, documentation of tables. */
const isVarious = (path: string) => !/^(?:embed|tables)\//.test(path);
const various = paths.filter((path) => sample.includes(path) || isVarious(path));
const oddVarious = builtPages(folders.odd)
  .map(({ path }) => path)
  .filter(isVarious);
type Check = Checks[string];
const CLEAN = { load: [], axe: [] };
const width = (pixels: number) => ({ viewport: { width: pixels, height: 900 } });
let site: Opened;
let odd: Opened;
beforeAll(async () => {
  [site, odd] = await Promise.all([open(folders.site, '/'), open(folders.odd, '/')]);
});
afterAll(() => Promise.all([site.close(), odd.close()]));

/**
 * A walk through a page of each template of both sites, side by side: each page is opened once for all the checks.
 * The last check may leave the page; faults of loading are told with those of each.
 */
function walk<Names extends string>(options: BrowserContextOptions, checks: Readonly<Record<Names, Check>>) {
  let found: Promise<Record<string, string[]>[]> | undefined;
  return async (name: Names) => {
    found ??= Promise.all([eachPage(site, sample, options, checks), eachPage(odd, oddSample, options, checks)]);
    const [faults, oddFaults] = await found;
    const of = (all: Record<string, string[]>) => [...all['load']!, ...all[name]!];
    return [...of(faults!), ...of(oddFaults!).map((fault) => `odd: ${fault}`)];
  };
}

describe('axe finds nothing, and every page loads cleanly', () => {
  // Every page, most again in the other scheme and width, a page of each template in all four ways, once as a whole.
  test.each([
    [360, 'light', paths, axeFaultsOfShapes],
    [1280, 'dark', various, axeFaultsOfShapes],
    [360, 'dark', sample, axeFaultsOfShapes],
    [1280, 'light', sample, axeFaults],
  ] as const)('%i px wide, %s', { timeout: 600_000 }, async (pixels, colorScheme, pages, check) => {
    const half = Math.ceil(pages.length / 2);
    const found = await Promise.all(
      [pages.slice(0, half), pages.slice(half)].map((some) =>
        eachPage(site, some, { ...width(pixels), colorScheme }, { axe: check }, axe.source),
      ),
    );
    expect(found).toEqual([CLEAN, CLEAN]);
  });

  test('odd reports', async () => {
    const half = Math.ceil(oddVarious.length / 2);
    const found = await Promise.all(
      [oddVarious.slice(0, half), oddVarious.slice(half)].map((some) =>
        eachPage(odd, some, width(360), { axe: axeFaultsOfShapes }, axe.source),
      ),
    );
    expect(found).toEqual([CLEAN, CLEAN]);
  });
});

describe('1280 px wide', () => {
  const faults = walk(width(1280), { structure: structureFaults, units: unitFaults, keyboard: tabFaults });

  test('one h1, no level skipped, landmarks with names, the language', async () => {
    expect(await faults('structure')).toEqual([]);
  });

  test('every number in a table has its unit: in caption, column header or cell', async () => {
    expect(await faults('units')).toEqual([]);
  });

  test('Tab reaches the skip link, then everything in the order of the page, seen at each stop, and gets out', async () => {
    expect(await faults('keyboard')).toEqual([]);
  });
});

describe('360 px wide', () => {
  const faults = walk({ ...width(360), bypassCSP: true }, { spaced: spacedFaults, skip: skipFaults });

  test('the skip link goes to the main part', async () => {
    expect(await faults('skip')).toEqual([]);
  });

  test('spaced as WCAG allows: nothing sideways, nothing cut', async () => {
    expect(await faults('spaced')).toEqual([]);
  });
});

test.each([
  ['zoomed to 200 %', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
  ['zoomed to 400 %', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
])('%s: nothing sideways, nothing cut', async (_, options) => {
  expect(await walk(options, { text: textFaults })('text')).toEqual([]);
});

test('on paper: no site navigation, nothing fixed, no table or chart cut', async () => {
  expect(await walk(width(794), { paper: printedFaults })('paper')).toEqual([]);
});

describe('charts', () => {
  const charted = samplePages(builtPages(folders.site).filter(({ html }) => html.includes('data-chart=')));

  test('there are pages with charts', () => expect(charted).not.toEqual([]));

  test('stand still for who asks for less motion', async () => {
    const context = await site.browser.newContext({ ...width(1280), reducedMotion: 'reduce' });
    const page = await context.newPage();
    // A report: its last chart is far below what is seen first.
    await page.goto(site.address + charted.find(({ path }) => path.startsWith('departments/'))!.path);
    const seen = await page.evaluate(async () => {
      const figure = [...document.querySelectorAll<HTMLElement>('[data-chart]')].at(-1)!;
      const frame = () => new Promise((next) => requestAnimationFrame(next));
      const picture = () => figure.querySelector('canvas')!.toDataURL();
      const early = figure.dataset['drawn'] !== undefined;
      figure.scrollIntoView();
      while (figure.dataset['drawn'] === undefined) await frame();
      await frame();
      await frame();
      const first = picture();
      await new Promise((later) => setTimeout(later, 600));
      return { early, still: picture() === first };
    });
    expect(seen).toEqual({ early: false, still: true });
    await context.close();
  });

  test.each([360, 1280])('move nothing when they appear, even late, %i px wide', async (pixels) => {
    const shifts = charted.map(async ({ path }) => {
      const context = await site.browser.newContext(width(pixels));
      const page = await context.newPage();
      // Slow scripts: the reader is at the chart before the chart is there.
      await page.route('**/*.js', async (route) => {
        await new Promise((later) => setTimeout(later, 150));
        await route.continue();
      });
      await page.goto(site.address + path);
      await page.evaluate(watchShifts);
      await drawCharts(page);
      await page.evaluate(() => scrollTo(0, 0));
      await scrollThrough(page);
      const { sum, sources } = await page.evaluate(() => (globalThis as unknown as Shifts).layoutShifts);
      await context.close();
      return sum >= 0.01 ? [`${path}: ${sum.toFixed(3)} ${sources.join(' ')}`] : [];
    });
    expect((await Promise.all(shifts)).flat()).toEqual([]);
  });
});

interface Shifts {
  layoutShifts: { sum: number; sources: string[] };
}

/** Runs in the page: adds up layout shifts from the load on, and what moved. */
function watchShifts(): void {
  const shifts = { sum: 0, sources: [] as string[] };
  (globalThis as unknown as Shifts).layoutShifts = shifts;
  type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) {
      if (entry.hadRecentInput) continue;
      shifts.sum += entry.value;
      for (const { node } of entry.sources)
        if (node instanceof Element) shifts.sources.push(`${node.tagName.toLowerCase()}#${node.id}.${node.className}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

async function axeFaults(page: Page): Promise<string[]> {
  const violations = await page.evaluate(async (values) => {
    const { axe: engine } = globalThis as unknown as { axe: typeof axe };
    const { violations: found } = await engine.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    });
    return found.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(' ')) }));
  }, RULES);
  return violations.map(({ id, targets }) => `${id} × ${targets.length}: ${targets.slice(0, 4).join(' | ')}`);
}

/** As `axeFaults`, after leaving of the rows and items of each list or table two of each shape: the others look the same. */
async function axeFaultsOfShapes(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const shape = ({ outerHTML }: Element) =>
      outerHTML.replace(/>[^<]+/g, '>').replace(/ (?!class|role|style|colspan|rowspan|type)[\w-]+="[^"]*"/g, '');
    // Inner lists first, so that what holds them comes to the same shape.
    for (const list of [...document.querySelectorAll('main :is(tbody, ul, ol)')].reverse()) {
      const seen = new Map<string, number>();
      for (const item of list.querySelectorAll(':scope > *')) {
        const count = (seen.get(shape(item)) ?? 0) + 1;
        seen.set(shape(item), count);
        if (count > 2) item.remove();
      }
    }
  });
  return axeFaults(page);
}

function structureFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    const levels = all('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName[1]));
    if (levels.filter((level) => level === 1).length !== 1 || levels[0] !== 1)
      faults.push('not one h1 that comes first');
    for (const [index, level] of levels.entries())
      if (index > 0 && level > levels[index - 1]! + 1) faults.push(`h${levels[index - 1]} is followed by h${level}`);
    for (const name of ['header', 'main', 'footer'])
      if (all(`body > ${name}`).length !== 1) faults.push(`${all(`body > ${name}`).length} ${name} in the body`);
    const navigations = all('nav').map((nav) => nav.getAttribute('aria-label') ?? '');
    if (navigations.length > 1 && (navigations.includes('') || new Set(navigations).size < navigations.length))
      faults.push(`nav names: ${navigations.join(', ')}`);
    if (document.documentElement.lang !== 'zh-Hans') faults.push(`lang ${document.documentElement.lang}`);
    return faults;
  });
}

function unitFaults(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLTableElement>('table:has(data)')].flatMap((table) => {
      if (/单位：[^）]/.test(table.caption?.textContent ?? '')) return [];
      const bare = [...table.querySelectorAll<HTMLTableCellElement>('td:has(data), th:has(data)')].filter((cell) => {
        const rest = cell.cloneNode(true) as HTMLElement;
        for (const part of rest.querySelectorAll('data, .op, .mk')) part.remove();
        const header = table.tHead?.rows[0]?.cells[cell.cellIndex]?.textContent ?? '';
        return !/（[^）]+）/.test(header) && !/[^\s\d至，。]/.test(rest.textContent ?? '');
      });
      const name = ({ dataset }: HTMLElement, row: HTMLElement) => `${row.id} ${dataset['label'] ?? ''}`;
      return bare.map((cell) => `${table.id}: no unit in ${name(cell, cell.closest('tr')!)}`);
    }),
  );
}

/** Presses Tab once for every stop and once more; focus must be where the order of the page says, and be seen. */
async function tabFaults(page: Page): Promise<string[]> {
  const stops = await page.evaluate(() => {
    scrollTo(0, 0);
    const selector = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const expected = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) =>
        element.tabIndex >= 0 &&
        !element.matches(':disabled') &&
        element.checkVisibility({ visibilityProperty: true }) &&
        !(element instanceof HTMLInputElement && element.type === 'radio' && !tabbable(element)),
    );
    const text = (element: HTMLElement) =>
      `${element.tagName.toLowerCase()} “${(element.ariaLabel ?? element.textContent ?? '').trim().slice(0, 20)}”`;
    const faults: string[] = [];
    let stop = 0;
    Object.assign(globalThis, { tabFaults: faults, tabStops: () => stop });
    const first = expected[0];
    if (!first?.matches('a[href="#main"]')) faults.push('the first stop is no skip link');
    document.addEventListener('focusin', ({ target }) => {
      const element = target as HTMLElement;
      const wanted = expected[stop];
      stop += 1;
      if (element !== wanted && stop <= expected.length)
        faults.push(`stop ${stop} is ${text(element)}, not ${wanted ? text(wanted) : 'outside the page'}`);
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) faults.push(`no outline on ${text(element)}`);
      const box = element.getBoundingClientRect();
      if (element === first && (box.left < 0 || box.top < 0)) faults.push('the skip link does not show');
    });
    return expected.length;

    /** Of a group of radio buttons, the checked one is the stop, or else the first. */
    function tabbable(radio: HTMLInputElement): boolean {
      const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
        ({ name, form }) => name === radio.name && form === radio.form,
      );
      return radio === (group.find(({ checked }) => checked) ?? group[0]);
    }
  });
  // Keys of the browser's own protocol, many on the way at once: one by one, most of the time is waiting for answers.
  const keys = await page.context().newCDPSession(page);
  const tab = { type: 'rawKeyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const;
  for (let press = 0; press < stops; press += 100) {
    const some = Array.from({ length: Math.min(100, stops - press) }, () => keys.send('Input.dispatchKeyEvent', tab));
    await Promise.all(some);
  }
  await keys.detach();
  return page.evaluate((wanted) => {
    const seen = globalThis as unknown as { tabFaults: string[]; tabStops: () => number };
    const count = seen.tabStops();
    return [...seen.tabFaults.slice(0, 5), ...(count === wanted ? [] : [`${count} stops instead of ${wanted}`])];
  }, stops);
}

async function skipFaults(page: Page): Promise<string[]> {
  await page.evaluate(() => scrollTo(0, 0));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inside = await page.evaluate(() => document.querySelector('main')!.contains(document.activeElement));
  return inside ? [] : ['the stop after the skip link is outside main'];
}

async function spacedFaults(page: Page): Promise<string[]> {
  await page.addStyleTag({ content: SPACED });
  return textFaults(page);
}

async function printedFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const faults = [...(await paperFaults(page)), ...(await textFaults(page))];
  await page.emulateMedia({ media: 'screen' });
  return faults;
}

/** Sideways scrolling of the page, text cut off by a box or the edge of the page, text over text in a cell. */
function textFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const faults = new Set<string>();
    if (root.scrollWidth > root.clientWidth)
      faults.add(`scrolls sideways by ${root.scrollWidth - root.clientWidth} px`);
    const printed = matchMedia('print').matches;
    const styles = new Map<Element, CSSStyleDeclaration>();
    const style = (element: Element) => {
      if (!styles.has(element)) styles.set(element, getComputedStyle(element));
      return styles.get(element)!;
    };
    const cells = new Map<Element, { text: string; box: DOMRect }[]>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent!.trim();
      const parent = node.parentElement!;
      if (text === '' || !parent.checkVisibility() || parent.closest('noscript, .skip')) continue;
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      const cut = boxes.map((box) => cutBy(parent, box)).find((by) => by !== undefined);
      if (cut === 'hidden on purpose') continue;
      if (cut) faults.add(`“${text.slice(0, 12)}” in ${parent.tagName}.${parent.className} is cut by ${cut}`);
      const cell = parent.closest('td, th');
      if (cell) cells.set(cell, [...(cells.get(cell) ?? []), ...boxes.map((box) => ({ text, box }))]);
    }
    for (const texts of cells.values())
      for (const [index, a] of texts.entries())
        for (const b of texts.slice(index + 1)) if (over(a.box, b.box)) faults.add(`“${a.text}” over “${b.text}”`);
    return [...faults].slice(0, 6);

    function cutBy(element: Element, box: DOMRect): string | undefined {
      for (let one: Element | null = element; one && one !== document.body; one = one.parentElement) {
        const { overflowX, overflowY, clipPath } = style(one);
        if (clipPath !== 'none') return 'hidden on purpose';
        const around = one.getBoundingClientRect();
        if (!printed && /auto|scroll/.test(overflowX)) return undefined;
        const wide = box.right > around.right + 1 || box.left < around.left - 1;
        const tall = box.bottom > around.bottom + 3 || box.top < around.top - 3;
        if ((overflowX !== 'visible' && wide) || (overflowY !== 'visible' && tall))
          return `${one.tagName}.${one.className}`;
      }
      return box.right > innerWidth + 1 || box.left < -1 ? 'the edge of the page' : undefined;
    }

    function over(a: DOMRect, b: DOMRect): boolean {
      const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return x > 2 && y > 0.4 * Math.min(a.height, b.height);
    }
  });
}

function paperFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility());
    const name = (element: HTMLElement) => `${element.tagName.toLowerCase()}#${element.id}.${element.className}`;
    const right = document.documentElement.clientWidth + 1;
    return [
      ...all('body > header nav').map(() => 'site navigation is printed'),
      ...all('body *')
        .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position))
        .map((element) => `${name(element)} is fixed`),
      ...all('table, canvas')
        .filter((element) => element.getBoundingClientRect().right > right)
        .map((element) => `${name(element)} is wider than the paper`),
    ];
  });
}
