/** Reference lists that reports are checked against: regions and classification codes. */
import { choice, code, text } from './kinds.ts';
import { defineTable } from './table.ts';

const regionCode = (name: string, required: boolean) =>
  code(name, 'GB/T 2260 六位代码', /^[0-9]{6}$/, '六位行政区划代码', { required });

/** 行政区划代码, GB/T 2260. */
export const regionsTable = defineTable({
  id: 'regions',
  title: '行政区划',
  about: '省、市、县三级行政区划代码（GB/T 2260）。',
  row: '一个行政区',
  key: ['code'],
  label: 'name',
  columns: {
    code: regionCode('代码', true),
    name: text('名称', '行政区名称', { required: true }),
    parent: regionCode('上级代码', false),
  },
});

const CERTAINTY = {
  observed: '见于公开的决算',
  recalled: '凭记忆，待核',
  inferred: '据名称推断，待核',
  verified: '已核对',
};

const codes = (id: string, title: string, levels: Record<string, string>) =>
  defineTable({
    id,
    title,
    about: `${title}的编码与名称，只收见过的，不是全部。`,
    row: '一个科目',
    key: ['code'],
    label: 'name',
    columns: {
      code: code('编码', '科目编码', /^[0-9]{3,7}$/, '科目编码', { required: true }),
      name: text('名称', '科目名称', { required: true }),
      level: choice('级次', '类、款、项', levels, { required: true }),
      years: text('年份', '见于哪些年份的公开文件'),
      certainty: choice('把握', '编码与名称的把握', CERTAINTY, { required: true }),
    },
  });

export const functionalCodes = codes('functional-codes', '支出功能分类', { 类: '类', 款: '款', 项: '项' });
export const economicCodes = codes('economic-codes', '支出经济分类', { 类: '类', 款: '款' });

export const nameChanges = defineTable({
  id: 'name-changes',
  title: '科目更名',
  about: '名称有变的科目，及新名称起用的年度。',
  row: '一次更名',
  key: ['scope', 'code', 'new_name'],
  columns: {
    scope: text('范围', '类、款、项等', { required: true }),
    code: text('编码', '科目编码', { required: true }),
    old_name: text('旧名', '旧名称'),
    new_name: text('新名', '新名称', { required: true }),
    effective: text('起用年度', '新名称起用的年度', { required: true }),
    certainty: choice('把握', '是否核对过', CERTAINTY, { required: true }),
  },
});
