import { read, SSF } from '@e965/xlsx';
import { Big } from 'big.js';
import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { cellText, decimalsOf, exactNumber, numberFormat } from '../../src/derive/workbook/sheet-cell.ts';
import { sheetName, writeSheet } from '../../src/derive/workbook/sheet.ts';
import { workbook } from '../../src/derive/workbook/workbook.ts';
import { loadSite, reportsOf } from '../../src/site/site.ts';
import { TABLES } from '../../src/tables/index.ts';
import { amount, code, count, text } from '../../src/tables/kinds.ts';
import { defineTable } from '../../src/tables/table.ts';

const table = defineTable({
  id: 'example',
  title: '例表',
  about: '测试用的表。',
  row: '一行',
  key: ['code'],
  columns: {
    code: code('编码', '科目编码', /^[0-9]+$/, '编码'),
    final: amount('决算', '决算数'),
    people: count('人数', '年末人数', { unit: '人' }),
    note: text('备注', '说明'),
  },
});

/** What another library reads from a sheet of these rows. */
async function readBack(rows: readonly Readonly<Record<string, string>>[]) {
  const sheet = writeSheet({ table, rows, names: Object.keys(table.columns), frozen: 1 });
  const book = read(await writeXlsx({ sheets: [sheet] }), { cellNF: true });
  return book.Sheets[table.title]!;
}

describe('numbers', () => {
  test.each([
    ['457.27', 457.27],
    ['-0.47', -0.47],
    ['0', 0],
    ['0.00000001', 1e-8],
    ['123456789012345', 123456789012345],
    ['1234567.89012345', 1234567.89012345],
    ['1234567.890123456', undefined],
    ['123456789012345.6', undefined],
    ['123456789012345.00', 123456789012345],
  ])('%s', (decimal, number) => expect(exactNumber(decimal)).toBe(number));

  const decimalOf = (most: number, decimals: number) =>
    fc
      .tuple(fc.integer({ min: -most, max: most }), fc.nat(decimals))
      .map(([digits, places]) => new Big(digits).div(10 ** places).toFixed());

  test('any decimal of up to 15 digits is kept', () =>
    fc.assert(
      fc.property(decimalOf(999_999_999_999_999, 8), (value) => new Big(String(exactNumber(value))).eq(value)),
    ));

  // 13 digits, 6 of them decimals: with more, the independent formatter rounds by itself or writes exponents.
  test('any decimal is shown in full in its format', () => {
    fc.assert(
      fc.property(
        decimalOf(9_999_999_999_999, 6),
        fc.constantFrom('amount', 'number'),
        fc.nat(8),
        (value, kind, more) => {
          const format = numberFormat({ kind }, decimalsOf(value), decimalsOf(value) + more);
          const shown = (SSF.format(format, Number(value)) as string).replace(/[,\s]/g, '');
          return new Big(shown).eq(value);
        },
      ),
    );
  });

  test.each([
    ['amount', 0, 0, '#,##0.00'],
    ['amount', 2, 4, '#,##0.00_0_0'],
    ['amount', 4, 4, '#,##0.0000'],
    ['count', 0, 0, '0'],
    ['percent', 2, 2, '0.00'],
    ['number', 0, 2, '0_._0_0'],
  ] as const)('%s with %d of %d decimals: %s', (kind, decimals, most, format) =>
    expect(numberFormat({ kind }, decimals, most)).toBe(format),
  );

  test('numbers are numbers, codes are texts, empty is empty; more than 15 digits are a text with a note', async () => {
    const sheet = await readBack([
      { code: '0010306', final: '457.2750', people: '0' },
      { code: '2010306', final: '1234567890123.456', people: '' },
    ]);
    expect(sheet['B1']).toMatchObject({ t: 's', v: '决算（万元）' });
    expect(sheet['B1'].c[0].t).toBe('决算数');
    expect(sheet['A2']).toMatchObject({ t: 's', v: '0010306' });
    expect(sheet['B2']).toMatchObject({ t: 'n', v: 457.275, z: '#,##0.0000' });
    expect(sheet['C2']).toMatchObject({ t: 'n', v: 0, z: '0' });
    expect(sheet['C3']?.v).toBeUndefined();
    expect(sheet['B3']).toMatchObject({ t: 's', v: '1234567890123.456' });
    expect(sheet['B3'].c[0].t).toBe('超过 15 位有效数字，表格软件会改动末位，所以按文字写出。');
  });
});

describe('hostile texts', () => {
  test.each([
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
    ["=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"],
    ['+1+1', "'+1+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['#REF!', "'#REF!"],
    ['#N/A', "'#N/A"],
    ['#DIV/0!', "'#DIV/0!"],
    ['_x003D_1+1', '_x003D_1+1'],
    ['<f>1+1</f>&', '<f>1+1</f>&'],
    ['0010306', '0010306'],
    ['1E5', '1E5'],
    ['2022-12-31', '2022-12-31'],
    ['TRUE', 'TRUE'],
    ['{=1}', '{=1}'],
  ])('%s stays a text', async (hostile, safe) => {
    const cell = (await readBack([{ code: '1', note: hostile }]))['D2'];
    expect(cell).toMatchObject({ t: 's', v: safe });
    expect(cell).not.toHaveProperty('f');
  });

  test('an escape is escaped once', () => expect(cellText('a_x0041_x0042_')).toBe('a_x005F_x0041_x005F_x0042_'));
});

describe('sheet names', () => {
  test.each([
    ['支出', '支出'],
    ['甲/乙[丙]:*?\\丁', '甲 乙 丙     丁'],
    ["'引号'", '引号'],
    ['长'.repeat(40), '长'.repeat(31)],
  ])('%s', (title, name) => expect(sheetName(title)).toBe(name));

  test('every table has a name of its own, none that of another sheet', () => {
    const names = [...TABLES.map(({ title }) => sheetName(title)), '阅读说明', '列说明', '台账', '差异', '来源'];
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the same bytes', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    vi.useRealTimers();
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test('whenever and in whatever time zone it is built', async () => {
    const made: Buffer[] = [];
    for (const [place, now] of [
      ['Asia/Shanghai', '2024-01-31T23:59:58Z'],
      ['America/St_Johns', '2026-07-01T12:00:00Z'],
    ] as const) {
      process.env['TZ'] = place;
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
      const site = loadSite('data');
      made.push(Buffer.from(await workbook(site, reportsOf(site)[0]!)));
    }
    expect(made[0]!.equals(made[1]!)).toBe(true);
  });
});
