import { functionalCode, note } from './columns.ts';
import { amount, text } from './kinds.ts';
import { defineTable } from './table.ts';

export const incomeFunctional = defineTable({
  id: 'income-functional',
  title: '收入按功能分类',
  about: '收入决算表：按功能分类科目列示的本年收入及其来源。',
  row: '一个功能分类科目；total 为合计',
  key: ['code'],
  label: 'name',
  classification: 'functional',
  columns: {
    code: functionalCode,
    name: text('科目名称', '照报告印出的名称', { required: true }),
    final: amount('本年收入合计', '该科目本年收入'),
    treasury: amount('财政拨款收入', '其中财政拨款收入'),
    superior: amount('上级补助收入', '其中上级补助收入'),
    institution: amount('事业收入', '其中事业收入'),
    operating: amount('经营收入', '其中经营收入'),
    subsidiary: amount('附属单位上缴收入', '其中附属单位上缴收入'),
    other: amount('其他收入', '其中其他收入'),
    note,
  },
  across: { final: ['treasury', 'superior', 'institution', 'operating', 'subsidiary', 'other'] },
});
