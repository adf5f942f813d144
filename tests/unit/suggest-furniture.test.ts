/** Figures that the words around them, or their place on a page, tell to state nothing. */
import { describe, expect, test } from 'vitest';
import { documentFigures } from '../../src/documents/figures.ts';
import type { Document } from '../../src/documents/document.ts';
import { suggestFurniture } from '../../src/suggest/furniture/index.ts';
import { documentOf } from './document-of.ts';

/** Every figure that no form explains, with the reason why it states nothing, or `?`. */
function read(document: Document): string[] {
  const reasons = new Map(
    suggestFurniture(document).ignored.map(({ figure, reason }) => [`${figure.line}:${figure.start}`, reason]),
  );
  return documentFigures(document)
    .filter(({ form }) => form === '')
    .map(({ printed, line, start }) => `${printed} ${reasons.get(`${line}:${start}`) ?? '?'}`);
}

const CASES: readonly (readonly [text: string, ...figures: string[]])[] = [
  ['收入包括：1.财政拨款收入10万元；2.上级补助收入5万元。', '1 ordinal', '10 ?', '2 ordinal', '5 ?'],
  ['占比5.2%。（3）其他支出', '5.2 ?', '3 ordinal'],
  ['注：1.“三公”经费为财政拨款负担的支出', '1 ordinal'],
  ['增长率为：1.5%', '1.5 ?'],
  ['附件1', '1 ordinal'],
  ['（图2：收入决算结构图）', '2 ordinal'],
  ['代表3人、发表4篇', '3 ?', '4 ?'],
  ['公开07表、公开08表以空表列示', '07 ordinal', '08 ordinal'],
  ['第3部分 名词解释', '3 ordinal'],
  ['根据财预〔2023〕12号', '2023 document-number', '12 document-number'],
  ['根据某发【2022】 37 号', '2022 document-number', '37 document-number'],
  ['办结（2022）12件', '2022 ?', '12 ?'],
  ['刊于第100期（总第870期）', '100 document-number', '870 document-number'],
  ['发布日期：2024-09-12 10:30 浏览次数：318', '2024 date', '09 date', '12 date', '10 date', '30 date', '318 template'],
  ['部门预算12月执行进度100%', '12 date', '100 ?'],
  ['12345政务服务热线受理12345件', '12345 name', '12345 ?'],
  ['“12345”热线', '12345 name'],
  ['工改2.0系统有2.0万件', '2.0 name', '2.0 ?'],
  ['建党100周年', '100 name'],
  ['目录2021版', '2021 name'],
  ['网站标识码：0000000000 某ICP备00000000号-1', '0000000000 name', '00000000 name', '1 name'],
  ['联系电话：010-00000000 邮编：000000', '010 name', '00000000 name', '000000 name'],
  ['全年预算数（A0）', '0 template'],
  ['单价100万元（含）以上设备3台', '100 legal-threshold', '3 ?'],
  ['事业收入8万元（含教育收费2万元）', '8 ?', '2 beyond'],
];

describe('words around', () => {
  test.each(CASES)('%s', (text, ...figures) => {
    expect(read(documentOf(text))).toEqual(figures);
  });

  test('details of 三公 only under its heading', () => {
    const text = '决算5万元（其中：一般公共预算支出4万元；政府性基金预算支出1万元）';
    expect(read(documentOf(text))).toEqual(['5 ?', '4 ?', '1 ?']);
    expect(read(documentOf(`一、“三公”经费支出情况\n${text}`))).toEqual(['5 ?', '4 beyond', '1 beyond']);
    const cars = '一、“三公”经费支出情况\n购置公务用车2辆，其中：轿车1辆、金额18万元。保有应急保障用车3辆。';
    expect(read(documentOf(cars))).toEqual(['2 ?', '1 beyond', '18 beyond', '3 beyond']);
  });
});

describe('page numbers', () => {
  test.each([
    ['— 3 —', '3 ordinal'],
    ['第 3 页 共 12 页', '3 ordinal', '12 ordinal'],
    ['3 / 12', '3 ordinal', '12 ordinal'],
    ['7', '7 ?'],
    ['-3', '3 ?'],
  ])('%s', (text, ...figures) => {
    expect(read(documentOf(`某部门\n${text}\n说明`))).toEqual(figures);
  });

  test('a number alone, at the edge of a PDF page and outside its tables', () => {
    const lines = ['说明', '8', '续上', '2', '3'].map((text, index) => ({ at: index < 4 ? 'p2' : 'p3', text }));
    const paragraph = (line: number) => ({ kind: 'paragraph', pieces: [{ line, start: 0, length: 1 }] }) as const;
    const table = {
      kind: 'table',
      rows: [[{ column: 0, columns: 1, rows: 1, pieces: [{ line: 4, start: 0, length: 1 }] }]],
    } as const;
    const document = { format: 'pdf', lines, blocks: [...[0, 1, 2, 3].map(paragraph), table] } as const;
    expect(read(document)).toEqual(['8 ?', '2 ordinal', '3 ?']);
  });
});
