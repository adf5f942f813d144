import { closing, money, note, opening } from './columns.ts';
import { choice, key, text } from './kinds.ts';
import { defineTable } from './table.ts';

export const projects = defineTable({
  id: 'projects',
  title: '项目',
  about: '项目的年初预算、全年预算与执行，可再按资金来源分。',
  row: '一个项目；或一个项目的一种资金来源',
  key: ['project', 'source'],
  label: 'name',
  sumOverLastKey: true,
  columns: {
    project: key('项目标识', '项目的标识，本报告内唯一'),
    source: choice('资金来源', '空为全部资金', {
      treasury: '财政拨款',
      superior: '上级补助',
      'carry-over': '上年结转',
      other: '其他资金',
    }),
    name: text('项目名称', '照报告印出的名称', { required: true }),
    opening,
    ...money,
    closing,
    note,
  },
});
