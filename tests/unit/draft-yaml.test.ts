/** The YAML files of a draft: new ones load, lists grow without anything else changing; titles and names of documents. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkCatalog } from '../../src/checks/check.ts';
import { loadCatalog } from '../../src/load/catalog.ts';
import { clashOf, departmentName } from '../../src/draft/about.ts';
import { checkDetails, checkTarget, detailsOf, levelOf, newDepartment, shortOf } from '../../src/draft/department.ts';
import { missingLists, newFolder, overlay, referenceOf } from '../../src/draft/folder.ts';
import { addToList, removeFromList } from '../../src/draft/list.ts';
import { newReport } from '../../src/draft/report.ts';
import { factsOf } from '../../src/draft/source.ts';
import { departmentSchema } from '../../src/tables/report.ts';
import { TABLES } from '../../src/tables/index.ts';
import { caseFiles } from './data-tree.ts';
import { reading, textDocument } from './draft-input.ts';

const files = caseFiles(undefined);
const reference = referenceOf(files);
const item = { lines: ['- a: 2', '  b: 3'], value: { a: 2, b: 3 } };

describe('an item at the end of a list', () => {
  test.each([
    [
      'of blocks',
      'x: 1\nlist:\n  - a: 1 # one\n    b: 1\n# tail\ny: 2\n',
      'x: 1\nlist:\n  - a: 1 # one\n    b: 1\n  - a: 2\n    b: 3\n# tail\ny: 2\n',
    ],
    ['of blocks without indent', 'list:\n- a: 1\ny: 2\n', 'list:\n- a: 1\n- a: 2\n  b: 3\ny: 2\n'],
    ['of flow maps in blocks', 'list:\n  - { a: 1 } # one\n', 'list:\n  - { a: 1 } # one\n  - a: 2\n    b: 3\n'],
    ['that is empty', 'x: 1\nlist: [] # none yet\ny: 2\n', 'x: 1\nlist: # none yet\n  - a: 2\n    b: 3\ny: 2\n'],
    ['that has no value', 'list:\n# later\ny: 2\n', 'list:\n  - a: 2\n    b: 3\n# later\ny: 2\n'],
    ['that is missing', '# head\nx: 1', '# head\nx: 1\nlist:\n  - a: 2\n    b: 3\n'],
    ['in one line', 'list: [{ a: 1 }] # one\n', 'list: [{ a: 1 }, { a: 2, b: 3 }] # one\n'],
  ])('%s', (_, before, after) => {
    expect(addToList(before, 'list', item)).toBe(after);
    const old = (parse(before) as { list?: unknown[] | null }).list ?? [];
    expect(parse(after)).toMatchObject({ list: [...old, item.value] });
  });
});

test.each([
  [
    'the first',
    'list: # c: d\n  - { a: 1 } # one\n  - a: 2\n    b: 3\ny: 2\n',
    0,
    'list: # c: d\n  - a: 2\n    b: 3\ny: 2\n',
  ],
  ['the last', 'list:\n  - a: 1\n  - a: 2\n    b: 3\n# tail\n', 1, 'list:\n  - a: 1\n# tail\n'],
  ['the only', 'x: 1\nlist: # c: d\n  - { a: 1 }\ny: 2\n', 0, 'x: 1\nlist: [] # c: d\ny: 2\n'],
  ['the only of a line', 'list: [{ a: 1 }] # c\n', 0, 'list: [] # c\n'],
  ['the first of a line', 'list: [{ a: 1 }, 2, 3]\n', 0, 'list: [2, 3]\n'],
  ['the last of a line', 'list: [{ a: 1 }, 2, 3] # c\n', 2, 'list: [{ a: 1 }, 2] # c\n'],
])('%s item is taken from a list', (_, before, index, after) => {
  expect(removeFromList(before, 'list', index)).toBe(after);
  const { list } = parse(before) as { list: unknown[] };
  expect(parse(after)).toMatchObject({ list: list.toSpliced(index, 1) });
});

describe('a new folder', () => {
  const details = { name: '某县某部门', short: '某部门', region: '510811', level: 'county' };
  const target = { department: '510811-mbm', year: 2023, kinds: ['final-accounts' as const], schemas: true };

  test('report, notes and department; a table asked for has its header', () => {
    const { texts, problems } = newFolder(files, { ...target, details, tables: ['expenditure'] });
    expect(problems).toEqual([]);
    expect([...texts.keys()]).toEqual([
      'data/departments/510811-mbm/department.yaml',
      'data/departments/510811-mbm/2023/report.yaml',
      'data/departments/510811-mbm/2023/notes.md',
      'data/departments/510811-mbm/2023/expenditure.csv',
    ]);
    expect(texts.get('data/departments/510811-mbm/2023/expenditure.csv')).toBe(
      'item,name,parent,initial,added,adjusted,final,change,prior,note\n',
    );
    expect(parse(texts.get('data/departments/510811-mbm/2023/report.yaml')!)).toMatchObject({
      department: '510811-mbm',
      year: 2023,
      sources: [],
    });
    const bare = newFolder(files, { ...target, details, tables: [], schemas: false }).texts;
    const yamls = [...bare.keys()].filter((path) => path.endsWith('.yaml'));
    expect(yamls.map((path) => bare.get(path))).toEqual(
      yamls.map((path) => texts.get(path)!.replace(/^# yaml-language-server: .*\n/, '')),
    );
    expect(departmentSchema.parse(parse(texts.get('data/departments/510811-mbm/department.yaml')!))).toMatchObject(
      details,
    );
  });

  test('nothing is overwritten, all faults at once', () => {
    const { texts, problems } = newFolder(files, {
      department: '510811-xzspj',
      year: 2022,
      kinds: ['final-accounts'],
      details: { ...details, region: '510800', level: 'county', name: '' },
      tables: ['spending'],
      schemas: true,
    });
    expect(texts.size).toBe(0);
    expect(problems).toEqual([
      '--name：不能为空',
      '--region 510800：与部门标识 510811-xzspj 的前六位不同',
      '--level county：代码 510800 是市级的，应为 city',
      'data/departments/510811-xzspj/2022/ 里已有文件，不会覆盖',
      `--tables spending：没有这张表，可用：${TABLES.map(({ id, title }) => `${id}（${title}）`).join('、')}`,
    ]);
  });

  test('lists that a folder lacks, and no others', () => {
    const empty = new Map();
    expect([...missingLists(empty, files).keys()]).toEqual([
      'data/classification/economic.csv',
      'data/classification/functional.csv',
      'data/classification/name_changes.csv',
      'data/regions.csv',
    ]);
    expect(missingLists(files, files).size).toBe(0);
  });
});

describe('a department', () => {
  test.each([
    [undefined, undefined, ['--department 没有给出', '--year 没有给出']],
    ['../../etc', '20222', ['--department ../../etc', '--year 20222']],
    ['510811-xzspj', '2022', []],
  ])('target %s %s', (department, year, expected) => {
    const problems = checkTarget(department, year);
    expect(problems.length).toBe(expected.length);
    for (const [index, text] of expected.entries()) expect(problems[index]).toContain(text);
  });

  test.each([
    ['999999', 'county', '--department 999999-x：前六位 999999 不在 regions.csv 中'],
    ['51081', 'county', '--region：应为 6 位行政区划代码，加引号'],
    ['510811', 'city', '--level city：代码 510811 是县级的，应为 county'],
    ['510811', 'town', '--level：应为 province、city、county、township 之一'],
  ])('region %s, level %s', (region, level, problem) => {
    const id = `${region}-x`;
    expect(checkDetails(id, { name: '某部门', short: '某部门', region, level }, reference)[0]).toContain(problem);
  });

  test('a township has the code of its county', () => {
    const details = { name: '某镇', short: '某镇', region: '510811', level: 'township' };
    expect(checkDetails('510811-x', details, reference)).toEqual([]);
    expect(['510000', '510800', '510811'].map(levelOf)).toEqual(['province', 'city', 'county']);
  });

  test.each([
    [{ name: '某县某部门' }, undefined, '某县某部门', '某县某部门', ['short 某县某部门', 'level county']],
    [
      {},
      '广元市昭化区某局',
      '广元市昭化区某局',
      '昭化区某局',
      ['name 广元市昭化区某局', 'short 昭化区某局', 'level county'],
    ],
    [
      { level: 'township' },
      undefined,
      '待核：部门全称',
      '待核：部门简称',
      ['name 待核：部门全称', 'short 待核：部门简称'],
    ],
  ])('details from %j and the name %s', (given, read, name, short, guessed) =>
    expect(detailsOf('510811-x', given, read, reference)).toEqual({
      details: { name, short, region: '510811', level: 'level' in given ? given.level : 'county' },
      guessed,
    }),
  );

  test('names that YAML would take for something else', () => {
    const details = { name: '某部门: #1', short: 'yes', region: '510811', level: 'county' };
    expect(parse(newDepartment(details, true))).toEqual(details);
  });

  test('its short name drops the regions above its own', () =>
    expect(shortOf('广元市昭化区某部门', '510811', reference)).toBe('昭化区某部门'));
});

describe('what a document says it is', () => {
  const facts = (text: string, file = '文件.txt') => factsOf(reading(text, {}, file));

  test.each([
    ['某县某局2023年度部门决算', ['final-accounts'], 'accounts', '某县某局2023年度部门决算'],
    [
      '目录\n某县某局\n2023年度部门决算公开\n一、收入支出决算总体情况说明',
      ['final-accounts'],
      'accounts',
      '某县某局2023年度部门决算公开',
    ],
    ['2023年度部门整体支出绩效自评报告', ['performance'], 'evaluation', '2023年度部门整体支出绩效自评报告'],
    [
      '某县某局2023年部门决算\n附件 项目支出绩效自评表',
      ['final-accounts', 'performance'],
      'accounts',
      '某县某局2023年部门决算',
    ],
    ['某县某局2023年度部门⽀出决算公开', ['final-accounts'], 'accounts', '某县某局2023年度部门支出决算公开'],
    ['一、收入支出决算情况说明', ['final-accounts'], 'accounts', '待核：文件.txt 的标题'],
  ])('%s', (text, kinds, role, title) => expect(facts(text)).toMatchObject({ kinds, role, title }));

  test.each([
    ['2022 年度\n某市某部门部门决算\n— 1 —', '2022 年度某市某部门部门决算'],
    ['2023 年度\n某市某部门\n部门决算', '2023 年度某市某部门部门决算'],
    ['首页 > 政务公开 > 部门决算\n某区某部门2023年度部门决算公开', '某区某部门2023年度部门决算公开'],
    ['部门收入支出决算总表\n部门：某市某部门\n某单位收入决算表', '待核：文件.txt 的标题'],
    ['项目支出绩效自评表\n（2023年度）', '项目支出绩效自评表（2023年度）'],
  ])('the title of %j', (text, title) => expect(facts(text).title).toBe(title));

  test.each([
    ['发布日期：2024-09-12 浏览次数：318', '2024-09-12'],
    ['公开时间: 2024年9月2日', '2024-09-02'],
    ['2024-09-12', undefined],
  ])('the day of %j', (text, date) => expect(facts(text).date).toBe(date));

  test.each([
    ['2022 年度\n某市某局部门决算', '决算.txt 写的是 2022 年度、某市某局；你给的是 2024 年度、甲乙县丙局'],
    ['甲乙县丙局2022年度部门决算', '决算.txt 写的是 2022 年度；你给的是 2024 年度'],
    ['某市某局2024年度部门决算', '决算.txt 写的是 某市某局；你给的是 甲乙县丙局'],
    ['甲乙县丙 局2024年度部门决算', undefined],
    // A former name; a title of the year of publication; nothing that names a year or a body.
    ['甲乙县旧局2024年度部门决算', undefined],
    ['甲乙县丙局2025年度部门决算\n2024年度收入5万元，2024年支出5万元', undefined],
    ['收入5万元', undefined],
  ])('whether %j is of the year and department', (text, clash) =>
    expect(clashOf('决算.txt', textDocument(text), { year: 2024, names: ['甲乙县丙局', '甲乙县旧局'] })).toBe(clash),
  );

  test('what cannot be told is said', () =>
    expect(facts('一些话').assumed).toEqual([
      '文件.txt 看不出是决算还是绩效自评，按决算登记（report.yaml 的 kinds）',
      '文件.txt 没有读出标题，来源的 title 待填',
    ]));

  test.each([
    ['某市某区某某局2023年度部门决算', '某市某区某某局'],
    ['第一部分 概况\n甲乙县某某局（本级）下属0个单位。甲乙县某某局2023年支出', '甲乙县某某局'],
    ['收入支出决算', undefined],
    ['预算单位甲市乙区某某局2020年度部门决算', '甲市乙区某某局'],
    ['收入支出决算总表\n部门名称：某市某部门 单位：万元', '某市某部门'],
    ['单位：万元', undefined],
  ])('the department of %j', (text, name) => expect(departmentName(textDocument(text), ['丙省', '甲乙县'])).toBe(name));
});

test('a department whose name was not filled in, tables that nobody looked for, and an unknown code are each told once', () => {
  const base = 'data/departments/510811-xzspj/';
  const text = (path: string) => new TextDecoder().decode(files.get(base + path)!.bytes);
  const codes = 'fund,code,name,final\ngeneral,299,某项支出,5\ngovernment-fund,299,某项支出,5\n';
  const changed = overlay(
    files,
    new Map([
      [`${base}department.yaml`, text('department.yaml').replace(/^short: .*/m, 'short: 待核：部门简称')],
      [
        `${base}2022/report.yaml`,
        text('2022/report.yaml').replaceAll(
          /reason: not-collected \}/g,
          'reason: not-collected, note: 待核：没有读出 }',
        ),
      ],
      [`${base}2022/functional.csv`, codes],
    ]),
  );
  const { catalog, issues } = loadCatalog(changed);
  const told = checkCatalog(catalog, issues).issues.filter(({ rule }) => ['DRAFT', 'CODE-UNKNOWN'].includes(rule));
  expect(told.map(({ problem }) => problem.replace(/核对：.*/u, '核对'))).toEqual([
    '科目编码 299（某项支出）不在 data/classification 的名录中，另有 1 处（functional.csv:3）',
    expect.stringMatching(/^absent 里 [0-9]+ 张表的原因还没有核对$/),
    '部门简称（short）还没有填好（待核：部门简称）',
  ]);
});

test('a new report explains itself and is YAML', () => {
  const text = newReport('510811-xzspj', 2023, ['performance'], true);
  expect(parse(text)).toEqual({
    department: '510811-xzspj',
    year: 2023,
    kinds: ['performance'],
    coverage: '待核：含哪些单位、哪些资金',
    absent: [],
    sources: [],
  });
});
