/** What sentences say of their subject: amounts, budgets, changes, shares and counts, as the official template words them. */
import type { Topic } from './topics.ts';

export type Base = 'prior' | 'initial' | 'adjusted';

export interface Predicate {
  readonly id: string;
  /** In the language of template.ts; the whole clause after its subject. */
  readonly text: string;
  /** Whether it also speaks of the subject of the clause before. */
  readonly bare?: true;
  readonly sign?: '+' | '-';
  /** What an increase is measured against, when the clause says so. */
  readonly base?: Base;
  /** Only of these items of `three-public` or `operating`. */
  readonly items?: readonly string[];
  /** Words that tell of which item the count is when the sentence before spoke of another. */
  readonly about?: readonly (readonly [RegExp, string])[];
  readonly topics?: readonly Topic[];
  /** `table/item`, whatever the sentence speaks of. */
  readonly target?: string;
  /** A remark for the row. */
  readonly note?: string;
  /** What the share is of; see wholes.ts. */
  readonly whole?: string;
}

const 决算 = '[支出|收入|经费|费用|资金|决算|执行|结算|数|金额|总额|额|规模|情况]+';
const 预算数 = '[安排|批复|下达|数|金额|总额|资金|规模|支出|收入]+<为>';

const AMOUNTS: readonly Predicate[] = [
  { id: 'amount', text: `${决算}<为>{final}` },
  { id: 'amount-bare', text: '[支出|收入]+(决算|实际执行|执行|实际支出)[数|金额|总额|额]+<为>{final}', bare: true },
  { id: 'amount-together', text: '(共计|合计|总计){final}', bare: true, topics: ['agency'] },
  { id: 'spent', text: '(共计|共|合计)支出{final}', bare: true, topics: ['three-public'] },
  { id: 'initial', text: `[支出|收入|经费]+[的][当年]年初[部门]预算${预算数}{initial}`, bare: true },
  {
    id: 'adjusted',
    text: `[支出|收入|经费]+[的](全年|调整|调整后|调整后的|年度调整|最终)预算${预算数}{adjusted}`,
    bare: true,
  },
  { id: 'budget', text: `[支出|收入|经费]+[的][当年|本年|年度]预算${预算数}{adjusted}`, bare: true, note: '未注明' },
  { id: 'prior', text: '(上年[度]|去年)[支出|收入]+决算[数]<为>{prior}', bare: true },
  {
    id: 'compared-with-initial',
    text: '[与|和|同]+[@年度|@年|财政拨款支出|支出]+年初[部门]预算[数]{initial}(相比|比较)',
    bare: true,
  },
  { id: 'budget-and-final', text: '[支出|收入]+预算[数]{adjusted}支出决算[数]<为>{final}', note: '未注明' },
];

const 完成 = '[支出|收入|决算|数]+[为|是|占|已]+完成[了]';
const COMPLETIONS: readonly Predicate[] = [
  {
    id: 'completion-initial',
    text: `${完成}[当年]年初[部门]预算[数|安排|批复]+[的|为|:]+{completion-initial}`,
    bare: true,
  },
  {
    id: 'completion',
    text: `${完成}[全年|调整|调整后|年度|当年|本年]+预算[数|安排]+[的|为|:]+{completion}`,
    bare: true,
  },
  { id: 'completion-of-initial', text: `${完成}年初预算[数]{initial}的{completion-initial}`, bare: true },
  { id: 'completion-of-adjusted', text: `${完成}(全年|调整|调整后)预算[数]{adjusted}的{completion}`, bare: true },
  { id: 'completion-of-budget', text: `${完成}预算[数]{adjusted}的{completion}`, bare: true, note: '未注明' },
  { id: 'percent-of-initial', text: '[决算|支出|数]+[为|是|占]年初预算[数]的{completion-initial}', bare: true },
  { id: 'percent-of-budget', text: '[决算|支出|数]+[为|是|占][全年|调整]预算[数]的{completion}', bare: true },
  { id: 'completion-rate', text: '[预算](完成率|执行率|完成比例|完成进度)[为|达|达到|:]+{completion}', bare: true },
];

const 幅 = '[了|额|数|为|是|约|率|幅|幅度|:|达]+';
const 收支 = '[收入|支出|收支|收、支|经费|费用|决算|总计|总额|合计|数|金额]+';
const AGAINST: readonly (readonly [Base | undefined, string])[] = [
  ['prior', `<上年>[相比|增减|决算|数|的]+${收支}`],
  ['initial', `[与|和|同|比|较|于]+[当年|本年|@年|@年度]年初[部门]预算[安排|批复|数]+[相比]${收支}`],
  ['adjusted', `[与|和|同|比|较|于]+[全年|调整|当年|本年|年度]预算[安排|批复|数]+[相比]${收支}`],
  [undefined, 收支],
];
const CHANGES: readonly Predicate[] = (
  [
    ['rise', '+', '<增>'],
    ['fall', '-', '<减>'],
  ] as const
).flatMap(([id, sign, verb]) =>
  AGAINST.flatMap(([base, against]): Predicate[] => {
    const how = { sign, bare: true, ...(base ? { base } : {}) } as const;
    const text = `${收支}${against}[各|均|共|分别|总共|净|略|有所|同比]+${verb}${幅}`;
    const name = `${id}${base ? `-${base}` : ''}`;
    return [
      { id: `change-${name}`, text: `${text}{change}`, ...how },
      { id: `growth-${name}`, text: `${text}{growth}`, ...how },
      { id: `change-growth-${name}`, text: `${text}{change}[、|和|同比]+(${verb})${幅}{growth}`, ...how },
    ];
  }),
);

/** Denominators that a share names. `<whole>` in wholes.ts. */
export const WHOLE_WORDS: Readonly<Record<string, string>> = {
  income: '[本年|全年|当年|总]+收入[合计|总计|总额|决算|数]+',
  expenditure: '[本年|全年|当年|全部|总]+支出[合计|总计|总额|决算|数]+',
  'treasury-income': '[本年][一般公共预算]财政拨款[本年|总]收入[合计|总计|总额]+',
  general: '[本年]一般公共预算[财政][拨款][本年|总]支出[合计|总计|总额|决算]+',
  treasury: '[本年]财政拨款[本年|总]支出[合计|总计|总额|决算]+',
  basic: '[一般公共预算][财政拨款]基本支出[总额|合计|决算]+',
  'three-public': '三公经费[财政拨款][支出|决算|总额|总支出|合计|财政拨款]+',
  vehicles: '公务用车购置[费][及|和]运行[维护]费[支出]',
  procurement: '政府采购[支出|金额|合同|总额|总金额|合计]+',
  sme: '授予中小企业[的]合同[总]金额',
  assets: '(资产总额|总资产|资产总计|资产合计|资产)',
  'assets-current': '流动资产[总额|合计]',
};

const 比重 = '[的|比重|比例|比|约]+<为>';
const SHARES: readonly Predicate[] = [
  { id: 'share', text: `[所]占[比|比重|比例|总额|的]+<为>{share}`, bare: true },
  ...Object.entries(WHOLE_WORDS).map(([whole, words]): Predicate => ({
    id: `share-of-${whole}`,
    text: `[约]占[@年|@年度]${words}${比重}{share}`,
    bare: true,
    whole,
  })),
];

const RECEPTION = ['reception', 'reception-domestic', 'reception-foreign'];
const VEHICLES = ['vehicles', 'vehicle-purchase', 'vehicle-operation'];
const ABOUT = {
  abroad: [[/出国|出境/u, 'three-public/abroad']],
  reception: [
    [/外宾|外事|国外|境外/u, 'three-public/reception-foreign'],
    [/国内/u, 'three-public/reception-domestic'],
    [/接待/u, 'three-public/reception'],
  ],
  vehicles: [[/./u, 'three-public/vehicles']],
} as const;
const within = (items: readonly string[], about?: keyof typeof ABOUT) =>
  ({ items, bare: true, topics: ['three-public'], ...(about ? { about: ABOUT[about] } : {}) }) as const;
const COUNTS: readonly Predicate[] = [
  { id: 'groups', text: '…团组[数|数量|共|共计|累计|情况]+<为>{groups}', ...within(['abroad'], 'abroad') },
  { id: 'groups-counted', text: '…(共计|共|组织|安排|参加|派出|因公出国（境）|全年)…{groups}', ...within(['abroad']) },
  { id: 'groups-people', text: '…{groups}[、|和|共|共计|累计]+…{people}', ...within(['abroad']) },
  {
    id: 'people-abroad',
    text: '[共|共计|累计|因公出国（境）|出国（境）|人次|人数|为|数]+{people}',
    ...within(['abroad']),
  },
  {
    id: 'visitors',
    text: '[@年|@年度|全年|本年|本年度|共|共计|累计|总|发生|安排|本部门|本单位|国内|公务|外宾|外事]+接待[了|国内|国（境）外|境外|外来|公务|来访|各类|共|共计|累计|批次|次数|数|团组|为]+{batches}',
    ...within(RECEPTION, 'reception'),
  },
  { id: 'batches', text: '[共|共计|累计|全年|合计|来访|团组|批次|数|为]+{batches}', ...within(RECEPTION) },
  {
    id: 'batches-people',
    text: '[全年|共|共计|累计|公务|国内|外宾|外事|接待|批次]+{batches}[和|共|共计|累计|计|、]+{people}',
    ...within(RECEPTION),
  },
  {
    id: 'people-received',
    text: '[共|共计|累计|合计|接待|来宾|来访|外宾|人员|人次|人数|总|为|数]+{people}',
    ...within(RECEPTION),
  },
  { id: 'bought', text: '…(购置|更新|新购|购买|新增)…{bought}', ...within(VEHICLES, 'vehicles') },
  { id: 'bought-of', text: '[数|数量|量]+<为>{bought}', ...within(['vehicle-purchase']) },
  { id: 'kept', text: '…(保有量|保有)…{kept}', ...within(VEHICLES, 'vehicles') },
  { id: 'kept-cars', text: '…(共有|实有|现有|开支财政拨款的)[公务用车|公务车|车辆]+<为>{kept}', ...within(VEHICLES) },
];

const HOLDINGS: readonly Predicate[] = [
  { id: 'vehicles', text: '[数|数量]<为>{count}', topics: ['holdings'] },
  ...(
    [
      ['equipment-general', '通用设备'],
      ['equipment-special', '专用设备'],
      ['equipment-large', '设备'],
    ] as const
  ).map(([item, words]): Predicate => ({
    id: item,
    text: `[单位|单][台|件]+(价值|价){limit}[（含）]以上[（含）][的|大型]+${words}[数量|数]+<为>{count}`,
    target: `operating/${item}`,
    bare: true,
    topics: ['holdings'],
  })),
];

export const PREDICATES: readonly Predicate[] = [
  ...AMOUNTS,
  ...COMPLETIONS,
  ...CHANGES,
  ...SHARES,
  ...COUNTS,
  ...HOLDINGS,
];
