/** What changed between two states of the data: renamed, reordered, changed, deleted; and that its Markdown is harmless. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { compareSites } from '../../src/diff/compare.ts';
import type { ReportChange } from '../../src/diff/difference.ts';
import { escapeText } from '../../src/diff/escape.ts';
import { differenceMarkdown } from '../../src/diff/markdown.ts';
import { differenceText } from '../../src/diff/plain.ts';
import type { DataFiles } from '../../src/load/files.ts';
import { siteOf } from '../../src/site/site.ts';
import { caseFiles } from './data-tree.ts';

const DEPARTMENT = 'data/departments/510811-xzspj/';
const REPORT = `${DEPARTMENT}2022/`;
const base = caseFiles(undefined);
const PROJECTS = 'project,source,name,final\n热线,,12345热线运行,30\n租赁,,场地租赁,12.5\n';
const REPLIED = /(?<=相差 189\.00 万元。\n)/;

const textOf = (files: DataFiles, path: string) => new TextDecoder().decode(files.get(path)!.bytes);

/** A tree with files replaced (null: removed), or edited by a function that must change them. */
function edit(
  files: DataFiles,
  changes: Readonly<Record<string, string | null | ((text: string) => string)>>,
): DataFiles {
  const edited = new Map(files);
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) {
      if (!edited.delete(path)) throw new Error(`${path} is not there`);
      continue;
    }
    const text = typeof change === 'string' ? change : change(textOf(files, path));
    if (typeof change !== 'string' && text === textOf(files, path)) throw new Error(`the edit of ${path} did not take`);
    const bytes = new TextEncoder().encode(text);
    edited.set(path, { path, size: bytes.length, bytes });
  }
  return edited;
}

/** The tree with a folder moved, and the department's id inside `report.yaml` with it. */
function move(files: DataFiles, from: string, to: string): DataFiles {
  return new Map(
    [...files].map(([path, file]) => {
      if (!path.startsWith(from)) return [path, file];
      const moved = to + path.slice(from.length);
      const [, department, year] = /departments\/([^/]+)\/(\d+)?/.exec(moved)!;
      if (!path.endsWith('report.yaml')) return [moved, { ...file, path: moved }];
      const text = textOf(files, path)
        .replace(/^department: .*/m, `department: ${department}`)
        .replace(/^year: .*/m, `year: ${year}`);
      const bytes = new TextEncoder().encode(text);
      return [moved, { path: moved, size: bytes.length, bytes }];
    }),
  );
}

const compare = (before: DataFiles, after: DataFiles) =>
  compareSites(siteOf(before), siteOf(after), { base: 'main', head: 'data' });

/** The only report that changed. */
function only(before: DataFiles, after: DataFiles): ReportChange {
  const { reports } = compare(before, after);
  expect(reports).toHaveLength(1);
  return reports[0]!;
}

describe('no change', () => {
  const reversed = (text: string) => {
    const [header, ...rows] = text.trimEnd().split('\n');
    return `${[header, ...rows.reverse()].join('\n')}\n`;
  };
  test.each([
    ['the same tree', {}],
    ['rows in another order', { [`${REPORT}expenditure.csv`]: reversed, [`${REPORT}staff.csv`]: reversed }],
    ['ledger rows in another order', { [`${REPORT}ledger/accounts.csv`]: reversed }],
    [
      'columns in another order',
      { [`${REPORT}staff.csv`]: 'actual,item,authorized\n19,total,20\n4,administrative,5\n15,institution,15\n' },
    ],
    [
      'an empty column more',
      {
        [`${REPORT}staff.csv`]: 'item,authorized,actual,note\ntotal,20,19,\nadministrative,5,4,\ninstitution,15,15,\n',
      },
    ],
    ['quotes where none are needed', { [`${REPORT}staff.csv`]: (text: string) => text.replace('total', '"total"') }],
    [
      'YAML keys in another order, comments, other quotes',
      {
        [`${DEPARTMENT}department.yaml`]:
          "# 部门\nlevel: county\nregion: '510811'\nshort: 昭化区行政审批局\n\nname: 广元市昭化区行政审批局\n",
        [`${REPORT}report.yaml`]: (text: string) =>
          text
            .replace('coverage: 局本级\n', '')
            .replace('year: 2022\n', 'year: 2022 # 年度\ncoverage:   "局本级"\n')
            .replace('  - { table: income, reason: not-collected }\n', '')
            .replace('findings:', '  - { reason: not-collected, table: income }\nfindings:'),
      },
    ],
  ])('%s', (_, changes) => {
    const difference = compare(base, edit(base, changes));
    expect(difference).toMatchObject({ same: true, departments: [], reports: [], lists: [] });
    expect(differenceMarkdown(difference)).toBe(
      '<!-- mingzhang-diff -->\n\n## 数据差异\n\n' +
        '从 main（1 个部门，1 份报告，9 个单元） 到 data（1 个部门，1 份报告，9 个单元）。\n\n**数据没有变化。**\n',
    );
  });
});

describe('changed', () => {
  test('a cell: old and new value, total, shares, and that published data is rewritten', () => {
    const head = edit(base, { [`${REPORT}expenditure.csv`]: (text) => text.replace('715.87', '725.87') });
    const difference = compare(base, head);
    expect(difference.reports).toMatchObject([
      {
        department: '510811-xzspj',
        year: 2022,
        status: 'changed',
        rewritten: 1,
        unexplained: true,
        cells: [
          {
            address: 'expenditure/current/final',
            name: '本年支出合计 · 决算',
            unit: '万元',
            before: '715.87',
            after: '725.87',
            difference: '10',
          },
        ],
        totals: [{ address: 'expenditure/current/final' }],
        shares: [
          { name: '基本支出占本年支出', before: '63.88%', after: '63.00%' },
          { name: '项目支出占本年支出', before: '36.12%', after: '35.63%' },
        ],
        findings: [],
        texts: [],
      },
    ]);
    expect(difference.head.errors).toBeGreaterThan(0);
    expect(differenceMarkdown(difference)).toMatchInlineSnapshot(`
      "<!-- mingzhang-diff -->

      ## 数据差异

      从 main（1 个部门，1 份报告，9 个单元） 到 data（1 个部门，1 份报告，9 个单元，**4 个错误**）。

      有错误的数据按读得出的部分比较；先运行 \`npm run validate\`。

      | | 增加 | 减少 | 改动 |
      |---|--:|--:|--:|
      | 报告 | 0 | 0 | 1 |
      | 单元 | 0 | 0 | 1 |

      > [!WARNING]
      > **改写了已发布的数据**，请与原件逐项核对。
      >
      > - 昭化区行政审批局 2022（510811-xzspj/2022）：1 个数改动；\`report.yaml\` 的 \`history\` 没有新的一条说明这次变更
      >   - 本年支出合计 · 决算：715.87 → 725.87 万元

      ### 有改动：昭化区行政审批局 2022 年度（510811-xzspj/2022）

      **合计**

      | 单元 | 名称 | 原来 | 现在 | 相差 | 单位 |
      |---|---|--:|--:|--:|---|
      | expenditure/current/final | 本年支出合计 · 决算 | 715.87 | 725.87 | +10 | 万元 |

      **占比**

      | 占比 | 原来 | 现在 |
      |---|--:|--:|
      | 基本支出占本年支出 | 63.88% | 63.00% |
      | 项目支出占本年支出 | 36.12% | 35.63% |

      **单元**

      | 单元 | 名称 | 原来 | 现在 | 相差 | 单位 |
      |---|---|--:|--:|--:|---|
      | expenditure/current/final | 本年支出合计 · 决算 | 715.87 | 725.87 | +10 | 万元 |
      "
    `);
  });

  test('a rewrite that history explains', () => {
    const history = (text: string) =>
      text.replace('sources:', 'history:\n  - { date: "2026-12-01", text: 按原件改正 }\nsources:');
    const head = edit(base, {
      [`${REPORT}expenditure.csv`]: (text) => text.replace('258.6', '258.5'),
      [`${REPORT}report.yaml`]: history,
    });
    const report = only(base, head);
    expect(report).toMatchObject({ rewritten: 1, unexplained: false, cells: [{ difference: '-0.1' }] });
    expect(report.texts).toEqual([{ place: '本站的变更', before: '', after: '2026-12-01 按原件改正' }]);
  });

  test.each([
    ['the same number written otherwise', '258.6', '258.60', { before: '258.6', after: '258.60', difference: '0' }],
    ['a cell that is gone', '258.6', '', { before: '258.6' }],
  ])('%s is a rewrite', (_, from, to, cell) => {
    const head = edit(base, { [`${REPORT}expenditure.csv`]: (text) => text.replace(from, to) });
    const report = only(base, head);
    expect(report.rewritten).toBe(1);
    expect(report.cells).toEqual([
      { address: 'expenditure/project/final', name: '项目支出 · 决算', unit: '万元', ...cell },
    ]);
  });

  test('a cell that is new is no rewrite', () => {
    const head = edit(base, { [`${REPORT}expenditure.csv`]: (text) => `${text}personnel,,,242.54,\n` });
    expect(only(base, head)).toMatchObject({ rewritten: 0, cells: [{ after: '242.54' }] });
  });

  test('a unit: the value is compared in the new one', () => {
    const metrics = (unit: string, value: string) => ({
      [`${REPORT}metrics.csv`]: `metric,role,name,operator,value,unit\n热线受理,result,热线受理,=,${value},${unit}\n`,
    });
    const report = only(edit(base, metrics('万件', '1.2')), edit(base, metrics('件', '12500')));
    expect(report.cells).toMatchObject([
      { before: '1.2', unitBefore: '万件', after: '12500', unit: '件', difference: '500' },
    ]);
  });

  test('texts: names, notes, coverage, department', () => {
    const head = edit(base, {
      [`${REPORT}expenditure.csv`]: (text) => text.replace('258.6,', '258.6,含结转'),
      [`${REPORT}report.yaml`]: (text) => text.replace('局本级', '局本级及下属单位'),
      [`${REPORT}notes.md`]: '新的说明\n',
      [`${DEPARTMENT}department.yaml`]: (text) => `${text}duties: [行政许可]\n`,
    });
    const difference = compare(base, head);
    expect(difference.departments).toMatchObject([
      { status: 'changed', texts: [{ place: '职责', before: '', after: '行政许可' }] },
    ]);
    expect(difference.reports[0]).toMatchObject({ rewritten: 0, cells: [] });
    expect(difference.reports[0]!.texts).toEqual([
      { place: '口径', before: '局本级', after: '局本级及下属单位' },
      { place: '说明（notes.md）', before: '', after: '新的说明' },
      { place: '支出 · 项目支出 · 备注', before: '', after: '含结转' },
    ]);
  });

  test('findings opened, changed and closed, with their occurrences', () => {
    const path = `${REPORT}report.yaml`;
    const another = edit(base, {
      [path]: (text) => text.replace('grade: conclusion', 'grade: slip').replace('left: "268.27"', 'left: "268.28"'),
    });
    expect(only(base, another).findings).toMatchObject([
      {
        id: 'basic-expenditure',
        status: 'changed',
        grade: '笔误或尾差',
        opened: [{ rule: 'LEDGER-CELL', left: '268.28', right: '457.27' }],
        closed: [{ rule: 'LEDGER-CELL', left: '268.27', right: '457.27' }],
        texts: [{ place: '等级', before: '影响结论', after: '笔误或尾差' }],
      },
    ]);
    const none = edit(base, { [path]: (text) => text.replace(/findings:[^]*/, '') });
    expect(only(base, none).findings).toMatchObject([{ status: 'closed', closed: [{ left: '268.27' }] }]);
    expect(only(none, base).findings).toMatchObject([{ status: 'opened', opened: [{ left: '268.27' }] }]);
    const replied = edit(base, {
      [path]: (text) => text.replace(REPLIED, '    reply: { date: "2026-12-01", text: 口径不同 }\n'),
    });
    expect(only(base, replied).findings).toMatchObject([
      { status: 'changed', texts: [{ place: '部门答复', before: '', after: 'date: 2026-12-01，text: 口径不同' }] },
    ]);
  });

  test('ledger: restated, added, removed, moved', () => {
    const path = `${REPORT}ledger/accounts.csv`;
    const restated = edit(base, {
      [path]: (text) =>
        text
          .replace('L37,1,支出决算,2022,,年,,date,\n', '')
          .replace('L130,1,人员概况,20,,名', 'L130,1,人员概况,21,,名')
          .concat('L200,1,结尾,2023,,年,,date,\n'),
    });
    expect(only(base, restated).ledger).toMatchObject({
      before: 13,
      after: 13,
      moved: 0,
      figures: [
        { place: 'accounts:L37.1', status: 'removed', before: '2022年 → 不计：date' },
        {
          place: 'accounts:L130.1',
          status: 'restated',
          before: '20名 → staff/total/authorized',
          after: '21名 → staff/total/authorized',
        },
        { place: 'accounts:L200.1', status: 'added', after: '2023年 → 不计：date' },
      ],
    });
    const moved = edit(base, { [path]: (text) => text.replaceAll('L130,', 'L131,') });
    expect(only(base, moved).ledger).toMatchObject({ moved: 6, figures: [] });
    const order = 'staff/total/actual;staff/administrative/actual';
    const both = edit(base, { [path]: (text) => text.replace(',staff/total/actual,', `,${order},`) });
    const other = edit(base, {
      [path]: (text) => text.replace(',staff/total/actual,', `,${order.split(';').reverse().join(';')},`),
    });
    expect(compare(both, other).same).toBe(true);
  });

  test('sources superseded, absent tables, proof', () => {
    const second = `  - id: revised
    title: 2022年度部门决算（更正）
    publisher: 广元市昭化区行政审批局
    file: revised.txt
    sha256: ${'ab'.repeat(32)}
    text_origin: original
    ledger: none
    supersedes: accounts
absent:`;
    const head = edit(base, {
      [`${REPORT}report.yaml`]: (text) =>
        text
          .replace('absent:', second)
          .replace('{ table: fiscal, reason: not-collected }', '{ table: fiscal, reason: undisclosed }'),
    });
    expect(only(base, head)).toMatchObject({
      sources: [{ id: 'revised', status: 'added', supersedes: 'accounts', title: '2022年度部门决算（更正）' }],
      absent: [{ place: '财政拨款收支', before: '本站未收到', after: '未公开' }],
      ledger: { proofBefore: 'complete', proofAfter: 'none' },
    });
  });

  test('a table added', () => {
    const head = edit(base, { [`${REPORT}projects.csv`]: PROJECTS });
    expect(only(base, head)).toMatchObject({ tables: { added: ['projects'], removed: [] }, rewritten: 0 });
  });

  test('reference lists and glossary', () => {
    const head = edit(base, { 'data/glossary/juesuan.md': '# 决算\n\n一年收支的结果。\n' });
    expect(compare(base, head).lists).toEqual([{ name: '名词解释', added: ['juesuan'], removed: [], changed: [] }]);
  });
});

describe('renamed', () => {
  test('a department moved with its reports: no report is added or removed', () => {
    const difference = compare(base, move(base, DEPARTMENT, 'data/departments/510811-zwfwj/'));
    expect(difference.departments).toMatchObject([{ id: '510811-zwfwj', was: '510811-xzspj', status: 'renamed' }]);
    expect(difference.reports).toMatchObject([
      {
        department: '510811-zwfwj',
        was: { department: '510811-xzspj', year: 2022 },
        status: 'renamed',
        rewritten: 0,
        cells: [],
        findings: [],
        ledger: { moved: 0, figures: [] },
      },
    ]);
  });

  test('a report moved to another year and changed: known by its document', () => {
    const moved = move(base, REPORT, `${DEPARTMENT}2021/`);
    const head = edit(moved, { [`${DEPARTMENT}2021/expenditure.csv`]: (text) => text.replace('258.6', '258.5') });
    const difference = compare(base, head);
    expect(difference.departments).toEqual([]);
    expect(difference.reports).toMatchObject([
      { year: 2021, was: { year: 2022 }, status: 'renamed', rewritten: 1, cells: [{ difference: '-0.1' }] },
    ]);
  });

  test('the key of a row, with the figures that state it', () => {
    const path = `${REPORT}ledger/accounts.csv`;
    const stating = (projects: string, address: string) =>
      edit(base, {
        [`${REPORT}projects.csv`]: projects,
        [path]: (text) => `${text}L160,1,项目,30,,万元,"${address};share(${address},expenditure/current/final)",,\n`,
      });
    const report = only(
      stating(PROJECTS, 'projects/热线/final'),
      stating(PROJECTS.replace('热线,,', '便民热线,,'), 'projects/便民热线/final'),
    );
    expect(report).toMatchObject({
      rows: [{ before: 'projects/热线', after: 'projects/便民热线', name: '12345热线运行' }],
      cells: [],
      rewritten: 0,
      texts: [],
      ledger: { figures: [] },
    });
  });

  test('a declared item is never a renamed one: the figure moved to another meaning', () => {
    const head = edit(base, { [`${REPORT}expenditure.csv`]: (text) => text.replace('project,,', 'operating,,') });
    expect(only(base, head)).toMatchObject({
      rows: [],
      rewritten: 1,
      cells: [
        { address: 'expenditure/project/final', before: '258.6' },
        { address: 'expenditure/operating/final', after: '258.6' },
      ],
    });
  });

  test('a source and a finding under another id', () => {
    const head = edit(base, {
      [`${REPORT}ledger/accounts.csv`]: null,
      [`${REPORT}ledger/final.csv`]: textOf(base, `${REPORT}ledger/accounts.csv`),
      [`${REPORT}report.yaml`]: (text) =>
        text
          .replace('id: accounts', 'id: final')
          .replace('accounts:L157.4', 'final:L157.4')
          .replace('id: basic-expenditure', 'id: basic'),
    });
    expect(only(base, head)).toMatchObject({
      sources: [{ id: 'final', was: 'accounts', status: 'renamed' }],
      findings: [{ id: 'basic', was: 'basic-expenditure', status: 'renamed', opened: [], closed: [] }],
      ledger: { moved: 0, figures: [] },
      cells: [],
    });
  });
});

describe('deleted', () => {
  test('a table', () => {
    const report = only(base, edit(base, { [`${REPORT}staff.csv`]: null }));
    expect(report).toMatchObject({ tables: { added: [], removed: ['staff'] }, rewritten: 6 });
  });

  test('a report, a department', () => {
    const gone = new Map([...base].filter(([path]) => !path.startsWith(REPORT)));
    const difference = compare(base, gone);
    expect(difference.reports).toMatchObject([{ status: 'removed', rewritten: 9, findings: [{ status: 'closed' }] }]);
    expect(differenceMarkdown(difference)).toContain('> - 昭化区行政审批局 2022（510811-xzspj/2022）：整份删去');
    const none = new Map([...base].filter(([path]) => !path.startsWith(DEPARTMENT)));
    expect(compare(base, none).departments).toMatchObject([{ status: 'removed', name: '广元市昭化区行政审批局' }]);
    expect(compare(none, base)).toMatchObject({
      departments: [{ status: 'added' }],
      reports: [{ status: 'added', rewritten: 0, unexplained: false }],
    });
  });
});

describe('data with errors', () => {
  test('what one side cannot read is neither added nor removed, and said', () => {
    const broken = edit(base, { [`${REPORT}report.yaml`]: 'department: [\n' });
    const difference = compare(broken, base);
    expect(difference).toMatchObject({ same: false, reports: [], unreadable: [{ side: 'base', path: REPORT }] });
    const text = differenceMarkdown(difference);
    expect(text).toContain(`- 基准的 data/departments/510811-xzspj/2022/`);
    expect(text).toMatch(/main（1 个部门，0 份报告，0 个单元，\*\*\d+ 个错误\*\*）/);
    const nameless = edit(base, { [`${DEPARTMENT}department.yaml`]: null });
    expect(compare(nameless, base)).toMatchObject({
      departments: [],
      reports: [],
      unreadable: [{ path: DEPARTMENT }, { path: REPORT }],
    });
  });

  test('a table that cannot be read is not compared; one with a bad row as far as it goes', () => {
    const gbk = edit(base, {});
    const path = `${REPORT}staff.csv`;
    const files = new Map(gbk).set(path, { path, size: 4, bytes: new Uint8Array([0xd6, 0xa7, 0xb3, 0xf6]) });
    const other = edit(base, { [`${REPORT}expenditure.csv`]: (text) => text.replace('258.6', '258.5') });
    const report = only(files, other);
    expect(report).toMatchObject({
      faulty: [{ side: 'base', table: 'staff' }],
      tables: { added: [], removed: [] },
      cells: [{ address: 'expenditure/project/final' }],
    });
    expect(differenceMarkdown(compare(files, other))).toContain('基准的人员有形式错误，只比较了读得出的部分。');
  });

  test('a table that can no longer be read is said, though nothing of it can be compared', () => {
    const path = `${REPORT}income.csv`;
    const sound = edit(base, { [path]: 'item,final\ncurrent,715.87\ntreasury,715.87\n' });
    const files = new Map(sound).set(path, { path, size: 4, bytes: new Uint8Array([0xd6, 0xa7, 0xb3, 0xf6]) });
    expect(only(sound, files)).toMatchObject({ faulty: [{ side: 'head', table: 'income' }], cells: [], shares: [] });
    const text = differenceMarkdown(compare(sound, files));
    expect(text).toContain('现在的收入有形式错误');
    expect(text).not.toContain('数据没有变化');
    expect(compare(files, files).same).toBe(true);
  });
});

describe('Markdown', () => {
  test('long lists are folded, very long comments are cut and say so', () => {
    const rows = (count: number) =>
      `project,source,name,final\n${Array.from({ length: count }, (_, index) => `p${index},,项目${index},${index + 1}\n`).join('')}`;
    const text = differenceMarkdown(compare(base, edit(base, { [`${REPORT}projects.csv`]: rows(300) })));
    expect(text).toContain('<details><summary>单元（300 项）</summary>');
    expect(text).toContain('还有 100 项，见 JSON。');
    const many = new Map(base);
    for (let year = 1990; year < 2020; year += 1)
      for (const [path, file] of move(
        edit(base, { [`${REPORT}projects.csv`]: rows(100) }),
        REPORT,
        `${DEPARTMENT}${year}/`,
      ))
        many.set(path, file);
    const cut = differenceMarkdown(compare(base, many));
    expect(cut.length).toBeLessThan(65_536);
    const departments = Array.from({ length: 2000 }, (_, index) => ({
      id: `510811-x${index}`,
      name: '某部门',
      status: 'removed' as const,
      texts: [],
    }));
    const difference = compare(base, edit(base, { [`${REPORT}staff.csv`]: null }));
    const reports = Array.from({ length: 2000 }, (_, index) => ({ ...difference.reports[0]!, year: 1990 + index }));
    const wide = differenceMarkdown({ ...difference, departments, reports });
    expect(wide.length).toBeLessThan(65_536);
    expect(wide).toContain('> - 还有 1900 份，见 JSON');
    expect(cut).toMatch(/另有 \d+ 个部门和报告太长，没有列在这里：.*全部见 JSON。/);
  });

  test.each([
    ['@someone 见 #12、GH-7', '&#64;\u2060someone 见 &#35;\u206012、GH-\u20607'],
    [
      '</details><img src=x onerror=alert(1)>',
      '&#60;/details&#62;&#60;img src&#61;x onerror&#61;alert&#40;1&#41;&#62;',
    ],
    ['a|b\nc\t`d`', 'a&#124;b c &#96;d&#96;'],
    [
      '[点这里](https://evil.example) www.evil.example',
      '&#91;点这里&#93;&#40;https&#58;//evil&#46;example&#41; www&#46;evil&#46;example',
    ],
    ['**粗** ~~删~~ &lt;', '&#42;&#42;粗&#42;&#42; &#126;&#126;删&#126;&#126; &#38;lt&#59;'],
    ['翻\u202e转\u0007零\u200b宽', '翻&#92;u&#123;202e&#125;转&#92;u&#123;7&#125;零&#92;u&#123;200b&#125;宽'],
    ['715.87 -0.5 expenditure/basic/final', '715.87 -0.5 expenditure/basic/final'],
  ])('%j is harmless', (text, expected) => expect(escapeText(text)).toBe(expected));

  test('whatever the text, no character of Markdown or HTML is left and it stays on its line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const escaped = escapeText(text).replace(/&#\d+;|\\u\{[0-9a-f]+\}/g, '');
        expect(escaped).not.toMatch(/[<>@#|`*_[\](){}!\\~\n\r]|:\/\/|-(?:[ -]|$)/);
      }),
    );
  });

  test('hostile names of the data do not reach the comment as they are', () => {
    const hostile = edit(base, {
      [`${REPORT}projects.csv`]: 'project,source,name,final\nx,,</details> @all | ![](http://x.example/y),1\n',
      [`${REPORT}report.yaml`]: (text) => text.replace('两处基本支出相差 189.00 万元。', '"<!-- @team -->"'),
    });
    const text = differenceMarkdown(compare(base, hostile));
    expect(text).not.toMatch(/@all|@team|!\[|http:\/\/x|<\/details> /);
    expect(text.match(/<!--/g)).toHaveLength(1);
  });
});

describe('what comes first', () => {
  const SECOND = `${DEPARTMENT}2021/`;
  const two = new Map([
    ...base,
    ...move(new Map([...base].filter(([path]) => path.startsWith(REPORT))), REPORT, SECOND),
  ]);
  const rewritten = (files: DataFiles) =>
    edit(files, { [`${SECOND}expenditure.csv`]: (text) => text.replace('258.6', '258.5') });
  const gone = (files: DataFiles) => new Map([...files].filter(([path]) => !path.startsWith(REPORT)));

  test('figures that changed, old and new; what is gone comes last and in short', () => {
    const difference = compare(two, gone(rewritten(two)));
    const markdown = differenceMarkdown(difference);
    expect(markdown).toContain('>   - 项目支出 · 决算：258.6 → 258.5 万元\n');
    const order = ['项目支出 · 决算：258.6 → 258.5', '整份删去', '### 有改动', '### 删去', '随之删去 9 个单元'];
    expect(order.map((words) => markdown.indexOf(words))).toEqual(
      order.map((words) => markdown.indexOf(words)).toSorted((a, b) => a - b),
    );
    expect(order.filter((words) => !markdown.includes(words))).toEqual([]);
    expect(markdown.slice(markdown.indexOf('### 删去'))).not.toContain('|');
  });

  test('ids that citations rest on', () => {
    const warned = (head: DataFiles, from = base) =>
      differenceMarkdown(compare(from, head)).match(/^> - .*→.*$/gm) ?? [];
    expect(warned(move(base, DEPARTMENT, 'data/departments/510811-zwfwj/'))).toEqual([
      '> - 部门：510811-xzspj → 510811-zwfwj',
    ]);
    expect(warned(move(base, REPORT, SECOND))).toEqual(['> - 报告：510811-xzspj/2022 → 510811-xzspj/2021']);
    const projects = edit(base, { [`${REPORT}projects.csv`]: PROJECTS });
    const renamed = edit(base, {
      [`${REPORT}projects.csv`]: PROJECTS.replace('热线,,', '便民热线,,'),
      [`${REPORT}report.yaml`]: (text) => text.replace('id: basic-expenditure', 'id: basic'),
    });
    expect(warned(renamed, projects)).toEqual([
      '> - 510811-xzspj/2022 的行：projects/热线 → projects/便民热线',
      '> - 510811-xzspj/2022 的差异：basic-expenditure → basic',
    ]);
    expect(warned(rewritten(two), two)).toEqual([]);
  });

  test('as plain text: no Markdown, no references, no control characters', () => {
    const head = edit(gone(rewritten(two)), {
      [`${DEPARTMENT}department.yaml`]: (text) => text.replace(/^name: .*/m, 'name: "#1 *甲*\\e[31m"'),
    });
    expect(differenceText(compare(two, head))).toMatchInlineSnapshot(`
      "从 main（1 个部门，2 份报告，18 个单元，1 个错误） 到 data（1 个部门，1 份报告，9 个单元，4 个错误）。
      有错误的数据按读得出的部分比较；先运行 npm run validate。

      注意：改写了已发布的数据，请与原件逐项核对
        昭化区行政审批局 2021（510811-xzspj/2021）：1 个数改动；report.yaml 的 history 没有新的一条说明这次变更
          项目支出 · 决算（expenditure/project/final）：258.6 → 258.5 万元
        昭化区行政审批局 2022（510811-xzspj/2022）：整份删去

      部门：增加 0，减少 0，改动 1
      报告：增加 0，减少 1，改动 1
      单元：增加 0，减少 9，改动 1
      登记的差异：增加 0，减少 1，改动 0
      台账的数字：增加 0，减少 13，改动 0
      部门有改动：#1 *甲*\\u{1b}[31m（510811-xzspj），全称

      有改动：昭化区行政审批局 2021（510811-xzspj/2021）：单元 1
        项目支出占本年支出：36.12% → 36.11%

      删去：昭化区行政审批局 2022（510811-xzspj/2022）：删去的表 支出、人员，单元 9，登记的差异 1，来源 1，没有的表 12，台账的数字 13

      逐项的清单：加 --markdown 或 --json。
      "
    `);
    expect(differenceText(compare(base, base))).toBe(
      '从 main（1 个部门，1 份报告，9 个单元） 到 data（1 个部门，1 份报告，9 个单元）。\n数据没有变化。\n',
    );
  });
});

describe('npm run diff', () => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'mingzhang-diff-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const root = resolve(import.meta.dirname, '../..');
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), 'diff', ...args], { cwd: folder, encoding: 'utf8' });

  test('against a revision, a folder, and what is neither', () => {
    const git = (...args: string[]) => {
      const { status, stderr } = spawnSync(
        'git',
        ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args],
        { cwd: folder, encoding: 'utf8' },
      );
      expect([status, stderr]).toEqual([0, '']);
    };
    cpSync(join(root, 'tests/fixtures/invalid/_base/data'), join(folder, 'data'), { recursive: true });
    mkdirSync(join(folder, 'elsewhere'));
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    const path = join(folder, REPORT, 'expenditure.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace('258.6', '258.5'));
    const { status, stdout } = run('main', '--json-file', 'out/diff.json', '--markdown-file', 'out/diff.md');
    expect([status, stdout]).toEqual([0, '1 份报告、0 个部门有变化。\n']);
    expect(JSON.parse(readFileSync(join(folder, 'out/diff.json'), 'utf8'))).toMatchObject({
      format: 1,
      base: { name: 'main', errors: 0 },
      reports: [{ cells: [{ before: '258.6', after: '258.5', difference: '-0.1' }] }],
    });
    expect(readFileSync(join(folder, 'out/diff.md'), 'utf8')).toContain('**改写了已发布的数据**');

    expect(JSON.parse(run('main', '--json').stdout)).toEqual(
      JSON.parse(readFileSync(join(folder, 'out/diff.json'), 'utf8')),
    );
    expect(run('main', '--json', '--markdown')).toMatchObject({ status: 1, stdout: '' });
    expect(run('data', '--markdown').stdout).toContain('**数据没有变化。**');
    expect(run('data').stdout).toMatch(/\n数据没有变化。\n$/);
    expect(run('no-such-branch')).toMatchObject({
      status: 1,
      stdout: '',
      stderr:
        '找不到基准 no-such-branch：它既不是数据文件夹，也不是这个仓库里的 git 版本。先取来（如 git fetch origin main），或改用文件夹\n',
    });
    expect(run().stderr).toContain('请给一个基准');
  });
});
