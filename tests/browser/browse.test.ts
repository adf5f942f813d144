/** The lists of indicators and departments: filter, order, address, CSV, keyboard, and without scripts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowOf, type IndicatorsData } from '../../src/views/indicator-row.ts';
import { builtSite } from '../site/pages.ts';
import { open, visit, type Opened } from './open.ts';

const folder = builtSite('MINGZHANG_SITE');
const data = JSON.parse(readFileSync(join(folder, 'data/indicators.json'), 'utf8')) as IndicatorsData;
const all = data.rows.map((fields) => rowOf(fields, Object.keys(data.columns)));
let site: Opened;
let below: Opened;
beforeAll(async () => {
  [site, below] = await Promise.all([open(folder, '/'), open(builtSite('MINGZHANG_SITE_BASE'), '/some/path/')]);
});
afterAll(() => Promise.all([site.close(), below.close()]));

const query = (page: Page) => decodeURIComponent(new URL(page.url()).search);
const count = (page: Page) => page.locator('#count').innerText();
const names = (page: Page) => page.locator('#t-list tbody:visible [data-slot="name"]').allInnerTexts();
/** Department and year of each row that is shown. */
const shown = (page: Page) =>
  page
    .locator('#t-list tr[data-text]:visible')
    .evaluateAll((rows) =>
      rows.map((row) => [0, 1].map((cell) => row.children[cell]!.querySelector('a')!.text).join(' ')),
    );
const choice = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const words = (page: Page) => page.getByRole('searchbox');

describe('indicators', () => {
  test('what is not met, sorted, after a reload too; the CSV holds what is listed', async () => {
    const page = await site.browser.newPage();
    const faults = await visit(page, `${site.address}indicators/`);
    const fetched: string[] = [];
    page.on('requestfinished', (request) => fetched.push(new URL(request.url()).pathname));
    const missed = all.filter(({ result }) => result === 'not-met');
    await choice(page, '指标达到与否').selectOption({ label: '未达到' });
    await expect
      .poll(() => count(page))
      .toBe(`符合的 ${missed.length} 行（共 ${all.length} 行），这里列出 ${missed.length} 行`);
    expect(fetched.filter((path) => path.endsWith('.json'))).toEqual(['/data/indicators.json']);
    expect(await names(page)).toEqual(missed.map(({ name }) => name));
    await page.getByRole('button', { name: '名称' }).click();
    expect(query(page)).toBe('?result=not-met&sort=name');
    const byName = await names(page);
    const place = (name: string) => data.byName[all.findIndex((row) => row.name === name)]!;
    expect(byName).toEqual(missed.map(({ name }) => name).sort((a, b) => place(a) - place(b)));
    expect((await page.locator('th[aria-sort]').innerText()).trim()).toBe('名称');
    await page.getByRole('button', { name: '名称' }).click();
    expect(await names(page)).toEqual(byName.toReversed());
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');

    const tags = await page.locator('#t-list tbody .tag').allInnerTexts();
    expect(new Set(tags)).toEqual(new Set(['未达到']));
    await page.reload();
    await expect.poll(() => names(page)).toEqual(byName.toReversed());
    expect(await choice(page, '指标达到与否').inputValue()).toBe('not-met');
    expect(query(page)).toBe('?result=not-met&sort=-name');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `下载这 ${missed.length} 行 CSV` }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const rows = Papa.parse<Record<string, string>>(text.slice(1).trimEnd(), { header: true }).data;
    expect(rows.map((row) => row['名称'])).toEqual(await names(page));
    expect(rows.map((row) => row['达到与否'])).toEqual(tags);
    const printed = await page.locator('#t-list tbody [data-slot="actual-number"]').allInnerTexts();
    const plain = (number: string) => number.replaceAll(',', '').replace(/^[≥≤><约] /, '');
    expect(rows.map((row) => row['实际值'])).toEqual(printed.map(plain));

    await page.getByRole('button', { name: '清除筛选' }).click();
    await expect.poll(() => count(page)).toBe(`共 ${all.length} 行，这里列出 200 行`);
    expect(query(page)).toBe('');
    expect(faults).toEqual([]);
    await page.close();
  });

  test('rows made by the script are those of the page; the rest comes on demand, focus on the first new one', async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.address}indicators/`);
    const html = () => page.locator('#t-list tbody').evaluate((body) => [...body.children].map((row) => row.outerHTML));
    const tidy = (rows: readonly string[]) =>
      rows.map((row) =>
        row.replaceAll(/\s+/g, ' ').replaceAll(/> <|\s(?=>)| class=""/g, (found) => (found === '> <' ? '><' : '')),
      );
    const served = tidy(await html());
    expect(served).toHaveLength(200);
    await page.getByRole('button', { name: '再列 151 行' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => count(page)).toBe(`共 ${all.length} 行，这里列出 ${all.length} 行`);
    expect(await page.evaluate(() => document.activeElement!.closest('tr')!.rowIndex)).toBe(201);
    expect(await page.getByRole('button', { name: '再列 151 行' }).isVisible()).toBe(false);
    expect(await names(page)).toEqual(all.map(({ name }) => name));
    // Filter and clear, so that the script makes the first rows anew.
    await words(page).fill('满意度');
    await expect.poll(() => count(page)).toContain('符合的');
    await words(page).fill('');
    await expect.poll(() => count(page)).toBe(`共 ${all.length} 行，这里列出 200 行`);
    expect(tidy(await html())).toEqual(served);
    await page.close();
  });

  test('numbers are sorted within their unit; what the address asks for wrongly is said', async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.address}indicators/?unit=万件&sort=-actual&kind=nothing&year=2022`);
    await expect.poll(() => count(page)).toContain('符合的');
    expect(await page.locator('#ignored').innerText()).toBe('地址里的 kind=nothing 在这里没有，未采用。');
    const numbers = await page.locator('#t-list tbody [data-slot="actual-number"]').allInnerTexts();
    const values = numbers
      .filter((text) => text !== '')
      .map((text) => Number(text.replace(/^\D+/, '').replaceAll(',', '')));
    expect(values.length).toBeGreaterThan(2);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(await page.locator('#t-list tbody .unit').allInnerTexts()).not.toContain('件');
    await words(page).fill('没有这样的名称');
    await expect.poll(() => count(page)).toBe(`没有符合的行（共 ${all.length} 行）`);
    expect(await page.locator('#ignored').isVisible()).toBe(false);
    await page.close();
  });

  test('when the data does not come, it is said, and the rows of the page stay', async () => {
    const page = await site.browser.newPage();
    await page.route('**/indicators.json', (route) => route.abort());
    await page.goto(`${site.address}indicators/?result=met`);
    await expect.poll(() => count(page)).toContain('没有取到全部数据');
    expect(await page.locator('#t-list tbody tr').count()).toBe(200);
    await page.unroute('**/indicators.json');
    await choice(page, '年度').selectOption('2022');
    await expect.poll(() => count(page)).toContain('符合的');
    await page.close();
  });

  test('below a base path, a row made by the script leads to its row in the report', async () => {
    const page = await below.browser.newPage();
    await page.goto(`${below.address}indicators/?q=大厅面积&kind=indicators`);
    await expect.poll(() => count(page)).toContain('符合的');
    await page.locator('#t-list tbody a').first().click();
    await page.waitForURL(/\/some\/path\/departments\/511100-yshjj\/2021\/#indicators\//);
    expect(await page.locator('tr:target').innerText()).toContain('15,150');
    await page.close();
  });
});

describe('departments', () => {
  test('what an address asks for, below a base path', async () => {
    const page = await below.browser.newPage();
    const found: Record<string, readonly string[]> = {
      '?region=5108': ['昭化区行政审批局 2022'],
      '?region=511100&level=city': ['乐山市营商环境服务管理局 2021'],
      '?region=51&year=2020&proof=complete': ['贡井区行政审批局 2020'],
      '?q=金口河': ['金口河区行政审批局 2024'],
      '?region=13&year=2024': [],
    };
    for (const [search, expected] of Object.entries(found)) {
      await page.goto(`${below.address}departments/${search}`);
      expect(await shown(page), search).toEqual(expected);
      expect(await count(page)).toMatch(expected.length === 0 ? /^没有符合的部门/ : /^符合的 1 个部门，1 份报告/);
      expect(await page.locator('#ignored').isVisible()).toBe(false);
    }
    await page.close();
  });

  test('chosen by keyboard, kept in the address and after a reload, cleared', async () => {
    const context = await site.browser.newContext({ viewport: { width: 360, height: 800 } });
    const page = await context.newPage();
    await page.goto(`${site.address}departments/`);
    const everything = await shown(page);
    await words(page).focus();
    await page.keyboard.type('营商');
    await page.keyboard.press('Tab');
    while (!query(page).includes('region=511100')) await page.keyboard.press('ArrowDown');
    expect(query(page)).toBe('?q=营商&region=511100');
    await page.reload();
    expect(query(page)).toBe('?q=营商&region=511100');
    expect(await choice(page, '地区，含下级').inputValue()).toBe('511100');
    expect(await page.locator('tr.region:visible').allInnerTexts()).toEqual(['四川省 › 乐山市']);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await expect.poll(() => query(page)).toBe('');
    expect(await shown(page)).toEqual(everything);
    expect(await count(page)).toBe('共 5 个部门，5 份报告');
    await context.close();
  });

  test('what the address asks for wrongly is said and not used', async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.address}departments/?region=99&level=village&colour=red&year=2022`);
    expect(await page.locator('#ignored').innerText()).toBe(
      '地址里的 region=99、level=village、colour=red 在这里没有，未采用。',
    );
    expect(await count(page)).toBe('符合的 1 个部门，1 份报告（共 5 个部门，5 份报告）');
    await page.close();
  });
});

test('without scripts everything is listed, without controls, with anchors for the regions', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  for (const path of ['departments/?region=13', 'indicators/?result=met']) {
    await page.goto(site.address + path);
    expect(await page.locator('main :is(input, select, button):visible').count()).toBe(0);
  }
  expect(await page.locator('#t-list tbody tr:visible').count()).toBe(200);
  await page.goto(`${site.address}departments/?region=13`);
  expect(await page.locator('tr[data-text]:visible').count()).toBe(5);
  await page.getByRole('link', { name: '广元市', exact: true }).click();
  expect(page.url()).toMatch(/#region-510800$/);
  expect(await page.locator(':target').innerText()).toBe('广元市');
  await context.close();
});
