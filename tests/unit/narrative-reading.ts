/** Reads plain lines as a document, a paragraph each, and writes what is suggested in one word per suggestion. */
import type { Document } from '../../src/documents/document.ts';
import { documentFigures } from '../../src/documents/figures.ts';
import type { Reference } from '../../src/load/reference.ts';
import { suggestNarrative } from '../../src/suggest/narrative/index.ts';
import type { Certainty } from '../../src/suggest/suggestion.ts';
import { tableById } from '../../src/tables/index.ts';
import { itemOf } from '../../src/tables/table.ts';

const NAMES =
  `201 一般公共服务支出|20103 政府办公厅（室）及相关机构事务|2010301 行政运行|2010302 一般行政管理事务|2010350 事业运行
20106 财政事务|2010601 行政运行|205 教育支出|20502 普通教育|2050202 小学教育|208 社会保障和就业支出|20805 行政事业单位养老支出
2080505 机关事业单位基本养老保险缴费支出|210 卫生健康支出|21011 行政事业单位医疗|2101101 行政单位医疗
212 城乡社区支出|21208 国有土地使用权出让收入安排的支出|2120899 其他国有土地使用权出让收入安排的支出
221 住房保障支出|22102 住房改革支出|2210201 住房公积金|229 其他支出`
    .split(/[|\n]/)
    .map((line) => line.split(' ') as [string, string]);

export const REFERENCE: Reference = {
  regions: new Map(),
  functional: new Map(NAMES.map(([code, name]) => [code, { code, name, level: '', certainty: 'observed' }])),
  economic: new Map(
    [
      ['301', '工资福利支出'],
      ['302', '商品和服务支出'],
      ['303', '对个人和家庭的补助'],
      ['310', '资本性支出'],
      ['30101', '基本工资'],
      ['30201', '办公费'],
    ].map(([code, name]) => [code!, { code: code!, name: name!, level: '', certainty: 'observed' }]),
  ),
  changes: [
    { scope: '类', code: '210', old_name: '医疗卫生与计划生育支出', new_name: '卫生健康支出', certainty: 'recalled' },
    {
      scope: '款',
      code: '20805',
      old_name: '行政事业单位离退休',
      new_name: '行政事业单位养老支出',
      certainty: 'recalled',
    },
  ],
};

export function documentOf(text: string): Document {
  const lines = text.split('\n').map((line, index) => ({ at: `L${index + 1}`, text: line.trim() }));
  return {
    format: 'text',
    lines,
    blocks: lines.flatMap((line, index) =>
      line.text === '' || line.text.includes('|')
        ? []
        : [{ kind: 'paragraph' as const, pieces: [{ line: index, start: 0, length: line.text.length }] }],
    ),
  };
}

const MARKS: Readonly<Record<Certainty, string>> = { certain: '', likely: '?', possible: '??' };

/** Suggestions in the order of the figures: `cell=value`, `printed:expression`, `!printed:reason`, `row code name`. */
export function read(text: string, year = 2022): string[] {
  const document = documentOf(text);
  const { cells, derived, ignored, absent } = suggestNarrative(document, { year, reference: REFERENCE });
  const figures = new Map(documentFigures(document).map((figure) => [`${figure.line}:${figure.start}`, figure]));
  const order = ({ line, start }: { line: number; start: number }) => line * 1e4 + start;
  const printed = (position: { line: number; start: number }) => {
    const figure = figures.get(`${position.line}:${position.start}`);
    if (!figure) throw new Error(`no figure at ${position.line}:${position.start}`);
    return figure.printed;
  };
  const all = [
    ...cells.map(({ table, key, columns, measure, value, figures: [at], certainty }) => {
      if (at) printed(at);
      const address = `${table}/${itemOf(tableById(table)!, key)}`;
      const word = measure ? `${address}/${measure}=${value}` : `row ${address} ${columns?.['name']}`;
      return [at ? order(at) : Infinity, `${word}${MARKS[certainty]}`] as const;
    }),
    ...derived.map(
      ({ expression, figure, sign, certainty }) =>
        [order(figure), `${sign ?? ''}${printed(figure)}:${expression}${MARKS[certainty]}`] as const,
    ),
    ...ignored.map(({ figure, reason }) => [order(figure), `!${printed(figure)}:${reason}`] as const),
    ...absent.map(({ table, reason }) => [Infinity, `absent ${table} ${reason}`] as const),
  ];
  return all.sort(([a], [b]) => a - b).map(([, word]) => word);
}

/** Ids of the declared sentences that a text was read by, `subject:predicate`. */
export function sentencesIn(text: string): string[] {
  const { cells, derived } = suggestNarrative(documentOf(text), { year: 2022, reference: REFERENCE });
  return [...cells, ...derived].map(({ by }) => by);
}
