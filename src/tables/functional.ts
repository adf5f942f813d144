import { fund, money, note } from './columns.ts';
import { amount, code, text } from './kinds.ts';
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
    code: code(
      '科目编码',
      '支出功能分类编码：类 3 位、款 5 位、项 7 位；total 为合计',
      /^(?:total|[0-9]{3}|[0-9]{5}|[0-9]{7})$/,
      '功能分类编码（3、5 或 7 位数字，或 total）',
      { required: true },
    ),
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
