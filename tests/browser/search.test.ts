/** The search in a real browser: what is found, by which keys, what is loaded when, and what is said when it fails. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtSite } from '../site/pages.ts';
import { open, visit, type Opened } from './open.ts';

const status = (page: Page) => page.locator('#search [role="status"]');
const results = (page: Page) => page.locator('#search .search-group a');

/** Writes into the open search and waits for the answer. */
async function ask(page: Page, query: string): Promise<string> {
  await page.locator('#search-query').fill(query);
  await page.locator(`#search .search-results[data-query="${query}"]`).waitFor({ state: 'attached' });
  return status(page).innerText();
}

/** The group, title and address of the first result. */
async function first(page: Page): Promise<(string | null)[]> {
  return [
    (await page.locator('#search h3').first().innerText()).replace(/\s*\d+$/, ''),
    await results(page).first().locator('.title').innerText(),
    await results(page).first().getAttribute('href'),
  ];
}

describe.each([
  ['at the root', 'MINGZHANG_SITE', '/'],
  ['below /some/path/', 'MINGZHANG_SITE_BASE', '/some/path/'],
] as const)('%s', (_, variable, base) => {
  let opened: Opened;
  let page: Page;
  const requests: string[] = [];
  let faults: string[];
  beforeAll(async () => {
    opened = await open(builtSite(variable), base);
    page = await opened.browser.newPage();
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    faults = await visit(page, `${opened.address}departments/510303-xzspj/2020/`);
  });
  afterAll(() => opened.close());

  test('nothing of it is loaded before it is opened', async () => {
    await page.waitForLoadState('networkidle');
    expect(requests.filter((path) => /\/search\/|\/dialog\./.test(path))).toEqual([]);
  });

  test('“/” opens it, words are found as they are written', async () => {
    await page.keyboard.press('/');
    expect(await page.locator('#search-query').evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('昭化/区');
    await expect.poll(() => results(page).count()).toBeGreaterThan(0);
    expect(await page.locator('#search-query').inputValue()).toBe('昭化/区');
    expect(await status(page).innerText()).toMatch(/^\d+ 条：地区 1，部门 1/);
  });

  test.each([
    ['审批局', '部门', '正定县行政审批局', 'departments/130123-xzspj/'],
    ['gwjd', '名词', '公务接待费', 'glossary/#gongwu-jiedai'],
    ['zhspj', '部门', '广元市昭化区行政审批局', 'departments/510811-xzspj/'],
    ['昭化公务接待', '科目与收支', '公务接待费', 'departments/510811-xzspj/2022/#three-public/reception'],
    ['457.27', '科目与收支', '基本支出', 'departments/510811-xzspj/2022/#expenditure/basic'],
    ['zhaohua', '部门', '广元市昭化区行政审批局', 'departments/510811-xzspj/'],
    ['扶贫', '科目与收支', '巩固脱贫衔接乡村振兴', 'departments/510811-xzspj/2022/#functional/general.21305'],
  ])('%s', async (query, group, title, href) => {
    await ask(page, query);
    expect(await first(page)).toEqual([group, title, base + href]);
  });

  test('nothing found: says so, and where to look instead', async () => {
    expect(await ask(page, '泰坦尼克')).toContain('没有找到“泰坦尼克”');
    expect(await results(page).count()).toBe(0);
    expect(await page.locator('#search').getByRole('link', { name: '全部名词' }).isVisible()).toBe(true);
  });

  test('Esc closes it', async () => {
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('#search').isVisible()).toBe(false);
  });

  test('by keyboard alone: open, ask, go down and up, follow; focus returns when it is closed', async () => {
    const button = page.locator('header').getByRole('button', { name: '查找' });
    await button.focus();
    await page.keyboard.press('Enter');
    await ask(page, '公务接待');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(
      await results(page)
        .nth(1)
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('#search-query').evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.keyboard.press('/');
    await page.locator('#search-query').fill('昭化 政务公开审批');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/departments\/510811-xzspj\/2022\/#functional\/general\.2010306$/);
    expect(await page.locator('tr:target').innerText()).toContain('399.04');
  });

  test('a result on the same page closes it', async () => {
    await page.keyboard.press('/');
    await ask(page, '昭化 公务接待费');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#three-public\/reception$/);
    expect(await page.locator('#search').isVisible()).toBe(false);
    expect(await page.locator('tr:target').innerText()).toContain('1.38');
  });

  test('all of it under the policy of the page, from this host, without an error', () => {
    expect(requests.filter((path) => path.includes('/search/')).length).toBeGreaterThan(3);
    expect(faults).toEqual([]);
  });
});

describe('around it', () => {
  let opened: Opened;
  let page: Page;
  beforeAll(async () => {
    opened = await open(builtSite('MINGZHANG_SITE_ODD'), '/');
    page = await opened.browser.newPage({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
    await page.goto(opened.address);
  });
  afterAll(() => opened.close());

  test('the shortcut of one key can be switched off, and stays off', async () => {
    const context = await opened.browser.newContext();
    const page = await context.newPage();
    await page.goto(opened.address);
    await page.keyboard.press('/');
    await page.getByLabel('按 / 键打开查找').uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.keyboard.press('/');
    expect(await page.locator('#search').isVisible()).toBe(false);
    await page.locator('[data-search-open]').first().click();
    await page.getByLabel('按 / 键打开查找').check();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(await page.locator('#search').isVisible()).toBe(true);
    await context.close();
  });

  test('the home page has a field that opens it; former name and alias lead to the department, with the reason', async () => {
    await page
      .locator('main')
      .getByRole('button', { name: /查找部门/ })
      .click();
    for (const [query, why] of [
      ['元坝区', '曾用名：广元市元坝区政务服务中心'],
      ['zwdt', '别名：昭化政务大厅'],
    ] as const) {
      await ask(page, query);
      expect(await first(page)).toEqual(['部门', '广元市昭化区行政审批局', '/departments/510811-xzspj/']);
      expect(await results(page).first().innerText()).toContain(why);
    }
  });

  test('on a phone it fills the screen, and everyone can use it', async () => {
    await ask(page, '支出');
    const box = (await page.locator('#search').boundingBox())!;
    expect([box.x, box.y, box.width, box.height]).toEqual([0, 0, 360, 740]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await page.locator('#search').evaluate((dialog) => dialog.scrollWidth)).toBeLessThanOrEqual(360);
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const found = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run('#search');
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
      });
      expect(found).toEqual([]);
    }
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#search').isVisible()).toBe(false);
    expect(await page.locator('header .search-open').isVisible()).toBe(false);
    await page.emulateMedia({ media: null, colorScheme: null });
  });

  test('more of a long group at a press, with the focus on the first of them', async () => {
    const group = page.locator('#search .search-group', { has: page.locator('#search-item') });
    const before = await group.locator('li').count();
    await group.getByRole('button', { name: /^再看/ }).click();
    expect(await group.locator('li').count()).toBeGreaterThan(before);
    expect(
      await group
        .locator('li a')
        .nth(before)
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
  });

  test('while typing in a field “/” is a letter', async () => {
    await page.locator('#search').getByRole('button', { name: '关闭' }).click();
    await page.evaluate(() => document.querySelector('main')!.append(document.createElement('textarea')));
    await page.locator('textarea').focus();
    await page.keyboard.press('/');
    expect(await page.locator('textarea').inputValue()).toBe('/');
    expect(await page.locator('#search').isVisible()).toBe(false);
  });

  test('an index or a script that does not load is said, and tried again', async () => {
    const other = await opened.browser.newPage();
    await other.route('**/search/index.json', (route) => route.fulfill({ status: 404, body: 'none' }));
    await other.goto(opened.address);
    await other.keyboard.press('/');
    expect(await ask(other, '支出')).toContain('查找用的索引没有载入');
    await other.unroute('**/search/index.json');
    expect(await ask(other, '支出表')).not.toContain('没有载入');
    await other.route('**/dialog.*.js', (route) => route.abort());
    await other.goto(opened.address);
    await other.keyboard.press('/');
    await expect.poll(() => status(other).innerText()).toContain('查找没有载入');
    await other.close();
  });

  test('without scripts nothing offers it, and the links of the home page stand', async () => {
    const context = await opened.browser.newContext({ javaScriptEnabled: false });
    const still = await context.newPage();
    await still.goto(opened.address);
    expect(await still.getByRole('button').count()).toBe(0);
    expect(await still.locator('search').getByRole('link', { name: '名词' }).isVisible()).toBe(true);
    await context.close();
  });
});
