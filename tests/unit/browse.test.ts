/** Filters and orders that run in the browser, as pure functions. */
import { Big } from 'big.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDecimals } from '../../src/views/decimal.ts';
import { queryOf } from '../../src/browse/form.ts';
import { matches } from '../../src/browse/match.ts';
import { ordered } from '../../src/browse/order.ts';
import { fullRegion } from '../../src/browse/region.ts';
import { COLUMNS, type IndicatorRow } from '../../src/views/indicator-row.ts';

describe('decimals', () => {
  test.each([
    ['1', '2', -1],
    ['10', '9', 1],
    ['1.5', '1.50', 0],
    ['0.30', '0.3', 0],
    ['0', '-0', 0],
    ['-1', '1', -1],
    ['-10', '-9', -1],
    ['-0.47', '-0.5', 1],
    ['007', '7', 0],
    ['0.1', '0.09', 1],
    ['9007199254740993', '9007199254740992', 1],
    ['715.87000000000000001', '715.87', 1],
  ])('%s and %s: %i', (a, b, sign) => {
    expect(Math.sign(compareDecimals(a, b))).toBe(sign);
    expect(Math.sign(compareDecimals(b, a)) + sign).toBe(0);
  });

  test('as big.js compares them, whatever they are', () => {
    const decimal = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.nat({ max: 12 }))
      .map(([minus, digits, places]) => {
        const text = String(digits).padStart(places + 1, '0');
        const whole = text.slice(0, text.length - places);
        return `${minus ? '-' : ''}${whole}${places > 0 ? `.${text.slice(-places)}` : ''}`;
      });
    fc.assert(fc.property(decimal, decimal, (a, b) => Math.sign(compareDecimals(a, b)) === new Big(a).cmp(new Big(b))));
  });
});

describe('what a filter asks for', () => {
  const entry = {
    text: '12345热线 受理 Ｗｉ-Ｆｉ，电子政务维护',
    values: { year: ['2022'], unit: ['万件', ''], region: ['510000', '510800', '510811'] },
  };
  test.each([
    [{}, true],
    [{ q: '热线' }, true],
    [{ q: '  热线   维护 ' }, true],
    [{ q: '热线 窗口' }, false],
    [{ q: 'wi-fi' }, true],
    [{ q: 'WI-FI' }, true],
    [{ q: '１２３４５' }, true],
    [{ year: '2022' }, true],
    [{ year: '202' }, false],
    [{ year: '2022', q: '窗口' }, false],
    [{ unit: '万件' }, true],
    [{ unit: '件' }, false],
    [{ region: '510800' }, true],
    [{ region: '510700' }, false],
    [{ level: 'county' }, false],
  ])('%j: %s', (state, found) => expect(matches(entry, state)).toBe(found));
});

describe('orders', () => {
  const EMPTY = Object.fromEntries(Object.keys(COLUMNS).map((id) => [id, ''])) as IndicatorRow;
  const cases: Record<string, Partial<IndicatorRow>> = {
    a: { department: '510303-x', year: '2020', actual: '9', actual_unit: '件', result: 'not-met', completion: '100' },
    b: { department: '510303-x', year: '2021', actual: '10', actual_unit: '件', result: 'met', completion: '98.50' },
    c: { department: '130123-x', year: '2021', actual: '2', actual_unit: '万件', result: 'unknown' },
    d: { department: '130123-x', year: '2020', actual_text: '正常', result: 'met', completion: '98.5' },
    e: { department: '511100-x', year: '2022', actual: '3', result: '' },
  };
  const byName: Record<string, number> = { a: 4, b: 0, c: 3, d: 1, e: 2 };
  const entries = Object.entries(cases).map(([name, row]) => ({
    row: { ...EMPTY, ...row, name },
    byName: byName[name]!,
  }));
  test.each([
    ['', 'abcde', 'as they came'],
    ['nothing', 'abcde', 'as they came'],
    ['name', 'bdeca', 'by their sound'],
    ['-name', 'acedb', ''],
    ['where', 'dcabe', 'by department, then year'],
    ['-where', 'ebacd', ''],
    ['actual', 'cabed', '万件 before 件 by code unit, then without a unit, then without a number'],
    ['-actual', 'cbaed', 'within the unit only'],
    ['target', 'abcde', 'all without a target'],
    ['result', 'bdcae', 'met, unknown, not met, none'],
    ['-result', 'acbde', ''],
    ['completion', 'bdace', '98.50 and 98.5 are equal'],
    ['-completion', 'abdce', ''],
  ])('%s: %s %s', (sort, order) => {
    expect(
      ordered(entries, sort)
        .map(({ row }) => row.name)
        .join(''),
    ).toBe(order);
  });

  test('nothing is lost or moved in the original', () => {
    const before = [...entries];
    expect(new Set(ordered(entries, '-actual'))).toEqual(new Set(entries));
    expect(entries).toEqual(before);
  });
});

describe('the address', () => {
  test.each([
    [{}, ''],
    [{ q: '满意度', year: '2022' }, '?q=%E6%BB%A1%E6%84%8F%E5%BA%A6&year=2022'],
    [{ unit: '%' }, '?unit=%25'],
  ])('%j', (state, query) => {
    expect(queryOf(state)).toBe(query);
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual(state);
  });

  test.each([
    ['51', '510000'],
    ['5108', '510800'],
    ['510811', '510811'],
    ['510000', '510000'],
    ['5', '5'],
    ['510', '510'],
    ['四川', '四川'],
  ])('region %s is %s', (given, full) => expect(fullRegion(given)).toBe(full));
});
