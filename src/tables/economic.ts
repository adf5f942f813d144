import { fund, money, note } from './columns.ts';
import { code, text } from './kinds.ts';
import { defineTable } from './table.ts';

export const economic = defineTable({
  id: 'economic',
  title: '基本支出经济分类',
  about: '财政拨款基本支出按部门预算支出经济分类列示，分人员经费与公用经费。',
  row: '一种资金的一个经济分类科目，或人员经费、公用经费',
  key: ['fund', 'code'],
  label: 'name',
  groupBy: 'fund',
  classification: 'economic',
  groups: {
    basic: { parts: ['personnel', 'public'] },
    personnel: { parts: ['301', '303'], optional: ['301', '303'] },
    public: { parts: ['302', '307', '309', '310', '312', '399'], optional: ['302', '307', '309', '310', '312', '399'] },
  },
  columns: {
    fund,
    code: code(
      '科目编码',
      '支出经济分类编码：类 3 位、款 5 位；basic 合计、personnel 人员经费、public 公用经费',
      /^(?:basic|personnel|public|[0-9]{3}|[0-9]{5})$/,
      '经济分类编码（3 或 5 位数字，或 basic、personnel、public）',
      { required: true },
    ),
    name: text('科目名称', '照报告印出的名称', { required: true }),
    ...money,
    note,
  },
});
