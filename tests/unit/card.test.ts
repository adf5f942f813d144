/** What the cards say, and what they look like to the byte. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { openStudio, type Studio } from '../../src/derive/pictures/canvas.ts';
import { drawCard, MARGIN } from '../../src/derive/pictures/card.ts';
import { COLOURS } from '../../src/derive/pictures/hand.ts';
import { drawIcon } from '../../src/derive/pictures/icon.ts';
import { pictures } from '../../src/derive/pictures/pictures.ts';
import { loadSite, reportsOf } from '../../src/site/site.ts';
import { CARD_SIZE, cardViews, reportCard, siteCard, type CardView } from '../../src/views/card.ts';
import { hundred } from '../../src/views/headline.ts';
import { reportOf } from './make-report.ts';
import { readPng } from './read-png.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const site = loadSite('data');
const views = cardViews(site);
const usual = views.find(({ path }) => path === 'cards/510811-xzspj-2022.png')!;
const NAME =
  '新疆维吾尔自治区某某市人力资源和社会保障局（医疗保障局、退役军人事务局、行政审批和政务服务数据管理局）本级及所属事业单位合';

describe('what a card says', () => {
  test.each([
    [
      'cards/130123-xzspj-2021.png',
      '正定县行政审批局 2021 年度：本年支出合计 1,209.15 万元，本年收入合计 1,092.11 万元；逐数对账，印出 95 个数字，登记差异 11 条',
      '河北省 石家庄市 正定县·绩效自评',
    ],
    [
      'cards/510303-xzspj-2020.png',
      '贡井区行政审批局 2020 年度：本年支出合计 289.04 万元，本年收入合计 256.10 万元，“三公”经费合计 0 万元；逐数对账，印出 515 个数字，登记差异 17 条',
      '四川省 自贡市 贡井区·部门决算、绩效自评',
    ],
    [
      'cards/510811-xzspj-2022.png',
      '昭化区行政审批局 2022 年度：本年支出合计 715.87 万元，本年收入合计 715.87 万元，预算执行 100.00%；逐数对账，印出 521 个数字，登记差异 25 条',
      '四川省 广元市 昭化区·部门决算、绩效自评',
    ],
    [
      'cards/511100-yshjj-2021.png',
      '乐山市营商环境服务管理局 2021 年度：本年支出合计 1,040.07 万元，本年收入合计 1,249.47 万元，预算执行 83.24%；逐数对账，印出 274 个数字，登记差异 18 条',
      '四川省 乐山市·绩效自评',
    ],
    [
      'cards/511113-xzspj-2024.png',
      '金口河区行政审批局 2024 年度：本年财政拨款支出 467.65 万元，本年财政拨款收入 467.65 万元；逐数对账，印出 97 个数字，登记差异 8 条',
      '四川省 乐山市 金口河区·绩效自评',
    ],
  ])('%s', (path, alt, context) => {
    const view = views.find((one) => one.path === path)!;
    expect(view.alt).toBe(alt);
    expect(view.context).toBe(context);
    expect(`${view.title} ${view.year}`).toBe(alt.split('：')[0]);
  });

  test('the parts of a hundred are those of the page', () => {
    for (const { department, checked } of reportsOf(site))
      expect(reportCard(site, department, checked).hundred).toEqual(hundred(checked));
  });

  test('the site: as many reports, figures, proven figures and findings as the home page', () => {
    expect(siteCard(site).lines.map(({ name, number, unit, tone }) => `${name} ${number}${unit} ${tone}`)).toEqual([
      '报告 5份 ink',
      '印出的数字 1,502个 ink',
      '相符或舍入内 965个 proven',
      '登记的差异 79条 finding',
    ]);
  });

  test('a percentage is split, so that digits stand in one column', () =>
    expect(usual.lines.map(({ number, unit }) => `${number}|${unit}`)).toEqual([
      '715.87|万元',
      '715.87|万元',
      '100.00|%',
    ]));

  test('only a complete ledger is green, only findings are vermilion', () => {
    const odd = cardViews(loadSite('tests/fixtures/odd/data')).filter(({ year }) => year !== '');
    const tones = odd.map(
      ({ year, foot }) =>
        `${year} ${foot
          .flat()
          .map(({ text, tone }) => `${text}:${tone}`)
          .join(' ')}`,
    );
    expect(tones).toEqual([
      '2017 年度 未对账:ink 没有登记的差异:soft',
      '2018 年度 未对账:ink 没有登记的差异:soft',
      '2019 年度 部分对账:ink ，印出 6 个数字:soft 没有登记的差异:soft',
      '2020 年度 逐数对账:proven ，印出 12 个数字:soft 没有登记的差异:soft',
      '2021 年度 逐数对账:proven ，印出 13 个数字:soft 登记差异 :soft 1:finding  条:soft',
      '2022 年度 逐数对账:proven ，印出 1 个数字:soft 没有登记的差异:soft',
    ]);
  });

  test('a report without money says that the site has none', () => {
    const { department } = reportsOf(site)[0]!;
    const view = reportCard(site, department, reportOf(['staff/total/actual 19']).checked);
    expect(view.lines).toEqual([]);
    expect(view.hundred).toBeUndefined();
    expect(view.alt).toContain('：本站没有这份报告的收支总数；');
  });
});

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const blank = { hundred: undefined, lines: [], empty: '本站没有这份报告的收支总数' };
const CASES: readonly (readonly [string, CardView])[] = [
  ...views.map((view) => [view.path, view] as const),
  ['a name of 60 characters', { ...usual, title: NAME }],
  ['a name of 60 characters without a year', { ...usual, title: NAME, year: '' }],
  ['a name that is one word', { ...usual, title: 'W'.repeat(200) }],
  ['a name that three lines do not hold', { ...usual, title: NAME.repeat(2) }],
  ['no money', { ...usual, ...blank }],
  ['no money, a name of 60 characters', { ...usual, ...blank, title: NAME }],
  ['a long context', { ...usual, context: NAME.repeat(3) }],
  [
    'the longest number that data may hold',
    { ...usual, lines: [{ ...usual.lines[0]!, name: NAME, note: NAME, number: '−999,999,999,999,999.12345678' }] },
  ],
  [
    'a name below the bar that is too long',
    { ...usual, hundred: usual.hundred!.map((one) => ({ ...one, label: NAME })) },
  ],
  [
    'many parts',
    {
      ...usual,
      hundred: Array.from({ length: 25 }, (_, at) => ({ label: '项', yuan: '4.00', start: at * 4, width: 4 })),
    },
  ],
];

describe('what a card looks like', () => {
  test.each(CASES)('%s: 1200 × 630, nothing outside the margins, something within', async (_, view) => {
    const bytes = await drawCard(view);
    const { width, height, pixels } = await readPng(bytes);
    expect({ width, height }).toEqual(CARD_SIZE);
    const paper = [0xfb, 0xfa, 0xf6, 0xff];
    // The soft edge of a stroke may lie one pixel beyond the place where its character begins.
    const edge = MARGIN - 1;
    let [outside, inside] = [0, 0];
    for (let at = 0; at < width * height; at += 1) {
      if (paper.every((part, channel) => pixels[at * 4 + channel] === part)) continue;
      const [x, y] = [at % width, Math.floor(at / width)];
      if (x < edge || x >= width - edge || y < edge || y >= height - edge) outside += 1;
      else inside += 1;
    }
    expect(outside).toBe(0);
    expect(inside).toBeGreaterThan(20_000);
    expect(bytes.length).toBeLessThan(150_000);
  });

  test('the icon fills its square', async () => {
    const { width, height, pixels } = await readPng(await drawIcon(180));
    expect([width, height]).toEqual([180, 180]);
    for (const corner of [0, 179, 179 * 180, 180 * 180 - 1])
      expect(Array.from(pixels.slice(corner * 4, corner * 4 + 4))).toEqual([0xa9, 0x2d, 0x1a, 0xff]);
  });

  test('colours are those of the site', () => {
    const tokens = readFileSync(join(ROOT, 'src/styles/tokens.css'), 'utf8').split('@media')[0]!;
    const { finding, ...same } = COLOURS;
    const wrong = Object.entries({ ...same, differ: finding }).filter(
      ([name, colour]) => !tokens.includes(`--${name}: ${colour};`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('fonts', () => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await openStudio();
  });

  /** The pixels of one character. */
  const shape = (letter: string) => {
    const { canvas, pen } = studio.sheet(60, 60);
    pen.font = studio.font(40, 400);
    pen.fillText(letter, 10, 45);
    return hash(canvas.toBuffer('image/png'));
  };

  test('none of the machine is known', () => {
    expect(studio.families.length).toBeGreaterThan(100);
    // The package's fonts are known by the name inside them too.
    expect(studio.families.filter((name) => !/^(?:mingzhang-|Noto Sans SC )/.test(name))).toEqual([]);
  });

  test('every character that is drawn has its own shape, never the box for a missing one', async () => {
    const { prototype } = Object.getPrototypeOf(studio.sheet(1, 1).pen).constructor as {
      prototype: { fillText(): void };
    };
    const spy = vi.spyOn(prototype, 'fillText');
    for (const [, view] of CASES) await drawCard(view);
    const letters = new Set((spy.mock.calls as unknown as [string][]).flatMap(([text]) => [...text]));
    spy.mockRestore();
    expect(letters.size).toBeGreaterThan(150);
    const box = shape('\u{F0000}');
    expect([...letters].filter((letter) => shape(letter) === box)).toEqual([]);
  });

  test.each(['硚', '瀍', '犍', '①', '≥', '−'])('%s, outside the common characters, is found', (letter) =>
    expect(shape(letter)).not.toBe(shape('\u{F0000}')),
  );
});

describe('the same bytes', () => {
  /** Draws everything in a process of its own. */
  const elsewhere = (env: Record<string, string>) => {
    const script = `
      const { loadSite } = await import('./src/site/site.ts');
      const { pictures } = await import('./src/derive/pictures/pictures.ts');
      const { bytesOf } = await import('./src/derive/download.ts');
      const { createHash } = await import('node:crypto');
      for (const one of pictures(loadSite('data')))
        console.log(one.path, createHash('sha256').update(await bytesOf(one)).digest('hex'));`;
    const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', ...env },
    });
    expect(done.stderr).toBe('');
    return done.stdout;
  };

  test('in this process and in one without fonts, at another place, time and language', async () => {
    const here: string[] = [];
    for (const one of pictures(site)) here.push(`${one.path} ${hash((await one.content()) as Uint8Array)}\n`);
    const nowhere = {
      FONTCONFIG_FILE: '/nowhere',
      FONTCONFIG_PATH: '/nowhere',
      HOME: '/nowhere',
      XDG_DATA_HOME: '/nowhere',
    };
    expect(elsewhere({ ...nowhere, TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toBe(
      here.join(''),
    );
  });
});

test('where @napi-rs/canvas has no program, the build says so and leaves nothing behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-card-'));
  const missing = `import { registerHooks } from 'node:module';
    registerHooks({ resolve(name, context, next) {
      if (name === '@napi-rs/canvas') throw new Error('Cannot find native binding');
      return next(name, context);
    } });`;
  const hook = `data:text/javascript,${encodeURIComponent(missing)}`;
  const args = ['--import', hook, 'scripts/run.mjs', 'build', '--out', join(folder, 'site')];
  const done = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  expect(done.stderr).toContain(
    `没有完成：画分享图要用 @napi-rs/canvas，它在这台机器（${process.platform}-${process.arch}）上不能用。请重新运行 npm ci（不要加 --omit=optional）`,
  );
  expect(done.status).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
}, 60_000);
