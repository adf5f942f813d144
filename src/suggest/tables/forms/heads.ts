/** Heads that many forms share: phases of the budget, parts of expenditure, totals. */
import type { Words } from '../form.ts';

/** 预算 that is not said to be that of the whole year. */
export const UNNAMED = { measure: 'adjusted', note: '未注明' } as const;
const WHOLE_YEAR: Words = { words: /(?:全年|调整后?的?)预算|预算调整|追加后/u, means: { measure: 'adjusted' } };

/** The change against the year before, in money. */
const CHANGE: Words = { words: /增减(?:额|金额|数)?(?:›金额)?$/u, means: { measure: 'change' } };
export const SKIP: Words = { words: /增减|增长|比[上重]|完成|%|率$|占|差异|备注/u, means: { skip: true } };

/** Phases of money by a column's heads; a budget that is not named is 全年预算. */
export const PHASES: readonly Words[] = [
  CHANGE,
  SKIP,
  { words: /上年(?!.*结[转余])|去年/u, means: { measure: 'prior' } },
  { words: /年初预算/u, means: { measure: 'initial' } },
  WHOLE_YEAR,
  {
    words: /(?<!公共|基金|经营)预算(?:统计|安排|批复|下达)?(?:数|金额|额)?(?:\(.*\))?(?:›|$)/u,
    means: UNNAMED,
  },
  { words: /决算|金额|执行|支出数|实际|统计数|数量|本年|合计|小计/u, means: { measure: 'final' } },
];

const TOTAL = '(?:›(?:合计|小计|金额))?$';

/** Parts of expenditure in the tables by function; parts of parts are no cells of ours. */
export const PARTS: readonly Words[] = [
  CHANGE,
  SKIP,
  { words: /上年(?!.*结[转余])/u, means: { measure: 'prior' } },
  { words: /年初预算.*›/u, means: { skip: true } },
  { words: /年初预算/u, means: { measure: 'initial' } },
  { words: /(?:全年|调整后?的?)预算.*›/u, means: { skip: true } },
  WHOLE_YEAR,
  { words: /(?<!公共|基金|经营)预算(?:统计)?(?:数|金额)?›/u, means: { skip: true } },
  { words: /(?<!公共|基金|经营)预算(?:统计)?(?:数|金额)?$/u, means: UNNAMED },
  { words: new RegExp(`(?:年初|上年)[^›]*结[转余][^›]*${TOTAL}`, 'u'), means: { measure: 'opening' } },
  { words: new RegExp(`(?:年末|结转下年)[^›]*(?:结[转余][^›]*)?${TOTAL}`, 'u'), means: { measure: 'closing' } },
  { words: /(?:年初|年末|上年)[^›]*结[转余].*›/u, means: { beyond: true } },
  { words: new RegExp(`本年[^›]*收入[^›]*${TOTAL}|^收入${TOTAL}`, 'u'), means: { measure: 'income' } },
  { words: /本年[^›]*收入.*›/u, means: { beyond: true } },
  { words: /结余分配|交纳/u, means: { beyond: true } },
  { words: /人员经费/u, means: { measure: 'personnel' } },
  { words: /公用经费/u, means: { measure: 'public' } },
  { words: new RegExp(`基本支出${TOTAL}`, 'u'), means: { measure: 'basic' } },
  { words: new RegExp(`项目支出(?:\\(.*\\))?${TOTAL}`, 'u'), means: { measure: 'project' } },
  { words: /(?:基本|项目)支出.*›/u, means: { beyond: true } },
  { words: /上缴上级/u, means: { measure: 'to-superior' } },
  { words: /经营支出/u, means: { measure: 'operating' } },
  { words: /附属单位/u, means: { measure: 'to-subsidiary' } },
  { words: /合计|小计|总计|本年支出|决算数|金额|支出决算/u, means: { measure: 'final' } },
];

/** Treasury funds by a column's heads; `sum` adds them up. */
export const FUND_HEADS: readonly Words[] = [
  { words: /政府性基金/u, means: { fund: 'government-fund' } },
  { words: /国有资本/u, means: { fund: 'state-capital' } },
  { words: /一般公共/u, means: { fund: 'general' } },
  { words: /合计|小计|总计/u, means: { fund: 'sum' } },
];

export const TOTAL_ROW = /^(?:合计|总计|本年(?:收入|支出)?合计|(?:收入|支出)合计|(?:收入|支出)总计)$/u;
