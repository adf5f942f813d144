/** Charts on their way to other places: as a picture, as a table, in a frame on another site. */
import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtPages, builtSite } from '../site/pages.ts';
import { drawCharts, open, type Opened } from './open.ts';

const REPORT = 'departments/510811-xzspj/2022/';
const folder = builtSite('MINGZHANG_SITE');
let opened: Opened;
/** The report with all its charts drawn. */
let desk: Page;
/** Another site, whose one page is what `shown` says. */
let other: Server;
let elsewhere: string;
let shown = '';
beforeAll(async () => {
  opened = await open(folder, '/');
  const context = await opened.browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  desk = await context.newPage();
  await desk.goto(opened.address + REPORT);
  await drawCharts(desk);
  other = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>别处</title><h1>别的网站</h1>${shown}`);
  });
  await new Promise<void>((done) => {
    other.listen(0, '127.0.0.1', done);
  });
  elsewhere = `http://localhost:${(other.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  await opened.close();
  await new Promise((done) => other.close(done));
});

/** The report in a tab of its own, with one chart drawn. */
async function report(chart: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await opened.browser.newContext(options);
  const page = await context.newPage();
  await page.goto(opened.address + REPORT);
  const figure = page.locator(`#${chart}`);
  await figure.scrollIntoViewIfNeeded();
  await expect.poll(() => figure.getAttribute('data-drawn'), { timeout: 10_000 }).not.toBeNull();
  return page;
}

async function download(page: Page, chart: string): Promise<{ name: string; bytes: Buffer }> {
  const button = page.locator(`#${chart}`).getByRole('button', { name: '下载图片' });
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

describe('picture', () => {
  test('a PNG of its own size with title and source in it, the same on every screen', async () => {
    const phone = await report('chart-functional', {
      viewport: { width: 360, height: 800 },
      colorScheme: 'dark',
      deviceScaleFactor: 3,
    });
    const { name, bytes } = await download(desk, 'chart-functional');
    expect(name).toBe('510811-xzspj-2022-functional.png');
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    expect(width).toBe(1600);
    expect(height).toBeGreaterThan(1000);
    expect((await download(phone, 'chart-functional')).bytes.equals(bytes)).toBe(true);

    const ink = await desk.evaluate(inkOf, bytes.toString('base64'));
    expect(ink.opaque).toBe(true);
    expect(ink.corner).toEqual([251, 250, 246]);
    // Mark, title, chart, source: each has ink; the outer margin has none.
    const rows = (from: number, to: number) => ink.rows.slice(from, to).reduce((sum, row) => sum + row, 0);
    expect(rows(0, 60)).toBe(0);
    expect(rows(72, 140)).toBeGreaterThan(1000);
    expect(rows(160, 290)).toBeGreaterThan(3000);
    expect(rows(300, height - 300)).toBeGreaterThan(30_000);
    expect(rows(height - 190, height - 50)).toBeGreaterThan(3000);
    expect(rows(height - 40, height)).toBe(0);
    await phone.context().close();
  });

  test('of an opened class: the class in the name and in the picture', async () => {
    const drill = desk.locator('#chart-functional .drill button');
    const whole = await download(desk, 'chart-functional');
    await drill.filter({ hasText: '社会保障' }).click();
    const part = await download(desk, 'chart-functional');
    await drill.first().click();
    const again = await download(desk, 'chart-functional');
    expect(part.name).toBe('510811-xzspj-2022-functional-general-208.png');
    expect(part.bytes.equals(whole.bytes)).toBe(false);
    expect(again.name).toBe(whole.name);
    expect(again.bytes.equals(whole.bytes)).toBe(true);
  });
});

describe('pressed before the chart is drawn', () => {
  test.each([
    [360, '下载图片', /^已下载 510811-xzspj-2022-projects\.png。$/],
    [1280, '复制为表格', /^已复制 4 行，可以粘贴到表格里。$/],
    [1280, '本图地址', /^已复制本图地址。$/],
  ])('at %i px “%s” is done, once', async (width, name, said) => {
    const context = await opened.browser.newContext({ viewport: { width, height: 700 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    let files = 0;
    page.on('download', () => {
      files += 1;
    });
    // The chunk takes its time, so that what is said while waiting can be seen.
    let send: () => void = () => {};
    const sent = new Promise<void>((done) => {
      send = done;
    });
    await page.route('**/_assets/draw*.js', async (route) => {
      await sent;
      await route.continue();
    });
    await page.goto(opened.address + REPORT);
    const figure = page.locator('#chart-projects');
    // Without scrolling: the chart is far from the viewport.
    const press = () => figure.locator('[data-take]', { hasText: name }).evaluate((one: HTMLElement) => one.click());
    await press();
    const output = figure.locator('output');
    expect(await output.innerText()).toBe('正在准备…');
    await press();
    send();
    await expect.poll(() => output.innerText(), { timeout: 10_000 }).toMatch(said);
    expect(files).toBe(name === '下载图片' ? 1 : 0);
    await context.close();
  });

  test('a class opens, and without the chart a reader is told', async () => {
    const page = await opened.browser.newPage();
    await page.goto(opened.address + REPORT);
    const figure = page.locator('#chart-functional');
    await figure.locator('.drill button', { hasText: '社会保障' }).evaluate((one: HTMLElement) => one.click());
    await expect.poll(() => figure.getAttribute('data-part'), { timeout: 10_000 }).toBe('general.208');

    await page.route('**/_assets/draw*.js', (route) => route.abort());
    await page.reload();
    await figure.locator('[data-take=picture]').evaluate((one: HTMLElement) => one.click());
    await expect.poll(() => figure.locator('output').innerText()).toBe('没有加载成，请刷新页面再试。');
    await page.close();
  });
});

test('where nothing is printed the chart and its picture say so, and draw no zero', async () => {
  const page = await opened.browser.newPage();
  await page.addInitScript(() => {
    const drawnTexts: string[] = [];
    Object.assign(globalThis, { drawnTexts });
    const write = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text: string, ...rest: [number, number]) {
      if (Number.isNaN(rest[0])) throw new Error('nowhere');
      drawnTexts.push(text);
      write.call(this, text, ...rest);
    };
  });
  const absent = () =>
    page.evaluate(() => {
      const { drawnTexts } = globalThis as unknown as { drawnTexts: string[] };
      return drawnTexts.splice(0).filter((text) => text === '未载明').length;
    });
  // Three projects without 全年预算; one kind of staff without 编制.
  for (const [path, count] of [
    ['510811-xzspj/2022/projects', 3],
    ['511100-yshjj/2021/staff', 1],
    ['510811-xzspj/2022/staff', 0],
  ] as const) {
    await page.goto(`${opened.address}embed/${path}/`);
    await expect.poll(() => page.locator('[data-drawn]').count()).toBe(1);
    expect(await absent()).toBeGreaterThanOrEqual(count);
    const [report, name] = [path.replace(/\/[^/]+$/, ''), path.replace(/.*\//, '')];
    await page.goto(`${opened.address}departments/${report}/`);
    await page.locator(`#chart-${name}`).scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator(`#chart-${name}[data-drawn]`).count()).toBe(1);
    await page.waitForTimeout(300);
    await absent();
    await download(page, `chart-${name}`);
    expect(await absent()).toBe(count);
  }
  await page.close();
});

describe('table', () => {
  test('the copied numbers are those of the table, for every chart', async () => {
    for (const figure of await desk.locator('[data-chart]').all()) {
      await figure.getByRole('button', { name: '复制为表格' }).click();
      await expect.poll(() => figure.locator('output').innerText()).toMatch(/^已复制 \d+ 行/);
      const copied = await desk.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const html = await (await item!.getType('text/html')).text();
        const rows = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('tr')];
        return {
          text: await navigator.clipboard.readText(),
          html: rows.map((row) => [...row.cells].map((cell) => cell.textContent)),
        };
      });
      const expected = await figure.evaluate((element: HTMLElement) => {
        const { table, rows, measures } = element.dataset;
        return rows!.split(' ').map((key) => {
          const row = document.querySelector(`#${table} tr[data-key="${key}"]`)!;
          const value = (measure: string) =>
            row.querySelector<HTMLDataElement>(`[data-measure="${measure}"] data`)?.value ?? '';
          return [row.querySelector('th')!.firstChild!.textContent!.trim(), ...measures!.split(' ').map(value)];
        });
      });
      const lines = copied.text.split('\n').map((line) => line.split('\t'));
      expect(lines.slice(1)).toEqual(expected);
      expect(copied.html).toEqual(lines);
    }
  });

  test('without the clipboard interface, and when the browser refuses it', async () => {
    const page = await report('chart-staff');
    await page.evaluate(() => {
      addEventListener('copy', ({ clipboardData }) => {
        document.title = clipboardData!.getData('text/plain');
      });
    });
    const said = page.locator('#chart-staff output');
    for (const clipboard of [undefined, { write: 'refused' }]) {
      await page.evaluate((given) => {
        const value = given && { write: () => Promise.reject(new DOMException(given.write)) };
        Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
        document.title = '';
        document.querySelector('#chart-staff output')!.textContent = '';
      }, clipboard);
      await page.locator('#chart-staff').getByRole('button', { name: '复制为表格' }).click();
      await expect.poll(() => said.innerText()).toBe('已复制 2 行，可以粘贴到表格里。');
      expect(await page.title()).toContain('事业人员 14 15');
    }
    await page.evaluate(() => {
      Object.defineProperty(document, 'execCommand', { value: () => false });
    });
    await page.locator('#chart-staff').getByRole('button', { name: '复制为表格' }).click();
    await expect.poll(() => said.innerText()).toBe('浏览器不让复制；已选中，请自己复制。');
    const selected = await page.evaluate(() => getSelection()!.toString());
    for (const text of ['事业人员', '14', '15']) expect(selected).toContain(text);
    await page.context().close();
  });
});

describe('frame', () => {
  test('the code as offered draws each chart on another site, without scrollbars', async () => {
    const codes = await desk
      .locator('[data-chart] textarea')
      .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
    const figure = desk.locator('#chart-functional');
    await figure.locator('summary').click();
    await figure.getByRole('button', { name: '复制代码' }).click();
    await expect.poll(() => figure.locator('output').innerText()).toBe('已复制代码。');
    const code = await desk.evaluate(() => navigator.clipboard.readText());
    expect(codes).toContain(code);
    const drawn = await desk
      .locator('[data-chart]')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['drawn']));

    shown = `<div>${codes.join('</div><div>')}</div>`;
    const page = await opened.browser.newPage({ viewport: { width: 640, height: 900 } });
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    await page.goto(elsewhere);
    for (const [index, frame] of (await page.locator('iframe').all()).entries()) {
      await frame.scrollIntoViewIfNeeded();
      const inside = (await (await frame.elementHandle())!.contentFrame())!;
      const chart = inside.locator('[data-chart]');
      await expect.poll(() => chart.getAttribute('data-drawn'), { timeout: 10_000 }).toBe(drawn[index]);
      const { over, slack } = await inside.evaluate(() => ({
        over: document.documentElement.scrollHeight - innerHeight,
        slack:
          document.querySelector('footer')!.getBoundingClientRect().top -
          document.querySelector('details')!.getBoundingClientRect().bottom,
      }));
      expect(over).toBe(0);
      expect(slack).toBeLessThan(70);
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  test('every chart of every report fits the offered height from 320 px on', async () => {
    const page = await opened.browser.newPage({ viewport: { width: 900, height: 900 } });
    const cut: string[] = [];
    const reports = builtPages(folder).filter(({ path }) => /^departments\/[^/]+\/\d{4}\/$/.test(path));
    for (const { html } of reports) {
      const offered = [...html.matchAll(/\sdata-embed="?([^"\s>]+)"?\sdata-height="?(\d+)/g)];
      expect(offered).toHaveLength(html.match(/\sdata-embed=/g)?.length ?? 0);
      for (const [, path = '', height = ''] of offered) {
        await page.goto(new URL(path, opened.address).href);
        for (const width of [320, 360, 800]) {
          await page.setViewportSize({ width, height: Number(height) });
          const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
          if (over > 0) cut.push(`${path} ${width}: ${over}`);
        }
      }
    }
    expect(cut).toEqual([]);
    await page.close();
  });

  test('any other page is refused', async () => {
    const page = await opened.browser.newPage();
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    for (const path of ['', REPORT, 'downloads/', 'nowhere/']) {
      shown = `<iframe src="${opened.address}${path}" title="不许"></iframe>`;
      refused.length = 0;
      await page.goto(elsewhere);
      await expect.poll(() => refused.join()).toContain("frame-ancestors 'none'");
      await expect.poll(() => page.frames()[1]!.url()).toBe('chrome-error://chromewebdata/');
    }
    await page.close();
  });

  test('downloads can be read by the scripts of other sites, pages cannot', async () => {
    shown = '';
    const page = await opened.browser.newPage();
    await page.goto(elsewhere);
    const read = (path: string) =>
      page.evaluate(
        (url) =>
          fetch(url).then(
            ({ status }) => String(status),
            () => 'refused',
          ),
        opened.address + path,
      );
    expect([await read('data/all/figures.csv'), await read(REPORT)]).toEqual(['200', 'refused']);
    await page.close();
  });

  test('without scripts the numbers stand open, from 280 px on', async () => {
    const context = await opened.browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 280, height: 600 },
    });
    const page = await context.newPage();
    for (const { path } of builtPages(folder).filter((one) => one.path.startsWith('embed/510811-xzspj/2022/'))) {
      await page.goto(opened.address + path);
      expect(await page.locator('table data').first().isVisible()).toBe(true);
      expect(await page.locator('canvas').isVisible()).toBe(false);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, path).toBe(280);
    }
    await context.close();
  });
});

/** Runs in the page: how much of each row of a picture is not paper. */
async function inkOf(png: string) {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.codePointAt(0)!);
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  const corner = [...data.subarray(0, 3)];
  const rows = Array.from({ length: picture.height }, () => 0);
  let opaque = true;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] !== 255) opaque = false;
    if (data[at] !== corner[0] || data[at + 1] !== corner[1] || data[at + 2] !== corner[2])
      rows[Math.floor(at / 4 / picture.width)]! += 1;
  }
  return { rows, corner, opaque };
}
