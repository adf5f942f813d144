/** Sums, ledger statuses, rounding and the register, on small reports made of texts. */
import { describe, expect, test } from 'vitest';
import { compareLedger } from '../../src/checks/originals.ts';
import { listFigures } from '../../src/figures/lexer.ts';
import { checkWith } from './make-report.ts';

const check = (changes: Parameters<typeof checkWith>[0]) => checkWith(changes).checked;

const ledgerHead = 'at,n,section,printed,sign,unit,states,ignored,note\n';
const noLedger = (table: string, text: string) => check({ [table]: text, 'ledger/accounts.csv': null });

describe('sums', () => {
  test.each([
    ['holds', 'current,10\nbasic,4\nproject,6\n'],
    ['rounds', 'current,10.00\nbasic,4.01\nproject,6.00\n'],
    ['differs', 'current,10.00\nbasic,4.02\nproject,6.00\n'],
    ['rounds', 'current,10\nbasic,4\nproject,7\n'],
    ['differs', 'current,10\nbasic,4\nproject,8\n'],
    ['unchecked', 'current,10\nbasic,4\n'],
    ['holds', 'current,4\nbasic,4\n'],
    ['holds', 'current,10\nbasic,4\nproject,5\noperating,1\n'],
    // One part alone of several that may be left out: the rest may be what is not printed, unless it is too much.
    ['unchecked', 'total,12.00\ncurrent,10.00\n'],
    ['holds', 'total,10\ncurrent,10\n'],
    ['rounds', 'total,10.00\ncurrent,9.99\n'],
    ['differs', 'total,9.00\ncurrent,10.00\n'],
    ['differs', 'total,12.00\ncurrent,10.00\ncarry-out,1.00\n'],
  ])('a partition %s: %j', (result, rows) => {
    const { relations } = noLedger('expenditure.csv', `item,final\n${rows}`);
    expect(relations.filter(({ rule }) => rule === 'SUM-EXPENDITURE').map((one) => one.result)).toEqual([result]);
  });

  test.each([
    [
      'unchecked',
      'income.csv',
      'item,final,change\ntotal,638.10,-110.18\ncurrent,625.50,-150.81\ncarry-in,12.60,\n',
      'income/total/change',
    ],
    [
      'differs',
      'income.csv',
      'item,final,change\ntotal,638.10,-110.18\ncurrent,625.50,-150.81\ncarry-in,12.60,1\n',
      'income/total/change',
    ],
    [
      'unchecked',
      'functional.csv',
      'fund,code,name,initial,final\ngeneral,208,甲,30,28\ngeneral,20805,乙,20,19\ngeneral,20899,丙,,9\n',
      'functional/general.208/initial',
    ],
    [
      'differs',
      'functional.csv',
      'fund,code,name,final,project\ngeneral,208,甲,28,8\ngeneral,20805,乙,19,7\ngeneral,20899,丙,9,\n',
      'functional/general.208/project',
    ],
    [
      'holds',
      'functional.csv',
      'fund,code,name,initial,final\ngeneral,208,甲,30,28\ngeneral,20805,乙,,28\ngeneral,2080501,丙,30,28\n',
      'functional/general.208/initial',
    ],
  ])(
    'a part that prints no budget or change is unknown there, an empty column of a table is zero: %s',
    (result, table, text, subject) => {
      const { relations } = noLedger(table, text);
      expect(relations.find((one) => one.rule.startsWith('SUM-') && one.subject === subject)?.result).toBe(result);
    },
  );

  test('numbers of people are exact: nothing rounds', () => {
    const { relations } = noLedger('staff.csv', 'item,actual\ntotal,19\nadministrative,4\ninstitution,14\n');
    expect(relations.filter(({ rule }) => rule === 'SUM-STAFF').map(({ result }) => result)).toEqual(['differs']);
  });

  test('printed in yuan, four thousand yuan are missed', () => {
    const rows = ['current,3000000', 'basic,1000000', 'project,1996000'].map(
      (row, index) => `L${index + 1},1,,${row.split(',')[1]},,元,expenditure/${row.split(',')[0]}/final,,\n`,
    );
    const { relations } = check({
      'expenditure.csv': 'item,final\ncurrent,300\nbasic,100\nproject,199.6\n',
      'ledger/accounts.csv': ledgerHead + rows.join(''),
    });
    expect(relations.find(({ rule }) => rule === 'SUM-EXPENDITURE')?.result).toBe('differs');
  });

  test('truncated parts of a rounded whole are within what print allows', () => {
    const { relations } = noLedger(
      'projects.csv',
      `project,source,name,final\n甲,,甲,1.36\n${['treasury', 'superior', 'carry-over', 'other'].map((source) => `甲,${source},甲,0.33\n`).join('')}`,
    );
    expect(relations.find(({ rule }) => rule === 'SUM-PROJECTS')?.result).toBe('differs');
    const near = noLedger(
      'projects.csv',
      `project,source,name,final\n甲,,甲,1.35\n${['treasury', 'superior', 'carry-over', 'other'].map((source) => `甲,${source},甲,0.33\n`).join('')}`,
    ).relations;
    expect(near.find(({ rule }) => rule === 'SUM-PROJECTS')?.result).toBe('rounds');
  });

  test('codes add up by prefix, over levels that print no amount, to the total', () => {
    const text =
      'fund,code,name,final\ngeneral,total,合计,30\ngeneral,201,甲,10\ngeneral,20103,乙,\ngeneral,2010301,丙,4\ngeneral,2010399,丁,6\ngeneral,208,戊,20\n';
    const { relations } = noLedger('functional.csv', text);
    const mine = relations.filter(({ rule }) => rule === 'SUM-FUNCTIONAL');
    expect(mine.map(({ subject, result }) => `${subject} ${result}`)).toEqual([
      'functional/general.total/final holds',
      'functional/general.201/final holds',
    ]);
    expect(mine[1]!.operands).toEqual(['functional/general.2010301/final', 'functional/general.2010399/final']);
  });

  test('a row adds up across', () => {
    const text = 'fund,code,name,final,basic,project\ngeneral,201,甲,10,4,7\n';
    expect(noLedger('functional.csv', text).relations.find(({ rule }) => rule === 'SUM-FUNCTIONAL-ROW')).toMatchObject({
      result: 'differs',
      left: '10',
      right: '11',
    });
  });

  test('the sources of a project add up', () => {
    const text = 'project,source,name,final\n甲,,甲项目,10\n甲,treasury,甲项目,4\n甲,other,甲项目,6\n';
    expect(noLedger('projects.csv', text).relations.find(({ rule }) => rule === 'SUM-PROJECTS')).toMatchObject({
      result: 'holds',
    });
  });

  test('personnel and public add up from classes, and to the basic expenditure', () => {
    const text =
      'fund,code,name,final\ngeneral,basic,基本,10\ngeneral,personnel,人员,6\ngeneral,public,公用,4\ngeneral,301,工资,5\ngeneral,303,补助,1\ngeneral,302,商品,4\n';
    expect(
      noLedger('economic.csv', text)
        .relations.filter(({ rule }) => rule === 'SUM-ECONOMIC')
        .map(({ result }) => result),
    ).toEqual(['holds', 'holds', 'holds']);
  });
});

describe('statements of the ledger', () => {
  const cells = 'item,final,change\ncurrent,715.87,294.81\nbasic,457.27,\nproject,258.6,\npersonnel,0,\npublic,0,0\n';
  const status = (row: string) =>
    [
      ...check({
        'expenditure.csv': cells,
        'ledger/accounts.csv': `${ledgerHead}L1,1,,715.87,,万元,expenditure/current/final,,\n${row}\n`,
      }).lines.values(),
    ].flat()[1]!.status;

  test.each([
    ['agrees', 'L2,1,,715.87,,万元,expenditure/current/final,,'],
    ['agrees', 'L2,1,,7158700,,元,expenditure/current/final,,'],
    ['agrees', 'L2,1,,７１５．８７,,万元,expenditure/current/final,,'],
    ['agrees', 'L2,1,,"7,158,700",,元,expenditure/current/final,,'],
    ['agrees', 'L2,1,,294.81,+,万元,expenditure/current/change,,'],
    ['differs', 'L2,1,,294.81,-,万元,expenditure/current/change,,'],
    ['differs', 'L2,1,,715.9,,万元,expenditure/current/final,,'],
    ['rounds', 'L2,1,,64,,%,"share(expenditure/basic/final,expenditure/current/final)",,'],
    ['rounds', 'L2,1,,63.87,,%,"share(expenditure/basic/final,expenditure/current/final)",,'],
    ['differs', 'L2,1,,63.90,,%,"share(expenditure/basic/final,expenditure/current/final)",,'],
    ['rounds', 'L2,1,,70,+,%,growth(expenditure/current/final),,'],
    ['agrees', 'L2,1,,715.87,,万元,"sum(expenditure/basic/final,expenditure/project/final)",,'],
    ['agrees', 'L2,1,,258.6,,万元,"difference(expenditure/current/final,expenditure/basic/final)",,'],
    [
      'agrees',
      'L2,1,,100,,%,"share(expenditure/current/final,sum(expenditure/basic/final,expenditure/project/final))",,',
    ],
    ['unchecked', 'L2,1,,100,,%,"completion(expenditure/current/final,adjusted)",,'],
    ['unchecked', 'L2,1,,0,,%,"share(expenditure/personnel/final,expenditure/public/final)",,'],
    ['unchecked', 'L2,1,,100,,%,growth(expenditure/public/final),,'],
    ['unchecked', 'L2,1,,100,,%,growth(expenditure/current/change),,'],
    ['ignored', 'L2,1,,2022,,年,,date,'],
    ['differs', 'L2,1,,457.27,,万元,expenditure/basic/final;expenditure/project/final,,'],
  ])('%s: %s', (expected, row) => expect(status(row)).toBe(expected));

  test('as relations: a share that holds, one over zero that cannot be compared, a quantity printed twice', () => {
    const rows = `L1,1,,715.87,,万元,expenditure/current/final,,\nL2,1,,0,,%,"share(expenditure/personnel/final,expenditure/public/final)",,\nL3,1,,715.87,,万元,expenditure/current/final,,\nL4,1,,100,,%,"completion(expenditure/current/final,adjusted)",,\n`;
    const { relations } = check({ 'expenditure.csv': cells, 'ledger/accounts.csv': ledgerHead + rows });
    expect(
      relations.filter(({ rule }) => rule.startsWith('LEDGER')).map(({ rule, result }) => `${rule} ${result}`),
    ).toEqual(['LEDGER-CELL holds', 'LEDGER-DERIVED not-comparable', 'LEDGER-DERIVED unchecked']);
  });

  test('a number within the bound of a cell is no disagreement', () => {
    const metrics = 'metric,role,name,topic,operator,value,unit\n跟踪,result,跟踪项目,联审,>,120,个\n';
    const rows =
      'L1,1,,120,,个,metrics/跟踪.result/value,,\nL2,1,,125,,个,metrics/跟踪.result/value,,\nL3,1,,119,,个,metrics/跟踪.result/value,,\n';
    const checked = check({ 'metrics.csv': metrics, 'ledger/accounts.csv': ledgerHead + rows });
    expect([...checked.lines.values()].flat().map((line) => line.status)).toEqual(['agrees', 'rounds', 'differs']);
  });

  test('a Chinese numeral proves a cell', () => {
    const evaluation = 'scope,item,name,value,unit\ndepartment,内设股,内设股数,2,股\n';
    const checked = check({
      'evaluation.csv': evaluation,
      'ledger/accounts.csv': `${ledgerHead}L1,c1,,,,股,evaluation/department.内设股/value,,二\n`,
    });
    expect(checked.places.get('evaluation/department.内设股/value')).toEqual(['accounts:L1.c1']);
  });
});

describe('a ledger against its document', () => {
  const lines = ['一室二股', '支出715.87万元，占64%'];
  const original = {
    lines: lines.map((text, index) => ({ at: `L${index + 1}`, text })),
    figures: listFigures(lines.join('\n')).map((figure) => ({ ...figure, at: `L${figure.line}` })),
  };
  const row = (at: string, n: string, printed: string, note = '') =>
    ({
      source: 's',
      at,
      n,
      place: `s:${at}.${n}`,
      section: '',
      printed,
      sign: '',
      unit: '',
      states: [],
      ignored: '',
      note,
      file: 'ledger/s.csv',
      line: 2,
    }) as const;
  const rules = (...rows: ReturnType<typeof row>[]) =>
    compareLedger(original, rows, 'ledger/s.csv').map(({ rule }) => rule);

  test('all there', () =>
    expect(rules(row('L1', 'c1', '', '二'), row('L2', '1', '715.87'), row('L2', '2', '64'))).toEqual([]));
  test('one missed', () => expect(rules(row('L2', '1', '715.87'))).toEqual(['ORIGINAL-MISSED']));
  test('one invented', () =>
    expect(rules(row('L2', '1', '715.87'), row('L2', '2', '64'), row('L3', '1', '5'))).toEqual(['ORIGINAL-INVENTED']));
  test('other digits', () =>
    expect(rules(row('L2', '1', '715.78'), row('L2', '2', '64'))).toEqual(['ORIGINAL-DIGITS']));
  test('a numeral that is not there', () =>
    expect(rules(row('L1', 'c1', '', '三'), row('L2', '1', '715.87'), row('L2', '2', '64'))).toEqual([
      'ORIGINAL-NUMERAL',
    ]));
  test('out of order', () =>
    expect(rules(row('L2', '1', '715.87'), row('L2', '2', '64'), row('L1', 'c1', '', '一'))).toEqual([
      'ORIGINAL-ORDER',
    ]));
});
