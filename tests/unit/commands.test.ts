/** The commands as a user runs them: exit codes, messages, and that nothing published is lost. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const FIXTURES = join(ROOT, 'tests/fixtures/invalid');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/run.mjs'), command, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** The base tree, with a case laid over it, as a folder of its own. */
function tree(name: string, overlay?: string): string {
  const target = join(folder, name);
  cpSync(join(FIXTURES, '_base/data'), target, { recursive: true });
  if (overlay) cpSync(join(FIXTURES, overlay, 'data'), target, { recursive: true });
  return target;
}

test('what the system says of files is said in words that help', () => {
  const document = join(folder, '文件.txt');
  writeFileSync(document, '收入 5 万元\n');
  const { status, stderr } = run('figures', document, '--ledger', join(document, 'ledger', 'a.csv'));
  expect([status, stderr]).toEqual([
    1,
    expect.stringContaining(`没有完成：${join(document, 'ledger')} 应是文件夹的地方是一个文件\n`),
  ]);
});

describe('validate', () => {
  test('sound data: exit 0 and a count', () => {
    const { status, stdout } = run('validate', '--data', tree('sound'));
    expect(status).toBe(0);
    expect(stdout).toBe('1 个部门，1 份报告，9 个单元，13 个印出的数字：0 个错误，0 个提示。\n');
  });

  test('notices alone: exit 0', () => {
    const data = tree('notice');
    const report = join(data, 'departments/510811-xzspj/2022/report.yaml');
    writeFileSync(report, readFileSync(report, 'utf8').replace('  - { table: metrics, reason: not-collected }\n', ''));
    const { status, stdout } = run('validate', '--data', data);
    expect(status).toBe(0);
    expect(stdout).toContain(`提示 ${data}/departments/510811-xzspj/2022/report.yaml:14:3 [TABLE-SILENT]`);
  });

  test('errors: exit 1, and the same issues as data with --json', () => {
    const data = tree('errors', 'sum-differs');
    const text = run('validate', '--data', data);
    const json = run('validate', '--data', data, '--json');
    const marked = run('validate', '--data', data, '--annotations', 'github');
    expect([text.status, json.status, marked.status]).toEqual([1, 1, 1]);
    expect(marked.stdout).toContain(
      `/510811-xzspj/2022/expenditure.csv,line=2,title=SUM-EXPENDITURE::data/departments/`,
    );
    expect(text.stdout).toContain(
      '[SUM-EXPENDITURE] 本年支出合计 715.87 ≠ 基本支出 457.27 + 项目支出 268.60 = 725.87，相差 10.00 万元。',
    );
    expect(JSON.parse(json.stdout)).toMatchObject([
      {
        severity: 'error',
        rule: 'SUM-EXPENDITURE',
        line: 2,
        column: 4,
        found: '715.87',
        expected: '725.87',
        difference: '10',
      },
    ]);
  });

  test('a 50 MB file is named, not read', () => {
    const data = tree('huge');
    truncateSync(join(data, 'departments/510811-xzspj/2022/staff.csv'), 50 * 1024 * 1024);
    const { status, stdout } = run('validate', '--data', data);
    expect(status).toBe(1);
    expect(stdout).toContain('staff.csv [FORM-SIZE] 文件有 50.0 MB，超过 5 MB 的上限，没有读取。');
  });

  test('a wrong option, a folder that is not there', () => {
    expect(run('validate', '--dta', 'x').stderr).toBe(
      '没有 --dta 这个选项\n用法：npm run validate -- [--data …] [--json] [--annotations …]\n',
    );
    expect(run('validate', '--data', join(folder, 'nowhere'))).toMatchObject({
      status: 1,
      stderr: `找不到数据文件夹 ${join(folder, 'nowhere')}，请用 --data 指定\n`,
    });
  });
});

describe('absent', () => {
  const report = (data: string) => join(data, 'departments/510811-xzspj/2022/report.yaml');

  test('one line for each report that lacks the table, once, and nothing else', () => {
    const data = tree('absent');
    const before = readFileSync(report(data), 'utf8');
    const without = before.replace(/^ {2}- .* table: income, .*\n/m, '');
    expect(without).not.toBe(before);
    writeFileSync(report(data), without);
    expect(run('absent', 'income', data).stdout).toBe('写入 1 份 report.yaml：没有 income，原因 not-collected。\n');
    const after = readFileSync(report(data), 'utf8');
    expect(after.split('\n').toSorted()).toEqual(before.split('\n').toSorted());
    expect(run('absent', 'income', data).stdout).toContain('写入 0 份');
    expect(run('absent', 'expenditure', data).stdout).toContain('写入 0 份');
    expect(readFileSync(report(data), 'utf8')).toBe(after);
  });

  test('no such table, reason, folder: all said at once, nothing written', () => {
    const { status, stderr } = run('absent', 'meetings', join(folder, 'nowhere'), '--reason', 'lost');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^没有“meetings”这张表。[^]*没有“lost”。[^]*找不到文件夹 .*nowhere\n$/);
  });
});

describe('build', () => {
  test('bad data leaves the published site as it was', () => {
    const out = join(folder, 'site');
    mkdirSync(out);
    writeFileSync(join(out, 'index.html'), 'published');
    writeFileSync(join(out, '.mingzhang-site'), '');
    const { status, stderr } = run('build', '--data', tree('bad', 'cell-changed'), '--out', out);
    expect(status).toBe(1);
    expect(stderr).toContain('数据有错误，没有构建；已发布的网站保持原样。');
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('published');
  });

  test('nothing but an earlier site is ever replaced', () => {
    const diary = join(folder, 'home');
    mkdirSync(diary);
    writeFileSync(join(diary, 'diary.txt'), 'dear diary');
    const data = tree('kept');
    const refused = (out: string) => run('build', '--data', data, '--out', out);
    expect(refused(diary)).toMatchObject({
      status: 1,
      stderr: `--out 指向的文件夹里有别的东西，不会覆盖：${diary}。请换一个文件夹，或先清空它\n`,
    });
    expect(refused(join(diary, 'diary.txt')).stderr).toContain('--out 是一个文件');
    expect(refused(data).stderr).toContain('--out 与数据文件夹重叠');
    expect(refused(join(data, 'departments/site')).stderr).toContain('--out 与数据文件夹重叠');
    expect(refused(join(ROOT, 'src')).stderr).toContain('不会覆盖');
    expect(readFileSync(join(diary, 'diary.txt'), 'utf8')).toBe('dear diary');
  });

  test('a base path that is none, an output over the project itself', () => {
    expect(run('build', '--base', 'sub')).toMatchObject({
      status: 1,
      stderr: '--base 应以“/”开头和结尾，例如 /mingzhang/，现在是 sub\n',
    });
    expect(run('build', '--out', '.').stderr).toContain('--out 会覆盖项目自身');
  });
});

describe('figures', () => {
  test('lists a document as ledger rows', () => {
    const file = join(folder, 'document.txt');
    writeFileSync(file, '一、支出\n支出715.87万元，增长70%\n');
    expect(run('figures', file).stdout).toBe(
      'at,n,section,printed,sign,unit,states,ignored,note\nL2,1,一、支出,715.87,,万元,,,\nL2,2,一、支出,70,+,%,,,\n',
    );
  });

  test('a ledger is made, kept and brought up to date', () => {
    const [file, ledger] = [join(folder, 'report.txt'), join(folder, 'report.csv')];
    writeFileSync(file, '支出715.87万元\n');
    expect(run('figures', file, '--ledger', ledger).stderr).toContain('1 个数字，其中 1 个待说明');
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replace('万元,,,', '万元,expenditure/current/final,,'));
    writeFileSync(file, '标题\n支出715.87万元，占64%\n');
    const { stderr } = run('figures', file, '--ledger', ledger);
    expect(stderr).toContain('移动 L1.1 → L2.1：715.87万元 expenditure/current/final');
    expect(stderr).toContain('新增 L2.2：64%');
    expect(readFileSync(ledger, 'utf8')).toBe(
      'at,n,section,printed,sign,unit,states,ignored,note\nL2,1,,715.87,,万元,expenditure/current/final,,\nL2,2,,64,,%,,,\n',
    );
  });

  test('a ledger that cannot be read is left as it is', () => {
    const [file, ledger] = [join(folder, 'some.txt'), join(folder, 'some.csv')];
    writeFileSync(file, '支出715.87万元\n');
    for (const content of [
      'at,n,printed,note\r\nL1,1,715.87,备注\r\n',
      'at,n,section,printed,sign,unit,states,ignored,note\nL1,1,"支出,715.87,,万元,,,\nL2,1,,5,,,,,\n',
      'department: x\n',
    ]) {
      writeFileSync(ledger, content);
      expect(run('figures', file, '--ledger', ledger)).toMatchObject({ status: 1 });
      expect(readFileSync(ledger, 'utf8')).toBe(content);
    }
    expect(run('figures', file, '--ledger', folder).stderr).toContain('是文件夹');
  });

  test('a file that is not there, one that is no document, a text in GBK', () => {
    const [binary, gbk] = [join(folder, 'binary.txt'), join(folder, 'gbk.txt')];
    writeFileSync(binary, Buffer.from([0xff, 0xfe, 0x00, 0xff, 0x80]));
    writeFileSync(gbk, Buffer.from([0xd6, 0xa7, 0xb3, 0xf6, 0x35]));
    expect(run('figures', join(folder, 'none.txt')).stderr).toContain('找不到文件');
    expect(run('figures', binary)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('[DOCUMENT-FORMAT] 文件不是文本') as string,
    });
    expect(run('figures', gbk).stdout).toContain('L1,1,,5,,,,,');
  });
});
