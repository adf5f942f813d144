import { compare } from '../relation.ts';
import type { Rule } from './rule.ts';

/** Project amounts under evaluation cover other money than 项目支出 of the accounts: a difference is explained, not found. */
export const projectsTotal: Rule = {
  id: 'PROJECTS-TOTAL',
  title: '列出的项目与项目支出',
  says: '绩效部分列出的项目不一定是全部项目，也可能含基本支出里的经费，所以合计与项目支出不同并不算差异，只作说明。',
  level: 'explain',
  evaluate(context) {
    const total = context.cell('expenditure/project/final');
    const parts = [...context.report.cells.values()].filter(
      (cell) => cell.table === 'projects' && cell.measure === 'final' && !cell.row.values['source'],
    );
    return total && parts.length > 0
      ? [compare(context, { rule: 'PROJECTS-TOTAL', left: [total], right: parts, sign: '=' })]
      : [];
  },
};
