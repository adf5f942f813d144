/** What the page /validate/ checks, without a browser: places of files, the same issues as the command line, pastes, conversions, zips. */
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { listsDownload } from '../../src/derive/validate.ts';
import { readData } from '../../src/disk/read.ts';
import type { DataFiles } from '../../src/load/files.ts';
import { formatIssue } from '../../src/messages/issue.ts';
import { loadSite } from '../../src/site/site.ts';
import { TABLES, tableById } from '../../src/tables/index.ts';
import { templateWorkbook } from '../../src/template/workbook.ts';
import { toUtf8 } from '../../src/validate/convert.ts';
import type { Dropped, SiteLists } from '../../src/validate/dropped.ts';
import { newFileAddress } from '../../src/validate/forge.ts';
import { pasted } from '../../src/validate/paste.ts';
import { rowOf } from '../../src/validate/rows.ts';
import { Session } from '../../src/validate/session.ts';
import { caseFiles, caseNames, checkFiles } from './data-tree.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const drop = (path: string, content: string | Uint8Array = 'x\n'): Dropped => {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  return { path, size: bytes.length, bytes };
};
const dropAll = (files: DataFiles, rename = (path: string) => path): Dropped[] =>
  [...files.values()].map((file) => ({ ...file, path: rename(file.path) }));
const published = readData('data');
const DEPARTMENT = '510811-xzspj';
const FOLDER = `data/departments/${DEPARTMENT}/2022/`;
const textOf = (path: string) => new TextDecoder().decode(published.get(path)!.bytes);
let lists: SiteLists;
beforeAll(() => {
  lists = JSON.parse(String(listsDownload(loadSite('data')).content())) as SiteLists;
});

/** Lays and checks; published files are supplied when they are wanted. */
async function check(dropped: readonly Dropped[], supply: DataFiles = new Map()) {
  const session = new Session(lists);
  const laying = await session.lay(dropped);
  return { session, laying, outcome: session.check([...supply.values()]) };
}

describe('says what the command line says', () => {
  const trees = [
    ...['invalid', 'findings'].flatMap((set) =>
      caseNames(set).map((name) => [`${set}/${name}`, () => caseFiles(name, set)] as const),
    ),
    ['odd', () => readData('tests/fixtures/odd/data')] as const,
    ['the data', () => published] as const,
  ];
  test.each(trees)('%s', async (_, tree) => {
    const files = tree();
    const expected = checkFiles(files).issues.map(formatIssue);
    const zip = zipSync(Object.fromEntries([...files].map(([path, { bytes }]) => [path.replace('data/', ''), bytes!])));
    for (const dropped of [
      dropAll(files, (path) => `我的文件/${path.replace('data/', 'kept/')}`),
      [drop('all.zip', zip)],
    ]) {
      const { laying, outcome } = await check(dropped);
      expect(laying).toEqual({ question: undefined, wanted: { departments: [], reports: [] } });
      expect(outcome.issues.map(({ text }) => text)).toEqual(expected);
    }
  });

  test('an issue has its place, also as a spreadsheet cell', async () => {
    const { outcome } = await check(dropAll(caseFiles('sum-differs')));
    const [issue] = outcome.issues;
    expect([issue!.place, issue!.cell]).toEqual(['510811-xzspj/2022/expenditure.csv:2:4', 'D2']);
    expect([outcome.errors, outcome.notices]).toEqual([outcome.issues.length, 0]);
  });
});

const report = textOf(`${FOLDER}report.yaml`);
const expenditure = textOf(`${FOLDER}expenditure.csv`);
const department = textOf(`data/departments/${DEPARTMENT}/department.yaml`);
const ledger = textOf(`${FOLDER}ledger/accounts.csv`);

describe('finds the place of', () => {
  test.each<[string, Dropped[], string[]]>([
    [
      'a department folder',
      [
        drop(`${DEPARTMENT}/department.yaml`, department),
        drop(`${DEPARTMENT}/2022/report.yaml`, report),
        drop(`${DEPARTMENT}/2021/expenditure.csv`, expenditure),
      ],
      [
        `data/departments/${DEPARTMENT}/2021/expenditure.csv`,
        `${FOLDER}report.yaml`,
        `data/departments/${DEPARTMENT}/department.yaml`,
      ],
    ],
    [
      'a department folder under another name',
      [drop('审批局/department.yaml', department), drop('审批局/2022/report.yaml', report)],
      [`${FOLDER}report.yaml`, `data/departments/${DEPARTMENT}/department.yaml`],
    ],
    [
      'a year folder',
      [
        drop('2022/report.yaml', report),
        drop('2022/expenditure.csv', expenditure),
        drop('2022/ledger/accounts.csv', ledger),
      ],
      [`${FOLDER}expenditure.csv`, `${FOLDER}ledger/accounts.csv`, `${FOLDER}report.yaml`],
    ],
    [
      'single files with their report.yaml, one renamed',
      [
        drop('report.yaml', report),
        drop('支出 (1).csv', expenditure),
        drop('department.yaml', department),
        drop('accounts.csv', ledger),
      ],
      [
        `${FOLDER}expenditure.csv`,
        `${FOLDER}ledger/accounts.csv`,
        `${FOLDER}report.yaml`,
        `data/departments/${DEPARTMENT}/department.yaml`,
      ],
    ],
    [
      'what is beside data in a repository',
      [
        drop('repo/src/pages/departments/a/b.astro'),
        drop('repo/README.md'),
        drop('repo/data/regions.csv', lists?.files['data/regions.csv'] ?? 'x\n'),
      ],
      ['data/regions.csv'],
    ],
    [
      'system files',
      [drop('2022/report.yaml', report), drop('2022/.DS_Store'), drop('__MACOSX/2022/report.yaml')],
      [`${FOLDER}report.yaml`],
    ],
  ])('%s', async (_, dropped, expected) => {
    const { laying, outcome } = await check(dropped);
    expect(laying.question).toBeUndefined();
    expect(outcome.checked).toEqual(expected.toSorted());
  });

  test('single files: asks for department and year, then checks them with the published rest', async () => {
    const session = new Session(lists);
    expect(await session.lay([drop('支出.csv', expenditure)])).toEqual({
      question: { place: true, tables: [] },
      wanted: { departments: [], reports: [] },
    });
    const wanted = session.answer({ department: DEPARTMENT, year: '2022', tables: {} });
    expect(wanted).toEqual({
      question: undefined,
      wanted: { departments: [DEPARTMENT], reports: [{ department: DEPARTMENT, year: 2022 }] },
    });
    const rest = [...published.values()].filter(
      ({ path }) => path.startsWith(FOLDER) || path === `data/departments/${DEPARTMENT}/department.yaml`,
    );
    expect(session.check(rest)).toMatchObject({
      errors: 0,
      checked: [`${FOLDER}expenditure.csv`],
      reports: [{ department: DEPARTMENT, year: 2022 }],
    });
  });

  test('a new department: the least stands in, and is said', async () => {
    const session = new Session(lists);
    await session.lay([drop('表.csv', expenditure.replace(/^(basic,.*?)457\.27/m, '$1999.99'))]);
    session.answer({ department: '510811-new', year: '2023', tables: { '表.csv': 'expenditure' } });
    const { issues, errors, reports } = session.check([]);
    expect(issues.filter(({ severity }) => severity === 'notice').map(({ text }) => text)).toEqual([
      'data/departments/510811-new/2023/report.yaml [DROP-MISSING] 没有 report.yaml，按最少的内容代替，只检查拖入的文件。提交前写好 report.yaml：来源、口径、没有的表及原因。',
      'data/departments/510811-new/department.yaml [DROP-MISSING] 没有 department.yaml，按最少的内容代替，只检查拖入的文件。新部门要写 department.yaml：全称、简称、行政区划代码、级次。',
    ]);
    expect(issues.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
      'SUM-EXPENDITURE',
      'SUM-EXPENDITURE',
    ]);
    expect([errors, reports.length]).toEqual([2, 1]);
    expect(session.pack().files.map(({ path }) => path)).toEqual(['data/departments/510811-new/2023/expenditure.csv']);
  });

  test('a header that fits no table: asks which', async () => {
    const session = new Session(lists);
    const { question } = await session.lay(
      [drop('report.yaml', report), drop('表一.csv', 'x,y\n1,2\n')].map((file) => ({
        ...file,
        path: file.path.replace('report.yaml', 'a/report.yaml'),
      })),
    );
    expect(question?.tables.map(({ path, candidates }) => [path, candidates.length])).toEqual([
      ['表一.csv', TABLES.length],
    ]);
    expect(session.answer({ department: '', year: '', tables: { '表一.csv': 'staff' } }).question).toBeUndefined();
    expect(session.check([]).checked).toContain(`${FOLDER}staff.csv`);
  });

  test('two files for one place are named, other kinds and too large a drop are refused', async () => {
    const twice = await check([
      drop('2022/report.yaml', report),
      drop('b/expenditure.csv', expenditure),
      drop('expenditure.csv', expenditure),
    ]);
    expect(twice.outcome.issues.map(({ rule }) => rule)).toContain('DROP-TWICE');
    const kind = await check([drop('账.xls')]);
    expect(kind.outcome.issues.map(({ text }) => text)).toEqual([
      '账.xls [DROP-KIND] 这种文件不能在这里检查。工作簿用模板填写，存为 .xlsx；Word、PDF 用 npm run import 起草。',
    ]);
    const none = await check([drop('.DS_Store')]);
    expect(none.outcome).toMatchObject({ issues: [], checked: [], reports: [] });
    const large = await check([{ path: 'a.zip', size: 200 * 1024 * 1024, bytes: undefined }]);
    expect(large.outcome.issues.map(({ text }) => text)).toEqual([
      'a.zip [DROP-SIZE] 一共 1 个文件、200.0 MB，超过 10000 个或 100 MB 的上限，没有检查。只选 data 文件夹，或其中一个部门。',
    ]);
  });
});

describe('a template workbook', () => {
  test('is checked like its CSV files, with places in its sheets', async () => {
    const tables = new Map([
      [
        'expenditure',
        [
          { item: 'basic', final: '1.5' },
          { item: 'nonsense', final: '2' },
        ],
      ],
    ]);
    const { reference } = loadSite('data');
    const { outcome, session } = await check([
      drop('填好.xlsx', await templateWorkbook(reference, { department: '510811-new', year: '2023', tables })),
    ]);
    const found = outcome.issues.find(({ rule }) => rule === 'ITEM-UNKNOWN')!;
    expect([found.file, found.cell, found.line]).toEqual([
      'data/departments/510811-new/2023/expenditure.csv',
      '支出!A4',
      3,
    ]);
    expect(session.row(found.file, found.line!, found.column)).toMatchObject({
      lines: [{ number: 3, marked: true }],
      column: 0,
    });
  });

  test('inside a zip is opened too; a second one of another report is named', async () => {
    const { reference } = loadSite('data');
    const workbook = (department: string) =>
      templateWorkbook(reference, {
        department,
        year: '2023',
        tables: new Map([['expenditure', [{ item: 'basic', final: '1.5' }]]]),
      });
    const first = await workbook('510811-new');
    const zipped = await check([drop('包.zip', zipSync({ '填好.xlsx': first }))]);
    expect(zipped.outcome.checked).toContain('data/departments/510811-new/2023/expenditure.csv');
    const two = await check([drop('甲.xlsx', first), drop('乙.xlsx', await workbook('510811-other'))]);
    expect(two.outcome.issues.filter(({ rule }) => rule === 'DROP-REPORT').map(({ text }) => text)).toEqual([
      '乙.xlsx [DROP-REPORT] 这个工作簿写的是 510811-other 2023，前一个是 510811-new 2023。一次只检查一份报告的工作簿。',
    ]);
  });

  test('several zips may not unpack to more than one may', async () => {
    const content = new Uint8Array(51 * 1024 * 1024);
    for (let at = 0; at < content.length / 8; at += 1) content[at] = (at * at * 2654435761) >>> 13;
    const zip = zipSync({ 'notes.md': content }, { level: 1 });
    const { outcome } = await check([drop('甲.zip', zip), drop('乙.zip', zip)]);
    expect(outcome.issues.map(({ text }) => text)).toContain(
      '乙.zip [DROP-SIZE] 解开到这里已超过 100 MB 的上限，一个文件也没有检查。只选 data 文件夹，或其中一个部门，分几次检查。',
    );
    expect(outcome.checked).toEqual([]);
  });
});

describe('conversion', () => {
  test('a GBK file is named, converted on request, checked anew, and packed as UTF-8', async () => {
    const files = caseFiles('form-gbk');
    const { outcome, session } = await check(dropAll(files));
    const path = `${FOLDER}expenditure.csv`;
    expect(outcome.convertible).toEqual([path]);
    session.convert([path]);
    const again = session.check([]);
    expect(again.issues.map(({ rule }) => rule)).not.toContain('FORM-ENCODING');
    const inside = unzipSync(session.pack().zip)[path]!;
    expect(new TextDecoder('utf-8', { fatal: true }).decode(inside)).toBe(
      new TextDecoder('gb18030').decode(files.get(path)!.bytes).replaceAll('\r\n', '\n'),
    );
  });

  test.each([
    ['\uFEFFa\r\nb', 'a\nb\n'],
    ['a\rb\n', 'a\nb\n'],
    ['', ''],
  ])('%j becomes %j', (from, to) => expect(new TextDecoder().decode(toUtf8(bytesOf(from)))).toBe(to));
  test('nothing is guessed', () => expect(toUtf8(Uint8Array.of(0xff, 0xff, 0x80))).toBeUndefined());
});

describe('paste', () => {
  const table = tableById('expenditure')!;
  const said = (text: string) => {
    const { csv, issues } = pasted(text, table, 'expenditure.csv');
    return { csv, said: issues.map(formatIssue) };
  };
  test('Chinese headers, ids, labels, thousands, line breaks in quotes, empty rows', () => {
    expect(
      said(
        '支出表\n项目\t决算（万元）\t备注\r\n基本支出\t1,457.27\t"两行\n备注 ""引"""\r\n\t\t\r\nproject\t0\tNot\r\n',
      ),
    ).toEqual({
      csv: 'item,final,note\nbasic,1457.27,"两行备注 ""引"""\nproject,0,Not\n',
      said: [
        'expenditure.csv (B3) [PASTE-COMMA] 千位分隔符已去掉：1,457.27。核对这个数。',
        'expenditure.csv (C3) [PASTE-BREAK] 格子里有换行，已连成一行。核对连起来的文字。',
      ],
    });
  });
  test('an unknown column and a double one are named and left out', () => {
    expect(said('item\tfinal\t别的\t决算\na\t1\t2\t3\n')).toMatchObject({
      csv: 'item,final\na,1\n',
      said: [
        expect.stringContaining('(C1) [PASTE-COLUMN] 没有“别的”这一列，没有取用'),
        'expenditure.csv (D1) [PASTE-COLUMN] 列“决算”出现两次，后一列没有取用。删去重复的一列。',
      ],
    });
  });
  test.each([
    ['', 'expenditure.csv (A1) [PASTE-EMPTY] 没有粘贴任何内容。在 Excel 里选中表格（含表头）并复制，再粘贴到这里。'],
    [
      '1\t2\n',
      expect.stringMatching(
        /^expenditure\.csv \(A1\) \[PASTE-HEADER\] 没有找到支出表的表头。连同表头一起复制；可用的列：项目（item）、/,
      ),
    ],
  ])('%j is nothing', (text, expected) => expect(said(text)).toEqual({ csv: '', said: [expected] }));
});

describe('the row of a file', () => {
  test.each([
    [
      'a,b\n1,"x,y"\n',
      true,
      2,
      2,
      { header: ['a', 'b'], lines: [{ number: 2, fields: ['1', 'x,y'], marked: true }], column: 1 },
    ],
    [
      'a: 1\nb: 2\nc: 3\nd: 4\n',
      false,
      1,
      1,
      {
        header: undefined,
        lines: [
          { number: 1, fields: ['a: 1'], marked: true },
          { number: 2, fields: ['b: 2'], marked: false },
          { number: 3, fields: ['c: 3'], marked: false },
        ],
        column: undefined,
      },
    ],
    [
      'a,b\n1,"x\n',
      true,
      2,
      undefined,
      {
        header: undefined,
        lines: [
          { number: 1, fields: ['a,b'], marked: false },
          { number: 2, fields: ['1,"x'], marked: true },
          { number: 3, fields: [''], marked: false },
        ],
        column: undefined,
      },
    ],
  ])('%j', (text, csv, line, column, expected) => expect(rowOf(text, csv, line, column)).toEqual(expected));
});

test('the zip is the same bytes every time and has only what was dropped', async () => {
  const { session } = await check([drop('2022/report.yaml', report), drop('2022/expenditure.csv', expenditure)]);
  const { zip, files } = session.pack();
  expect(session.pack().zip).toEqual(zip);
  expect(Object.keys(unzipSync(zip))).toEqual([`${FOLDER}expenditure.csv`, `${FOLDER}report.yaml`]);
  expect(files.map(({ text }) => text === undefined)).toEqual([false, true]);
});

test('the forge opens a new file with its content', () => {
  expect(newFileAddress('https://forge.example/open/mingzhang', 'main', `${FOLDER}staff.csv`, 'a,b\n一\n')).toBe(
    `https://forge.example/open/mingzhang/new/main/${FOLDER.slice(0, -1)}?filename=staff.csv&value=a%2Cb%0A%E4%B8%80%0A`,
  );
});

test('the preview is plain data with the report page’s own sentences', async () => {
  const { session } = await check(dropAll(published));
  const view = session.preview(DEPARTMENT, 2022)!;
  expect(structuredClone(view)).toEqual(view);
  expect(view.headline).toContain('昭化区行政审批局');
  expect(view.sections.map(({ id }) => id)).toContain('expenditure');
  expect(view.findings.length).toBeGreaterThan(0);
  expect(session.preview('000000-none', 2022)).toBeUndefined();
});
