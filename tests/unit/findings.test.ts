import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/derive/dataset.ts';
import { figures } from '../../src/derive/figures.ts';
import { findings } from '../../src/derive/findings.ts';
import { ledger } from '../../src/derive/ledger.ts';
import { relations } from '../../src/derive/relations.ts';
import { formatIssue } from '../../src/messages/issue.ts';
import { loadSite } from '../../src/site/site.ts';
import { caseFiles, caseNames, checkFiles } from './data-tree.ts';
import { checkWith } from './make-report.ts';

describe('one fixture report per kind of finding', () => {
  test.each(caseNames('findings'))('%s', async (name) => {
    const { departments, issues } = checkFiles(caseFiles(name, 'findings'));
    expect(issues.map(formatIssue)).toEqual([]);
    const { findings: found, report } = departments[0]!.reports[0]!;
    const whole = found.map((entry) => ({
      ...entry,
      meta: report.meta.findings.find(({ id }) => id === entry.finding),
    }));
    await expect(`${JSON.stringify(whole, null, 2)}\n`).toMatchFileSnapshot(
      resolve(import.meta.dirname, `../fixtures/findings/${name}/expected.json`),
    );
  });
});

describe('a finding is declared, changed and removed', () => {
  const head = 'at,n,section,printed,sign,unit,states,ignored,note\n';
  const expenditure = 'item,final\nbasic,457.27\n';
  const ledgerWith = (other: string) =>
    `${head}L37,3,,457.27,,万元,expenditure/basic/final,,\nL157,4,,${other},,万元,expenditure/basic/final,,\n`;
  const yaml = (register: string) =>
    `department: 510811-xzspj\nyear: 2022\nkinds: [performance]\ncoverage: 局本级\nsources:\n  - { id: accounts, title: 决算, publisher: 昭化区行政审批局, file: a.txt, sha256: "${'0'.repeat(64)}", text_origin: unknown, ledger: complete }\n${register}`;
  const declared = (left: string) =>
    yaml(
      `findings:\n  - id: basic-expenditure\n    grade: conclusion\n    explanation: 两处相差。\n    occurrences:\n      - { rule: LEDGER-CELL, subject: expenditure/basic/final, left: "${left}", right: "457.27", at: ["accounts:L157.4"] }\n`,
    );
  const messages = (report: string, other: string) =>
    checkWith({
      'report.yaml': report,
      'expenditure.csv': expenditure,
      'staff.csv': null,
      'ledger/accounts.csv': ledgerWith(other),
    })
      .issues.filter(({ severity }) => severity === 'error')
      .map(formatIssue);

  test('a disagreement appears: the message gives the line to declare', () => {
    expect(messages(yaml(''), '268.27')).toEqual([
      'data/departments/510811-xzspj/2022/ledger/accounts.csv:3:1 (A3) [LEDGER-CELL] 原件 L157 印出 268.27万元，所述 expenditure/basic/final，单元“基本支出 · 决算”为 457.27 万元，相差 189 万元。核对原件、台账与数据表。如果原件就是这样，请在 report.yaml 的 findings 登记一处：{rule: LEDGER-CELL, subject: "expenditure/basic/final", left: "268.27", right: "457.27", at: ["accounts:L157.4"]}。',
    ]);
  });

  test('declared: no error', () => expect(messages(declared('268.27'), '268.27')).toEqual([]));

  test('the document changes: the declaration is stale and the new difference undeclared', () => {
    expect(messages(declared('268.27'), '300')).toEqual([
      'data/departments/510811-xzspj/2022/report.yaml:12:9 [REGISTER-STALE] 差异“basic-expenditure”登记的 LEDGER-CELL expenditure/basic/final 268.27 与 457.27 已不出现，现在是 300 与 457.27。数据有改动：改正数值，或删去这一处；一条差异的各处都不再出现时，整条删去。',
      'data/departments/510811-xzspj/2022/ledger/accounts.csv:3:1 (A3) [LEDGER-CELL] 原件 L157 印出 300万元，所述 expenditure/basic/final，单元“基本支出 · 决算”为 457.27 万元，相差 157.27 万元。核对原件、台账与数据表。如果原件就是这样，请在 report.yaml 的 findings 登记一处：{rule: LEDGER-CELL, subject: "expenditure/basic/final", left: "300", right: "457.27", at: ["accounts:L157.4"]}。',
    ]);
  });

  test('the document is mended: the declaration has to go', () => {
    expect(messages(declared('268.27'), '457.27')).toEqual([
      'data/departments/510811-xzspj/2022/report.yaml:12:9 [REGISTER-STALE] 差异“basic-expenditure”登记的 LEDGER-CELL expenditure/basic/final 268.27 与 457.27 已不出现，现在两处一致，或已不再核对。数据有改动：改正数值，或删去这一处；一条差异的各处都不再出现时，整条删去。',
    ]);
    expect(messages(yaml(''), '457.27')).toEqual([]);
  });
});

describe('observations', () => {
  const register = (occurrence: string) =>
    new TextDecoder()
      .decode(caseFiles(undefined).get('data/departments/510811-xzspj/2022/report.yaml')!.bytes)
      .replace('    sha256:', '    lines: 487\n    sha256:') +
    `  - id: seen\n    grade: slip\n    explanation: 读出来的。\n    occurrences:\n      - ${occurrence}\n`;
  test.each([
    ['{ rule: OBSERVED, subject: 名称, left: 甲, right: 乙, at: [] }', 'OBSERVED-PLACE', '没有写位置'],
    [
      '{ rule: OBSERVED, subject: 名称, left: 甲, right: 乙, at: ["accounts:L488"] }',
      'OBSERVED-PLACE',
      '位置 accounts:L488 超出文件的 487 行',
    ],
    [
      '{ rule: OBSERVED, subject: 名称, left: 甲, right: 乙, at: ["annex:L3"] }',
      'OBSERVED-PLACE',
      '位置 annex:L3 不是“来源:位置”，或没有这个来源',
    ],
    [
      '{ rule: OBSERVED, subject: 名称, left: 甲, right: 乙, at: ["accounts:L37.9"] }',
      'OBSERVED-PLACE',
      '台账里没有位置 accounts:L37.9',
    ],
    [
      '{ rule: OBSERVED, subject: expenditure/none/final, left: 甲, right: 乙, at: ["accounts:L37"] }',
      'OBSERVED-SUBJECT',
      '没有单元 expenditure/none/final',
    ],
  ])('%s', (occurrence, rule, problem) => {
    const found = checkWith({ 'report.yaml': register(occurrence) }).issues.filter(
      ({ severity }) => severity === 'error',
    );
    expect(found.map((issue) => [issue.rule, issue.problem])).toEqual([[rule, `差异“seen”：${problem}`]]);
  });
});

describe('the four files join on their keys', () => {
  const site = loadSite('data');
  const database = new DatabaseSync(':memory:');
  const load = ({ table, rows }: Dataset) => {
    const columns = Object.keys(table.columns);
    const quoted = columns.map((name) => `"${name}"`);
    database.exec(
      `create table "${table.id}" (${quoted.map((name) => `${name} text`).join(', ')}, primary key (${table.key.map((name) => `"${name}"`).join(', ')}))`,
    );
    const insert = database.prepare(`insert into "${table.id}" values (${columns.map(() => '?').join(', ')})`);
    for (const row of rows) insert.run(...columns.map((name) => row[name] ?? ''));
  };
  for (const dataset of [figures(site), ledger(site), findings(site), relations(site)]) load(dataset);
  const count = (sql: string) => Number(Object.values(database.prepare(sql).get()!)[0]);

  test('every finding named in the ledger or a relation is in findings.csv', () => {
    expect(
      count(
        `select count(*) from relations r where finding <> '' and not exists (select 1 from findings f where f.department = r.department and f.year = r.year and f.finding = r.finding and f.rule = r.rule and f.subject = r.subject)`,
      ),
    ).toBe(0);
    expect(
      count(
        `select count(*) from ledger l where finding <> '' and not exists (select 1 from findings f where f.department = l.department and f.year = l.year and instr(' ' || l.finding || ' ', ' ' || f.finding || ' ') > 0)`,
      ),
    ).toBe(0);
  });

  test('every finding that arithmetic found is in relations.csv', () => {
    expect(
      count(
        `select count(*) from findings f where rule <> 'OBSERVED' and not exists (select 1 from relations r where r.department = f.department and r.year = f.year and r.finding = f.finding and r.subject = f.subject and r.left = f.left)`,
      ),
    ).toBe(0);
  });

  test('every figure is stated by the ledger row that it names first', () => {
    const sql = `select count(*) from figures g left join ledger l on l.department = g.department and l.year = g.year
      and l.source || ':' || l.at || '.' || l.n = substr(g.sources || ' ', 1, instr(g.sources || ' ', ' ') - 1)
      where l.states is null or instr(';' || l.states || ';', ';' || g.cell || ';') = 0`;
    expect(count(sql)).toBe(0);
  });

  test('every differing row of the ledger names its finding', () => {
    expect(count(`select count(*) from ledger where status = 'differs' and finding = ''`)).toBe(0);
  });
});
