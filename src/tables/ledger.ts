/** The ledger of a source document: declared like a table, though it holds proofs and not cells. */
import { choice, code, text } from './kinds.ts';
import { defineTable } from './table.ts';

/** Why a figure states nothing about the department. A closed list. */
export const IGNORED = {
  date: '日期、年度',
  ordinal: '序号、编号',
  'document-number': '文号、期号',
  name: '名称的一部分',
  'legal-threshold': '制度规定的界限',
  template: '模板文字',
  beyond: '本站各表不收的明细',
} as const;

export const ledgerTable = defineTable({
  id: 'ledger',
  title: '台账',
  about: '一份文件印出的数字，一个数一行，按原文次序：在哪里、怎样印、说明哪个单元，或为什么不是统计数。',
  row: '一个印出的数字',
  key: ['at', 'n'],
  columns: {
    at: code(
      '位置',
      '文本文件 L行号，PDF p页码，电子表格 表名!C12',
      /^(?:L[1-9][0-9]*|p[1-9][0-9]*|[^!\s]+![A-Z]+[1-9][0-9]*)$/,
      '位置（如 L57、p3、Sheet1!C12）',
      { required: true },
    ),
    n: code(
      '次序',
      '该处第几个数字；c1、c2 为中文数字，写在备注里',
      /^c?[1-9][0-9]*$/,
      '次序（如 1、2；中文数字写 c1）',
      { required: true },
    ),
    section: text('章节', '所在标题'),
    printed: code('印出', '照印的数字', /^[0-9０-９][0-9０-９,.．]*$/, '印出的数字'),
    sign: choice('正负', '增加、上升记 +，减少、下降记 -', { '+': '增', '-': '减' }),
    unit: text('单位', '照印，换行处接上，共用的单位各写一次'),
    states: text('说明', '单元地址或派生式，多个用“;”分隔', { max: 4000 }),
    ignored: choice('不计', '不是统计数的原因', IGNORED),
    note: text('备注', '中文数字本身，或整理说明'),
  },
});
