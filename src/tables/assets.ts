import { item, note, ownItem } from './columns.ts';
import { amount } from './kinds.ts';
import { defineTable } from './table.ts';

export const assets = defineTable({
  id: 'assets',
  title: '资产',
  about: '年末（及年初）资产构成。',
  row: '一项资产',
  key: ['item'],
  columns: {
    item,
    ...ownItem,
    opening: amount('年初数', '年初账面数'),
    closing: amount('年末数', '年末账面数'),
    note,
  },
  items: {
    total: {
      name: '资产合计',
      partitions: [
        {
          parts: ['current', 'fixed-net', 'construction', 'intangible', 'other'],
          optional: ['construction', 'intangible', 'other'],
        },
      ],
    },
    current: { name: '流动资产' },
    cash: { name: '货币资金' },
    'fixed-net': { name: '固定资产净值' },
    construction: { name: '在建工程' },
    intangible: { name: '无形资产净值' },
    other: { name: '其他资产' },
  },
});
