/** Checking in a real browser: what is dropped is checked beside the page, and never leaves the machine. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import axe from 'axe-core';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DataFiles } from '../../src/load/files.ts';
import { loadSite } from '../../src/site/site.ts';
import { templateWorkbook } from '../../src/template/workbook.ts';
import { builtSite } from '../site/pages.ts';
import { caseFiles, checkFiles } from '../unit/data-tree.ts';
import { open, visit, type Opened } from './open.ts';

const FOLDER = 'data/departments/510811-xzspj/2022/';
const temporary = mkdtempSync(join(tmpdir(), 'mingzhang-validate-'));
let site: Opened;
let context: BrowserContext;
let page: Page;
let faults: string[];
/** Every request since the page was opened: method, address, bytes sent. */
const requests: { method: string; path: string; body: string | null }[] = [];
beforeAll(async () => {
  site = await open(builtSite('MINGZHANG_SITE_BASE'), '/some/path/');
  context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  await context.addInitScript({ content: axe.source });
  page = await context.newPage();
  context.on('request', (request) =>
    requests.push({ method: request.method(), path: new URL(request.url()).pathname, body: request.postData() }),
  );
  faults = await visit(page, `${site.address}validate/`);
});
afterAll(async () => {
  await site.close();
  rmSync(temporary, { recursive: true, force: true });
});

const zipOf = (files: DataFiles) =>
  Buffer.from(zipSync(Object.fromEntries([...files].map(([path, { bytes }]) => [path, bytes!])), { level: 1 }));
const status = () => page.locator('#check-status').innerText();
/** Waits for the next result; its sentence. */
async function finished(said: RegExp): Promise<string> {
  await expect.poll(status, { timeout: 30_000, interval: 20 }).toMatch(said);
  return status();
}
async function choose(name: string, buffer: Buffer, said = /检查了/): Promise<string> {
  await page.setInputFiles('#check-choose', { name, mimeType: 'application/octet-stream', buffer });
  return finished(said);
}
/** What the page lists, as `problem rule`. */
const listed = () => page.locator('#check-issues tr:not(.source) td:nth-child(3)').allInnerTexts();
const expected = (files: DataFiles) => checkFiles(files).issues.map(({ problem, rule }) => `${problem} ${rule}`);

describe('in the worker', () => {
  test.each([
    ['a folder', 'sum-differs'],
    ['a zip', 'register-undeclared'],
    ['a dropped zip', 'value-numbers'],
  ])('%s: the same issues as on the command line', async (way, name) => {
    const files = caseFiles(name);
    if (way === 'a folder') {
      const folder = join(temporary, '我的数据');
      for (const [path, { bytes }] of files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), bytes!);
      }
      await page.setInputFiles('#check-folder', folder);
    } else if (way === 'a zip')
      await page.setInputFiles('#check-choose', { name: 'a.zip', mimeType: 'application/zip', buffer: zipOf(files) });
    else
      await page.evaluate((base64) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], 'a.zip'));
        document
          .getElementById('check-drop')!
          .dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: transfer }));
      }, zipOf(files).toString('base64'));
    await expect.poll(listed, { timeout: 20_000, interval: 20 }).toEqual(expected(files));
    expect(await status()).toContain(`检查了 ${files.size} 个文件`);
  });

  test('a button shows the row with the field marked; the list can be narrowed; axe finds nothing', async () => {
    await choose('a.zip', zipOf(caseFiles('value-numbers')));
    const opener = page.locator('#check-issues button').first();
    await opener.focus();
    await page.keyboard.press('Enter');
    expect(await opener.getAttribute('aria-expanded')).toBe('true');
    const row = page.locator(`#${await opener.getAttribute('aria-controls')}`);
    await row.locator('mark').waitFor();
    const [issue] = checkFiles(caseFiles('value-numbers')).issues;
    expect(await row.locator('mark').innerText()).toBe(issue!.found);
    await page.selectOption('#check-severity', 'notice');
    expect(await listed()).toEqual([]);
    await page.selectOption('#check-severity', '');
    await page.locator('#check-preview summary').click();
    await page.locator('#check-drawn .headline').waitFor();
    const violations = await page.evaluate(async () => {
      const { axe: engine } = globalThis as unknown as { axe: typeof axe };
      return (await engine.run(document.getElementById('check')!)).violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
  });

  test('a GBK file is converted on request; the download holds it as UTF-8, laid out for the repository', async () => {
    const files = caseFiles('form-gbk');
    await choose('a.zip', zipOf(files));
    expect((await listed()).join()).toContain('看起来是 GBK');
    await page.getByRole('button', { name: '转为 UTF-8（1 个文件）' }).click();
    await expect.poll(async () => (await listed()).join(), { interval: 20 }).not.toContain('GBK');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载压缩包' }).click(),
    ]);
    const inside = unzipSync(readFileSync(await download.path()));
    expect(Object.keys(inside)).toEqual([...files.keys()].sort());
    const path = `${FOLDER}expenditure.csv`;
    expect(strFromU8(inside[path]!)).toBe(
      new TextDecoder('gb18030').decode(files.get(path)!.bytes).replaceAll('\r\n', '\n'),
    );
    const link = page.getByRole('link', { name: `新建 ${FOLDER}staff.csv` });
    expect(await link.getAttribute('href')).toContain(
      `https://forge.example/open/mingzhang/new/main/${FOLDER.slice(0, -1)}?filename=staff.csv&value=item`,
    );
  });
});

test('a filled template is checked with places in its sheets', async () => {
  const tables = new Map([
    [
      'expenditure',
      [
        { item: 'basic', final: '1.5' },
        { item: 'nonsense', final: '2' },
      ],
    ],
  ]);
  const { reference } = loadSite('data');
  await choose(
    '填好.xlsx',
    Buffer.from(await templateWorkbook(reference, { department: '510811-new', year: '2023', tables })),
  );
  expect(await page.locator('#check-issues th button').allInnerTexts()).toContain(
    '510811-new/2023/expenditure.csv:3:1（支出!A4）',
  );
});

test('a hostile zip is refused with a reason', async () => {
  await choose('a.zip', Buffer.from(zipSync({ '../x.csv': new Uint8Array(1) })));
  expect((await listed()).join()).toContain('会落到压缩包之外的地方');
});

describe('offline', () => {
  test('a pasted table: department and year are asked for, the result is previewed; nothing is requested', async () => {
    await page.reload();
    await page.locator('#check-choose').focus();
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    const before = requests.length;
    await page.locator('summary', { hasText: '从 Excel 粘贴' }).click();
    await page.selectOption('#check-table', 'expenditure');
    await page.fill(
      '#check-text',
      '项目\t决算（万元）\n本年支出合计\t"1,000.5"\n基本支出\t600.5\n项目支出\t400\n<img src=x onerror=alert(1)>\t1\n',
    );
    await page.getByRole('button', { name: '加入并检查' }).click();
    await finished(/还要知道/);
    await page.getByLabel('部门标识').fill('510811-new');
    await page.getByLabel('财政年度').fill('2023');
    await page.getByRole('button', { name: '检查', exact: true }).click();
    await finished(/检查了 1 个文件/);
    expect((await listed()).join()).toContain('千位分隔符已去掉：1,000.5 PASTE-COMMA');
    await page.locator('#check-preview summary').click();
    await page.locator('#check-drawn .headline').waitFor();
    expect(await page.locator('#check-drawn .headline').innerText()).toMatch(/支出 1,000\.50/);
    expect(await page.locator('#check-drawn td data').first().getAttribute('value')).toBe('1000.5');
    expect(await page.locator('#check img').count()).toBe(0);
    expect(requests.length).toBe(before);
    await context.setOffline(false);
  });
});

test('10 MB: the page draws and answers while it is checked, and the check can be stopped', async () => {
  const base = caseFiles(undefined);
  const files = new Map(base);
  const [path, ledger] = [...base].find(([name]) => name.includes('/ledger/'))!;
  const lines = new TextDecoder().decode(ledger.bytes).trimEnd().split('\n');
  for (const name of ['a', 'b', 'c']) {
    let text = `${lines[0]}\n`;
    for (let line = 1; text.length < 3_400_000; line += 1) text += lines[1]!.replace(/^L\d+/, `L${line}`) + '\n';
    const bytes = new TextEncoder().encode(text);
    files.set(path.replace('accounts', name), { path: '', size: bytes.length, bytes });
  }
  expect([...files.values()].reduce((sum, { bytes }) => sum + bytes!.length, 0)).toBeGreaterThan(10_000_000);
  await page.setInputFiles('#check-choose', { name: 'a.zip', mimeType: 'application/zip', buffer: zipOf(files) });
  await page.locator('#check-step', { hasText: '正在核对' }).waitFor();
  const frames = await page.evaluate(async () => {
    let count = 0;
    const until = performance.now() + 800;
    while (performance.now() < until) {
      await new Promise((next) => requestAnimationFrame(next));
      count += 1;
    }
    return count;
  });
  expect(frames).toBeGreaterThan(8);
  await page.getByRole('button', { name: '取消' }).click();
  expect(await finished(/已取消/)).toBe('已取消，没有检查完。可以重新选择文件。');
  expect(await choose('a.zip', zipOf(base))).toMatch(/检查了/);
});

test('nothing left the machine: only this site’s own files were asked for, and nothing was sent', () => {
  // What the worker itself loads is among them.
  for (const script of ['worker', 'read'])
    expect(requests.map(({ path }) => path)).toContainEqual(expect.stringMatching(`/_assets/${script}-`));
  expect(requests.filter(({ method, body }) => method !== 'GET' || body !== null)).toEqual([]);
  expect(
    requests.filter(
      ({ path }) =>
        !/^\/some\/path\/(?:validate\/|_assets\/[^/]+|data\/lists\.json|icon\.svg|cards\/[^/]+)$/.test(path),
    ),
  ).toEqual([]);
  expect(faults).toEqual([]);
});
