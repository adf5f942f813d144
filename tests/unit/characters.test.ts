import { describe, expect, test } from 'vitest';
import { comparable, ideographs } from '../../src/figures/characters.ts';

describe('characters for comparing', () => {
  test.each([
    ['部⻔⻋辆⻓⻅', '部门车辆长见'],
    ['⽀出⾏政⽤⼾', '支出行政用户'],
    ['（１）％，．', '(1)%,.'],
    ['门户', '门户'],
  ])('%s is %s', (printed, compared) => expect(comparable(printed)).toBe(compared));

  test('radicals of both blocks become ideographs, one for one; nothing else changes', () => {
    const radicals = Array.from({ length: 0x2fd6 - 0x2e80 }, (_, index) => String.fromCodePoint(0x2e80 + index));
    const left = radicals.filter((radical) => ideographs(radical) === radical);
    // Those without an ideograph in the basic plane.
    expect(left.filter((radical) => !/\p{Cn}/u.test(radical)).join('')).toBe('⺀⺇⺑⺪⺮⺵⺷⺸⺽⻇⻊⻕⻞⻡');
    expect(radicals.every((radical) => ideographs(radical).length === 1)).toBe(true);
    expect(ideographs('（１）％')).toBe('（１）％');
  });
});
