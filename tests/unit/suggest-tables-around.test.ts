/** What surrounds the amounts of a table: units, notes, pages, titles, figures that state nothing, doubt. */
import { describe, expect, test } from 'vitest';
import { documentFigures } from '../../src/documents/figures.ts';
import { loadReference } from '../../src/load/reference.ts';
import { readData } from '../../src/disk/read.ts';
import { suggestTables } from '../../src/suggest/tables/index.ts';
import { shift } from '../../src/suggest/tables/amount.ts';
import { documentOf } from './document-of.ts';

const { reference } = loadReference(readData('data'));

function read(text: string, sheet?: string) {
  const document = documentOf(text, sheet);
  const suggestions = suggestTables(document, { year: 2023, reference });
  const cells = suggestions.cells.map(
    ({ table, key, measure, value, certainty }) =>
      `${table}/${Object.values(key).join('.')}/${measure} ${value} ${certainty}`,
  );
  const stated = new Map<string, string>();
  for (const { figures } of suggestions.cells)
    for (const { line, start } of figures) stated.set(`${line}:${start}`, '=');
  for (const { figure } of suggestions.derived) stated.set(`${figure.line}:${figure.start}`, 'sum');
  for (const { figure, reason } of suggestions.ignored) stated.set(`${figure.line}:${figure.start}`, reason);
  /** Every figure of the document with what became of it. */
  const figures = documentFigures(document).map(
    ({ printed, line, start, form }) => `${printed} ${stated.get(`${line}:${start}`) ?? (form || '?')}`,
  );
  return {
    ...suggestions,
    cellsOf: suggestions.cells,
    cells,
    figures,
    units: [...new Set(suggestions.cells.map(({ unit }) => unit))],
  };
}

const GENERAL = (rows: string, above = '单位：万元') => `一般公共预算财政拨款支出决算表
  ${above}
  |科目编码|科目名称|合计|基本支出|项目支出|
  ${rows}`;

describe('every figure is accounted for', () => {
  test('table numbers, years, row and column numbers, codes', () => {
    expect(
      read(`2023年度支出决算表
        公开03表
        |科目编码|科目名称|本年支出合计|1.基本支出|2.项目支出|经营支出|
        |栏次|<|1|2|3|4|
        |合计|<|30.5|30.5| | |
        |2010101|行政运行|30.5|30.5| | |
        单位：万元`).figures,
    ).toEqual(
      ['2023 date', '03 ordinal', '1 ordinal', '2 ordinal']
        .concat(['1 ordinal', '2 ordinal', '3 ordinal', '4 ordinal', '30.5 =', '30.5 ='])
        .concat(['2010101 ordinal', '30.5 =', '30.5 =']),
    );
  });
  test('a sum over funds is derived, and the same cell where only one fund is printed', () => {
    const { figures, derived } = read(`财政拨款收入支出决算总表
      单位：万元
      |收入|<|支出|<|<|<|
      |项目|金额|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款|
      | | |一、教育支出|3.0|1.0|2.0|
      | | |二、城乡社区支出|4.0|4.0| |
      | | |本年支出合计|7.0|5.0|2.0|
      | | |年末财政拨款结转和结余|0.5|0.5| |
      | | |总计|7.5|5.5|2.0|`);
    expect(figures.join(', ')).toBe(
      '3.0 sum, 1.0 =, 2.0 =, 4.0 =, 4.0 =, 7.0 =, 5.0 =, 2.0 =, 0.5 =, 0.5 =, 7.5 =, 5.5 sum, 2.0 =',
    );
    expect(derived.map(({ expression }) => expression)).toEqual([
      'sum(functional/general.205/final,functional/government-fund.205/final)',
      'sum(fiscal/expenditure-general/final,fiscal/carry-out-general/final)',
    ]);
  });
  test('function × economic: recognised, nothing taken', () => {
    const { cells, figures } = read(`一般公共预算财政拨款支出决算明细表
      单位：万元
      |科目编码|科目名称|合计|工资福利支出|<|商品和服务支出|
      |^|^|^|小计|基本工资|^|
      |基本支出合计|<|9.0|5.0|5.0|4.0|
      |2010101|行政运行|9.0|5.0|5.0|4.0|`);
    expect(cells).toEqual([]);
    expect(figures.filter((figure) => !figure.endsWith(' beyond'))).toEqual(['2010101 ordinal']);
  });
  test('thresholds in the names of items', () => {
    expect(
      read(`国有资产占用情况表
        |项目|数量|
        |单价100万元（含）以上设备（台、套）|3|`).figures,
    ).toEqual(['100 legal-threshold', '3 =']);
  });
});

describe('units', () => {
  const total = (above: string, value: string) => read(GENERAL(`|合计|<|${value}| | |`, above)).cells[0];
  test.each([
    ['单位：元', '12,345,678.90', '1234.56789'],
    ['金额单位：人民币元', '5836', '0.5836'],
    ['（单位：千元）', '12.3', '1.23'],
    ['编制单位：元氏县某局 单位：亿元', '0.0012', '12'],
    ['单位：万元', '12.30', '12.30'],
    ['金额：万元', '12.30', '12.30'],
    ['万元', '12.30', '12.30'],
    ['计量单位见说明', '12.30', undefined],
  ])('%s', (above, printed, expected) => {
    const unsure = expected === undefined;
    expect(total(above, printed)).toBe(
      `functional/general.total/final ${expected ?? printed} ${unsure ? 'possible' : 'certain'}`,
    );
  });
  test('a unit that a head prints for its column, and one with the number', () => {
    expect(
      read(`政府采购情况表
        |项目|金额（元）|
        |政府采购货物支出|5836|
        |政府采购服务支出|12.5万元|`).cells,
    ).toEqual([
      'operating/procurement-goods/final 0.5836 certain',
      'operating/procurement-services/final 12.5 certain',
    ]);
  });
  test('without a unit: that of the narrative for the same amount, or of the other tables', () => {
    const bare = GENERAL('|合计|<|1234.56| | |', '');
    expect(read(bare).cells[0]).toMatch(/possible$/);
    expect(read(`${bare}\n支出 1234.56 万元。`).cells[0]).toBe('functional/general.total/final 1234.56 likely');
    const other = '政府性基金预算财政拨款支出决算表\n单位：元\n|科目编码|科目名称|合计|\n|合计|<|10000|';
    expect(read(`${bare}\n${other}`).cells).toContain('functional/general.total/final 0.123456 likely');
  });
  test('the printed unit goes with the cell', () => {
    expect(read(GENERAL('|合计|<|5| | |', '单位：元')).units).toEqual(['元']);
  });
  test.each([
    ['5836', -4, '0.5836'],
    ['0', -4, '0'],
    ['0.00', -4, '0'],
    ['1.5', 4, '15000'],
    ['1200', -1, '120'],
    ['12.30', 0, '12.30'],
  ])('%s moved by %i', (digits, places, expected) => expect(shift(digits, places)).toBe(expected));
});

describe('tables over several pages', () => {
  const first = GENERAL('|合计|<|3|2|1|\n|205|教育支出|3|2|1|');
  test.each([
    ['without a head', '— 5 —\n|20502|普通教育|3|2|1|'],
    ['with its head again', '|科目编码|科目名称|合计|基本支出|项目支出|\n|20502|普通教育|3|2|1|'],
    [
      'with its title again',
      '一般公共预算财政拨款支出决算表（续）\n单位：万元\n|科目编码|科目名称|合计|基本支出|项目支出|\n|20502|普通教育|3|2|1|',
    ],
  ])('%s', (_, rest) => {
    const { cells } = read(`${first}\n\n${rest}`);
    expect(cells).toContain('functional/general.20502/basic 2 certain');
    expect(cells.filter((cell) => cell.startsWith('functional'))).toHaveLength(9);
  });
  test('another title begins another table', () => {
    const { cells } = read(`${first}\n支出决算表\n|科目编码|科目名称|合计|基本支出|项目支出|\n|205|教育支出|5|2|3|`);
    expect(cells).toContain('functional/general.205/final 3 certain');
    expect(cells.find((cell) => cell.startsWith('functional/all.205/final 5'))).toBeDefined();
  });
  test('the same table of another unit is possible only', () => {
    const second = GENERAL('|合计|<|1|1| |\n|205|教育支出|1|1| |');
    const { cells } = read(`${first}\n某下属单位的各表如下，金额另计。\n${second}`);
    expect(cells).toContain('functional/general.205/final 3 certain');
    expect(cells).toContain('functional/general.205/final 1 possible');
  });
});

describe('titles and heads', () => {
  const rows = '|科目编码|科目名称|合计|基本支出|项目支出|\n|合计|<|3|2|1|';
  test('the title may be the name of a sheet', () =>
    expect(read(`${rows}\n单位：万元`, 'GK05 一般公共预算财政拨款支出决算表').cells[0]).toMatch(
      /general\.total\/final 3/,
    ));
  test('the number of a table says nothing', () => expect(read(`公开05表\n单位：万元\n${rows}`).cells).toEqual([]));
  test('a table of a budget is not one of accounts', () =>
    expect(
      read(
        `收入支出预算总表\n单位：万元\n|收入|<|支出|<|\n|项目|金额|项目|金额|\n|事业收入|3| | |\n|本年收入合计|3| | |`,
      ).cells,
    ).toEqual([]));
  test('heads alone are likely where they leave no other reading', () =>
    expect(
      read(`单位：万元
        |科目编码|科目名称|合计|基本支出|项目支出|上缴上级支出|经营支出|
        |合计|<|3|2|1| | |`).cells[0],
    ).toBe('functional/all.total/final 3 likely'));
  test('a title without its heads is likely', () =>
    expect(read('收入决算表\n单位：万元\n|科目编码|科目名称|合计|\n|合计|<|3|').cells[0]).toBe(
      'income-functional/total/final 3 likely',
    ));
});

describe('what readers lose', () => {
  test('spans of tab-separated text: lower heads stand under those that reach over several columns', () =>
    expect(
      read(`财政拨款“三公”经费支出决算表
        单位：万元
        |预算数| | | | |决算数| | | | |
        |因公出国（境）费|公务用车购置及运行维护费| | |公务接待费|因公出国（境）费|公务用车购置及运行维护费| | |公务接待费|
        |小计|公务用车购置费|公务用车运行维护费|小计|公务用车购置费|公务用车运行维护费|
        |1.5|9|4|5|0.5|0|8|4|4|0.4|`).cells,
    ).toEqual([
      'three-public/abroad/adjusted 1.5 certain',
      'three-public/vehicles/adjusted 9 certain',
      'three-public/vehicle-purchase/adjusted 4 certain',
      'three-public/vehicle-operation/adjusted 5 certain',
      'three-public/reception/adjusted 0.5 certain',
      'three-public/abroad/final 0 certain',
      'three-public/vehicles/final 8 certain',
      'three-public/vehicle-purchase/final 4 certain',
      'three-public/vehicle-operation/final 4 certain',
      'three-public/reception/final 0.4 certain',
    ]));
  test('letters of heads set apart, read as columns', () => {
    const document = documentOf(`支出决算表
      单位：万元
      |科目代|码|科目名称|本|年支出合|计|基|本|支出|项目支出|
      |205| |教育支出| | |3.00| | |2.00|1.00|
      |20502| |普通教育|<| |3.00| | |2.00|1.00|`);
    const { cells } = suggestTables({ ...document, format: 'pdf' }, { year: 2023, reference });
    expect(cells.map(({ key, measure, value }) => `${key['code']} ${measure} ${value}`).join(', ')).toBe(
      '205 final 3.00, 205 basic 2.00, 205 project 1.00, 20502 final 3.00, 20502 basic 2.00, 20502 project 1.00',
    );
  });
  test('a title on two lines', () =>
    expect(
      read(`一般公共预算财政拨款
        支出决算表
        单位：万元
        |科目编码|科目名称|合计|基本支出|项目支出|
        |205|教育支出|3|2|1|`).cells[0],
    ).toBe('functional/general.205/final 3 certain'));
  test('heads of two columns run together are no head of either', () =>
    expect(
      read(`支出决算表
        单位：万元
        |科目编码|科目名称|本年支出合计|基本支出|项目支出上缴上级支出|
        |205|教育支出|3|2|1|`).cells,
    ).toEqual(['functional/all.205/final 3 likely', 'functional/all.205/basic 2 likely']));
  test('two numbers run together are possible only', () =>
    expect(read(GENERAL('|205|教育支出|3.50|2.25|1.25301|\n|20502|普通教育|3.50|2.25|1.25|')).cells[2]).toBe(
      'functional/general.205/project 1.25301 possible',
    ));
  test('a head that every page repeats names no table', () => {
    const page = (rows: string) => `某部门2023年度决算公开报表\n${rows}`;
    const { cells } = read(
      page(GENERAL('|205|教育支出|3|2|1|')) + page('|20502|普通教育|3|2|1|') + page('|20503|职业教育|0|0|0|'),
    );
    expect(cells).toContain('functional/general.20503/final 0 certain');
  });
  test('a name of a 类 that is much like one of the list', () =>
    expect(
      read(`收入支出决算总表
        单位：万元
        |收入|<|支出|<|
        |项目|决算数|项目|决算数|
        | | |一、资源勘探工业等支出|3|`).cells,
    ).toEqual(['functional/all.215/final 3 likely']));
});

describe('which budget', () => {
  const budget = (head: string, note: string) =>
    read(`财政拨款“三公”经费支出决算表
      单位：万元
      |项目|${head}|决算数|
      |公务接待费|2|1|
      ${note}`).cellsOf.map(({ measure, columns }) => `${measure} ${columns?.['note'] ?? ''}`);
  test.each([
    ['预算数', '', 'adjusted 未注明'],
    ['预算数', '注：预算数为全年预算数，反映按规定程序调整后的预算。', 'adjusted '],
    ['预算数', '注：预算数为年初部门预算数。', 'initial '],
    ['全年预算数', '', 'adjusted '],
    ['年初预算数', '', 'initial '],
  ])('%s %s', (head, note, expected) => expect(budget(head, note)).toEqual([expected, 'final ']));
});

describe('doubt', () => {
  test('sums that fail lower certainty and change no value', () =>
    expect(
      read(GENERAL('|合计|<|2|1|3|\n|205|教育支出|2|1|3|')).cells.filter((cell) =>
        cell.startsWith('functional/general.205'),
      ),
    ).toEqual([
      'functional/general.205/final 2 likely',
      'functional/general.205/basic 1 likely',
      'functional/general.205/project 3 likely',
    ]));
  test('one row that fails among others is the document’s own affair', () =>
    expect(
      read(GENERAL('|合计|<|3|2|1|\n|205|教育支出|3|2|1|\n|20502|普通教育|3|2|2|')).cells.filter((cell) =>
        cell.endsWith('likely'),
      ),
    ).toEqual([]));
  test('signs are kept, and zero has none', () => {
    const { cells, ignored } = read(GENERAL('|205|教育支出|－12.30|（12.30）|-0.00|'));
    expect(cells).toEqual([
      'functional/general.205/final -12.30 certain',
      'functional/general.205/basic -12.30 certain',
      'functional/general.205/project 0.00 certain',
    ]);
    expect(ignored).toHaveLength(1);
  });
});

describe('empty tables', () => {
  const empty = (note: string) =>
    read(`财政拨款“三公”经费支出决算表
      单位：万元
      |合计|因公出国（境）费|公务接待费|
      | | | |
      ${note}`).absent;
  test('a note that there is no such money', () =>
    expect(empty('注：本部门没有财政拨款安排的“三公”经费支出，故本表为空。')).toEqual([
      { table: 'three-public', reason: 'not-applicable', note: '表为空，注明没有此项收支' },
    ]));
  test('nothing is said', () => expect(empty('注：本表反映“三公”经费支出情况。')).toEqual([]));
});

describe('treasury money of one fund', () => {
  const fiscal = (fund: string) => `财政拨款收入支出决算总表
    单位：万元
    |收入|<|支出|<|<|<|
    |项目|金额|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款|
    | | |本年支出合计|3|${fund}|`;
  const general = GENERAL('|合计|<|3|2|1|');
  test('basic and project expenditure are those of all treasury money', () =>
    expect(read(`${fiscal('3|')}\n${general}`).cells).toContain('fiscal/basic/final 2 certain'));
  test('not where another fund spent money', () =>
    expect(read(`${fiscal('2|1')}\n${general}`).cells.filter((cell) => cell.startsWith('fiscal/basic'))).toEqual([]));
});

describe('columns that could be one', () => {
  const rows = (heads: string) => `“三公”经费支出情况表
    单位：万元
    |${heads}|
    |“三公”经费支出合计|11.50|9.99|
    |公务接待费|3.50|3.50|`;

  test('预算统计数 is a budget', () => {
    expect(read(rows('项目|预算统计数|决算统计数')).cells).toEqual([
      'three-public/total/adjusted 11.50 certain',
      'three-public/total/final 9.99 certain',
      'three-public/reception/adjusted 3.50 certain',
      'three-public/reception/final 3.50 certain',
    ]);
  });

  test('two columns read as one cell with two values fill neither', () => {
    expect(read(rows('项目|统计数|决算数')).cells).toEqual([
      'three-public/total/final 11.50 possible',
      'three-public/total/final 9.99 possible',
      'three-public/reception/final 3.50 certain',
      'three-public/reception/final 3.50 certain',
    ]);
  });
});
