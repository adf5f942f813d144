import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PREDICATES } from '../../src/suggest/narrative/predicates.ts';
import { SUBJECTS } from '../../src/suggest/narrative/clauses.ts';
import { compile, MARK } from '../../src/suggest/narrative/template.ts';
import { topicOf } from '../../src/suggest/narrative/topics.ts';
import { inTenThousands } from '../../src/suggest/narrative/amount.ts';
import { read, sentencesIn } from './narrative-reading.ts';

const FOLDER = resolve(import.meta.dirname, '../fixtures/narrative');

/** Passages of a file, cut at `---`: lines of a document, then what they state, a line with `=>` each. */
const cases = readdirSync(FOLDER).flatMap((file) =>
  readFileSync(join(FOLDER, file), 'utf8')
    .trimEnd()
    .split(/\n---\n/)
    .map((block) => {
      const lines = block.split('\n');
      const stated = lines.filter((line) => line.startsWith('=> ')).map((line) => line.slice(3));
      const text = lines.filter((line) => !line.startsWith('=> ')).join('\n');
      return { name: `${file}: ${text.slice(0, 60)}`, file, text, stated };
    }),
);

describe('passages state', () => {
  test.each(cases)('$name', ({ text, stated }) => {
    expect(read(text)).toEqual(stated);
  });

  test('nothing, where there is nothing to state', () => {
    expect(cases.filter(({ file }) => file === 'none.txt').flatMap(({ stated }) => stated)).toEqual([]);
  });
});

describe('declared sentences', () => {
  const heard = new Set(cases.flatMap(({ text }) => sentencesIn(text)));

  test('have ids of their own', () => {
    for (const ids of [SUBJECTS.map(({ id }) => id), PREDICATES.map(({ id }) => id)])
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('each stand in some passage of the fixtures', () => {
    const subjects = new Set([...heard].map((by) => by.split(':')[0]));
    const predicates = new Set([...heard].map((by) => by.split(':')[1]));
    expect(SUBJECTS.map(({ id }) => id).filter((id) => !subjects.has(id))).toEqual([]);
    expect(PREDICATES.map(({ id }) => id).filter((id) => !predicates.has(id))).toEqual([]);
  });
});

describe('the language of sentences', () => {
  const F = MARK.figure;
  test.each([
    ['收入[总]计{final}', `收入总计${F}万元`, true],
    ['收入[总]计{final}', `收入计${F}元`, true],
    ['收入[总]计{final}', `收入合计${F}万元`, false],
    ['(增加|减少){growth}', `减少${F}%`, true],
    ['(增加|减少){growth}', `减少${F}万元`, false],
    ['[共|累计]+{people}', `累计共${F}人次`, true],
    ['[共|累计]+{people}', `${F}批次`, false],
    ['因公出国（境）费{final}', `因公出国(境)费${F}万元`, true],
    ['因公出国（境）费{final}', `因公出国境费${F}万元`, true],
    ['…保有量{kept}', `年末公务用车保有量${F}辆`, true],
    ['…保有量{kept}', `购置${F}辆保有量${F}辆`, false],
    ['比@年增加{change}', `比${MARK.date}年增加-${F}万元`, true],
    ['<增>{change}', `上升${F}万元`, true],
    ['1.5倍?', '1.5倍?', true],
    ['1.5倍?', '135倍', false],
  ])('%s: %s', (text, clause, fits) => {
    expect(new RegExp(`^${compile(text).source}$`, 'u').test(clause)).toBe(fits);
  });

  test('an unknown word is a fault of the declaration', () => {
    expect(() => compile('<没有>')).toThrow('unknown word <没有>');
  });
});

test.each([
  ['5836', '元', '0.5836'],
  ['1,234,567.80', '元', '123.45678'],
  ['１２．５', '万元', '12.5'],
  ['1.20', '万元', '1.20'],
  ['0.05', '亿元', '500'],
  ['0.00', '元', '0'],
  ['715.87', '', '715.87'],
])('%s %s in 万元', (printed, unit, value) => {
  expect(inTenThousands(printed, unit)).toBe(value);
});

test.each([
  ['一般公共预算财政拨款基本支出决算情况说明', 'basic'],
  ['一般公共预算财政拨款支出决算情况说明', 'general'],
  ['财政拨款收入支出决算总体情况说明', 'fiscal'],
  ['收入支出决算总体情况说明', 'overall'],
  ['收入决算情况说明', 'income'],
  ['支出决算情况说明', 'expenditure'],
  ['财政拨款“三公”经费支出决算情况说明', 'three-public'],
  ['政府性基金预算财政拨款支出决算情况说明', 'government-fund'],
  ['国有资本经营预算财政拨款支出决算情况说明', 'state-capital'],
  ['机关运行经费支出情况', 'agency'],
  ['政府采购支出情况', 'procurement'],
  ['国有资产占有使用情况', 'holdings'],
  ['部门财政资金收入情况', 'fund'],
  ['名词解释', null],
  ['部门职责', null],
  ['预算绩效管理情况', null],
  ['收入支出决算总表', null],
  ['教育支出年初预算数为100万元', undefined],
  ['其他重要事项的情况说明', undefined],
])('the heading %s is about %s', (title, topic) => {
  expect(topicOf(title)).toBe(topic);
});
