/** Every relation evaluated in all reports. */
import type { CheckedReport } from '../checks/check.ts';
import { identity } from '../checks/result.ts';
import { reportsOf, type Site } from '../site/site.ts';
import { choice, number, text } from '../tables/kinds.ts';
import { defineTable } from '../tables/table.ts';
import { describe } from '../views/findings.ts';
import { RESULT_NAMES } from '../views/results.ts';
import type { Record_ } from './csv.ts';
import { where, type Dataset } from './dataset.ts';
import type { Words } from './presented.ts';

export const relationsTable = defineTable({
  id: 'relations',
  title: '全部核对',
  about: '每一条核对过的关系：合计、比率、重复印出的数、两项之间的关系，及其结果。',
  row: '一条核对过的关系',
  key: ['department', 'year', 'rule', 'subject', 'left', 'right'],
  columns: {
    ...where,
    rule: text('规则', '规则代号，说明见方法页', { required: true }),
    subject: text('对象', '单元地址或派生式', { max: 4000, required: true }),
    result: choice('结果', '核对的结果', RESULT_NAMES, { required: true }),
    left: text('一方', '左边的数'),
    right: text('另一方', '右边的数，无法核对时为空'),
    difference: number('相差', '两数之差的绝对值'),
    operands: text('相关单元', '参与核对的其他单元，空格分隔', { max: 4000 }),
    finding: text('差异', '登记的差异标识'),
  },
});

/** What is checked. */
const relationsWords: readonly Words[] = [
  {
    id: 'subject_meaning',
    column: text('说的是', '核对的是什么，由“对象”一列得出'),
    beside: 'subject',
    of: (row, checked) => describe(checked, row['subject'] ?? ''),
  },
];

/** The relations evaluated in one report. */
export function relationRows(checked: CheckedReport): Record_[] {
  const declared = new Map(checked.findings.map((entry) => [identity(entry), entry.finding]));
  return checked.relations.map((relation): Record_ => ({
    department: checked.report.department,
    year: String(checked.report.year),
    rule: relation.rule,
    subject: relation.subject,
    result: relation.result,
    left: relation.left,
    right: relation.right,
    difference: relation.difference,
    operands: relation.operands.join(' '),
    finding: declared.get(identity(relation)) ?? '',
  }));
}

export function relations(site: Site): Dataset {
  const rows = reportsOf(site).flatMap(({ checked }) => relationRows(checked));
  return { table: relationsTable, rows, words: relationsWords };
}
