/** Drafting a report: what is filled, what is only listed, what the ledger says, and that nothing curated is lost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlay, textFile } from '../../src/draft/folder.ts';
import { readCsv } from '../../src/load/csv.ts';
import { TABLES, tableById } from '../../src/tables/index.ts';
import { sayDraft } from '../../src/draft/say.ts';
import type { Todo } from '../../src/draft/todo.ts';
import { at, cell, draftOf, FOLDER, reading, textOf, written } from './draft-input.ts';
import { caseFiles } from './data-tree.ts';

const TEXT = '某部门2023年度部门决算\n本年支出合计715.87万元，其中：基本支出457.27万元，占63.88%，项目支出258.6万元。';
const CELLS = [
  cell('expenditure/current/final 715.87', [at(TEXT, '715.87')]),
  cell('expenditure/basic/final 457.27', [at(TEXT, '457.27')]),
  cell('expenditure/project/final 258.6', [at(TEXT, '258.6')]),
];
const SHARE = {
  expression: 'share(expenditure/basic/final,expenditure/current/final)',
  figure: at(TEXT, '63.88'),
  certainty: 'certain' as const,
  by: 'test',
};

/** Ledger rows as `place printed unit states`, those of dates left out. */
function ledger(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .filter((fields) => fields[7] !== 'date')
    .map(([place, n, , printed, sign, unit, states, ignored, note]) =>
      [`${place}.${n}`, `${sign}${printed}${unit}`, states, ignored, note].filter((part) => part !== '').join(' '),
    );
}

describe('a draft', () => {
  test('tables, ledger and report from what was read', () => {
    const draft = draftOf([reading(TEXT, { cells: CELLS, derived: [SHARE] })]);
    const { files, issues, checked, todos } = written(draft);
    expect(textOf(files, 'expenditure.csv')).toBe('item,final\ncurrent,715.87\nbasic,457.27\nproject,258.6\n');
    expect(
      ledger(
        textOf(files, 'ledger/accounts.csv').replaceAll(/"([^"]*)"/g, (_, inner: string) =>
          inner.replaceAll(',', '，'),
        ),
      ),
    ).toEqual([
      'L2.1 715.87万元 expenditure/current/final',
      'L2.2 457.27万元 expenditure/basic/final',
      'L2.3 63.88% share(expenditure/basic/final，expenditure/current/final)',
      'L2.4 258.6万元 expenditure/project/final',
    ]);
    const report = textOf(files, 'report.yaml');
    expect(report.split('\n')[0]).toBe('# yaml-language-server: $schema=../../../../public/schemas/report.schema.json');
    expect(checked?.report.meta).toMatchObject({
      kinds: ['final-accounts'],
      sources: [
        {
          id: 'accounts',
          title: '某部门2023年度部门决算',
          publisher: '某部门',
          file: '决算.txt',
          lines: 2,
          text_origin: 'unknown',
          ledger: 'complete',
        },
      ],
    });
    expect(checked?.proof).toBe('complete');
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(todos.map(({ work }) => work)).toEqual(todos.map(() => 'details'));
  });

  test('what is likely is filled and named until somebody has looked', () => {
    const cells = [CELLS[0]!, { ...CELLS[1]!, certainty: 'likely' as const }];
    const { files, issues, todos } = written(draftOf([reading(TEXT, { cells })]));
    expect(textOf(files, 'expenditure.csv')).toBe('item,final,note\ncurrent,715.87,\nbasic,457.27,待核：决算\n');
    expect(issues.find(({ rule }) => rule === 'DRAFT')).toMatchObject({
      severity: 'notice',
      file: `${FOLDER}expenditure.csv`,
      line: 3,
      column: 3,
      problem: '“基本支出”这一行还没有核对（待核：决算）',
    });
    expect(todos.filter(({ work }) => work === 'unchecked')).toMatchObject([
      { place: 'accounts:L2.2', cell: 'expenditure/basic/final', value: '457.27' },
    ]);
    expect(todos.find(({ work }) => work === 'unchecked')?.words).toContain('基本支出457.27万元');
  });

  test('a likely reading that a certain one bears out needs no second look', () => {
    const cells = [
      { ...CELLS[1]!, certainty: 'likely' as const },
      { ...CELLS[1]!, rank: 'prose' as const },
    ];
    const { files } = written(draftOf([reading(TEXT, { cells })]));
    expect(textOf(files, 'expenditure.csv')).toBe('item,final\nbasic,457.27\n');
  });

  test('what is possible is listed and never filled', () => {
    const cells = [CELLS[0]!, { ...CELLS[1]!, certainty: 'possible' as const }];
    const { files, todos } = written(draftOf([reading(TEXT, { cells })]));
    expect(textOf(files, 'expenditure.csv')).toBe('item,final\ncurrent,715.87\n');
    expect(todos.filter(({ work }) => work === 'possible')).toMatchObject([
      { place: 'accounts:L2.2', cell: 'expenditure/basic/final', value: '457.27' },
    ]);
    expect(todos.filter(({ work }) => work === 'money').map(({ value }) => value)).toEqual(['258.6万元']);
    expect(todos.filter(({ work }) => work === 'figure').map(({ value }) => value)).toEqual(['63.88%']);
    expect(textOf(files, 'report.yaml')).toContain('ledger: partial');
  });

  test('of one quantity stated twice the accounts supply the cell; the other is a finding ready to be declared', () => {
    const text = '基本支出268.27万元。\n基本支出457.27万元。';
    const cells = [
      cell('expenditure/basic/final 268.27', [at(text, '268.27')], { rank: 'performance' }),
      cell('expenditure/basic/final 457.27', [at(text, '457.27')], { rank: 'accounts' }),
    ];
    const { files, todos } = written(draftOf([reading(text, { cells })]));
    expect(textOf(files, 'expenditure.csv')).toBe('item,final\nbasic,457.27\n');
    expect(todos[0]).toMatchObject({
      work: 'finding',
      place: 'accounts:L1.1、accounts:L2.1',
      words: '基本支出268.27万元。 ／ 基本支出457.27万元。',
      value: '268.27 与 457.27',
      declaration: [
        '  - id: expenditure-basic-final',
        '    grade: explain # conclusion 影响结论｜explain 需要说明｜slip 笔误或尾差',
        '    explanation: 待核：两边是 268.27 万元 与 457.27 万元，相差 189 万元；有什么可以解释，照原件写',
        '    occurrences:',
        '      - {rule: LEDGER-CELL, subject: "expenditure/basic/final", left: "268.27", right: "457.27", at: ["accounts:L1.1"]}',
      ].join('\n'),
    });
  });

  test('one figure read as two cells of a table: the more certain holds, the other is listed', () => {
    const cells = [
      CELLS[0]!,
      cell('expenditure/total/final 715.87', [at(TEXT, '715.87')], { certainty: 'likely', by: 'other' }),
    ];
    const { files, todos } = written(draftOf([reading(TEXT, { cells })]));
    expect(textOf(files, 'expenditure.csv')).toBe('item,final\ncurrent,715.87\n');
    expect(todos.find(({ work }) => work === 'unchecked')?.why).toBe(
      '也可读作 expenditure/total/final，看原文说的是哪一个',
    );
    const equal = written(draftOf([reading(TEXT, { cells: [CELLS[0]!, { ...cells[1]!, certainty: 'certain' }] })]));
    expect(textOf(equal.files, 'expenditure.csv')).toBe('item,final,note\ncurrent,715.87,待核：决算\n');
  });

  test.each([
    [
      'another number than is printed',
      cell('expenditure/basic/final 457.28', [at(TEXT, '457.27')]),
      '印出的 457.27万元 不是 457.28万元',
    ],
    [
      'a place where nothing is printed',
      cell('expenditure/basic/final 457.27', [at(TEXT, '基本')]),
      '所指的地方没有印出这个数',
    ],
    ['no place', cell('expenditure/basic/final 457.27', []), '没有指出印在哪里'],
    ['an unknown measure', cell('expenditure/basic/closing 457.27', [at(TEXT, '457.27')]), '没有“closing”这个计量'],
    ['an unknown table', cell('spending/basic/final 457.27', [at(TEXT, '457.27')]), '没有“spending”这张表'],
    [
      'a key that is none',
      cell('expenditure/基 本/final 457.27', [at(TEXT, '457.27')], { key: { item: '基 本' } }),
      '不能填入“项目”',
    ],
    [
      'a row without what it must have',
      cell('metrics/x/value 457.27', [at(TEXT, '457.27')], {
        key: { metric: '甲', role: 'result' },
        columns: { unit: '万元' },
      }),
      '没有读出“名称”',
    ],
  ])('never writes %s', (_, suggestion, why) => {
    const draft = draftOf([reading(TEXT, { cells: [suggestion] })]);
    expect([...draft.texts.keys()].filter((path) => /2023\/[a-z-]+\.csv$/.test(path))).toEqual([]);
    expect(draft.refusals.map((refusal) => refusal.why).join()).toContain(why);
    expect(written(draft).todos.some(({ work, why: said }) => work === 'possible' && said?.includes(why))).toBe(true);
  });

  test('the unit from a head, yuan, falls, and a unit that is a word of the next column', () => {
    const text = '基本支出\t4572700.00\t项目\n减少 0.47 万元';
    const cells = [
      cell('expenditure/basic/final 457.27', [at(text, '4572700.00')], { unit: '元' }),
      cell('expenditure/basic/change -0.47', [at(text, '0.47')], { sign: '-' }),
    ];
    const { files, issues } = written(draftOf([reading(text, { cells })]));
    expect(ledger(textOf(files, 'ledger/accounts.csv'))).toEqual([
      'L1.1 4572700.00元 expenditure/basic/final',
      'L2.1 -0.47万元 expenditure/basic/change',
    ]);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('a cell that rests on a Chinese numeral gets a row of its own', () => {
    const text = '内设机构十二个，行政编制5人';
    const cells = [
      cell('evaluation/x/value 12', [at(text, '十二')], {
        key: { scope: 'department', item: 'departments' },
        columns: { unit: '个' },
      }),
      cell('staff/administrative/authorized 5', [at(text, '5')]),
    ];
    const { files, issues, checked } = written(draftOf([reading(text, { cells })]));
    expect(ledger(textOf(files, 'ledger/accounts.csv'))).toEqual([
      'L1.c1 evaluation/department.departments/value 十二',
      'L1.1 5人 staff/administrative/authorized',
    ]);
    expect([issues.filter(({ severity }) => severity === 'error'), checked?.proof]).toEqual([[], 'complete']);
  });

  test('an item of its own stands below what it is a part of; names of codes come from the lists', () => {
    const text = '公用经费214.73万元，其中差旅10万元，政务公开审批399.04';
    const cells = [
      cell('expenditure/差旅/final 10', [at(text, '10')], { columns: { parent: 'public' } }),
      cell('expenditure/public/final 214.73', [at(text, '214.73')]),
      cell('functional/x/final 399.04', [at(text, '399.04')], { key: { fund: 'general', code: '201' }, unit: '万元' }),
    ];
    const { files } = written(draftOf([reading(text, { cells })]));
    expect(textOf(files, 'expenditure.csv')).toBe('item,name,parent,final\npublic,,,214.73\n差旅,差旅,public,10\n');
    expect(textOf(files, 'functional.csv')).toBe('fund,code,name,final\ngeneral,201,一般公共服务支出,399.04\n');
  });

  test('figures set aside, tables that the document says it lacks', () => {
    const draft = draftOf([
      reading(TEXT, {
        cells: [CELLS[0]!],
        ignored: [{ figure: at(TEXT, '63.88'), reason: 'template', by: 'test' }],
        absent: [
          { table: 'assets', reason: 'not-applicable', note: '空表: 没有' },
          { table: 'expenditure', reason: 'not-applicable', note: '' },
        ],
      }),
    ]);
    const { checked, files, issues } = written(draft);
    expect(ledger(textOf(files, 'ledger/accounts.csv'))).toContain('L2.3 63.88% template');
    const [assets, ...others] = checked?.report.meta.absent ?? [];
    expect(assets).toEqual({ table: 'assets', reason: 'not-applicable', note: '空表: 没有' });
    expect(others.map(({ table }) => table)).toEqual(
      TABLES.map(({ id }) => id).filter((id) => id !== 'assets' && id !== 'expenditure'),
    );
    const one = { reason: 'not-collected', note: '待核：文件里没有读出这张表' };
    expect(others).toEqual(others.map(({ table }) => ({ table, ...one })));
    const told = issues.filter(({ problem }) => problem.includes('absent'));
    expect(told).toMatchObject([
      {
        severity: 'notice',
        rule: 'DRAFT',
        problem: expect.stringContaining('absent 里 12 张表的原因还没有核对：income、'),
      },
    ]);
  });

  test('one entry for each sentence that is to be checked, with what to look at', () => {
    const cells = CELLS.map((one) => ({ ...one, certainty: 'likely' as const }));
    const derived = [{ ...SHARE, certainty: 'likely' as const }];
    const { todos } = written(draftOf([reading(TEXT, { cells, derived })]));
    expect(todos.filter(({ work }) => work === 'unchecked')).toEqual([
      {
        work: 'unchecked',
        place: 'accounts:L2.1、.2、.3、.4',
        words: '本年支出合计715.87万元，其中：基本支出457.27万元，占63.88%，项目支出258.6万元。',
        cell: 'expenditure/current/final = 715.87、expenditure/basic/final = 457.27、share(expenditure/basic/final,expenditure/current/final) = 63.88%、expenditure/project/final = 258.6',
        why: '看说的是全部资金还是财政拨款，是预算、决算还是增减',
      },
    ]);
  });

  test('page numbers, the furniture of a page and the day of publication are set aside', () => {
    const text = '— 12 —\n发布日期：2024-09-12 浏览次数：318\n网站标识码：5108000012\n填写 A0 表，支出5万元';
    const { files, checked } = written(draftOf([reading(text, {})]));
    expect(ledger(`x\n${textOf(files, 'ledger/accounts.csv').split('\n').slice(1).join('\n')}`)).toEqual([
      'L1.1 12 ordinal',
      'L2.4 318 template',
      'L3.1 5108000012 document-number',
      'L4.1 0 ordinal',
      'L4.2 5万元',
    ]);
    expect(checked?.report.meta.sources[0]?.date).toBe('2024-09-12');
  });
});

describe('a draft merged into what is curated', () => {
  const first = reading(TEXT, { cells: CELLS, derived: [SHARE] });
  const before = written(draftOf([first])).files;
  const edit = (name: string, change: (text: string) => string) => {
    const text = textOf(before, name);
    expect(change(text)).not.toBe(text);
    return overlay(before, new Map([[FOLDER + name, change(text)]]));
  };

  test('the same document again changes nothing', () => {
    expect([...draftOf([first], before).texts.keys()]).toEqual([]);
  });

  test('any sound draft, imported twice, changes nothing the second time', () => {
    const choice = fc.record({
      picked: fc.subarray([...CELLS, cell('expenditure/total/final 715.87', [at(TEXT, '715.87')], { by: 'b' })]),
      certainty: fc.constantFrom('certain' as const, 'likely' as const, 'possible' as const),
      rank: fc.constantFrom('accounts' as const, 'prose' as const),
      share: fc.boolean(),
    });
    fc.assert(
      fc.property(choice, ({ picked, certainty, rank, share }) => {
        const cells = picked.map((one, index) => (index % 2 === 0 ? { ...one, certainty, rank } : one));
        const one = reading(TEXT, { cells, derived: share ? [SHARE] : [] });
        const { files } = written(draftOf([one]));
        return draftOf([one], files).texts.size === 0;
      }),
      { numRuns: 40 },
    );
  });

  test('a curated cell stays, the difference is listed', () => {
    const files = edit('expenditure.csv', (text) => text.replace('457.27', '"457.20"'));
    const draft = draftOf([first], files);
    expect(draft.texts.size).toBe(0);
    expect(draft.differences).toMatchObject([
      {
        file: 'expenditure.csv',
        line: 3,
        subject: 'expenditure/basic/final',
        curated: '457.20',
        document: '457.27',
        place: 'accounts:L2.2',
      },
    ]);
    expect(
      draftOf(
        [first],
        edit('expenditure.csv', (text) => text.replace('457.27', '457.270')),
      ).differences,
    ).toEqual([]);
  });

  test('empty cells and missing rows are added in their place, other lines stay to the byte', () => {
    const files = edit('expenditure.csv', () => 'item,final,note\n"current",715.87,"已核"\nproject,,\n');
    const { files: after } = written(draftOf([first], files), files);
    expect(textOf(after, 'expenditure.csv')).toBe(
      'item,final,note\n"current",715.87,"已核"\nbasic,457.27,\nproject,258.6,\n',
    );
  });

  test('what a curator decided about a figure is not filled in again', () => {
    const ignored = edit('ledger/accounts.csv', (text) => text.replace('expenditure/basic/final,,', ',template,'));
    const files = overlay(
      ignored,
      new Map([[`${FOLDER}expenditure.csv`, 'item,final\ncurrent,715.87\nproject,258.6\n']]),
    );
    const draft = draftOf([first], files);
    expect([...draft.texts.keys()]).toEqual([]);
    expect(draft.differences).toMatchObject([
      {
        file: 'ledger/accounts.csv',
        subject: 'accounts:L2.2',
        curated: 'template',
        document: 'expenditure/basic/final = 457.27',
      },
    ]);
  });

  test('a corrected document is a source of its own; the old ledger stays', () => {
    const second = reading(`更正\n${TEXT}`, { cells: [] }, '决算更正.txt');
    const draft = draftOf([second], before);
    const { files, checked } = written(draft, before);
    expect(checked?.report.meta.sources.map(({ id }) => id)).toEqual(['accounts', 'accounts-2']);
    expect(draft.remarks.join()).toContain('在 report.yaml 这一条写 supersedes: accounts');
    expect(textOf(files, 'ledger/accounts.csv')).toBe(textOf(before, 'ledger/accounts.csv'));
  });

  test('a second document fills what the first left out, and only that; comments stay', () => {
    const text = '某部门2023年度部门整体支出绩效自评报告\n全年预算700万元，本年支出715.87万元';
    const more = reading(
      text,
      {
        cells: [
          cell('expenditure/current/adjusted 700', [at(text, '700')], { rank: 'performance' }),
          cell('expenditure/current/final 715.87', [at(text, '715.87')], { rank: 'performance' }),
        ],
      },
      '自评.docx',
    );
    const files = edit('report.yaml', (yaml) =>
      yaml.replace('coverage: 待核：含哪些单位、哪些资金', 'coverage: 局本级'),
    );
    const { files: after, checked } = written(draftOf([more], files), files);
    expect(textOf(after, 'expenditure.csv')).toBe(
      'item,adjusted,final\ncurrent,700,715.87\nbasic,,457.27\nproject,,258.6\n',
    );
    const [old, now] = [textOf(files, 'report.yaml'), textOf(after, 'report.yaml')];
    expect(now.startsWith(old.replace('kinds: [final-accounts]', 'kinds: [final-accounts, performance]'))).toBe(true);
    expect(checked?.report.meta.sources.map(({ id }) => id)).toEqual(['accounts', 'evaluation']);
    expect(checked?.report.meta.kinds).toEqual(['final-accounts', 'performance']);
  });

  test('a table that the report declares absent is not written', () => {
    const files = overlay(
      before,
      new Map([
        [
          `${FOLDER}report.yaml`,
          textOf(before, 'report.yaml').replace(/\{ table: staff, [^}]*\}/, '{ table: staff, reason: undisclosed }'),
        ],
      ]),
    );
    const text = '行政编制5人';
    const draft = draftOf(
      [reading(text, { cells: [cell('staff/administrative/authorized 5', [at(text, '5')])] })],
      files,
    );
    expect([...draft.texts.keys()].some((path) => path.endsWith('staff.csv'))).toBe(false);
    expect(draft.remarks.join()).toContain('report.yaml 的 absent 写明没有 staff（人员），文件里却读出 1 行');
    // Nobody but the program said that it is absent.
    const second = reading(text, { cells: [cell('staff/administrative/authorized 5', [at(text, '5')])] });
    const { checked } = written(draftOf([second], before), before);
    const absent = checked?.report.meta.absent.map(({ table }) => table);
    expect([absent?.includes('staff'), absent?.includes('assets')]).toEqual([false, true]);
    expect(checked?.report.cells.has('staff/administrative/authorized')).toBe(true);
  });

  test('a file that is not understood stands in the way: nothing is written', () => {
    const draft = draftOf(
      [first],
      edit('expenditure.csv', (text) => text.replace('457.27', '457,27')),
    );
    expect(draft.texts.size).toBe(0);
    expect(draft.issues.map(({ rule }) => rule)).toEqual(['FORM-CSV']);
  });

  test.each([
    ['a list', 'VALUE-YAML', '- a\n'],
    ['one word', 'VALUE-YAML', 'a\n'],
    ['an alias', 'FORM-YAML-ALIAS', 'a: &a [x]\nb: *a\n'],
    [
      'many aliases',
      'FORM-YAML-ALIAS',
      `a0: &a0 [x]\n${[1, 2, 3, 4, 5]
        .map(
          (n) =>
            `a${n}: &a${n} [${Array(20)
              .fill(`*a${n - 1}`)
              .join()}]\n`,
        )
        .join('')}`,
    ],
    ['an open bracket', 'FORM-YAML', 'sources: [\n'],
  ])('a report.yaml that is %s stands in the way too', (_, rule, text) => {
    const draft = draftOf(
      [first],
      edit('report.yaml', () => text),
    );
    expect(draft.texts.size).toBe(0);
    expect(draft.issues.map(({ rule }) => rule)).toEqual([rule]);
  });

  test('the same file twice is read once; two of one kind are numbered', () => {
    expect(draftOf([first, first]).remarks.join()).toContain('与另一个文件内容相同，只读一次');
    const other = reading(`${TEXT}。`, {}, '另一份.txt');
    const { checked } = written(draftOf([first, other]));
    expect(checked?.report.meta.sources.map(({ id }) => id)).toEqual(['accounts', 'accounts-2']);
  });

  test('a filled template adds rows and cells; documents add to it', () => {
    const filled = (text: string) => {
      const { csv } = readCsv(textFile('template/expenditure.csv', text), tableById('expenditure')!);
      return new Map([['expenditure', csv!]]);
    };
    const typed = filled('item,initial,final\ncurrent,700,715.87\nproject,,258.70\nto-superior,,0\n');
    const draft = draftOf([reading(TEXT, { cells: [CELLS[1]!, CELLS[2]!] })], undefined, typed);
    const { files } = written(draft);
    expect(textOf(files, 'expenditure.csv')).toBe(
      'item,initial,final\ncurrent,700,715.87\nbasic,,457.27\nproject,,258.70\nto-superior,,0\n',
    );
    expect(draft.differences).toMatchObject([
      { subject: 'expenditure/project/final', curated: '258.70', document: '258.6' },
    ]);
    const again = draftOf([first], before, filled('item,final\ncurrent,715.8\n'));
    expect(again.texts.size).toBe(0);
    expect(again.differences).toMatchObject([
      { subject: 'expenditure/current/final', curated: '715.87', document: '715.8' },
    ]);
  });

  test('words typed into a template: the missing are added, others are listed and not written', () => {
    const filled = (text: string) => {
      const { csv } = readCsv(textFile('template/projects.csv', text), tableById('projects')!);
      return new Map([['projects', csv!]]);
    };
    const start = written(draftOf([first], undefined, filled('project,name,final\n热线,热线经费,5\n'))).files;
    const more = draftOf([first], start, filled('project,name,final,note\n热线,热线 经费,5,含劳务费\n'));
    const files = overlay(start, more.texts);
    expect([textOf(files, 'projects.csv'), more.differences]).toEqual([
      'project,name,final,note\n热线,热线经费,5,含劳务费\n',
      [],
    ]);
    const other = draftOf([first], files, filled('project,name,final,note\n热线,热线运行,5,不含劳务费\n'));
    expect(other.texts.size).toBe(0);
    expect(other.differences).toMatchObject([
      { subject: 'projects/热线/name', curated: '热线经费', document: '热线运行', file: 'projects.csv', line: 2 },
      { subject: 'projects/热线/note', curated: '含劳务费', document: '不含劳务费' },
    ]);
  });

  test('a project that a curator gave another key stays under it, with what says no number', () => {
    const text = '热线运行经费支出5万元，完成预算100%。保障热线畅通。';
    const project = { project: '热线运行经费', source: '' };
    const document = reading(text, {
      cells: [
        cell('projects// 5', [at(text, '5万')], { key: project, columns: { name: '热线运行经费' }, measure: 'final' }),
        {
          ...cell('indicators//', []),
          key: { project: '热线运行经费', indicator: '畅通', part: '' },
          columns: { level1: '产出指标', level3: '热线畅通', direction: 'unknown', target_text: '保障' },
          measure: undefined,
          value: undefined,
        } as unknown as ReturnType<typeof cell>,
      ],
      derived: [
        {
          expression: 'completion(projects/热线运行经费/final,adjusted)',
          figure: at(text, '100'),
          certainty: 'certain',
          by: 'test',
        },
      ],
    });
    const drafted = written(draftOf([document])).files;
    const rename = (name: string) =>
      [FOLDER + name, textOf(drafted, name).replaceAll(/(?<=^|\/)热线运行经费(?=[,/])/gmu, '热线')] as const;
    const files = overlay(drafted, new Map(['projects.csv', 'indicators.csv', 'ledger/accounts.csv'].map(rename)));
    expect(textOf(files, 'projects.csv')).toContain('热线,热线运行经费,5');
    const again = draftOf([document], files);
    expect([[...again.texts], again.differences, again.refusals]).toEqual([[], [], []]);
  });

  test('the base tree itself is untouched', () => {
    const files = caseFiles(undefined);
    expect([...draftOf([first], files).texts.keys()].every((path) => path.startsWith(FOLDER))).toBe(true);
  });
});

test('a document of which a page was not read is no complete ledger, and the page is named', () => {
  const whole = reading('没有数字说明不了的。2023年', {});
  const proof = (draft: ReturnType<typeof draftOf>) => written(draft).checked?.report.meta.sources[0]?.ledger;
  expect(proof(draftOf([whole]))).toBe('complete');
  const draft = draftOf([{ ...whole, unread: ['第 3 页没有文字'] }]);
  expect([proof(draft), draft.remarks[0]]).toEqual(['partial', '第 3 页没有文字']);
});

test.each([
  ['2023年度决算\n2023年度收入', []],
  ['2022年度\n2022年度\n2023年度', []],
  ['２０２２年度决算\n2022 年度\n2022年度\n与2021年度相比', ['决算.txt 写的是 2022 年度；你给的是 2023 年度']],
  ['某省某县财政局 2023年度部门决算', ['决算.txt 写的是 某省某县财政局；你给的是 某部门']],
])('%j: doubts', (text, doubts) => {
  const draft = draftOf([reading(text, {})]);
  expect(draft.doubts).toEqual(doubts);
  expect(written(draft).todos.slice(0, doubts.length)).toEqual(
    doubts.map((words) => ({ work: 'doubt', place: '', words })),
  );
  // Once it is a source of the report, it was meant.
  expect(draftOf([reading(text, {})], written(draft).files).doubts).toEqual([]);
});

test('what is left is said by sort of work, long lists cut', () => {
  const todo = (work: Todo['work'], index: number): Todo => ({
    work,
    place: `accounts:L${index}.1`,
    words: '支出5\u202e元',
  });
  const todos: Todo[] = [
    {
      ...todo('finding', 1),
      cell: 'a/b/c',
      value: '1 与 2',
      why: '相差 1',
      declaration: '  - id: x\n    grade: explain',
    },
    ...Array.from({ length: 42 }, (_, index) => ({ ...todo('money', index + 2), value: '5元' })),
  ];
  const summary = { figures: 50, certain: 3, unchecked: 1, ignored: 2, open: 42 };
  const lines = sayDraft(['data/x.csv'], summary, todos);
  expect(lines.slice(0, 9)).toEqual([
    '写出 1 个文件：',
    '  data/x.csv',
    '文件印出 50 个数字；填入单元 3 个，另有待核 1 个；不计（日期、序号等） 2 个；没有着落 42 个。',
    '',
    '两处不一致：核对原件，读错的改正，原件如此的登记（1）',
    '  accounts:L1.1  a/b/c = 1 与 2  “支出5元”  相差 1',
    '    原件如此，就贴到 report.yaml 的 findings: 下面：',
    '  - id: x',
    '    grade: explain',
  ]);
  expect(lines[10]).toBe('没有着落的金额（42）');
  expect(lines[11]).toBe('  accounts:L2.1  5元  “支出5元”');
  expect(lines.at(-1)).toBe('  还有 2 处，见 --json');
  expect(lines.length).toBe(52);
});
