/** 云南: 国有资产占有使用情况表, amounts of assets by kind; kinds of fixed assets are details that no table here holds. */
import { itemCell, type Form, type Words } from '../form.ts';

const asset = (words: RegExp, item: string): Words => ({ words, means: { item } });

const KINDS: readonly Words[] = [
  {
    words: /^(?:房屋|构筑物|土地|车辆|单[价位]|其他固定资产|对外投资|有价证券)/u,
    means: { item: 'detail', beyond: true },
  },
  asset(/^资产(?:总额|合计|总计)/u, 'total'),
  asset(/^流动资产/u, 'current'),
  { words: /^固定资产(?:净值|净额)?(?:合计|小计)?$/u, means: { item: 'fixed-net', certainty: 'likely' } },
  asset(/^在建工程/u, 'construction'),
  asset(/^无形资产/u, 'intangible'),
  asset(/^其他资产/u, 'other'),
];

export const assetsTable: Form = {
  id: 'assets',
  title: /国有资产|资产情况/u,
  heads: [/流动资产/u, /固定资产/u],
  columns: [
    [
      { words: /年初|期初/u, means: { measure: 'opening' } },
      { words: /^/u, means: { measure: 'closing' } },
    ],
  ],
  turned: { total: { item: 'total' } },
  sides: [{ id: 'kinds', rows: KINDS }],
  states(row, column) {
    const item = row.item ?? column.item;
    const measure = row.measure === 'opening' ? 'opening' : (column.measure ?? 'closing');
    return item ? [itemCell('assets', item, measure)] : [];
  },
};
