import { closing, functionalCode, fundOrAll, money, note, opening } from './columns.ts';
import { amount, text } from './kinds.ts';
import { defineTable } from './table.ts';

export const functional = defineTable({
  id: 'functional',
  title: '支出功能分类',
  about:
    '按支出功能分类的类、款、项列示的支出决算，以及其中的基本支出、项目支出等；按财政拨款的种类分，全部资金另成一组。',
  row: '一种资金的一个功能分类科目；total 为合计',
  key: ['fund', 'code'],
  label: 'name',
  groupBy: 'fund',
  classification: 'functional',
  columns: {
    fund: fundOrAll,
    code: functionalCode,
    name: text('科目名称', '照报告印出的名称', { required: true }),
    opening,
    income: amount('本年收入', '政府性基金、国有资本经营等收支表里该科目的本年收入'),
    ...money,
    basic: amount('基本支出', '决算数中的基本支出'),
    project: amount('项目支出', '决算数中的项目支出'),
    'to-superior': amount('上缴上级支出', '决算数中的上缴上级支出'),
    operating: amount('经营支出', '决算数中的经营支出'),
    'to-subsidiary': amount('对附属单位补助支出', '决算数中的对附属单位补助支出'),
    closing,
    note,
  },
  across: { final: ['basic', 'project', 'to-superior', 'operating', 'to-subsidiary'] },
});
