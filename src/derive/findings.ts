/** Every declared finding of all reports, one row per occurrence. */
import type { CheckedReport } from '../checks/check.ts';
import { reportsOf, type Site } from '../site/site.ts';
import { choice, count, number, text } from '../tables/kinds.ts';
import { GRADES } from '../tables/report.ts';
import { defineTable } from '../tables/table.ts';
import { describe, KIND_NAMES, kindOf } from '../views/findings.ts';
import type { Record_ } from './csv.ts';
import { where, type Dataset } from './dataset.ts';
import type { Words } from './presented.ts';

export const findingsTable = defineTable({
  id: 'findings',
  title: '全部差异',
  about: '所有登记的差异，每处一行：两边的数、相差、位置、说明与部门答复。依据文本副本的，可能含识别误差。',
  row: '一条差异的一处',
  key: ['department', 'year', 'finding', 'occurrence'],
  columns: {
    finding: text('差异', '差异标识', { required: true }),
    occurrence: count('处', '本条差异的第几处', { required: true }),
    ...where,
    rule: text('规则', '规则代号', { required: true }),
    subject: text('对象', '单元地址或派生式', { required: true }),
    kind: choice('类别', '差异由什么查出', KIND_NAMES, { required: true }),
    grade: choice('等级', '影响结论、需要说明、笔误或尾差', GRADES, { required: true }),
    at: text('位置', '来源:位置，空格分隔', { max: 4000 }),
    left: text('一方', '印出的数', { required: true }),
    right: text('另一方', '单元、计算值或各部分之和'),
    difference: number('相差', '两数之差的绝对值；读出来的差异没有'),
    unit: text('单位', '两数的单位'),
    explanation: text('说明', '中性说明', { required: true }),
    response: text('答复', '部门答复', { max: 2000 }),
  },
});

/** What the two sides are about. */
export const findingsWords: readonly Words[] = [
  {
    id: 'sides_meaning',
    column: text('说的是', '两边说的是什么，由“对象”一列得出'),
    beside: 'subject',
    of: (row, checked) => describe(checked, row['subject'] ?? ''),
  },
];

/** The findings of one report in the order of its register, a row for each occurrence. */
export function findingRows({ report, findings: declared }: CheckedReport): Record_[] {
  return report.meta.findings.flatMap((finding) =>
    declared
      .filter((entry) => entry.finding === finding.id)
      .map((entry, index): Record_ => ({
        finding: finding.id,
        occurrence: String(index + 1),
        department: report.department,
        year: String(report.year),
        rule: entry.rule,
        subject: entry.subject,
        kind: kindOf(entry.rule),
        grade: finding.grade,
        at: entry.at.join(' '),
        left: entry.left,
        right: entry.right,
        difference: entry.difference,
        unit: entry.unit,
        explanation: finding.explanation,
        response: finding.reply?.text ?? '',
      })),
  );
}

export function findings(site: Site): Dataset {
  const rows = reportsOf(site).flatMap(({ checked }) => findingRows(checked));
  return { table: findingsTable, rows, words: findingsWords };
}
