/** Pages in a real browser: readable with and without scripts, no console error, nothing from elsewhere. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtPages, builtSite, samplePages } from '../site/pages.ts';
import { eachPage, open, type Opened } from './open.ts';

describe.each([
  ['at the root', 'MINGZHANG_SITE', '/'],
  ['below /some/path/', 'MINGZHANG_SITE_BASE', '/some/path/'],
] as const)('%s', (_, variable, base) => {
  const folder = builtSite(variable);
  // A page of each template; accessibility.test.ts goes through every page and looks at how it loads as well.
  const sample = samplePages(builtPages(folder), 1).map(({ path }) => path);
  let opened: Opened;
  beforeAll(async () => {
    opened = await open(folder, base);
  });
  afterAll(() => opened.close());

  test.each([
    [true, 1280],
    [false, 360],
  ])('pages load cleanly, scripts %s, %i px wide', async (javaScriptEnabled, width) => {
    const options = { javaScriptEnabled, viewport: { width, height: 900 }, reducedMotion: null };
    expect(await eachPage(opened, sample, options, {})).toEqual({ load: [] });
  });

  test('a wrong address shows the helpful page', async () => {
    const page = await opened.browser.newPage();
    const response = await page.goto(`${opened.address}departments/nowhere/`);
    expect(response!.status()).toBe(404);
    await page.getByRole('link', { name: '全部部门' }).click();
    expect(await page.locator('h1').innerText()).toContain('部门');
    await page.close();
  });

  test('the ledger can be narrowed to what differs, without scripts', async () => {
    const context = await opened.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${opened.address}departments/510811-xzspj/2022/ledger/`);
    const visible = () => page.locator('table.ledger tbody tr:not(.section):visible');
    const all = await visible().count();
    await page.getByRole('radio', { name: /^不符/ }).check();
    const differing = await visible().count();
    expect(all).toBe(521);
    expect(differing).toBe(await page.locator('table.ledger tr.differs').count());
    expect(differing).toBeGreaterThan(0);
    await context.close();
  });

  test('the functional chart opens a class into its parts and back, by keyboard', async () => {
    const page = await opened.browser.newPage();
    await page.goto(`${opened.address}departments/510811-xzspj/2022/`);
    const chart = page.locator('#chart-functional');
    await chart.scrollIntoViewIfNeeded();
    await expect.poll(() => chart.getAttribute('data-drawn'), { timeout: 10_000 }).not.toBeNull();
    await chart.getByRole('button', { name: '展开：社会保障和就业支出' }).focus();
    await page.keyboard.press('Enter');
    expect(JSON.parse((await chart.getAttribute('data-drawn'))!)).toEqual([[20.77, 5.29, 0.89]]);
    await page.keyboard.press('Enter');
    expect(JSON.parse((await chart.getAttribute('data-drawn'))!)).toEqual([[399.04, 26.95, 9.91, 258.6, 21.36]]);
    await page.close();
  });

  test('from the home page to the proof of a number and back', async () => {
    const page = await opened.browser.newPage();
    await page.goto(opened.address);
    await page.getByRole('link', { name: '2022', exact: true }).click();
    await page.locator('#expenditure tr[data-key="basic"] [data-measure="final"] a.proof').click();
    await page.getByRole('link', { name: '原文印在 L37' }).click();
    await page.waitForURL(/ledger\/#accounts-L37-3$/);
    const line = page.locator('tr:target');
    expect(await line.innerText()).toContain('457.27');
    await line.getByRole('link', { name: '基本支出 · 决算' }).first().click();
    await page.waitForURL(/2022\/#expenditure\/basic$/);
    expect(await page.locator('tr:target').innerText()).toContain('457.27');
    await page.close();
  });
});
