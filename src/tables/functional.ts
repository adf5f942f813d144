import { functionalCode, fund, money, note } from './columns.ts';
import { amount, text } from './kinds.ts';
import { defineTable } from './table.ts';

export const functional = defineTable({
  id: 'functional',
  title: '支出功能分类',
  about: '按支出功能分类的类、款、项列示的支出决算，以及其中的基本支出、项目支出等。',
  row: '一种资金的一个功能分类科目；total 为合计',
  key: ['fund', 'code'],
  label: 'name',
  groupBy: 'fund',
  classification: 'functional',
  columns: {
    fund,
    code: functionalCode,
    name: text('科目名称', '照报告印出的名称', { required: true }),
    ...money,
    basic: amount('基本支出', '决算数中的基本支出'),
    project: amount('项目支出', '决算数中的项目支出'),
    'to-superior': amount('上缴上级支出', '决算数中的上缴上级支出'),
    operating: amount('经营支出', '决算数中的经营支出'),
    'to-subsidiary': amount('对附属单位补助支出', '决算数中的对附属单位补助支出'),
    note,
  },
  across: { final: ['basic', 'project', 'to-superior', 'operating', 'to-subsidiary'] },
});
