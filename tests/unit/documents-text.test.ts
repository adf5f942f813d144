import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/documents/read.ts';
import { outlineOf, refusalOf } from './outline.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
/** 本部门收入12.34万元。 in GB18030. */
const GBK = Uint8Array.from([
  0xb1, 0xbe, 0xb2, 0xbf, 0xc3, 0xc5, 0xca, 0xd5, 0xc8, 0xeb, 0x31, 0x32, 0x2e, 0x33, 0x34, 0xcd, 0xf2, 0xd4, 0xaa,
  0xa1, 0xa3,
]);

describe('plain text', () => {
  test('lines are those of the file, cleaned but never renumbered', async () => {
    const bytes = utf8('\uFEFF标题\r\n\r\n[bookmark: _Toc1]一、收入\r\n\f收入12.34万元。');
    const { document } = await readDocument({ name: 'a.txt', bytes });
    expect(document!.format).toBe('text');
    expect(document!.lines).toEqual([
      { at: 'L1', text: '标题' },
      { at: 'L2', text: '' },
      { at: 'L3', text: '一、收入' },
      { at: 'L4', text: ' 收入12.34万元。' },
    ]);
  });

  test.each([
    ['UTF-8', utf8('本部门收入12.34万元。')],
    ['GB18030', GBK],
    ['UTF-16 with its mark', utf16('本部门收入12.34万元。')],
  ])('%s', async (_, bytes) => {
    expect(await outlineOf('a.txt', bytes)).toEqual(['L1 ¶ 本部门收入12.34万元。']);
  });

  const CASES: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'a row to a line, cells parted by tabs',
      '指标完成情况\n一级指标\t二级指标\t目标值\t完成值\n产出指标\t数量指标\t>=10项\t12项\n\t质量指标\t=100%\t\n说明',
      [
        'L1 ¶ 指标完成情况',
        '#',
        '0=一级指标 | 1=二级指标 | 2=目标值 | 3=完成值',
        '0=产出指标 | 1=数量指标 | 2=>=10项 | 3=12项',
        '0= | 1=质量指标 | 2==100% | 3=',
        'L5 ¶ 说明',
      ],
    ],
    [
      'a cell to a line, rows parted by empty lines',
      '自评表\n（2022年度）\n\t主管部门\n\t某部门\n\n\t资金\n（万元）\n\t\n\t年初预算数\n\n\t\n\t总额\n\t443.6\n\n说明',
      [
        'L1 ¶ 自评表',
        'L2 ¶ （2022年度）',
        '#',
        '0=主管部门 | 1=某部门',
        '0=资金（万元） | 1= | 2=年初预算数',
        '0= | 1=总额 | 2=443.6',
        'L15 ¶ 说明',
      ],
    ],
    [
      'a cell to a line, the first of a row without a tab',
      '项目\n\t预算数\n\t执行数\n\n培训费\n\t1.20\n\t1.00\n\n合计\n\t1.20\n\t1.00',
      ['#', '0=项目 | 1=预算数 | 2=执行数', '0=培训费 | 1=1.20 | 2=1.00', '0=合计 | 1=1.20 | 2=1.00'],
    ],
    [
      'columns made with spaces',
      '收入决算表\n项目            金额      上年\n基本支出       12.50     11.00\n项目支出                  3.00\n合计           12.50     14.00\n注：无',
      [
        'L1 ¶ 收入决算表',
        '#',
        '0=项目 | 1=金额 | 2=上年',
        '0=基本支出 | 1=12.50 | 2=11.00',
        '0=项目支出 | 2=3.00',
        '0=合计 | 1=12.50 | 2=14.00',
        'L6 ¶ 注：无',
      ],
    ],
    [
      'Markdown marks are left out of the paragraphs',
      '# 自评报告\n\n## **一、概况**\n\n| 项目 | 金额 |\n|---|---:|\n| 培训费 | 1.20 |',
      ['L1 ¶ 自评报告', 'L3 ¶ 一、概况', '#', '0=项目 | 1=金额', '0=培训费 | 1=1.20'],
    ],
    ['a tab alone makes no table', '一、收入\t\n收入\t', ['L1 ¶ 一、收入', 'L2 ¶ 收入']],
  ];
  test.each(CASES)('%s', async (_, text, expected) => {
    expect(await outlineOf('a.txt', utf8(text))).toEqual(expected);
  });

  test('prose broken at a fixed width is joined, with empty lines between and without', async () => {
    const lines = [
      '二、机构设置情况',
      '本部门下属二级单位一个即政务服务和公共资源交易',
      '中心属于其他事业单位。本次决算为单户决算，收入支',
      '出合计一百元以上的项目列在下面的表里，按年初预算，',
      '与上年一致。',
      '三、收入决算',
      '2023年度收入合计12.34万元，与上年相比增加一点二',
      '1.5%，其中：一般公共预算财政拨款收入占全部收入合',
      '计的100%。',
      '其他说明',
    ];
    const joined = [[1], [2, 3, 4, 5], [6], [7, 8, 9], [10]];
    for (const step of [1, 2]) {
      const expected = joined.map(
        (group) => `L${(group[0]! - 1) * step + 1} ¶ ${group.map((one) => lines[one - 1]).join('⏎')}`,
      );
      expect(await outlineOf('a.txt', utf8(lines.join('\n'.repeat(step))))).toEqual(expected);
    }
  });

  test('what is no text is refused', async () => {
    const problem = ['DOCUMENT-FORMAT 文件不是文本，也不是能认出的文档格式'];
    expect(
      await refusalOf(
        'a.txt',
        Uint8Array.from({ length: 400 }, (_, i) => (i * 7919) % 256),
      ),
    ).toEqual(problem);
    expect(await refusalOf('a.pdf', utf8('\0\u0001\u0002\u0003')).then((found) => found[0])).toEqual(problem[0]);
    expect(await refusalOf('a.txt', utf8(' \n\n'))).toEqual(['DOCUMENT-EMPTY 文件里没有文字']);
    expect(await refusalOf('a.txt', utf8(''))).toEqual(['DOCUMENT-EMPTY 文件里没有文字']);
  });
});

describe('web pages', () => {
  test('paragraphs, tables with spans, and what is left out', async () => {
    const page = `<!doctype html><html><head><meta charset="utf-8"><title>决算</title><style>p{}</style></head><body>
      <nav>首页</nav><script>var x = '1';</script><p hidden>藏</p><p style="display: none">藏</p>
      <div>一、收入<br>收入 <b>12.34</b>
      万元。</div>
      <table><caption>支出决算表</caption>
        <tr><td colspan="3">单位：万元</td></tr>
        <tr><th rowspan="2">项目</th><th colspan="2">决算数</th></tr><tr><th>上年</th><th>本年</th></tr>
        <tr><td><p>基本</p><p>支出</p></td><td></td><td>1,234.50</td></tr>
        <tr><td colspan="3">注：无</td></tr></table>
      <table><tr><td><p>版式表格里的段落</p></td></tr><tr><td>甲<table><tr><td>培训费</td><td>1.20</td></tr></table></td></tr></table>
      </body></html>`;
    const { document } = await readDocument({ name: 'a.htm', bytes: utf8(page) });
    expect(document!.format).toBe('html');
    expect(document!.lines.map(({ at }) => at)).toEqual(document!.lines.map((_, index) => `L${index + 1}`));
    expect(await outlineOf('a.htm', utf8(page))).toEqual([
      'L1 ¶ 一、收入',
      'L2 ¶ 收入 12.34 万元。',
      'L3 ¶ 支出决算表',
      'L4 ¶ 单位：万元',
      '#',
      '0(1x2)=项目 | 1(2x1)=决算数',
      '1=上年 | 2=本年',
      '0=基本支出 | 1= | 2=1,234.50',
      'L8 ¶ 注：无',
      'L9 ¶ 版式表格里的段落',
      'L10 ¶ 甲',
      '#',
      '0=培训费 | 1=1.20',
    ]);
  });

  test('the declared encoding counts', async () => {
    const head = utf8('<html><head><meta charset="gb2312"></head><body><p>');
    expect(await outlineOf('a.html', Uint8Array.from([...head, ...GBK, ...utf8('</p></body></html>')]))).toEqual([
      'L1 ¶ 本部门收入12.34万元。',
    ]);
  });

  test('absurd pages are refused or cut short, and quickly', async () => {
    expect(await refusalOf('a.html', utf8(`<html>${'<div>'.repeat(1_000_000)}`))).toEqual([
      'DOCUMENT-FORMAT 标签嵌套超过 1000 层，不像正常的网页',
    ]);
    const wide = '<html><table><tr><td rowspan="99999999" colspan="99999999">甲</td></tr><tr><td>乙</td></tr></table>';
    expect(await outlineOf('a.html', utf8(wide))).toEqual(['L1 ¶ 甲', 'L2 ¶ 乙']);
  });
});
