import { item, money, note, ownItem } from './columns.ts';
import { defineTable } from './table.ts';

const funds = (prefix: string) => ({
  parts: [`${prefix}-general`, `${prefix}-government-fund`, `${prefix}-state-capital`],
  optional: [`${prefix}-government-fund`, `${prefix}-state-capital`],
});

export const fiscal = defineTable({
  id: 'fiscal',
  title: '财政拨款收支',
  about: '财政拨款的收入与支出，按一般公共预算、政府性基金预算、国有资本经营预算分，含年初、年末结转。',
  row: '一个财政拨款收支项目',
  key: ['item'],
  columns: { item, ...ownItem, ...money, note },
  items: {
    'income-total': {
      name: '财政拨款收入总计',
      partitions: [{ parts: ['income', 'carry-in'], optional: ['carry-in'] }],
    },
    income: { name: '本年财政拨款收入', partitions: [funds('income')] },
    'income-general': { name: '一般公共预算财政拨款收入' },
    'income-government-fund': { name: '政府性基金预算财政拨款收入' },
    'income-state-capital': { name: '国有资本经营预算财政拨款收入' },
    'carry-in': { name: '年初财政拨款结转和结余', partitions: [funds('carry-in')] },
    'carry-in-general': { name: '年初结转：一般公共预算' },
    'carry-in-government-fund': { name: '年初结转：政府性基金预算' },
    'carry-in-state-capital': { name: '年初结转：国有资本经营预算' },
    'expenditure-total': {
      name: '财政拨款支出总计',
      partitions: [{ parts: ['expenditure', 'carry-out'], optional: ['carry-out'] }],
    },
    expenditure: {
      name: '本年财政拨款支出',
      partitions: [funds('expenditure'), { id: 'KIND', parts: ['basic', 'project'] }],
    },
    'expenditure-general': { name: '一般公共预算财政拨款支出' },
    'expenditure-government-fund': { name: '政府性基金预算财政拨款支出' },
    'expenditure-state-capital': { name: '国有资本经营预算财政拨款支出' },
    basic: { name: '财政拨款基本支出', partitions: [{ parts: ['personnel', 'public'] }] },
    personnel: { name: '财政拨款人员经费' },
    public: { name: '财政拨款公用经费' },
    project: { name: '财政拨款项目支出' },
    'carry-out': { name: '年末财政拨款结转和结余', partitions: [funds('carry-out')] },
    'carry-out-general': { name: '年末结转：一般公共预算' },
    'carry-out-government-fund': { name: '年末结转：政府性基金预算' },
    'carry-out-state-capital': { name: '年末结转：国有资本经营预算' },
  },
});
