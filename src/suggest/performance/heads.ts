/** What the columns and rows of self-evaluation forms are called. Matched without spaces and without words in parentheses. */

export type IndicatorColumn =
  | 'level1'
  | 'level2'
  | 'level3'
  | 'target'
  | 'actual'
  | 'completion'
  | 'unit'
  | 'operator'
  | 'nature'
  | 'weight'
  | 'score'
  | 'reason';
export type FundColumn = 'initial' | 'adjusted' | 'final' | 'rate' | 'weight' | 'score';

type Names<T extends string> = readonly (readonly [T, RegExp])[];

/** The first name that fits wins. */
const INDICATOR_COLUMNS: Names<IndicatorColumn> = [
  ['level1', /^一级(?:指标|目标)/u],
  ['level2', /^二级(?:指标|目标)/u],
  ['level3', /^(?:三级指标|三级目标|具体指标|目标指标|指标名称|绩效指标名称|指标内容|指标)(?:名称|内容)?$/u],
  ['reason', /偏差|原因|改进|备注|说明|措施/u],
  ['weight', /分值|权重|满分/u],
  ['score', /(?:得分|评分|自评分|打分)(?!.*(?:标准|规则|办法|依据|细则|说明))/u],
  ['completion', /完成率|完成比例|完成程度|实现程度|完成百分比/u],
  ['unit', /^(?:计量|度量|指标|数量|指标值|指标值计量|指标计量)?单位$/u],
  ['nature', /^(?:指标)?(?:方向|方向性|趋向)$/u],
  ['operator', /^(?:指标性质|指标符号|比较符|比较符号|运算符|运算符号|计算符号|符号)$/u],
  ['actual', /实际|完成值|完成情况|完成数|业绩指标|业绩值|达成/u],
  ['target', /(?:指标|目标|预期|计划|标准)值|^(?:年度|全年|年初|预期|绩效)?(?:目标|预期指标)$|预期指标/u],
];

const FUND_COLUMNS: Names<FundColumn> = [
  ['rate', /执行率|完成率|支出进度/u],
  ['weight', /分值|权重|满分/u],
  ['score', /得分|评分/u],
  ['initial', /^年初/u],
  ['final', /^(?:全年|预算)?执行$|执行(?:数|金额|额)|决算数|支出数|实际(?:支出|执行|使用)/u],
  ['adjusted', /^(?:全年|调整后?|年度|当年|本年)?预算(?:数|金额|总额|安排)?$|调整后|预算调整/u],
];

/** A label without spaces, punctuation at its ends, numbering and words in parentheses. */
export function plain(text: string): string {
  return text
    .replace(/\([^()]*\)/gu, '')
    .replace(/^[(（]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[.、)）]/u, '')
    .replace(/[:：*]/gu, '')
    .trim();
}

const find = <T extends string>(names: Names<T>, text: string): T | undefined =>
  names.find(([, pattern]) => pattern.test(plain(text)))?.[0];

export const indicatorColumn = (text: string): IndicatorColumn | undefined =>
  plain(text).length > 20 ? undefined : find(INDICATOR_COLUMNS, text);
export const fundColumn = (text: string): FundColumn | undefined =>
  plain(text).length > 12 ? undefined : find(FUND_COLUMNS, text);

/** What a fund row holds: all money, a source of it, money of one level (省级 …), or (for a department) a kind of spending. */
export type Fund =
  | 'total'
  | 'treasury'
  | 'general'
  | 'government-fund'
  | 'state-capital'
  | 'superior'
  | 'level'
  | 'carry-over'
  | 'other'
  | 'basic'
  | 'personnel'
  | 'public'
  | 'project';

const FUNDS: Names<Fund> = [
  ['carry-over', /结转/u],
  ['other', /其[他它]资金|单位资金|自有资金|自筹|非财政|^其[他它]$/u],
  ['superior', /上级|中央/u],
  ['level', /^(?:其中)?[省市县区]级/u],
  ['government-fund', /政府性?基金/u],
  ['state-capital', /国有资本/u],
  ['general', /一般公共预算/u],
  ['treasury', /财政(?:拨款|资金|性资金|预算资金)/u],
  ['basic', /^(?:其中)?基本支出(?:总额|小计|合计)?$/u],
  ['project', /^(?:其中)?项目支出(?:总额|小计|合计)?$/u],
  ['personnel', /^(?:其中)?人员(?:经费|支出)$/u],
  ['public', /^(?:其中)?(?:日常)?公用(?:经费|支出)$/u],
  ['total', /^(?:年度|项目|部门|全年|整体)*(?:资金|支出|预算|整体支出|收支)*(?:总额|总计|合计|总量|总数)$/u],
];

export const fundOf = (label: string): Fund | undefined => (label.length > 24 ? undefined : find(FUNDS, label));

/** Words that are a second-level indicator, by which rows that slipped a column are recognised. */
export const LEVEL2 =
  /^(?:(?:数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|经济成本|社会成本|生态环境成本)(?:指标)?|(?:服务对象|社会公众|群众|受益对象)?(?:或服务对象)?满意度(?:指标)?)$/u;
/** First-level indicators of the national and provincial forms. */
export const LEVEL1 =
  /^(?:(?:项目)?(?:产出|效益|效果|完成|成本|决策|过程|投入|管理|履职效能|履职|运行|可持续发展能力|预算执行|社会效应)|(?:服务对象)?满意度)(?:类)?(?:指标)?$/u;

/** Where the rows of indicators end. */
export const FOOT = /^(?:说明|备注|注\d?|填表|填报|联系|其他需要|自评结论|评价结论|存在问题|审核|单位负责人|总体评价)/u;
export const TOTAL_SCORE = /^(?:总分|合计|总计|自评总分|自评得分|总得分|合计得分|综合得分)$/u;
