import { describe, expect, test } from 'vitest';
import { listFigures } from '../../src/figures/lexer.ts';

/** Each figure as `line.n sign printed|unit form`. */
const list = (text: string) =>
  listFigures(text).map(
    ({ line, n, sign, printed, unit, form }) => `${line}.${n} ${sign}${printed}|${unit}${form ? ` ${form}` : ''}`,
  );

const CASES: readonly (readonly [name: string, text: string, figures: readonly string[]])[] = [
  ['thousands separators', '共 1,234,567.80 元', ['1.1 1,234,567.80|元']],
  ['a comma that separates nothing', '支出0 万元,2020 年', ['1.1 0|万元', '1.2 2020|年 date']],
  ['four digits after a comma are two figures', '3,2020', ['1.1 3|', '1.2 2020|']],
  ['万 and 亿', '办件 22.6万件，金额 105.37亿元，128.6万', ['1.1 22.6|万件', '1.2 105.37|亿元', '1.3 128.6|万']],
  ['full width', '共１２．５万元，占９８％', ['1.1 １２．５|万元', '1.2 ９８|％']],
  [
    'full-width separators',
    '共１，２３４．５０万元，２０２２年',
    ['1.1 １，２３４．５０|万元', '1.2 ２０２２|年 date'],
  ],
  ['a full-width separator in a decimal', '均为5，946.60万元', ['1.1 5，946.60|万元']],
  ['a comma between two numbers', '分别为35，120万元', ['1.1 35|', '1.2 120|万元']],
  ['a range shares its unit', '设置4—6个，1－2 个', ['1.1 4|个', '1.2 6|个', '1.3 1|个', '1.4 2|个']],
  [
    'several numbers share one unit',
    '压缩至38、32、30个工作日内',
    ['1.1 38|个工作日', '1.2 32|个工作日', '1.3 30|个工作日'],
  ],
  ['operators before and after', '≥98%，95%以上，200余个，小于10%', ['1.1 98|%', '1.2 95|%', '1.3 200|个', '1.4 10|%']],
  ['余 inside the unit', '办理1.2 万余件', ['1.1 1.2|万件']],
  ['a date broken over lines', '截至 2020 年 12\n\n月 31 日', ['1.1 2020|年 date', '1.2 12|月 date', '3.1 31|日 date']],
  ['a duration is no date', '共3年，1 年', ['1.1 3|年', '1.2 1|年']],
  ['an ordinal before a year', '无结余。\n2.2022年支出', ['2.1 2| ordinal', '2.2 2022|年 date']],
  [
    'an ordinal before a figure',
    '1. 整体情况\n节约成本。\n2.50 万以上项目',
    ['1.1 1| ordinal', '3.1 2| ordinal', '3.2 50|万'],
  ],
  ['a full-width ordinal', '3．资金使用', ['1.1 3| ordinal']],
  ['an ordinal in parentheses', '（1）联审10万元', ['1.1 1| ordinal', '1.2 10|万元']],
  ['a decimal that continues a sentence', '推进平台\n\n3.0 版本升级', ['3.1 3.0|']],
  ['a decimal inside parentheses', '水费(同比涨 40.5%；\n5.50 元/吨)', ['1.1 40.5|%', '2.1 5.50|元/吨']],
  ['an amount that starts a table cell', '\t年度资金总额\n\t443.6万元\n\t100%', ['2.1 443.6|万元', '3.1 100|%']],
  ['an amount alone on its line after a head', '1.基本情况。\n公用经费（万元）\n1.46', ['1.1 1| ordinal', '3.1 1.46|']],
  ['an amount in a table cell after a head', '\t金额（万元）\n\t12.44', ['2.1 12.44|']],
  ['a zero before the point is no ordinal', '情况如下。\n0.89万元', ['2.1 0.89|万元']],
  [
    'bookmark residue',
    '[bookmark: _Toc15377205]2022年[bookmark: _Toc1]715.87万元',
    ['1.1 2022|年 date', '1.2 715.87|万元'],
  ],
  ['a table row with tabs', '物业费\t78.51万元\t23\t100%', ['1.1 78.51|万元', '1.2 23|', '1.3 100|%']],
  [
    'rise and fall',
    '增加294.81万元，增长70%，减少0.47万元，下降25%',
    ['1.1 +294.81|万元', '1.2 +70|%', '1.3 -0.47|万元', '1.4 -25|%'],
  ],
  ['rise across a line break', '收、支总计各增加\n\n55.47 万元', ['3.1 +55.47|万元']],
  ['an explicit minus', '结转：-0.5万元', ['1.1 -0.5|万元']],
  ['a hyphen between dates is no minus', '2019-2020年', ['1.1 2019|年 date', '1.2 2020|年 date']],
  ['no unit behind a tab', '大厅\t12\t个人\t3 个', ['1.1 12|', '1.2 3|个']],
  ['a unit after a line break', '共计\n\n3457\n㎡', ['3.1 3457|㎡']],
  ['a number inside a name', '12345热线', ['1.1 12345|']],
  ['7*24 hours', '执行7*24小时', ['1.1 7|小时', '1.2 24|小时']],
  ['Chinese numerals are none', '内设一室二股', []],
  ['no figure at all', '', []],
];

describe('figures of a document', () => {
  test.each(CASES)('%s', (_, text, figures) => expect(list(text)).toEqual(figures));

  test('sections follow the headings as they nest', () => {
    const text = [
      '第二部分 说明',
      '一、收入',
      '1',
      '（一）总体',
      '2',
      '1、细目',
      '3',
      '（二）结构',
      '4',
      '二、支出',
      '5',
    ].join('\n');
    expect(
      listFigures(text)
        .filter(({ form }) => form === '')
        .map(({ section }) => section),
    ).toEqual([
      '第二部分 说明 › 一、收入',
      '第二部分 说明 › 一、收入 › （一）总体',
      '第二部分 说明 › 一、收入 › （一）总体 › 1、细目',
      '第二部分 说明 › 一、收入 › （二）结构',
      '第二部分 说明 › 二、支出',
    ]);
  });

  test('a list below numbered headings does not take over the section', () => {
    const text = ['一、概况', '1、职能', '（一）职能一', '2、工作', '50'].join('\n');
    expect(listFigures(text).at(-1)!.section).toBe('一、概况 › 2、工作');
  });
});
