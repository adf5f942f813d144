import { describe, expect, test } from 'vitest';
import {
  amount,
  choice,
  code,
  count,
  date,
  key,
  number,
  operator,
  percent,
  text,
  year,
  type Column,
} from '../../src/tables/kinds.ts';
import { TABLES } from '../../src/tables/index.ts';
import { measures } from '../../src/tables/table.ts';

const COLUMNS: Readonly<Record<string, Column>> = {
  amount: amount('金额', ''),
  count: count('数量', ''),
  percent: percent('百分数', ''),
  number: number('数值', ''),
  year: year('年度', ''),
  operator: operator('符号', ''),
  enum: choice('资金', '', { general: '一般公共预算' }),
  text: text('文字', '', { max: 5 }),
  code: code('编码', '', /^[0-9]{3}$/, '三位编码'),
  date: date('日期', ''),
  key: key('标识', ''),
};

describe('column kinds', () => {
  test.each([
    ['amount', '715.87'],
    ['amount', '-0.47'],
    ['amount', '0'],
    ['amount', '0.00'],
    ['amount', '2263.914001'],
    ['count', '0'],
    ['count', '104'],
    ['percent', '100.00'],
    ['number', '213.5'],
    ['year', '2022'],
    ['operator', '≥'],
    ['enum', 'general'],
    ['text', '五个字以内'],
    ['code', '201'],
    ['date', '2022'],
    ['date', '2022-02'],
    ['date', '2024-02-29'],
    ['key', '村能办'],
    ['key', 'three-public_2'],
  ])('%s accepts %s', (kind, value) =>
    expect(COLUMNS[kind]!.schema.safeParse(value)).toMatchObject({ success: true, data: value }),
  );

  test.each([
    ['amount', '1,234.5', '金额含千位分隔符，请写成 1234.5'],
    ['amount', '１２', '金额含全角字符，请写成半角 12'],
    ['amount', '12万元', '金额后面带有“万元”，请只写数字 12，单位由表头或单位列给出'],
    ['amount', '1e5', '金额是科学计数法，请写出全部数字'],
    ['amount', '-0', '金额不是合理的十进制数（最多 15 位整数、8 位小数）'],
    ['amount', '.5', '金额不是合理的十进制数（最多 15 位整数、8 位小数）'],
    ['amount', 'NaN', '金额不是数字'],
    ['amount', '1'.repeat(400), '金额不是合理的十进制数（最多 15 位整数、8 位小数）'],
    ['count', '-3', '数量为负，数量只能是 0 或正整数'],
    ['count', '2.5', '数量带有小数，数量只能是 0 或正整数'],
    ['count', '3人', '数量后面带有“人”，请只写数字 3，单位由表头或单位列给出'],
    ['percent', '98%', '百分数后面带有“%”，请只写数字 98，单位由表头或单位列给出'],
    ['number', '约200', '数值不是数字'],
    ['year', '22', '“22”不是年度，请写四位数字，如 2022'],
    ['operator', '>=', '“>=”不在可选值中，可选：=（等于）、≥（不低于）、≤（不高于）、>（大于）、<（小于）、≈（约）'],
    ['enum', 'fund', '“fund”不在可选值中，可选：general（一般公共预算）'],
    ['text', '六个字就太长了', '文字超过 5 字，请概括'],
    ['text', ' 字', '文字前后有空格'],
    ['text', 'a\u0007b', '文字含控制字符（制表符、不可见字符等）'],
    ['code', '20A', '“20A”不是三位编码'],
    ['date', '2023-02-29', '“2023-02-29”不是日期，请写成 2022-12-31、2022-12 或 2022'],
    ['date', '2022年', '“2022年”不是日期，请写成 2022-12-31、2022-12 或 2022'],
    ['key', 'a/b', '“a/b”不能作标识：只可用文字、数字、“-”、“_”，不含空格与标点，最长 60 字'],
    ['key', '__proto__', '“__proto__”不能作标识：只可用文字、数字、“-”、“_”，不含空格与标点，最长 60 字'],
  ])('%s refuses %s', (kind, value, message) => {
    const result = COLUMNS[kind]!.schema.safeParse(value);
    expect(result.success ? undefined : result.error.issues[0]!.message).toBe(message);
  });
});

describe('table declarations', () => {
  test('ids are unique and file names', () => {
    expect(new Set(TABLES.map(({ id }) => id)).size).toBe(TABLES.length);
    expect(TABLES.filter(({ id }) => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
  });

  test.each(TABLES.map((table) => [table.id, table] as const))('%s describes itself', (_, table) => {
    expect(table.title && table.about && table.row).toBeTruthy();
    expect(Object.values(table.columns).filter(({ name, about }) => name === '' || about === '')).toEqual([]);
    expect(measures(table).length).toBeGreaterThan(0);
    const named = Object.values(table.columns).flatMap(({ unitFrom, operatorFrom, highFrom, textFrom }) =>
      [unitFrom, operatorFrom, highFrom, textFrom].filter((name) => name !== undefined),
    );
    expect(Object.keys(table.columns)).toEqual(expect.arrayContaining(named));
  });
});
