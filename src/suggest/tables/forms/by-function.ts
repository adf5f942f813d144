/** Tables by 支出功能分类: 收入决算表, 支出决算表, and the expenditure tables of each treasury fund. */
import { fundCell, itemCell, type Form, type Side, type Target, type Words } from '../form.ts';
import { PARTS, SKIP } from './heads.ts';

const CODES: readonly Side[] = [{ id: 'codes', codes: 'functional', rows: [] }];
const CODE_HEAD = /编码|科目|项目|名称/u;

const source = (words: RegExp, measure: string): Words => ({ words, means: { measure } });

export const incomeTable: Form = {
  id: 'income-by-function',
  title: /收入决算(?:总)?表/u,
  unlike: /财政拨款|一般公共|政府性基金|国有资本|支出|分单位|按单位/u,
  heads: [CODE_HEAD, /财政拨款/u],
  labels: [/事业收入/u, /上级补助|经营收入|其他收入/u],
  columns: [
    [
      SKIP,
      source(/财政拨款收入[^›]*›.*政府性基金/u, 'government-fund'),
      source(/财政拨款收入[^›]*›.*国有资本/u, 'state-capital'),
      source(/财政拨款收入[^›]*›.*一般公共/u, 'general'),
      source(/一般公共预算财政拨款/u, 'general'),
      source(/政府性基金预算财政拨款/u, 'government-fund'),
      source(/国有资本经营预算财政拨款/u, 'state-capital'),
      source(/财政拨款/u, 'treasury'),
      source(/上级补助/u, 'superior'),
      { words: /教育收费|财政专户/u, means: { beyond: true } },
      source(/事业收入/u, 'institution'),
      source(/经营收入/u, 'operating'),
      source(/附属单位/u, 'subsidiary'),
      source(/其他收入/u, 'other'),
      source(/合计|小计|本年收入/u, 'final'),
    ],
  ],
  sides: CODES,
  states(row, { measure }) {
    if (!measure || !row.code) return [];
    const total = row.code === 'total';
    const own: Target = {
      table: 'income-functional',
      key: { code: row.code },
      columns: { name: row.name! },
      measure,
    };
    const item = itemCell('income', measure === 'final' ? 'current' : measure, 'final');
    if (['general', 'government-fund', 'state-capital'].includes(measure)) return total ? [item] : 'beyond';
    return total ? [own, item] : [own];
  },
};

const ALL_PARTS: Readonly<Record<string, string>> = {
  final: 'current',
  basic: 'basic',
  project: 'project',
  'to-superior': 'to-superior',
  operating: 'operating',
  'to-subsidiary': 'to-subsidiary',
  personnel: 'personnel',
  public: 'public',
};

export const expenditureTable: Form = {
  id: 'expenditure-by-function',
  title: /支出决算(?:总)?表/u,
  unlike:
    /收入支出|财政拨款|一般公共|政府性基金|国有资本|三公|基本支出|项目支出|机关运行|分单位|按单位|政府采购|国有资产|会议费/u,
  heads: [CODE_HEAD, /基本支出/u, /项目支出/u],
  labels: [/上缴上级|经营支出|附属单位/u],
  columns: [PARTS],
  sides: CODES,
  states(row, { measure }) {
    if (!measure || !row.code) return [];
    const total = row.code === 'total';
    const item = itemCell('expenditure', ALL_PARTS[measure] ?? '', 'final');
    if (measure === 'personnel' || measure === 'public') return total ? [item] : 'beyond';
    const own = fundCell('functional', 'all', row, measure);
    return total && ALL_PARTS[measure] ? [own, item] : [own];
  },
};

/** What the total row of a fund's table states besides: the fund's line in the summary of treasury money. */
const FISCAL: Readonly<Record<string, string>> = {
  final: 'expenditure',
  income: 'income',
  opening: 'carry-in',
  closing: 'carry-out',
};

const PHASED = new Set(['initial', 'adjusted', 'prior', 'change']);

function ofFund(fund: string, id: string, title: RegExp, unlike: RegExp): Form {
  return {
    id,
    title,
    unlike,
    heads: [CODE_HEAD, /合计|小计|本年支出|决算|支出/u],
    columns: [PARTS],
    sides: CODES,
    states(row, { measure }) {
      if (!measure || !row.code) return [];
      const total = row.code === 'total';
      if (measure === 'personnel' || measure === 'public')
        return total && fund === 'general'
          ? [
              fundCell(
                'economic',
                fund,
                { code: measure, name: measure === 'public' ? '公用经费' : '人员经费' },
                'final',
              ),
            ]
          : 'beyond';
      const own = fundCell('functional', fund, row, measure);
      const item = FISCAL[measure];
      const phase = PHASED.has(measure) ? measure : 'final';
      const summary = item ?? (phase === 'final' ? undefined : 'expenditure');
      return total && summary ? [own, itemCell('fiscal', `${summary}-${fund}`, phase)] : [own];
    },
  };
}

const DETAIL = /三公|会议费|明细|项目支出决算|总表|机关运行/u;

export const generalTable = ofFund(
  'general',
  'general-by-function',
  /(?:一般公共预算)?(?:财政拨款)(?:收入)?支出(?:决算)?表|一般公共预算(?:收入)?支出(?:决算)?表/u,
  new RegExp(`${DETAIL.source}|基本支出|政府性基金|国有资本`, 'u'),
);
export const governmentFundTable = ofFund('government-fund', 'government-fund', /政府性基金.*表/u, DETAIL);
export const stateCapitalTable = ofFund(
  'state-capital',
  'state-capital',
  /国有资本.*表/u,
  /三公|明细|项目支出决算|总表/u,
);

/** 四川: 一般公共预算财政拨款项目支出决算表; the amount of each code is what its project expenditure is. */
export const projectTable: Form = {
  id: 'general-projects',
  title: /一般公共预算(?:财政拨款)?项目支出(?:决算)?表/u,
  heads: [CODE_HEAD, /金额|合计|决算|支出/u],
  columns: [[SKIP, { words: /金额|合计|决算数|支出/u, means: { measure: 'project' } }]],
  sides: CODES,
  states: (row, { measure }) => (measure && row.code ? [fundCell('functional', 'general', row, measure)] : []),
};
