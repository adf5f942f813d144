import { item, money, note, ownItem } from './columns.ts';
import { count } from './kinds.ts';
import { defineTable } from './table.ts';

/** 财政拨款“三公”经费; items as in 财预〔2016〕143号. */
export const threePublic = defineTable({
  id: 'three-public',
  title: '“三公”经费',
  about: '财政拨款安排的因公出国（境）、公务用车购置及运行维护、公务接待经费，以及团组、人次、车辆、批次。',
  row: '“三公”经费的一项或其一部分',
  key: ['item'],
  columns: {
    item,
    ...ownItem,
    ...money,
    groups: count('团组数', '因公出国（境）团组数', { unit: '个' }),
    people: count('人次', '出国（境）或接待的人次', { unit: '人次' }),
    batches: count('批次', '公务接待批次', { unit: '批次' }),
    bought: count('购置数', '公务用车购置数', { unit: '辆' }),
    kept: count('保有量', '公务用车保有量', { unit: '辆' }),
    note,
  },
  items: {
    total: { name: '“三公”经费合计', partitions: [{ parts: ['abroad', 'vehicles', 'reception'] }] },
    abroad: { name: '因公出国（境）费' },
    vehicles: { name: '公务用车购置及运行维护费', partitions: [{ parts: ['vehicle-purchase', 'vehicle-operation'] }] },
    'vehicle-purchase': { name: '公务用车购置费' },
    'vehicle-operation': { name: '公务用车运行维护费' },
    reception: {
      name: '公务接待费',
      partitions: [{ parts: ['reception-domestic', 'reception-foreign'], optional: ['reception-foreign'] }],
    },
    'reception-domestic': { name: '国内公务接待' },
    'reception-foreign': { name: '外事接待' },
  },
});
