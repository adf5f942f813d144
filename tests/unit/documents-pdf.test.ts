import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentFigures } from '../../src/documents/figures.ts';
import { readDocument } from '../../src/documents/read.ts';
import { fill, makePdf, stroke, text, textEnding } from './make-pdf.ts';
import { outlineOf, refusalOf } from './outline.ts';

/** Borders of a table of spending: codes in three columns, a name that wraps, amounts at its middle. */
const XS = [60, 90, 120, 150, 260, 350, 440, 530];

function words(): string {
  return [
    text(270, 60, '支出决算表', 14),
    text(480, 78, '公开03表'),
    text(60, 92, '部门：某部门'),
    text(460, 92, '金额单位：万元'),
    text(150, 114, '项目'),
    text(63, 134, '类'),
    text(93, 134, '款'),
    text(123, 134, '项'),
    text(160, 134, '科目名称'),
    text(280, 124, '合计'),
    text(370, 124, '基本支出'),
    text(460, 124, '项目支出'),
    text(63, 160, '208'),
    text(93, 160, '05'),
    text(123, 160, '05'),
    text(153, 154, '机关事业单位基本养老'),
    text(153, 167, '保险缴费支出'),
    textEnding(347, 160, '1,100.50'),
    textEnding(527, 160, '1,100.50'),
    text(63, 188, '221'),
    text(153, 188, '住房保障支出'),
    textEnding(347, 188, '20.00'),
    textEnding(437, 188, '20.00'),
    text(60, 210, '注：本表反映部门本年度支出情况。'),
    text(285, 810, '- 3 -', 9),
  ].join('');
}

function rules(line: typeof stroke): string {
  const whole = [100, 140, 174, 194].map((y) => line(60, y, 530, y));
  const partly = [line(60, 120, 260, 120)];
  const upright = XS.map((x, index) => line(x, [1, 2, 3].includes(index) ? 120 : 100, x, 194));
  return [...whole, ...partly, ...upright].join('');
}

const EXPECTED = [
  'p1 ¶ 支出决算表',
  'p1 ¶ 公开03表',
  'p1 ¶ 部门：某部门 金额单位：万元',
  '#',
  '0(4x1)=项目 | 4(1x2)=合计 | 5(1x2)=基本支出 | 6(1x2)=项目支出',
  '0=类 | 1=款 | 2=项 | 3=科目名称',
  '0=208 | 1=05 | 2=05 | 3=机关事业单位基本养老保险缴费支出 | 4=1,100.50 | 5= | 6=1,100.50',
  '0=221 | 1= | 2= | 3=住房保障支出 | 4=20.00 | 5=20.00 | 6=',
  'p1 ¶ 注：本表反映部门本年度支出情况。',
  'p1 ¶ - 3 -',
];

/** Turns a page's content about the page, so that it reads upright only when the turn is seen. */
const turned = (content: string): string => `q 0 1 -1 0 595 0 cm 0.7067 0 0 0.7067 0 0 cm ${content} Q`;

describe('ruled tables', () => {
  test.each([
    ['strokes', { content: rules(stroke) + words() }],
    ['thin rectangles', { content: rules(fill) + words() }],
    [
      'two strokes to a rule',
      { content: rules(stroke) + rules((a, b, c, d) => stroke(a + 1, b + 1, c + 1, d + 1)) + words() },
    ],
    ['rules in a form of their own', { content: `q 1 0 0 1 0 0 cm ${rules(stroke)} Q ${words()}` }],
    ['text turned on an upright page', { content: turned(rules(stroke) + words()) }],
    ['a page shown turned', { content: turned(rules(stroke) + words()), rotate: 90 }],
    ['text printed twice for bold', { content: rules(stroke) + words() + words() }],
  ])('%s', async (_, page) => {
    expect(await outlineOf('a.pdf', makePdf([page]))).toEqual(EXPECTED);
  });

  test('borders left and right may be missing', async () => {
    const open = [100, 140, 174, 194].map((y) => stroke(60, y, 530, y)).join('') + stroke(60, 120, 260, 120);
    const upright = XS.slice(1, -1).map((x, index) => stroke(x, index < 3 ? 120 : 100, x, 194));
    expect(await outlineOf('a.pdf', makePdf([{ content: open + upright.join('') + words() }]))).toEqual(EXPECTED);
  });

  test('rows without rules between them are told by their amounts', async () => {
    const frame = [100, 120, 200].map((y) => stroke(60, y, 400, y)).join('');
    const upright = [60, 200, 300, 400].map((x) => stroke(x, 100, x, 200)).join('');
    const body = [
      text(70, 114, '项目') + text(210, 114, '上年') + text(310, 114, '本年'),
      text(65, 134, '一、基本支出') + textEnding(297, 134, '1.50') + textEnding(397, 134, '2.50'),
      text(65, 154, '二、项目支出') + textEnding(397, 154, '3.50'),
      text(65, 174, '三、经营支出'),
      text(65, 194, '合计') + textEnding(297, 194, '1.50') + textEnding(397, 194, '6.00'),
    ];
    expect(await outlineOf('a.pdf', makePdf([{ content: frame + upright + body.join('') }]))).toEqual([
      '#',
      '0=项目 | 1=上年 | 2=本年',
      '0=一、基本支出 | 1=1.50 | 2=2.50',
      '0=二、项目支出 | 1= | 2=3.50',
      '0=三、经营支出 | 1= | 2=',
      '0=合计 | 1=1.50 | 2=6.00',
    ]);
  });

  test('a row is one line, so that its figures count in reading order', async () => {
    const { document } = await readDocument({ name: 'a.pdf', bytes: makePdf([{ content: rules(stroke) + words() }]) });
    const row = document!.lines.findIndex(({ text: line }) => line.startsWith('208'));
    expect(document!.lines[row]).toEqual({
      at: 'p1',
      text: '208\t05\t05\t机关事业单位基本养老保险缴费支出\t1,100.50\t\t1,100.50',
    });
    const figures = documentFigures(document!).filter(({ line }) => line === row);
    expect(figures.map(({ at, n, printed }) => [at, n, printed])).toEqual([
      ['p1', 2, '208'],
      ['p1', 3, '05'],
      ['p1', 4, '05'],
      ['p1', 5, '1,100.50'],
      ['p1', 6, '1,100.50'],
    ]);
  });

  test('a table that goes on is one table on each page; a frame around text is none', async () => {
    const frame =
      stroke(50, 300, 540, 300) + stroke(50, 340, 540, 340) + stroke(50, 300, 50, 340) + stroke(540, 300, 540, 340);
    const pages = [rules(stroke) + words(), rules(stroke) + words() + frame + text(60, 325, '本页说明')];
    const found = await outlineOf('a.pdf', makePdf(pages.map((content) => ({ content }))));
    expect(found.filter((line) => line === '#')).toHaveLength(2);
    expect(found).toContain('p2 ¶ 本页说明');
  });
});

describe('tables without rules', () => {
  test('columns are the gaps that run down; a blank amount moves nothing', async () => {
    expect(await outlineOf('a.pdf', makePdf([{ content: words() }]))).toEqual([
      ...EXPECTED.slice(0, 3),
      '#',
      '3=项目',
      '4=合计 | 5=基本支出 | 6=项目支出',
      '0=类 | 1=款 | 2=项 | 3=科目名称',
      '0=208 | 1=05 | 2=05 | 3=机关事业单位基本养老保险缴费支出 | 4=1,100.50 | 6=1,100.50',
      '0=221 | 3=住房保障支出 | 4=20.00 | 5=20.00',
      ...EXPECTED.slice(-2),
    ]);
  });

  test('heads in wide setting are words', async () => {
    const wide = (x: number, y: number, value: string) =>
      Array.from(value, (one, i) => text(x + 12.5 * i, y, one)).join('');
    const rows = ['培训费', '会议费', '差旅费'].map(
      (name, i) =>
        text(60, 140 + 18 * i, name) + textEnding(250, 140 + 18 * i, '1.20') + textEnding(350, 140 + 18 * i, '2.00'),
    );
    const head = wide(60, 120, '项目') + wide(200, 120, '本年收入') + wide(310, 120, '决算数');
    expect(await outlineOf('a.pdf', makePdf([{ content: head + rows.join('') }]))).toEqual([
      '#',
      '0=项 目 | 1=本 年 收 入 | 2=决 算 数',
      '0=培训费 | 1=1.20 | 2=2.00',
      '0=会议费 | 1=1.20 | 2=2.00',
      '0=差旅费 | 1=1.20 | 2=2.00',
    ]);
  });

  test('two tables side by side, a head over a column that is empty', async () => {
    const rows = ['一、财政拨款收入', '二、事业收入', '三、其他收入', '本年收入合计'].map((name, index) => {
      const y = 140 + 18 * index;
      const spent = ['一、教育支出', '二、卫生健康支出', '', '本年支出合计'][index]!;
      return [
        text(60, y, name) + text(160, y, String(index + 1)),
        index === 1 ? '' : textEnding(250, y, `${index + 1},000.00`),
        text(270, y, spent) + (spent ? textEnding(460, y, '8.10') : ''),
      ].join('');
    });
    const head =
      text(80, 120, '项目') +
      text(155, 120, '行次') +
      text(205, 120, '决算数') +
      text(290, 120, '项目') +
      text(420, 120, '决算数') +
      text(480, 120, '备注');
    expect(await outlineOf('a.pdf', makePdf([{ content: head + rows.join('') }]))).toEqual([
      '#',
      '0=项目 | 1=行次 | 2=决算数 | 3=项目 | 4=决算数 | 5=备注',
      '0=一、财政拨款收入 | 1=1 | 2=1,000.00 | 3=一、教育支出 | 4=8.10',
      '0=二、事业收入 | 1=2 | 3=二、卫生健康支出 | 4=8.10',
      '0=三、其他收入 | 1=3 | 2=3,000.00',
      '0=本年收入合计 | 1=4 | 2=4,000.00 | 3=本年支出合计 | 4=8.10',
    ]);
  });
});

describe('running text', () => {
  const LONG = '本部门本年度收入支出情况与上年相比保持平稳没有发生大的变化各项工作按照年初的计划有序'; // 42 characters
  const line = (y: number, value: string, indent = 0) => text(85 + indent, y, value);

  test('lines join to paragraphs, over the page too, and past header and page number', async () => {
    const header = text(250, 40, '某部门决算公开', 8);
    const pages = [
      header +
        line(100, LONG.slice(0, 40), 20) +
        line(116, LONG) +
        line(132, '推进。') +
        line(148, LONG.slice(0, 40), 20) +
        text(290, 800, '1'),
      header +
        line(100, '完成。') +
        line(116, '一、收入情况', 20) +
        line(132, '收入合计12.34万元。', 20) +
        text(290, 800, '2'),
      header + line(100, '二、支出情况', 20) + text(290, 800, '3'),
    ];
    expect(await outlineOf('a.pdf', makePdf(pages.map((content) => ({ content }))))).toEqual([
      'p1 ¶ 某部门决算公开',
      `p1 ¶ ${LONG.slice(0, 40)}⏎${LONG}⏎推进。`,
      `p1 ¶ ${LONG.slice(0, 40)}⏎完成。`,
      'p1 ¶ 1',
      'p2 ¶ 某部门决算公开',
      'p2 ¶ 一、收入情况',
      'p2 ¶ 收入合计12.34万元。',
      'p2 ¶ 2',
      'p3 ¶ 某部门决算公开',
      'p3 ¶ 二、支出情况',
      'p3 ¶ 3',
    ]);
  });

  test('a figure broken over two lines is one', async () => {
    const content = line(100, `${LONG.slice(0, 38)}为1,2`) + line(116, '34.56万元。');
    expect(await outlineOf('a.pdf', makePdf([{ content }]))).toEqual([`p1 ¶ ${LONG.slice(0, 38)}为1,234.56万元。`]);
  });

  test('characters set one by one, and figures set wide', async () => {
    const single = Array.from('支出合计', (one, i) => text(85 + 10 * i, 100, one)).join('');
    const wide = Array.from('12.34', (one, i) => text(130 + 8 * i, 100, one)).join('');
    expect(await outlineOf('a.pdf', makePdf([{ content: `${single}${wide}${text(180, 100, '万元')}` }]))).toEqual([
      'p1 ¶ 支出合计 12.34 万元',
    ]);
  });

  test('text at another angle stands apart', async () => {
    const content = line(100, LONG) + text(200, 300, '样本', 40, 45) + line(116, '推进。');
    expect(await outlineOf('a.pdf', makePdf([{ content }]))).toEqual([`p1 ¶ ${LONG}⏎推进。`, 'p1 ¶ 样本']);
  });
});

describe('files as programs write them', () => {
  // The first without rules, since its borders got lost on the way; the second with a ruled table and one without.
  test('LibreOffice', async () => {
    expect(await outlineOf('a.pdf', readFileSync('tests/fixtures/documents/pdf/writer.pdf'))).toEqual([
      'p1 ¶ 支出决算表',
      'p1 ¶ 公开 03 表',
      'p1 ¶ 部门：某部门单位：万元',
      '#',
      '3=项目',
      '4=本年支出合计 | 5=基本支出 | 6=项目支出',
      '0=类 | 1=款 | 2=项 | 3=项目名称',
      '0=208 | 1=05 | 2=05 | 3=本部门基本支出合计项目 | 4=1,100.50 | 5=100.50',
      '0=221 | 1=02 | 2=01 | 3=项目支出 | 4=-20.00 | 6=-20.00',
      'p1 ¶ 注：本表为部门本年度支出。',
      'p1 ¶ 项目支出表',
      'p1 ¶ 单位：万元',
      '#',
      '0=项目 | 1=年度 | 2=支出 | 3=合计',
      '0=本部门基本支出合计项目 | 1=2023 | 2=1.50 | 3=1,100.50',
      '0=项目支出 | 1=2023 | 3=20.00',
      '0=合计 | 1=2023 | 2=1.50 | 3=1,120.50',
    ]);
  });

  test('Chromium, whose text layer has radicals for the characters that it prints', async () => {
    expect(await outlineOf('a.pdf', readFileSync('tests/fixtures/documents/pdf/chromium.pdf'))).toEqual([
      'p1 ¶ 支出决算表',
      'p1 ¶ 公开03表',
      'p1 ¶ 部门：某部门 单位：万元',
      '#',
      '0(4x1)=项目 | 4(1x2)=本年支出合计 | 5(1x2)=基本支出 | 6(1x2)=项目支出',
      '0=类 | 1=款 | 2=项 | 3=项目名称',
      '0=208 | 1=05 | 2=05 | 3=部门基本支出合计 | 4=1,100.50 | 5=100.50 | 6=',
      '0=221 | 1=02 | 2=01 | 3=项目支出 | 4=-20.00 | 5= | 6=-20.00',
      'p1 ¶ 注：本表',
      'p1 ¶ 项目支出表',
      'p1 ¶ 单位：万元',
      '#',
      '0=项目 | 1=年度 | 2=支出 | 3=合计',
      '0=部门基本支出合计 | 1=2023 | 2=1.50 | 3=1,100.50',
      '0=项目支出 | 1=2023 | 3=20.00',
      '0=合计 | 1=2023 | 2=1.50 | 3=1,120.50',
      'p1 ¶ - 1 -',
    ]);
  });
});

describe('refusals', () => {
  const PAGE = { content: text(85, 100, '本部门') };
  const BLANK = { content: '' };

  test('scanned pages are named', async () => {
    expect(await refusalOf('a.pdf', makePdf([BLANK, BLANK, PAGE, BLANK]))).toEqual([
      'DOCUMENT-SCAN 共 4 页，其中第 1—2、4 页没有文字，看来是扫描件，无法读取',
    ]);
    const { document, issues } = await readDocument({ name: 'a.pdf', bytes: makePdf([PAGE, BLANK, PAGE]) });
    expect(document).toBeDefined();
    expect(issues.map(({ severity, problem }) => [severity, problem])).toEqual([
      ['notice', '第 2 页没有文字（空白页，或扫描的图片），这些页没有读取'],
    ]);
  });

  test('a password', async () => {
    const secret = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`;
    expect(await refusalOf('a.pdf', makePdf([PAGE], secret))).toEqual(['DOCUMENT-PASSWORD 文件加了密码，无法读取']);
  });

  test('too many pages, and files that break off', async () => {
    const many = makePdf(Array.from({ length: 2001 }, () => BLANK));
    expect(await refusalOf('a.pdf', many)).toEqual(['DOCUMENT-SIZE 文件有 2001 页，超过 2000 页的上限']);
    expect(await refusalOf('a.pdf', new TextEncoder().encode('%PDF-1.7\n%%EOF'))).toEqual([
      'DOCUMENT-BROKEN PDF 文件不完整或已损坏，无法读取',
    ]);
  });

  test('progress tells pages', async () => {
    const told: string[] = [];
    await readDocument({ name: 'a.pdf', bytes: makePdf([PAGE, PAGE]) }, (done, total) => told.push(`${done}/${total}`));
    expect(told).toEqual(['1/2', '2/2']);
  });
});
