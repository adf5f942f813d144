/** What a draft leaves for a second look: it is named until somebody has looked and taken the mark away. */
import type { Department } from '../load/catalog.ts';
import type { Report } from '../load/report.ts';
import { columnIndex } from '../load/csv.ts';
import type { Issue } from '../messages/issue.ts';
import { nameOf } from '../tables/table.ts';

/** Opens a note, or a sentence of `report.yaml`, that nobody has checked against the document yet. */
export const UNCHECKED = '待核';

/** A notice for each row of a table or ledger, and each entry of `report.yaml`, that is marked 待核; absent tables are named together. */
export function checkDraft(report: Report): Issue[] {
  const issues: Issue[] = [];
  const add = (file: string, at: { line: number; column: number } | undefined, what: string, remedy: string) =>
    issues.push({ severity: 'notice', file, ...at, rule: 'DRAFT', problem: what, remedy });
  for (const csv of report.tables.values()) {
    for (const { line, values } of csv.rows) {
      const note = values['note'] ?? '';
      if (note.startsWith(UNCHECKED))
        add(
          csv.path,
          { line, column: columnIndex(csv, 'note') },
          `“${nameOf(csv.table, values)}”这一行还没有核对（${note}）`,
          '对照原件核对，改正或确认后删去备注里待核的话',
        );
    }
  }
  for (const ledger of report.ledgers.values()) {
    for (const { at, n, printed, note, line } of ledger.rows) {
      if (note.startsWith(UNCHECKED))
        add(
          ledger.path,
          { line, column: columnIndex(ledger, 'note') },
          `${at} 第 ${n} 个数字 ${printed} 的说明还没有核对`,
          '对照原件核对，改正或确认 states 后删去备注里的待核',
        );
    }
  }
  const { meta } = report;
  const entries: [readonly PropertyKey[], string, string][] = [
    [['coverage'], '口径（coverage）', meta.coverage],
    ...meta.sources.flatMap(({ id, title, publisher }, index): [readonly PropertyKey[], string, string][] => [
      [['sources', index, 'title'], `来源 ${id} 的标题（title）`, title],
      [['sources', index, 'publisher'], `来源 ${id} 的发布单位（publisher）`, publisher],
    ]),
    ...meta.findings.map(({ id, explanation }, index): [readonly PropertyKey[], string, string] => [
      ['findings', index, 'explanation'],
      `差异 ${id} 的说明（explanation）`,
      explanation,
    ]),
  ];
  const file = `${report.folder}report.yaml`;
  for (const [path, name, text] of entries) {
    if (text.startsWith(UNCHECKED)) add(file, report.locate(path), `${name}还没有填好（${text}）`, '照原件填写');
  }
  const unread = meta.absent.filter(({ note }) => note?.startsWith(UNCHECKED)).map(({ table }) => table);
  if (unread.length > 0)
    add(
      file,
      report.locate(['absent', meta.absent.findIndex(({ table }) => table === unread[0])]),
      `absent 里 ${unread.length} 张表的原因还没有核对：${unread.join('、')}`,
      '文件里有的，把数录进表里，删去这一条；没有的，写实际的原因，删去备注里待核的话',
    );
  return issues;
}

/** A notice for each name of a department that is marked 待核. */
export function checkDraftDepartment({ path, meta, locate }: Department): Issue[] {
  const names = { name: '全称', short: '简称' } as const;
  return (['name', 'short'] as const)
    .filter((key) => meta[key].startsWith(UNCHECKED))
    .map((key) => ({
      severity: 'notice',
      file: path,
      ...locate([key]),
      rule: 'DRAFT',
      problem: `部门${names[key]}（${key}）还没有填好（${meta[key]}）`,
      remedy: '照原件填写',
    }));
}
