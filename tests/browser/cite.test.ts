/** A reader takes figures, citations and files away. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtSite } from '../site/pages.ts';
import { open, type Opened } from './open.ts';

const REPORT = 'departments/510811-xzspj/2022/';
const folder = builtSite('MINGZHANG_SITE_BASE');
let site: Opened;
beforeAll(async () => {
  site = await open(folder, '/some/path/');
});
afterAll(() => site.close());

test('a figure opens into proof, address, citation and correction, by keyboard, and closes again', async () => {
  const page = await site.browser.newPage();
  await page.goto(site.address + REPORT);
  const figure = page.locator('[id="expenditure/basic/final"] a.proof');
  const menu = page.locator('#figure-menu');
  await figure.focus();
  await page.keyboard.press('Enter');
  expect(await menu.innerText()).toContain('基本支出 · 决算 457.27');
  expect(await page.getByRole('dialog', { name: '基本支出 · 决算 457.27' }).isVisible()).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('原文印在 L37');
  await page.keyboard.press('Escape');
  expect(await menu.isVisible()).toBe(false);
  expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true);

  await page.keyboard.press('Enter');
  await menu.getByRole('link', { name: '这个数字有误？' }).click();
  await page.waitForURL(/figures\/#expenditure\/basic\/final$/);
  const row = page.locator('tr:target');
  expect(await row.innerText()).toContain('457.27');
  expect(await row.getByRole('link', { name: '这个数字有误？' }).getAttribute('href')).toContain('/issues/new?title=');
  await row.getByRole('link', { name: '457.27' }).click();
  await page.waitForURL(/2022\/#expenditure\/basic\/final$/);
  expect(await page.locator('td:target').innerText()).toContain('457.27');
  await page.close();
});

test('a citation is copied with the date of the day', async () => {
  const context = await site.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date('2027-03-04T12:00:00'));
  await page.goto(site.address + REPORT);
  const buttons = page.locator('#cite button');
  const names = ['复制 GB/T 7714', '复制 一句话', '复制 BibTeX'];
  expect(await buttons.evaluateAll((all) => all.map((one) => one.ariaLabel))).toEqual(names);
  const button = buttons.first();
  await page.getByRole('button', { name: '复制 GB/T 7714' }).click();
  await expect.poll(() => button.innerText()).toBe('已复制');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('[DS/OL]. (2026-11-20)[2027-03-04]. https://mingzhang.example/some/path/departments/');
  await expect.poll(() => button.innerText(), { timeout: 10_000 }).toBe('复制');
  expect(await button.getAttribute('aria-label')).toBe(names[0]);
  await context.close();
});

test('over plain http a citation is copied too, or else selected', async () => {
  const context = await site.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  // Not 127.0.0.1, which browsers hold for secure.
  await page.route('http://plain.example/**', async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/some/path/', '');
    await route.fulfill({ response: await page.request.get(site.address + path) });
  });
  await page.goto(`http://plain.example/some/path/${REPORT}`);
  expect(await page.evaluate('[isSecureContext, typeof navigator.clipboard]')).toEqual([false, 'undefined']);
  await page.evaluate(() => {
    addEventListener('copy', ({ clipboardData }) => {
      document.title = clipboardData!.getData('text/plain');
    });
  });
  const button = page.getByRole('button', { name: '复制 一句话' });
  const [cited, label] = [page.locator('#cite-sentence'), page.locator('[data-copy="cite-sentence"]')];
  await button.click();
  await expect.poll(() => label.innerText()).toBe('已复制');
  expect(await page.title()).toBe(await cited.innerText());

  await page.evaluate(() => {
    Object.defineProperty(document, 'execCommand', { value: () => false });
  });
  await label.click();
  await expect.poll(() => label.innerText()).toBe('已选中，请自己复制');
  expect(await label.getAttribute('aria-label')).toBe('已选中，请自己复制');
  expect((await page.evaluate(() => getSelection()!.toString())).trim()).toBe(await cited.innerText());
  await context.close();
});

test('a part of a report is cited by its own address: a finding, a figure', async () => {
  const page = await site.browser.newPage();
  await page.goto(site.address + REPORT);
  const forms = () => page.locator('.citation pre').allInnerTexts();
  const whole = await forms();
  await page.getByLabel('哪一部分').selectOption('登记的差异 1');
  const [gbt, sentence, bibtex] = await forms();
  const address = 'https://mingzhang.example/some/path/departments/510811-xzspj/2022/#finding-basic-expenditure';
  expect(gbt).toContain('收支与绩效数据：登记的差异 1: 数据版本');
  for (const form of [gbt, sentence, bibtex]) expect(form).toContain(address);
  expect(sentence).toMatch(/^明账《[^》]+》，登记的差异 1（数据版本 [0-9a-f]{12}，/);
  expect(bibtex).toMatch(/^@misc\{mingzhang-510811-xzspj-2022-finding-basic-expenditure,/);
  await page.getByLabel('哪一部分').selectOption('整份报告');
  expect(await forms()).toEqual(whole);

  await page.goto(`${site.address}${REPORT}figures/#expenditure/basic/final`);
  await page.locator('tr:target').getByRole('button', { name: 'GB/T 7714、BibTeX' }).click();
  expect((await forms())[0]).toContain('：基本支出 · 决算: 数据版本');
  expect((await forms())[1]).toMatch(/^广元市昭化区行政审批局2022年度，基本支出 · 决算：457.27 万元（/);
  expect((await forms())[2]).toContain('2022/#expenditure/basic/final}');
  expect(await page.locator('#cite-now').innerText()).toBe('基本支出 · 决算');
  await page.close();
});

describe('downloads', () => {
  test('every button on a report page saves the file that the site holds', async () => {
    const page = await site.browser.newPage();
    await page.goto(site.address + REPORT);
    const count = await page.locator('main a[download]').count();
    expect(count).toBeGreaterThan(20);
    for (let index = 0; index < count; index += 1) {
      // The browser lets one visit to a page start ten downloads.
      if (index % 10 === 0) await page.goto(site.address + REPORT);
      const button = page.locator('main a[download]').nth(index);
      const path = new URL((await button.getAttribute('href'))!, site.address).pathname.replace('/some/path/', '');
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      expect(readFileSync(await download.path()).equals(readFileSync(join(folder, path))), path).toBe(true);
      expect(path.endsWith(download.suggestedFilename()), path).toBe(true);
    }
    await page.close();
  });

  test('every file on the downloads page is there, in the size that the page says', async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.address}downloads/`);
    const files = await page
      .locator('.files li')
      .evaluateAll((items) =>
        items.map((item) => ({ href: item.querySelector('a')!.href, size: item.querySelector('small')!.textContent! })),
      );
    expect(files.length).toBeGreaterThan(100);
    const wrong: string[] = [];
    for (const { href, size } of files) {
      const response = await page.request.get(href);
      const bytes = (await response.body()).length;
      const stated = Number.parseFloat(size) * (size.includes('MB') ? 1e6 : size.includes('kB') ? 1e3 : 1);
      if (!response.ok() || bytes === 0 || Math.abs(bytes - stated) > Math.max(0, stated * 0.01, 51))
        wrong.push(`${href}: ${bytes}, ${size}`);
    }
    expect(wrong).toEqual([]);
    await page.close();
  });
});
