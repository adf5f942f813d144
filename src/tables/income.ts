import { item, money, note, ownItem } from './columns.ts';
import { defineTable } from './table.ts';

export const income = defineTable({
  id: 'income',
  title: '收入',
  about: '部门全部收入，不限财政拨款：总计、本年收入、按来源、结转；预算收入也可按基本与项目分。',
  row: '一个收入项目',
  key: ['item'],
  columns: { item, ...ownItem, ...money, note },
  items: {
    total: {
      name: '收入总计',
      partitions: [
        { parts: ['current', 'nonfiscal-surplus', 'carry-in'], optional: ['nonfiscal-surplus', 'carry-in'] },
      ],
    },
    current: {
      name: '本年收入合计',
      partitions: [
        {
          parts: [
            'general',
            'government-fund',
            'state-capital',
            'superior',
            'institution',
            'operating',
            'subsidiary',
            'other',
          ],
          optional: ['government-fund', 'state-capital', 'superior', 'institution', 'operating', 'subsidiary', 'other'],
        },
        { id: 'KIND', parts: ['basic', 'project'] },
      ],
    },
    treasury: {
      name: '财政拨款收入',
      partitions: [
        { parts: ['general', 'government-fund', 'state-capital'], optional: ['government-fund', 'state-capital'] },
      ],
    },
    general: { name: '一般公共预算财政拨款收入' },
    'government-fund': { name: '政府性基金预算财政拨款收入' },
    'state-capital': { name: '国有资本经营预算财政拨款收入' },
    superior: { name: '上级补助收入' },
    institution: { name: '事业收入' },
    operating: { name: '经营收入' },
    subsidiary: { name: '附属单位上缴收入' },
    other: { name: '其他收入' },
    basic: { name: '基本收入', partitions: [{ parts: ['personnel', 'public'] }] },
    personnel: { name: '人员经费' },
    public: { name: '公用经费' },
    project: { name: '项目收入' },
    'nonfiscal-surplus': { name: '使用非财政拨款结余' },
    'carry-in': { name: '年初结转和结余', partitions: [{ parts: ['carry-in-basic', 'carry-in-project'] }] },
    'carry-in-basic': { name: '年初结转：基本支出' },
    'carry-in-project': { name: '年初结转：项目支出' },
  },
});
