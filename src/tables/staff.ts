import { item, note, ownItem } from './columns.ts';
import { count } from './kinds.ts';
import { defineTable } from './table.ts';

const CATEGORIES = ['administrative', 'institution', 'worker', 'contract'];

export const staff = defineTable({
  id: 'staff',
  title: '人员',
  about: '编制与年末实有人数，按类别；领导职数。',
  row: '一类人员或一种职务',
  key: ['item'],
  columns: {
    item,
    ...ownItem,
    authorized: count('编制数', '核定的编制或职数', { unit: '人' }),
    actual: count('实有数', '年末实有人数', { unit: '人' }),
    note,
  },
  items: {
    total: { name: '人员合计', partitions: [{ parts: CATEGORIES, optional: ['worker', 'contract'] }] },
    administrative: { name: '行政人员' },
    institution: { name: '事业人员' },
    worker: { name: '工勤人员' },
    contract: { name: '长期聘用人员' },
    supported: { name: '财政供给人员' },
    retired: { name: '退休人员' },
    director: { name: '局长（主任）' },
    'deputy-director': { name: '副局长（副主任）' },
    'party-secretary': { name: '机关党委书记' },
    'section-chief': { name: '科级正职' },
    'section-deputy': { name: '科级副职' },
  },
});
