import { item, money, note, ownItem } from './columns.ts';
import { defineTable } from './table.ts';

export const expenditure = defineTable({
  id: 'expenditure',
  title: '支出',
  about: '部门全部支出，不限财政拨款：总计、本年支出、基本与项目等构成、结转。',
  row: '一个支出项目',
  key: ['item'],
  columns: { item, ...ownItem, ...money, note },
  items: {
    total: {
      name: '支出总计',
      partitions: [
        { parts: ['current', 'surplus-distribution', 'carry-out'], optional: ['surplus-distribution', 'carry-out'] },
      ],
    },
    current: {
      name: '本年支出合计',
      partitions: [
        {
          parts: ['basic', 'project', 'to-superior', 'operating', 'to-subsidiary'],
          optional: ['to-superior', 'operating', 'to-subsidiary'],
        },
      ],
    },
    basic: { name: '基本支出', partitions: [{ parts: ['personnel', 'public'] }] },
    personnel: { name: '人员经费' },
    public: { name: '公用经费' },
    project: { name: '项目支出' },
    'to-superior': { name: '上缴上级支出' },
    operating: { name: '经营支出' },
    'to-subsidiary': { name: '对附属单位补助支出' },
    'surplus-distribution': { name: '结余分配' },
    'carry-out': { name: '年末结转和结余' },
  },
});
