/** What the sections of an account are about, known by their headings. */
import { comparable } from '../../figures/characters.ts';

export type Topic =
  | 'overall'
  | 'income'
  | 'expenditure'
  | 'fiscal'
  | 'general'
  | 'basic'
  | 'three-public'
  | 'government-fund'
  | 'state-capital'
  | 'agency'
  | 'procurement'
  | 'holdings'
  | 'assets'
  | 'fund';

/** Headings of passages in which nothing is read. */
const CLOSED =
  /名词解释|专业名词|职责|职能|机构设置|机构组成|单位构成|人员(?:概况|情况|构成)|部门概况|单位概况|重点工作|目录|^附[件表录]|(?:表|图|附件)$|自评|评价|绩效(?!.*资金)|预算管理/u;

/** Headings under which nothing is read whatever the headings below them say. */
const CLOSED_BELOW = /名词解释|专业名词|职责|职能|目录|^(?!.*(?:说明|情况)).*(?:决算|报)表$/u;

export const closesBelow = (title: string): boolean => CLOSED_BELOW.test(wordsOf(title));

const wordsOf = (title: string) => comparable(title).replaceAll(/[\s“”"'‘’*]/gu, '');

/** The first that fits a heading (NFKC, without spaces and quotation marks) tells its topic. */
const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  ['agency', /(?:机关|机构|单位|行政)运行经费/u],
  ['procurement', /政府采购/u],
  ['holdings', /国有资产|资产占[用有]|公务用车及.*设备|车辆情况/u],
  ['assets', /资产/u],
  ['three-public', /三公|因公出国|公务用车|公务接待/u],
  ['government-fund', /政府性基金/u],
  ['state-capital', /国有资本经营/u],
  ['basic', /基本支出/u],
  ['general', /一般公共预算/u],
  ['fund', /资金(?:收支|收入|支出)|财政收支|预决算情况|总体收支情况|收支预算情况/u],
  ['fiscal', /财政拨款/u],
  ['overall', /收入支出|收支|收、支|收入、支出|收入和支出|收入与支出/u],
  ['income', /收入.*(?:情况|说明|决算)/u],
  ['expenditure', /支出.*(?:情况|说明|决算)/u],
];

/** Items that are heading and text in one: （二）政府采购支出总额47.60万元，… */
const ITEMS: readonly (readonly [Topic, RegExp])[] = [
  ['agency', /^(?:20[0-9]{2}年度?)?(?:本部门|本单位)?(?:机关|机构)运行经费支出(?:决算)?(?:为|共计|合计)?[0-9]/u],
  ['procurement', /^(?:20[0-9]{2}年度?)?(?:本部门|本单位)?政府采购(?:支出)?(?:总额|合计|总计)?(?:为|共计)?[0-9]/u],
  ['holdings', /^截至20[0-9]{2}年12月31日.*(?:车辆|用车)/u],
];

/** The topic of a heading; null when nothing under it is to be read, undefined when it tells nothing. */
export function topicOf(title: string): Topic | null | undefined {
  const item = ITEMS.find(([, pattern]) => pattern.test(wordsOf(title)))?.[0];
  if (item) return item;
  // An item of a list, not a heading: （一）教育支出年初预算数为100万元
  if (/[0-9](?:万|亿)?元|预算数|决算[数为]/u.test(wordsOf(title))) return undefined;
  const text = wordsOf(title);
  if (CLOSED.test(text)) return null;
  return TOPICS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Topics in which expenditure is listed by functional classification. */
export const FUNCTIONAL: ReadonlySet<Topic> = new Set([
  'general',
  'fiscal',
  'government-fund',
  'state-capital',
  'fund',
  'expenditure',
]);
