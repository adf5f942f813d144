import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimals, quotientFits, roundsTo, around, step } from '../../src/checks/precision.ts';
import { parseExpression, parseStates } from '../../src/figures/expression.ts';
import { parseNumeral } from '../../src/figures/numerals.ts';
import { convert, family, leadingUnit, parseUnit } from '../../src/figures/units.ts';
import { group, money } from '../../src/views/numbers.ts';
import { reportOf } from './make-report.ts';

test.each([
  ['亿元', { power: 8, base: '元' }],
  ['万件', { power: 4, base: '件' }],
  ['万', { power: 4, base: '' }],
  ['平方米', { power: 0, base: '㎡' }],
  ['百分点', { power: 0, base: '百分点' }],
  ['', { power: 0, base: '' }],
])('unit %s', (unit, parsed) => expect(parseUnit(unit)).toEqual(parsed));

test.each([
  ['5836', '元', '万元', '0.5836'],
  ['105.37', '亿元', '万元', '1053700'],
  ['128.6', '万', '万元', '128.6'],
  ['715.87', '', '万元', '715.87'],
  ['1.2', '万件', '件', '12000'],
  ['22.6', '万件', '万件', '22.6'],
  ['98', '%', '万元', undefined],
  ['3', '次', '个', '3'],
])('%s %s in %s is %s', (value, from, to, expected) =>
  expect(convert(new Big(value), from, to)?.toFixed()).toBe(expected),
);

test.each([
  [' 万余件，', '万件'],
  ['多万元', '万元'],
  ['％', '％'],
  ['个工作日内', '个工作日'],
  ['，增长', ''],
])('the unit at the start of “%s” is “%s”', (text, unit) => expect(leadingUnit(text)).toBe(unit));

test.each([
  ['元', 'money'],
  ['%', 'percent'],
  ['个百分点', 'percent'],
  ['件', 'other'],
  ['万', 'bare'],
] as const)('%s is of the family %s', (unit, name) => expect(family(unit)).toBe(name));

test.each([
  ['一', 1],
  ['两', 2],
  ['十', 10],
  ['十三', 13],
  ['二十', 20],
  ['二百零五', 205],
  ['零', 0],
  ['一二', undefined],
  ['半', undefined],
  ['', undefined],
])('numeral %s is %s', (text, value) => expect(parseNumeral(text)).toBe(value));

describe('expressions', () => {
  test.each([
    ['expenditure/basic/final', 'cell', ['expenditure/basic/final']],
    ['functional/general.2010306/final', 'cell', ['functional/general.2010306/final']],
    ['metrics/热线受理.result/value', 'cell', ['metrics/热线受理.result/value']],
    ['share( a/b/c , a/d/c )', 'share', ['a/b/c', 'a/d/c']],
    ['share(a/b/c,sum(a/d/c,a/e/c))', 'share', ['a/b/c', 'a/d/c', 'a/e/c']],
    ['completion(a/b/c,initial)', 'completion', ['a/b/c']],
    ['growth(a/b/c)', 'growth', ['a/b/c']],
  ])('%s', (text, kind, cells) => expect(parseExpression(text)).toMatchObject({ kind, cells }));

  test.each([
    ['basic', '“basic”既不是单元地址（表/项目/计量），也不是 share、ratio、growth、completion、sum、difference 之一'],
    ['share(a/b/c)', '“share(a/b/c)”的参数个数不对'],
    ['completion(a/b/c,final)', '“completion(a/b/c,final)”的第二个参数应为 initial 或 adjusted'],
    [
      'sum(a/b/c,share(a/b/c,a/b/c))',
      '“sum(a/b/c,share(a/b/c,a/b/c))”里不能套用 share，只有 share、ratio 可以套 sum、difference',
    ],
    ['growth(x)', '“x”既不是单元地址（表/项目/计量），也不是 share、ratio、growth、completion、sum、difference 之一'],
  ])('%s is refused', (text, message) => expect(parseExpression(text)).toBe(message));

  test('several statements are split at semicolons', () =>
    expect(parseStates('a/b/c; growth(a/b/c);')).toHaveLength(2));
});

test.each([
  ['0', '0'],
  ['258.6', '258.60'],
  ['1249.47', '1,249.47'],
  ['0.5836', '0.5836'],
  ['-0.47', '\u22120.47'],
  ['1000000', '1,000,000.00'],
])('%s 万元 is shown as %s', (text, shown) => expect(money(text)).toBe(shown));

test('grouping keeps every digit', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 15n }),
      (value) => group(String(value)).replaceAll(',', '') === String(value),
    ),
  );
});

describe('printed precision', () => {
  test.each([
    ['715.87', 2],
    ['1.80', 2],
    ['12．5', 1],
    ['64', 0],
  ])('%s has %i decimals', (text, places) => expect(decimals(text)).toBe(places));

  const amount = fc.integer({ min: 1, max: 10_000_000 }).map((cents) => new Big(cents).div(100));
  const places = fc.integer({ min: 0, max: 3 });

  test('rounding or truncating an exact value always fits', () => {
    fc.assert(
      fc.property(amount, places, fc.constantFrom(Big.roundHalfUp, Big.roundDown), (value, k, mode) =>
        roundsTo(value.round(k, mode), step(k), value),
      ),
    );
  });

  test('rounding or truncating an exact quotient always fits, even if its operands were rounded first', () => {
    fc.assert(
      fc.property(
        amount,
        amount,
        places,
        fc.constantFrom(Big.roundHalfUp, Big.roundDown),
        fc.constantFrom(0, 1, 2),
        (a, b, k, mode, shown) => {
          const [x, y] = [a.round(shown), b.round(shown)];
          const half = step(shown).div(2);
          if (y.minus(half).lte(0)) return true;
          const printed = a.div(b).times(100).round(k, mode).div(100);
          return quotientFits(printed, step(k + 2), around(x, half), around(y, half));
        },
      ),
    );
  });

  test('a number outside the interval never fits', () => {
    fc.assert(
      fc.property(amount, amount, places, fc.integer({ min: 2, max: 50 }), fc.boolean(), (a, b, k, steps, up) => {
        const unit = step(k + 2);
        const exact = a.div(b);
        const printed = exact.round(k + 2, Big.roundHalfUp).plus(unit.times(up ? steps : -steps));
        if (printed.lt(0)) return true;
        return !quotientFits(printed, unit, around(a, new Big(0)), around(b, new Big(0)));
      }),
    );
  });
});

describe('sums within printed precision', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 8 });
  /** Evaluates whole = Σ parts, all printed with two decimals. */
  const result = (whole: Big, parts: readonly Big[]) => {
    const rows = parts.map(
      (part, index) =>
        `projects/甲.${['treasury', 'superior', 'carry-over', 'other'][index]}/final ${part.toFixed(2)} name=甲`,
    );
    const { relations } = reportOf([`projects/甲/final ${whole.toFixed(2)} name=甲`, ...rows], {
      projects: ['project', 'source'],
    }).checked;
    return relations.find(({ rule }) => rule === 'SUM-PROJECTS')?.result;
  };

  test('rounding every part and the whole never differs', () => {
    fc.assert(
      fc.property(
        amounts.filter((list) => list.length <= 4),
        (thousandths) => {
          const parts = thousandths.map((value) => new Big(value).div(1000));
          const whole = parts.reduce((sum, part) => sum.plus(part), new Big(0));
          return ['holds', 'rounds'].includes(
            result(
              whole.round(2, Big.roundHalfUp),
              parts.map((part) => part.round(2, Big.roundHalfUp)),
            )!,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a whole beyond the envelope always differs', () => {
    fc.assert(
      fc.property(
        amounts.filter((list) => list.length <= 4),
        fc.integer({ min: 1, max: 500 }),
        fc.boolean(),
        (cents, extra, up) => {
          const parts = cents.map((value) => new Big(value).div(100));
          const envelope = new Big(parts.length + 1).div(200);
          const beyond = envelope.plus(new Big(extra).div(100)).round(2, Big.roundUp);
          const whole = parts.reduce((sum, part) => sum.plus(part), new Big(0)).plus(up ? beyond : beyond.times(-1));
          return whole.lt(0) || result(whole, parts) === 'differs';
        },
      ),
      { numRuns: 60 },
    );
  });
});
