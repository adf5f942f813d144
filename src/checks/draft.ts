/** What a draft leaves for a second look: it is named until somebody has looked and taken the mark away. */
import type { Report } from '../load/report.ts';
import { columnIndex } from '../load/csv.ts';
import type { Issue } from '../messages/issue.ts';
import { nameOf } from '../tables/table.ts';

/** Opens a note, or a sentence of `report.yaml`, that nobody has checked against the document yet. */
export const UNCHECKED = '待核';

/** A notice for each row of a table or ledger, and each entry of `report.yaml`, that is marked 待核. */
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
  const entries: [readonly PropertyKey[], string][] = [
    [['coverage'], meta.coverage],
    ...meta.sources.flatMap(({ title, publisher }, index): [readonly PropertyKey[], string][] => [
      [['sources', index, 'title'], title],
      [['sources', index, 'publisher'], publisher],
    ]),
  ];
  for (const [path, text] of entries) {
    if (text.startsWith(UNCHECKED))
      add(`${report.folder}report.yaml`, report.locate(path), `${path.join('.')} 还没有填好（${text}）`, '照原件填写');
  }
  return issues;
}
