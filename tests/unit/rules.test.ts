/** Every named relation with its table of cases. */
import { describe, expect, test } from 'vitest';
import { attainment } from '../../src/checks/attainment.ts';
import { RULES } from '../../src/checks/rules/index.ts';
import { RULE_TEXTS } from '../../src/checks/catalogue.ts';
import { loadCatalog } from '../../src/load/catalog.ts';
import { checkCatalog } from '../../src/checks/check.ts';
import { readData } from '../../src/disk/read.ts';
import { caseFiles } from './data-tree.ts';
import { checkWith, reportOf } from './make-report.ts';

const KEYS = {
  functional: ['fund', 'code'],
  economic: ['fund', 'code'],
  metrics: ['metric', 'role'],
  indicators: ['project', 'indicator', 'part'],
  projects: ['project', 'source'],
  evaluation: ['scope', 'item'],
} as const;

type Case = readonly [result: string, cells: readonly string[]];

/** `result`: results of the rule's relations, space-separated; empty when it does not apply. */
const CASES: Readonly<Record<string, readonly Case[]>> = {
  BALANCE: [
    ['holds', ['income/total/final 10', 'expenditure/total/final 10']],
    ['rounds', ['income/total/final 10.00', 'expenditure/total/final 10.01']],
    ['differs', ['income/total/final 10.00', 'expenditure/total/final 10.02']],
    [
      'holds holds',
      [
        'fiscal/income-total/final 10',
        'fiscal/expenditure-total/final 10',
        'fiscal/income-total/change 1',
        'fiscal/expenditure-total/change 1',
      ],
    ],
    ['', ['income/total/final 10']],
  ],
  'INCOME-TREASURY': [
    ['holds', ['fiscal/income/final 10', 'income/treasury/final 10']],
    ['differs', ['fiscal/income-general/final 10.00', 'income/general/final 10.20']],
    ['', ['fiscal/income-general/final 10']],
  ],
  'FUNCTIONAL-TOTAL': [
    ['holds', ['functional/general.total/final 10 name=合计', 'fiscal/expenditure-general/final 10']],
    [
      'differs',
      ['functional/government-fund.total/final 10.0 name=合计', 'fiscal/expenditure-government-fund/final 9.0'],
    ],
    ['holds', ['functional/general.total/basic 6 name=合计', 'economic/general.basic/final 6 name=基本']],
    ['differs', ['functional/general.total/basic 6.00 name=合计', 'economic/general.basic/final 6.50 name=基本']],
    [
      'holds differs',
      [
        'functional/all.total/final 10.00 name=合计',
        'expenditure/current/final 10.00',
        'functional/all.total/project 4.00 name=合计',
        'expenditure/project/final 4.50',
      ],
    ],
    ['', ['functional/all.total/final 10 name=合计', 'fiscal/expenditure-general/final 9']],
  ],
  'TREASURY-PART': [
    ['holds', ['fiscal/expenditure/final 9', 'expenditure/current/final 10']],
    ['rounds', ['fiscal/basic/final 10.01', 'expenditure/basic/final 10.00']],
    ['differs', ['economic/general.personnel/final 10.02 name=人员', 'expenditure/personnel/final 10.00']],
    ['', ['fiscal/expenditure/final 9']],
    ['holds', ['functional/general.201/final 9 name=甲', 'functional/all.201/final 10 name=甲']],
    [
      'differs',
      [
        'functional/general.201/final 9.00 name=甲',
        'functional/government-fund.201/final 2.00 name=甲',
        'functional/all.201/final 10.00 name=甲',
      ],
    ],
    ['', ['functional/general.201/final 9 name=甲', 'functional/all.202/final 1 name=乙']],
  ],
  'CARRY-OVER': [
    [
      'holds',
      [
        'fiscal/income-general/final 8',
        'fiscal/carry-in-general/final 3',
        'fiscal/expenditure-general/final 10',
        'fiscal/carry-out-general/final 1',
      ],
    ],
    [
      'differs',
      ['fiscal/income/final 8', 'fiscal/carry-in/final 3', 'fiscal/expenditure/final 10', 'fiscal/carry-out/final 5'],
    ],
    ['unchecked', ['fiscal/income/final 8', 'fiscal/expenditure/final 10']],
    ['holds', ['income 5', 'final 7', 'opening 2'].map((text) => `functional/government-fund.212/${text} name=甲`)],
    [
      'differs',
      ['income 5.0', 'final 4.0', 'opening 2.0', 'closing 2.0'].map(
        (text) => `functional/government-fund.212/${text} name=甲`,
      ),
    ],
    ['', ['functional/government-fund.212/final 7 name=甲']],
  ],
  CHANGE: [
    ['holds', ['expenditure/basic/final 10', 'expenditure/basic/prior 12', 'expenditure/basic/change -2']],
    ['differs', ['expenditure/basic/final 10.0', 'expenditure/basic/prior 12.0', 'expenditure/basic/change 2.0']],
    ['', ['expenditure/basic/final 10', 'expenditure/basic/change -2']],
  ],
  BUDGET: [
    [
      'holds',
      [
        'expenditure/current/initial 100',
        'expenditure/current/adjusted 130',
        'expenditure/basic/added 30',
        'expenditure/personnel/added 20',
        'expenditure/public/added 10',
      ],
    ],
    ['holds', ['projects/甲/initial 4 name=甲', 'projects/甲/added 6', 'projects/甲/adjusted 10']],
    ['differs', ['projects/甲/initial 4.0 name=甲', 'projects/甲/added 6.0', 'projects/甲/adjusted 11.0']],
    [
      'holds',
      [
        'expenditure/current/initial 4',
        'expenditure/current/adjusted 10',
        'expenditure/personnel/added 1',
        'expenditure/project/added 5',
      ],
    ],
    ['', ['expenditure/current/initial 4', 'expenditure/current/adjusted 10']],
  ],
  'AGENCY-OPERATION': [
    ['holds', ['operating/agency-operation/final 9', 'economic/general.public/final 10 name=公用']],
    ['differs', ['operating/agency-operation/final 10.2', 'expenditure/public/final 10.0']],
    ['', ['operating/agency-operation/final 9']],
  ],
  'THREE-PUBLIC-ECONOMIC': [
    ['holds', ['economic/general.30217/final 1 name=公务接待费', 'three-public/reception/final 2']],
    ['differs', ['economic/general.30231/final 2.2 name=用车', 'three-public/vehicle-operation/final 2.0']],
  ],
  'MONEY-COUNT': [
    ['holds', ['three-public/reception/final 1.38', 'three-public/reception/batches 28']],
    ['holds', ['three-public/vehicle-purchase/final 0', 'three-public/vehicle-purchase/bought 0']],
    ['differs', ['three-public/abroad/final 0', 'three-public/abroad/groups 1']],
    ['differs', ['three-public/reception/final 1.38', 'three-public/reception/batches 0']],
    ['', ['three-public/reception/final 1.38']],
  ],
  'VEHICLES-KEPT': [
    ['holds', ['three-public/vehicles/kept 2', 'operating/vehicles/count 3']],
    ['differs', ['three-public/vehicles/kept 4', 'operating/vehicles/count 3']],
  ],
  PROCUREMENT: [
    [
      'holds holds',
      ['operating/procurement/final 10', 'operating/procurement-sme/final 10', 'operating/procurement-micro/final 4'],
    ],
    ['differs', ['operating/procurement/final 10.0', 'operating/procurement-sme/final 10.2']],
  ],
  'STAFF-AUTHORIZED': [
    ['holds', ['staff/total/authorized 19', 'staff/total/actual 19']],
    ['differs', ['staff/institution/authorized 14', 'staff/institution/actual 15']],
    ['', ['staff/contract/actual 2']],
    ['', ['staff/total/authorized 20', 'staff/total/actual 25', 'staff/contract/actual 6']],
  ],
  'PROJECT-CLOSING': [
    ['holds', ['projects/甲/final 6 name=甲', 'projects/甲/closing 4', 'projects/甲/adjusted 10']],
    [
      'holds',
      ['projects/甲/final 8 name=甲', 'projects/甲/closing 4', 'projects/甲/adjusted 10', 'projects/甲/opening 2'],
    ],
    ['differs', ['projects/甲/final 8.0 name=甲', 'projects/甲/closing 4.0', 'projects/甲/adjusted 10.0']],
  ],
  'PROJECTS-TOTAL': [
    ['holds', ['expenditure/project/final 10', 'projects/甲/final 4 name=甲', 'projects/乙/final 6 name=乙']],
    ['differs', ['expenditure/project/final 10.0', 'projects/甲/final 4.0 name=甲']],
  ],
  'INDICATOR-COMPLETION': [
    ['holds', [indicator('more', '10 个', '12 个', '100')]],
    ['differs', [indicator('less', '≤15000 ㎡', '15150 ㎡', '100')]],
    ['holds', [indicator('more', '10 个', '8 个', '80')]],
    ['differs', [indicator('more', '10 个', '12 个', '90')]],
    ['unchecked', [indicator('unknown', '10 个', '12 个', '100')]],
  ],
  'PART-WHOLE': [
    [
      'holds',
      [
        'metrics/甲.result/value 3 name=甲 topic=题 unit=件',
        'metrics/乙.result/value 2 name=乙 topic=题 unit=件 parent=甲',
      ],
    ],
    [
      'holds',
      [
        'metrics/甲.result/value 6.1 name=甲 topic=题 unit=万件',
        'metrics/乙.result/value 20000 name=乙 topic=题 unit=件 parent=甲',
      ],
    ],
    [
      'differs',
      [
        'metrics/甲.result/value 264 name=甲 topic=题 unit=件',
        'metrics/乙.result/value 364 name=乙 topic=题 unit=件 parent=甲',
      ],
    ],
    [
      '',
      [
        'metrics/甲.result/value 90 name=甲 topic=题 unit=%',
        'metrics/乙.result/value 100 name=乙 topic=题 unit=% parent=甲',
      ],
    ],
    [
      '',
      [
        'metrics/甲.result/value 200 name=甲 topic=题 unit=件 operator=>',
        'metrics/乙.result/value 364 name=乙 topic=题 unit=件 parent=甲',
      ],
    ],
    [
      'differs',
      ['three-public/reception/final 1.00', 'three-public/会议接待/final 1.20 name=会议接待 parent=reception'],
    ],
  ],
  YEAR: [
    ['holds', ['staff/total/actual 19']],
    ['holds holds', ['metrics/甲.result/value 3 name=甲 topic=题 unit=件 period=截至2022年底']],
    ['holds differs', ['metrics/甲.result/value 3 name=甲 topic=题 unit=件 period=截至2021年底']],
  ],
};

function indicator(direction: string, target: string, actual: string, completion: string): string {
  const split = (side: string, text: string) => {
    const [, operator, value, unit] = /^([≥≤><=]?)([0-9.]+) (.*)$/.exec(text)!;
    return `${side}_operator=${operator} ${side}=${value} ${side}_unit=${unit}`;
  };
  return `indicators/department.指标/completion ${completion} level1=产出 level3=指标 direction=${direction} ${split('target', target)} ${split('actual', actual)}`;
}

describe.each(Object.entries(CASES))('%s', (rule, cases) => {
  test.each(cases)('%s: %j', (results, cells) => {
    const { relations } = reportOf(cells, KEYS).checked;
    expect(
      relations
        .filter((relation) => relation.rule === rule)
        .map(({ result }) => result)
        .join(' '),
    ).toBe(results);
  });
});

describe('SHARES-TOTAL', () => {
  const row = (n: number, printed: string, part: string) =>
    `L1,${n},,${printed},,%,"share(expenditure/${part}/final,expenditure/current/final)",,\n`;
  test.each([
    ['rounds', '64', '35'],
    ['holds', '64', '36'],
    ['differs', '64', '34'],
    ['differs', '63.88', '36.15'],
  ])('%s: %s %% and %s %%', (result, a, b) => {
    const ledger = `at,n,section,printed,sign,unit,states,ignored,note\n${row(1, a, 'basic')}${row(2, b, 'project')}`;
    const { relations } = checkWith({ 'ledger/accounts.csv': ledger }).checked;
    expect(relations.filter(({ rule }) => rule === 'SHARES-TOTAL').map((one) => one.result)).toEqual([result]);
  });
});

describe('YEARS', () => {
  test.each([
    ['holds', '4'],
    ['differs', '5.5'],
  ])('%s: last year closed with 4, this year opens with %s', (result, opening) => {
    const files = new Map(caseFiles(undefined));
    const put = (path: string, text: string) =>
      files.set(path, { path, size: text.length, bytes: new TextEncoder().encode(text) });
    const folder = 'data/departments/510811-xzspj/';
    put(
      `${folder}2021/report.yaml`,
      new TextDecoder().decode(files.get(`${folder}2022/report.yaml`)!.bytes).replace('year: 2022', 'year: 2021'),
    );
    put(`${folder}2021/expenditure.csv`, 'item,final\ncarry-out,4.0\n');
    put(`${folder}2022/income.csv`, `item,final\ncarry-in,${opening}\n`);
    const { departments } = checkCatalog(loadCatalog(files).catalog);
    const relations = departments[0]!.reports.find(({ report }) => report.year === 2022)!.relations;
    expect(relations.filter(({ rule }) => rule === 'YEARS').map((one) => one.result)).toEqual([result]);
  });
});

describe('attainment', () => {
  test.each([
    ['met', 'more', '10 件', '12 件'],
    ['not-met', 'more', '50 宗', '31 宗'],
    ['met', 'less', '<3 %', '2 %'],
    ['met', 'unknown', '≤1 小时', '15 分钟'],
    ['not-met', 'less', '≤15000 ㎡', '15150 ㎡'],
    ['met', 'more', '≥95 %', '≥95 %'],
    ['met', 'more', '50 次', '>50 次'],
    ['unknown', 'more', '≥98 %', '≥95 %'],
    ['met', 'unknown', '1 个', '1 个'],
    ['unknown', 'unknown', '1 个', '2 个'],
    ['unknown', 'less', '≤20 工作日', '1 月'],
    ['met', 'exact', '42.25 万元', '42.25 万元'],
    ['not-met', 'exact', '42.25 万元', '42.26 万元'],
    ['met', 'more', '10 万件', '226000 件'],
    ['not-met', 'more', '>10 件', '10 件'],
    ['unknown', 'more', '10 件', '50 万元'],
  ])('%s: %s %s, %s', (expected, direction, target, actual) => {
    const row: Record<string, string> = { direction };
    for (const [side, text] of [
      ['target', target],
      ['actual', actual],
    ] as const) {
      const [, operator, value, unit] = /^([≥≤><=]?)([0-9.]+) (.*)$/.exec(text)!;
      Object.assign(row, { [`${side}_operator`]: operator, [side]: value, [`${side}_unit`]: unit });
    }
    expect(attainment(row)).toBe(expected);
  });

  test('a multiplier against no unit is not judged', () =>
    expect(attainment({ direction: 'more', target: '1000', target_unit: '', actual: '1.2', actual_unit: '万件' })).toBe(
      'unknown',
    ));

  test('words are never judged', () =>
    expect(attainment({ direction: 'more', target_text: '稳定', actual_text: '稳定' })).toBe('unknown'));
});

test('every rule has its cases, an explanation and an id of its own', () => {
  const tested = [...Object.keys(CASES), 'SHARES-TOTAL', 'YEARS'];
  expect(RULES.map(({ id }) => id).filter((id) => !tested.includes(id))).toEqual([]);
  expect(new Set(RULE_TEXTS.map(({ id }) => id)).size).toBe(RULE_TEXTS.length);
  for (const { title, says } of RULE_TEXTS) expect(title !== '' && says.length > 10).toBe(true);
});

test('quantities of one name are told apart by their tables', () => {
  const { checked } = reportOf(
    ['economic/general.30217/final 5.58 name=公务接待费', 'three-public/reception/final 4.05'],
    KEYS,
  );
  expect(checked.undeclared.map(({ problem }) => problem)).toEqual([
    '基本支出经济分类的一般公共预算公务接待费决算 5.58 > “三公”经费的公务接待费决算 4.05，相差 1.53 万元',
  ]);
});

test('no false alarm: every relation of the five reports that differs is declared, or only explains', () => {
  const { departments } = checkCatalog(loadCatalog(readData('data')).catalog);
  const explained = RULES.filter(({ level }) => level === 'explain').map(({ id }) => id);
  const silent = departments.flatMap(({ reports }) =>
    reports.flatMap(({ relations, findings }) =>
      relations.filter(
        ({ rule, subject, left, result }) =>
          result === 'differs' &&
          !explained.includes(rule) &&
          !findings.some((one) => one.rule === rule && one.subject === subject && one.left === left),
      ),
    ),
  );
  expect(silent).toEqual([]);
});
