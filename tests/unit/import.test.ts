/** From a published document to a page: new, import, what a curator does with what is left, validate, build. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Summary, Todo } from '../../src/draft/todo.ts';
import { templateWorkbook } from '../../src/template/workbook.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DOCUMENT = join(ROOT, 'tests/fixtures/documents/guangdong/document.pdf');
const REPORT = 'departments/510811-mbm/2022';
let folder: string;
let data: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-import-'));
  data = join(folder, 'data');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/run.mjs'), command, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { status, stdout, stderr };
}

const target = ['--department', '510811-mbm', '--year', '2022'];
const contents = () =>
  readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${path}\n${readFileSync(path, 'utf8')}`);

describe('from a document to a page', () => {
  test('a new folder, in a place that does not exist yet', () => {
    const unknown = run('new', ...target, '--data', data);
    expect(unknown).toMatchObject({
      status: 1,
      stderr:
        '部门 510811-mbm 还没有 department.yaml，请给出 --name（部门全称）、--short（简称（标题里用））、--level（级次）；级次可用 province 省、city 市、county 县、township 乡镇；--region 不写就是 510811\n没有写任何文件。\n',
    });
    expect(existsSync(data)).toBe(false);
    const made = run(
      'new',
      ...target,
      '--data',
      data,
      '--name',
      '某县某部门',
      '--short',
      '某部门',
      '--level',
      'county',
    );
    expect([made.status, made.stderr]).toEqual([0, '']);
    expect(readdirSync(join(data, REPORT)).sort()).toEqual(['ledger', 'notes.md', 'report.yaml']);
  });

  test('the import fills it, says what is left, and changes nothing the second time', () => {
    const first = run('import', DOCUMENT, ...target, '--data', data);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toMatch(/文件印出 \d+ 个数字；填入单元 \d+ 个，另有待核 \d+ 个；/);
    const before = contents();
    const second = run('import', DOCUMENT, ...target, '--data', data, '--json');
    const outcome = JSON.parse(second.stdout) as { written: string[]; summary: Summary; todo: Todo[] };
    expect([second.status, outcome.written]).toEqual([0, []]);
    expect(contents()).toEqual(before);
    const { figures, certain, open } = outcome.summary;
    expect(figures).toBeGreaterThan(800);
    expect(certain).toBeGreaterThan(400);
    expect(open).toBeLessThan(100);

    // The curator's part: what is printed twice and differently is declared, as the import words it.
    const path = join(data, REPORT, 'report.yaml');
    const declarations = outcome.todo.flatMap(({ declaration }) => declaration ?? []);
    const list = declarations.length > 0 ? `findings:\n${declarations.join('\n')}\n` : '';
    writeFileSync(path, `${readFileSync(path, 'utf8').replace('待核：含哪些单位、哪些资金', '本级及下属单位')}${list}`);
  });

  test('the data is sound, the ledger is the document, and the page shows it', () => {
    const valid = run('validate', '--data', data);
    expect([valid.status, valid.stdout]).toEqual([0, expect.stringContaining('：0 个错误')]);
    const sources = join(folder, 'sources');
    mkdirSync(sources);
    cpSync(DOCUMENT, join(sources, 'document.pdf'));
    expect(run('verify', '--sources', sources, '--data', data)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^与原件核对：1 份文件，\d+ 行台账，0 处不一致。\n$/) as string,
    });
    const out = join(folder, 'site');
    expect(run('build', '--data', data, '--out', out).status).toBe(0);
    const page = readFileSync(join(out, REPORT, 'index.html'), 'utf8');
    expect(page).toContain('某县某部门');
    // 本年支出合计, as the document prints it.
    expect(page).toContain('<data value="12240.69"');
    expect(page).not.toContain('id="notes"');
  });
});

test('all that is wrong with a call is said at once, and nothing is written', () => {
  const nowhere = join(folder, 'nowhere');
  expect(run('import', 'missing.pdf', '--department', '../x', '--year', '22', '--data', nowhere)).toMatchObject({
    status: 1,
    stderr: [
      '--department ../x：应为“六位行政区划代码-小写简拼”，如 510811-xzspj',
      '--year 22：应为四位财政年度，如 2022',
      '找不到文件 missing.pdf',
      '没有写任何文件。\n',
    ].join('\n'),
  });
  expect(existsSync(nowhere)).toBe(false);
});

test('a filled template workbook is taken in; its sources are for the curator to add', async () => {
  const target = join(folder, 'typed');
  const workbook = join(folder, '模板.xlsx');
  const tables = new Map([['expenditure', [{ item: 'current', final: '715.87' }]]]);
  const filling = { department: '510811-mbm', year: '2022', tables };
  writeFileSync(workbook, await templateWorkbook({ functional: new Map(), economic: new Map() }, filling));
  const about = ['--name', '某县某部门', '--data', target];
  const { status, stdout } = run('import', workbook, '--department', '510811-mbm', '--year', '2022', ...about);
  expect(status).toBe(0);
  expect(stdout).toContain('“sources”：至少一个来源');
  expect(stdout).not.toContain('文件印出');
  expect(readFileSync(join(target, REPORT, 'expenditure.csv'), 'utf8')).toBe('item,final\ncurrent,715.87\n');

  // Again: the department is there now, and a key is missing.
  const wrong = new Map([['projects', [{ name: '热线经费', final: '5' }]]]);
  writeFileSync(
    workbook,
    await templateWorkbook({ functional: new Map(), economic: new Map() }, { ...filling, tables: wrong }),
  );
  expect(run('import', workbook, '--department', '510811-mbm', '--year', '2022', ...about)).toMatchObject({
    status: 1,
    stderr: [
      '模板.xlsx (项目!A3) [VALUE-REQUIRED] “项目标识”（project）没有填。项目的标识，本报告内唯一。',
      '部门 510811-mbm 已有 department.yaml，不会改动；请去掉 --name',
      '没有写任何文件。\n',
    ].join('\n'),
  });
});
