/** 收入支出决算总表 and 财政拨款收入支出决算总表: income and expenditure side by side. */
import { fundCell, itemCell, type Form, type Words } from '../form.ts';
import { FUND_HEADS, PHASES } from './heads.ts';

const item = (words: RegExp, id: string, after?: string): Words => ({
  words,
  means: { item: id },
  ...(after ? { after } : {}),
});
const FUNDS = ['general', 'government-fund', 'state-capital'] as const;
const CARRY_IN = /^(?:年初|上年)(?:财政拨款)?结[转余]/u;
const CARRY_OUT = /^(?:年末(?:财政拨款)?结[转余]|结转下年|年末滚存)/u;

const NATURE: readonly Words[] = [
  item(/^基本支出(?:合计)?$/u, 'basic'),
  item(/^人员经费(?:合计)?$/u, 'personnel'),
  item(/^(?:日常)?公用经费(?:合计)?$/u, 'public'),
  item(/^项目支出(?:合计)?$/u, 'project'),
];

export const summary: Form = {
  id: 'summary',
  title: /收入支出(?:决算)?总表|收支(?:决算)?总表/u,
  unlike: /财政拨款|一般公共|政府性基金|国有资本/u,
  heads: [/项目|收入/u, /决算|金额|执行/u],
  labels: [/^一般公共预算财政拨款(?:收入)?$|^财政拨款收入$/u, /^事业收入$/u, /^本年收入合计$/u],
  columns: [PHASES],
  sides: [
    {
      id: 'income',
      head: /收入/u,
      rows: [
        item(/^基本支出结转/u, 'carry-in-basic', 'carry-in'),
        item(/^项目支出结转/u, 'carry-in-project', 'carry-in'),
        item(/^(?:一般公共预算财政拨款|一般公共预算)(?:收入)?(?:资金)?$/u, 'general'),
        item(/^政府性基金(?:预算)?(?:财政拨款)?(?:收入)?$/u, 'government-fund'),
        item(/^国有资本经营(?:预算)?(?:财政拨款)?(?:收入)?$/u, 'state-capital'),
        item(/^财政拨款(?:收入)?(?:合计|小计)?$/u, 'treasury'),
        item(/^上级补助收入$/u, 'superior'),
        item(/^事业收入(?:\(.*\))?$/u, 'institution'),
        item(/^(?:事业单位)?经营收入$/u, 'operating'),
        item(/^附属单位(?:上缴|缴款)收入$|^附属单位上缴$/u, 'subsidiary'),
        item(/^其他收入$/u, 'other'),
        {
          words: /^财政专户管理资金(?:收入)?$/u,
          means: {
            item: '财政专户管理资金收入',
            own: { name: '财政专户管理资金收入', parent: 'current' },
            certainty: 'likely',
          },
        },
        item(/^本年收入(?:合计|小计)?$|^收入合计$/u, 'current'),
        item(/^使用非财政拨款结余|^用事业基金弥补收支差额$|^使用专用结余$/u, 'nonfiscal-surplus'),
        item(CARRY_IN, 'carry-in'),
        item(/^(?:收入)?总计$/u, 'total'),
      ],
    },
    {
      id: 'expenditure',
      head: /支出/u,
      codes: 'functional-classes',
      rows: [
        ...NATURE,
        item(/^上缴上级支出$/u, 'to-superior'),
        item(/^(?:事业单位)?经营支出$/u, 'operating'),
        item(/^对附属单位补助(?:支出)?$/u, 'to-subsidiary'),
        item(/^本年支出(?:合计|小计)?$|^支出合计$/u, 'current'),
        item(/^结余分配$/u, 'surplus-distribution'),
        item(CARRY_OUT, 'carry-out'),
        item(/^(?:支出)?总计$/u, 'total'),
      ],
    },
    {
      id: 'expenditure',
      head: /性质|经济分类/u,
      rows: [
        ...NATURE,
        item(/^上缴上级支出$/u, 'to-superior'),
        item(/^经营支出$/u, 'operating'),
        item(/^对附属单位补助(?:支出)?$/u, 'to-subsidiary'),
        item(/^本年支出(?:合计)?$|^支出合计$/u, 'current'),
        item(/^结余分配$/u, 'surplus-distribution'),
        item(CARRY_OUT, 'carry-out'),
        item(/^总计$/u, 'total'),
      ],
    },
  ],
  states(row, { measure }, side) {
    if (!measure) return [];
    if (row.code) return [fundCell('functional', 'all', row, measure)];
    return row.item ? [itemCell(side.id, row.item, measure, row.own)] : [];
  },
};

export const fiscalSummary: Form = {
  id: 'fiscal-summary',
  title: /财政拨款(?:收入支出|收支|收、支)(?:决算)?总表/u,
  unlike: /一般公共预算财政|政府性基金|国有资本/u,
  heads: [/项目|收入/u, /一般公共|政府性基金|决算/u],
  labels: [/^一般公共预算财政拨款(?:收入)?$/u, /年初财政拨款结[转余]/u, /年末财政拨款结[转余]/u],
  columns: [PHASES, FUND_HEADS],
  sides: [
    {
      id: 'income',
      head: /收入/u,
      rows: [
        ...FUNDS.map((fund, index) =>
          item([/^一般公共/u, /^政府性基金/u, /^国有资本/u][index]!, `carry-in-${fund}`, 'carry-in'),
        ),
        ...FUNDS.map((fund, index) => item([/^一般公共/u, /^政府性基金/u, /^国有资本/u][index]!, `income-${fund}`)),
        item(/^本年(?:财政拨款)?收入(?:合计)?$|^收入合计$|^财政拨款收入合计$/u, 'income'),
        item(CARRY_IN, 'carry-in'),
        item(/^(?:收入)?总计$/u, 'income-total'),
      ],
    },
    {
      id: 'expenditure',
      head: /支出/u,
      codes: 'functional-classes',
      rows: [
        ...FUNDS.map((fund, index) =>
          item(
            [/^一般公共预算/u, /^政府性基金/u, /^国有资本经营预算财政拨款$/u][index]!,
            `carry-out-${fund}`,
            'carry-out',
          ),
        ),
        ...NATURE,
        item(/^本年(?:财政拨款)?支出(?:合计)?$|^支出合计$|^财政拨款支出合计$/u, 'expenditure'),
        item(CARRY_OUT, 'carry-out'),
        item(/^(?:支出)?总计$/u, 'expenditure-total'),
      ],
    },
  ],
  states(row, { fund, measure = fund && 'final' }) {
    if (!measure) return [];
    const whole = fund === undefined || fund === 'sum';
    if (row.code) return whole ? [] : [fundCell('functional', fund, row, measure)];
    if (!row.item) return [];
    if (whole || row.item.endsWith(`-${fund}`)) return [itemCell('fiscal', row.item, measure)];
    return ['income', 'carry-in', 'expenditure', 'carry-out'].includes(row.item)
      ? [itemCell('fiscal', `${row.item}-${fund}`, measure)]
      : [];
  },
  adds(row, { fund, measure = fund && 'final' }) {
    if (!measure || fund === undefined) return [];
    if (row.code && fund === 'sum') return FUNDS.map((one) => fundCell('functional', one, row, measure));
    const parts = {
      'income-total': ['income', 'carry-in'],
      'expenditure-total': ['expenditure', 'carry-out'],
    } as const;
    return row.item && row.item in parts && fund !== 'sum'
      ? parts[row.item as keyof typeof parts].map((part) => itemCell('fiscal', `${part}-${fund}`, measure))
      : [];
  },
};
