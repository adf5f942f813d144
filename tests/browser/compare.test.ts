/** Comparing in a real browser: six reports, the address, warnings, the file, the keyboard, without scripts. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtSite } from '../site/pages.ts';
import { drawCharts, open, visit, type Opened } from './open.ts';

const YEARS = [2017, 2018, 2019, 2020, 2021, 2022].map((year) => `510811-xzspj/${year}`);
let odd: Opened;
let below: Opened;
beforeAll(async () => {
  [odd, below] = await Promise.all([
    open(builtSite('MINGZHANG_SITE_ODD'), '/'),
    open(builtSite('MINGZHANG_SITE_BASE'), '/some/path/'),
  ]);
});
afterAll(() => Promise.all([odd.close(), below.close()]));

const rows = (page: Page) =>
  page.locator('#compare-rows tr').evaluateAll((all) =>
    (all as HTMLTableRowElement[]).map((row) => ({
      key: row.dataset['key']!,
      value: row.querySelector('data')?.value ?? '',
      work: row.querySelector('.formula')?.textContent ?? '',
      note: row.cells[3]!.textContent!,
    })),
  );
const warnings = (page: Page) => page.locator('#compare-warnings li').allInnerTexts();
async function settled(page: Page, said: RegExp): Promise<void> {
  await expect.poll(() => page.locator('#compare-status').innerText(), { timeout: 10_000 }).toMatch(said);
}
const query = (page: Page) => new URL(page.url()).search;

async function goto(opened: Opened, search: string): Promise<{ page: Page; faults: string[] }> {
  const context = await opened.browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  const faults = await visit(page, `${opened.address}compare/${search}`);
  if (search !== '') await settled(page, /已更新/);
  return { page, faults };
}

describe('six reports', () => {
  const search = `?reports=${YEARS.join(',')}&item=basic&measure=share`;

  test('the address restores reports, item and measure; what differs is said, what cannot be compared too', async () => {
    const { page, faults } = await goto(odd, search);
    expect(await rows(page)).toEqual([
      {
        key: YEARS[0],
        value: '66.18',
        work: '430.5 ÷ 650.5 ≈ 66.18%',
        note: '基本支出；决算；财政拨款，即全部资金；范围：本级',
      },
      ...YEARS.slice(1, 5).map((key) => ({
        key,
        value: '63.88',
        work: '457.27 ÷ 715.87 ≈ 63.88%',
        note: '基本支出；决算；全部资金；范围：文件未说明',
      })),
      { key: YEARS[5], value: '', work: '', note: '没有载明基本支出（支出表：未公开）' },
    ]);
    const lines = await warnings(page);
    expect(lines).toContain('年度不同：2017、2018、2019、2020、2021 年。');
    expect(lines).toContain('昭化区行政审批局 2020 年起口径有变，与以前各年不可比：自 2020 年起按另一口径列示。');
    expect(lines).toContain('昭化区行政审批局 2021 所用的数有登记的差异，见表中的号。');
    expect(await page.locator('#compare-rows .mk').getAttribute('href')).toBe(
      '/departments/510811-xzspj/2021/#finding-basic-expenditure',
    );
    expect(await page.locator('#compare-item').inputValue()).toBe('basic');
    expect(await page.getByRole('radio', { name: '占本年支出（收入）的比' }).isChecked()).toBe(true);
    expect(query(page)).toBe(search);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('the chart has the numbers of the table, and is drawn anew when they change', async () => {
    const { page, faults } = await goto(odd, search);
    const figure = page.locator('#compare-chart');
    const drawn = async () => JSON.parse((await figure.getAttribute('data-drawn')) ?? 'null') as unknown;
    await figure.scrollIntoViewIfNeeded();
    await expect.poll(drawn, { timeout: 10_000 }).toEqual([[66.18, 63.88, 63.88, 63.88, 63.88]]);
    await page.getByRole('radio', { name: '按实有人数平均' }).check();
    await expect.poll(drawn).toEqual([[23.9167, 24.0668, 24.0668, 24.0668, 24.0668]]);
    expect(await figure.locator('figcaption').innerText()).toBe('基本支出：按实有人数平均（万元/人）');
    await page.locator('#compare-item').selectOption('reception');
    await settled(page, /公务接待费/);
    expect(await figure.isVisible()).toBe(false);
    expect((await rows(page)).every(({ value, note }) => value === '' && note.startsWith('没有载明公务接待费'))).toBe(
      true,
    );
    expect(query(page)).toContain('&item=reception&measure=head');
    await page.locator('#compare-item').selectOption('basic');
    await expect.poll(() => figure.isVisible()).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('the chart is taken along as it is now shown: title, warnings, address, numbers, picture', async () => {
    const { page, faults } = await goto(odd, search);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const figure = page.locator('#compare-chart');
    await figure.scrollIntoViewIfNeeded();
    await expect.poll(() => figure.getAttribute('data-drawn'), { timeout: 10_000 }).not.toBeNull();
    const tools = figure.locator('.takeaway');
    const take = async (name: string) => {
      await figure.getByRole(name === '本图地址' ? 'link' : 'button', { name }).click();
      await expect.poll(() => figure.locator('output').innerText()).toMatch(/^已/);
      await figure.locator('output').evaluate((output: HTMLOutputElement) => (output.value = ''));
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const picture = async () => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name: '下载图片' }).click(),
      ]);
      expect(file.suggestedFilename()).toBe('compare.png');
      return readFileSync(await file.path());
    };
    const before = await picture();
    await page.getByRole('radio', { name: '按实有人数平均' }).check();
    await settled(page, /已更新：基本支出：按实有人数平均/);
    expect(await tools.getAttribute('data-title')).toBe('基本支出：按实有人数平均（万元/人）');
    const source = await tools.getAttribute('data-source');
    const lines = await warnings(page);
    expect(lines).toContain('昭化区行政审批局 2021 所用的数有登记的差异，见表中的号。');
    expect(lines.filter((line) => !source!.includes(line))).toEqual([]);
    expect(source).toContain('昭化区行政审批局 2022 不在图里');
    expect(await take('本图地址')).toBe(`${odd.address}compare/${query(page)}#compare-chart`);
    const copied = (await take('复制为表格')).split('\n').map((line) => line.split('\t'));
    expect(copied[0]).toEqual(['项目', '基本支出：按实有人数平均（万元/人）']);
    expect(copied.slice(1).map(([, value]) => value)).toEqual(['23.9167', '24.0668', '24.0668', '24.0668', '24.0668']);
    const after = await picture();
    expect(after.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(after.readUInt32BE(16)).toBe(1600);
    expect(after.equals(before)).toBe(false);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('the files hold the rows of the table, in their order', async () => {
    const { page } = await goto(odd, `${search}&sort=value`);
    const inTable = (await rows(page)).map((row) => [row.key.split('/')[1], row.value, row.work, row.note]);
    expect(inTable.map(([year]) => year)).toEqual(['2017', '2018', '2019', '2020', '2021', '2022']);
    for (const [button, name, [year, value, work, note]] of [
      ['下载 CSV', 'compare-basic-share.csv', ['year', 'value', 'work', 'note']],
      ['下载 CSV（表格软件用）', 'compare-basic-share.excel.csv', ['年度', '数值', '算式', '说明']],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button, exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(name);
      const text = readFileSync(await download.path(), 'utf8');
      expect(text.startsWith('\uFEFF')).toBe(name.includes('excel'));
      const read = Papa.parse<Record<string, string>>(text.replace('\uFEFF', '').trimEnd(), { header: true }).data;
      const inFile = read.map((row) => [row[year], row[value], row[work], row[note]!.replace(/；差异 1$/, '')]);
      expect(inFile).toEqual(inTable);
    }
    await page.context().close();
  });
});

describe('what is shown is what is chosen', () => {
  const search = '?reports=510811-xzspj/2017&item=basic&measure=amount';
  const late = '**/data/510811-xzspj/2021/compare.json';
  const downloads = (page: Page) => page.locator('#compare-csv, #compare-excel');
  const disabled = (page: Page) =>
    downloads(page).evaluateAll((all) => (all as HTMLButtonElement[]).map((button) => button.disabled));
  async function add(page: Page): Promise<void> {
    await page.getByLabel('加一份，最多六份').fill('昭化区行政审批局 2021');
    await page.keyboard.press('Enter');
  }
  async function gone(page: Page): Promise<void> {
    expect(await rows(page)).toEqual([]);
    for (const id of ['compare-result', 'compare-chart', 'compare-notes'])
      expect(await page.locator(`#${id}`).isVisible()).toBe(false);
    expect(await disabled(page)).toEqual([true, true]);
  }
  const values = async (page: Page) => (await rows(page)).map(({ value }) => value);

  test('while a report is on its way, no rows of before stand there nor can be downloaded', async () => {
    const { page, faults } = await goto(odd, search);
    expect(await values(page)).toEqual(['430.5']);
    expect(await disabled(page)).toEqual([false, false]);
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    await page.route(late, async (route) => {
      await held;
      await route.continue();
    });
    await add(page);
    await settled(page, /^正在取数据/);
    await page.locator('#compare-item').selectOption('expenditure');
    await gone(page);
    release();
    await settled(page, /^已更新：支出/);
    expect(await values(page)).toEqual(['650.5', '715.87']);
    expect(await disabled(page)).toEqual([false, false]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('what fails leaves nothing behind and is said; trying again brings it, under its own name in the file', async () => {
    const { page } = await goto(odd, search);
    await page.route(late, (route) => route.abort());
    await add(page);
    await settled(page, /^没有取到数据，所以没有可列的表。/);
    await gone(page);
    await page.locator('#compare-item').selectOption('expenditure');
    await page.getByRole('radio', { name: '按实有人数平均' }).check();
    await settled(page, /^没有取到数据/);
    await gone(page);
    await page.unroute(late);
    await page.getByRole('button', { name: '再试一次' }).click();
    await settled(page, /^已更新：支出：按实有人数平均/);
    expect(await page.getByRole('button', { name: '再试一次' }).isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('compare-result');
    const [download] = await Promise.all([page.waitForEvent('download'), downloads(page).first().click()]);
    expect(download.suggestedFilename()).toBe('compare-expenditure-head.csv');
    const text = readFileSync(await download.path(), 'utf8').trimEnd();
    const read = Papa.parse<Record<string, string>>(text, { header: true }).data;
    expect(read.map(({ item, measure, value }) => [item, measure, value])).toEqual(
      (await values(page)).map((value) => ['支出', '按实有人数平均', value]),
    );
    await page.context().close();
  });

  test('the list of reports does not arrive: the address is not shown as something else', async () => {
    const context = await odd.browser.newContext();
    const page = await context.newPage();
    await page.route('**/data/compare.json', (route) => route.abort());
    await page.goto(`${odd.address}compare/${search}`);
    await settled(page, /^没有取到数据/);
    await gone(page);
    await page.unroute('**/data/compare.json');
    await page.getByRole('button', { name: '再试一次' }).click();
    await settled(page, /^已更新：基本支出/);
    expect(await values(page)).toEqual(['430.5']);
    await context.close();
  });
});

test('the years of a department are taken along too, as the table has them', async () => {
  const context = await odd.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const faults = await visit(page, `${odd.address}departments/510811-xzspj/`);
  await drawCharts(page);
  const figure = page.locator('#chart-years');
  await figure.getByRole('button', { name: '复制为表格' }).click();
  await expect.poll(() => figure.locator('output').innerText()).toBe('已复制 3 行，可以粘贴到表格里。');
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n').map((line) => line.split('\t'));
  expect(lines[0]).toEqual(['项目', ...[2017, 2018, 2019, 2020, 2021, 2022].map((year) => `${year}（万元）`)]);
  expect(lines[2]).toEqual(['基本支出', '430.5', '457.27', '457.27', '457.27', '457.27', '']);
  await figure.getByRole('link', { name: '本图地址' }).click();
  await expect.poll(() => figure.locator('output').innerText()).toBe('已复制本图地址。');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${odd.address}departments/510811-xzspj/#chart-years`,
  );
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: '下载图片' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('510811-xzspj-2017-2022.png');
  expect(readFileSync(await file.path()).readUInt32BE(16)).toBe(1600);
  expect(faults).toEqual([]);
  await context.close();
});

test('an address that asks for too much shows the rest and says what is left out', async () => {
  const { page, faults } = await goto(odd, `?reports=1/2,${YEARS.join(',')},<b>x</b>/3&item=gold&measure=share`);
  expect(await page.locator('#compare-problems li').allInnerTexts()).toEqual([
    '本站没有地址里的报告 “1/2”、“<b>x</b>/3”，其余照列。',
    '地址里的项目“gold”本站没有，改用默认的。',
    '地址里的比法用不上：支出不能用“占本年支出（收入）的比”：本项即合计，不算占比。改用默认的。',
  ]);
  expect(await page.getByRole('radio', { name: '金额或人数' }).isChecked()).toBe(true);
  expect((await rows(page)).map(({ key }) => key)).toEqual(YEARS);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('measures that the chosen item can never have are not offered, and why is said', async () => {
  const { page, faults } = await goto(below, '?reports=510811-xzspj/2022,511113-xzspj/2024&item=basic&measure=head');
  const off = () =>
    page
      .locator('#compare-form input[name="measure"]:disabled')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  expect(await off()).toEqual([]);
  expect(await page.locator('#compare-never').isVisible()).toBe(false);
  await page.locator('#compare-item').selectOption('staff');
  await settled(page, /^已更新：实有人数.*实有人数不能用“占.+”：人数只比人数。$/);
  expect(await off()).toEqual(['share', 'head', 'growth', 'execution']);
  expect(await page.locator('#compare-never').innerText()).toContain('人数只比人数');
  expect(query(page)).toContain('&item=staff&measure=amount');
  expect((await rows(page)).map(({ value }) => value)).toEqual(['19', '20']);
  const lines = await warnings(page);
  expect(lines.filter((line) => line.includes('金额'))).toEqual([]);
  expect(lines.filter((line) => /^人数(?:的范围不明，可能不同|包含的人不同)：/.test(line))).toHaveLength(2);
  await page.locator('#compare-item').selectOption('expenditure');
  await settled(page, /^已更新：支出/);
  expect(await off()).toEqual(['share']);
  await page.getByRole('radio', { name: '预算执行' }).check();
  await settled(page, /^已更新：支出：预算执行/);
  expect((await rows(page))[1]!.note).toBe('预算和决算所在的表不同，不配对：全年预算在“支出”，决算在“财政拨款收支”');
  expect(faults).toEqual([]);
  await page.context().close();
});

test('by keyboard: take one out, add another by its name, choose the item; the address and the focus follow', async () => {
  const { page, faults } = await goto(below, '?reports=510811-xzspj/2022,510303-xzspj/2020');
  await page.getByRole('button', { name: '移除 贡井区行政审批局 2020' }).focus();
  await page.keyboard.press('Enter');
  await settled(page, /^已移除 贡井区行政审批局 2020/);
  expect(await page.evaluate(() => document.activeElement!.getAttribute('aria-label'))).toBe(
    '移除 昭化区行政审批局 2022',
  );
  const input = page.getByLabel('加一份，最多六份');
  await input.focus();
  await expect.poll(() => page.locator('#compare-reports option').count()).toBe(5);
  await page.keyboard.type('行政审批局');
  await page.keyboard.press('Enter');
  await settled(page, /有 4 份，请写明年度/);
  await input.fill('正定县');
  await page.keyboard.press('Enter');
  await settled(page, /^已加入 正定县行政审批局 2021/);
  await input.fill('正定县行政审批局 2021');
  await page.keyboard.press('Enter');
  await settled(page, /已在比较中/);
  await input.fill('没有的局');
  await page.keyboard.press('Enter');
  await settled(page, /^没有“没有的局”/);
  await page.locator('#compare-item').focus();
  await page.keyboard.press('ArrowDown');
  await settled(page, /^已更新：收入/);
  expect(query(page)).toBe('?reports=510811-xzspj/2022,130123-xzspj/2021&item=income&measure=amount');
  const proof = await page.locator('#compare-rows .how a').first().getAttribute('href');
  expect(proof).toMatch(/^\/some\/path\/departments\/510811-xzspj\/2022\/ledger\/#/);
  await page.reload();
  await settled(page, /已更新：收入/);
  expect((await rows(page)).map(({ key }) => key)).toEqual(['510811-xzspj/2022', '130123-xzspj/2021']);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('without scripts the table stands, no control shows; scripts build the very same rows', async () => {
  const context = await below.browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${below.address}compare/`);
  const html = (page: Page) =>
    page.locator('#compare-rows').evaluate((body) => body.innerHTML.replace(/>\s+|\s+</g, (gap) => gap.trim()));
  expect(await plain.locator('#compare-form').isVisible()).toBe(false);
  expect(await plain.locator('noscript p').innerText()).toContain('需要运行脚本');
  const built = await html(plain);
  const keys = (await rows(plain)).map(({ key }) => key);
  const { page } = await goto(below, `?reports=${keys.join(',')}`);
  expect(await page.locator('#compare-form').isVisible()).toBe(true);
  expect(await html(page)).toBe(built);
  expect(await warnings(page)).toEqual(await warnings(plain));
  await Promise.all([context.close(), page.context().close()]);
});

test('the link is copied, or shown where the browser does not let it be copied', async () => {
  const { page } = await goto(odd, '');
  const address = `${odd.address}compare/?reports=510811-xzspj/2022&item=expenditure&measure=amount`;
  const copyWith = async (writeText: string, said: RegExp) => {
    await page.evaluate(
      `Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: (text) => ${writeText} } })`,
    );
    await page.getByRole('button', { name: '复制网址' }).click();
    await settled(page, said);
  };
  await copyWith('Promise.resolve(void (globalThis.copied = text))', /^已复制/);
  expect(await page.evaluate('globalThis.copied')).toBe(address);
  await page.evaluate('Object.defineProperty(document, "execCommand", { value: () => false })');
  await copyWith('Promise.reject(new Error())', /不让复制/);
  expect(await page.locator('#compare-status').innerText()).toContain(address);
  await page.context().close();
});
