import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wrap, wrapEvenly } from '../../src/derive/pictures/wrap.ts';

/** Chinese characters two wide, others one. */
const measure = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u2E7F' ? 2 : 1), 0);

describe('lines', () => {
  test.each([
    ['行政审批局', 10, ['行政审批局']],
    ['行政审批局', 8, ['行政审批', '局']],
    ['审批局、商务局', 6, ['审批', '局、商', '务局']],
    ['审批局（商务局）', 8, ['审批局', '（商务', '局）']],
    ['支出 1,209.15 万元', 10, ['支出', '1,209.15', '万元']],
    ['支出 1,209.15 万元', 13, ['支出 1,209.15', '万元']],
    ['2022 年度', 4, ['2022', '年度']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['“三公”经费', 7, ['“三公”', '经费']],
    ['', 10, []],
  ])('%s in %d', (text, width, lines) => expect(wrap(text, width, measure)).toEqual(lines));

  test.each([
    ['行政审批局', 8, ['行政审', '批局']],
    ['一二三四五六七八九十', 18, ['一二三四五', '六七八九十']],
    ['行政审批局', 10, ['行政审批局']],
    ['局局，，）局', 8, ['局', '局，，）', '局']],
  ])('%s in %d, evenly', (text, width, lines) => expect(wrapEvenly(text, width, measure)).toEqual(lines));

  const letters = fc.string({ unit: fc.constantFrom(...'行政审批局、，。（）“”2 a') });

  test('nothing is lost, nothing is too wide, and evening out takes no more lines', () => {
    fc.assert(
      fc.property(letters, fc.integer({ min: 8, max: 30 }), (text, width) => {
        const lines = wrap(text, width, measure);
        const even = wrapEvenly(text, width, measure);
        for (const list of [lines, even]) {
          expect(list.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
          expect(list.filter((line) => measure(line) > width)).toEqual([]);
        }
        expect(even.length).toBe(lines.length);
      }),
    );
  });

  test('no line begins with a closing mark or ends with an opening one, evened out or not', () => {
    // Never more than one mark together, so that no piece is wider than the line.
    const word = fc.tuple(
      fc.constantFrom('', '（', '“'),
      fc.constantFrom('局', '政'),
      fc.constantFrom('', '、', '。', '）'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 6, max: 30 }), (words, width) => {
        const lines = [wrap, wrapEvenly].flatMap((lay) => lay(words.flat().join(''), width, measure));
        expect(lines.filter((line) => /^[、，。）”]|[（“]$/.test(line))).toEqual([]);
      }),
    );
  });
});
