/** Columns that several tables share. */
import { amount, choice, code, key, text } from './kinds.ts';

/** Phases of a budget year, money in 万元. */
export const initial = amount('年初预算', '年初部门预算批复数');
export const added = amount('年中追加', '年度执行中追加（调减为负）的预算');
export const adjusted = amount(
  '全年预算',
  '调整后的全年预算数；文件未说明是哪一种预算时也记在这里，并在备注写“未注明”',
);
export const final = amount('决算', '决算数或全年执行数');
export const change = amount('比上年增减', '决算比上年增加（正）或减少（负）的金额');
export const prior = amount('上年决算', '文件印出的上年同口径决算数');
export const opening = amount('年初结转', '年初结转和结余');
export const closing = amount('年末结转', '年末结转和结余');

export const money = { initial, added, adjusted, final, change, prior } as const;

export const note = text('备注', '整理说明，用自己的话');

/** Columns of tables with a fixed item list that a report may extend. */
export const item = key('项目', '项目代号：本表列出的代号，或报告自列项目的标识');
export const ownItem = {
  name: text('项目名称', '仅报告自列的项目填写，照印出的名称'),
  parent: text('上级项目', '报告自列的项目是哪个项目的一部分（填项目代号），可空'),
} as const;

export const FUNDS = {
  general: '一般公共预算',
  'government-fund': '政府性基金预算',
  'state-capital': '国有资本经营预算',
} as const;

/** Treasury funds, and all money of a department together, whatever its source. */
export const FUNDS_AND_ALL = { ...FUNDS, all: '全部资金' } as const;

export const fund = choice('资金', '财政拨款的预算种类', FUNDS, { required: true });
export const fundOrAll = choice('资金', '财政拨款的预算种类；支出决算表的全部资金用 all', FUNDS_AND_ALL, {
  required: true,
});

/** A functional classification code: 类 3, 款 5 and 项 7 digits (政府收支分类科目), or `total`. */
export const functionalCode = code(
  '科目编码',
  '支出功能分类编码：类 3 位、款 5 位、项 7 位；total 为合计',
  /^(?:total|[0-9]{3}|[0-9]{5}|[0-9]{7})$/,
  '功能分类编码（3、5 或 7 位数字，或 total）',
  { required: true },
);
