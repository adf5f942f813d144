/** What sentences speak of: noun phrases of the official template and the cells they name, by section. */
import type { Topic } from './topics.ts';

export interface Subject {
  readonly id: string;
  readonly topics: readonly Topic[];
  /** In the language of template.ts, without slots. */
  readonly words: string;
  /** `table/item`, the first of which stands for the subject in shares. */
  readonly cells: readonly string[];
  /** The measure of a bare amount, when not `final`. */
  readonly measure?: 'adjusted' | 'initial' | 'closing';
  /** Words that leave some doubt which quantity is meant. */
  readonly likely?: true;
  /** Columns of an item that the tables do not list. */
  readonly own?: Readonly<Record<string, string>>;
}

const WHOLE: readonly Topic[] = ['overall', 'income', 'expenditure', 'fund'];
const 收入方: readonly Topic[] = ['overall', 'income', 'fund'];
const 支出方: readonly Topic[] = ['overall', 'expenditure', 'fund'];
const TREASURY: readonly Topic[] = ['fiscal', 'general'];
const FUNDS = [
  ['general', '一般公共预算'],
  ['government-fund', '政府性基金[预算]'],
  ['state-capital', '国有资本经营[预算]'],
] as const;

const both = '(收、支|收支|收入、支出|收入和支出|收入与支出|收入及支出|收入支出|收、支出|收入、支)';

const subject = (
  id: string,
  topics: readonly Topic[],
  words: string,
  cells: string | readonly string[],
  more: Partial<Subject> = {},
): Subject => ({ id, topics, words, cells: typeof cells === 'string' ? [cells] : cells, ...more });

export const TOTALS: readonly Subject[] = [
  subject('totals', WHOLE, `${both}[决算](总计|总额|总数)[数]`, ['income/total', 'expenditure/total']),
  subject('totals-each', ['overall'], `[${both}](各|均)`, ['income/total', 'expenditure/total']),
  subject('totals-plain', ['overall'], both, ['income/total', 'expenditure/total'], { likely: true }),
  subject('income-total', 收入方, '(收入[决算]总计|[部门][决算]总收入|收入总额|决算收入|收入决算总额)', 'income/total'),
  subject(
    'expenditure-total',
    支出方,
    '(支出[决算]总计|[部门][决算]总支出|支出总额|决算支出|支出决算总额)',
    'expenditure/total',
  ),
  subject(
    'income-current',
    收入方,
    '(本年[度][总]收入[决算][合计]|收入[决算]合计|(当年|今年)收入[合计])',
    'income/current',
  ),
  subject(
    'expenditure-current',
    支出方,
    '(本年[度][总]支出[决算][合计]|支出[决算]合计|(当年|今年)支出[合计])',
    'expenditure/current',
  ),
  subject('budget-income', ['fund'], '(安排)[的]预算收入', 'income/current', { measure: 'adjusted' }),
  subject('initial-income', ['fund'], '[年]初[财政][批复|安排|下达]+[的]预算收入', 'income/current', {
    measure: 'initial',
  }),
  subject('income-treasury', 收入方, '[本年][同级|本级|当年]财政拨款[补助][预算]收入[决算]', [
    'income/treasury',
    'fiscal/income',
  ]),
  ...FUNDS.flatMap(([fund, name]) => [
    subject(`income-${fund}`, 收入方, `[本年][同级|本级]${name}[财政][拨款][本年]收入[决算]`, [
      `income/${fund}`,
      `fiscal/income-${fund}`,
    ]),
    subject(`income-${fund}-plain`, 收入方, `${name}财政拨款`, [`income/${fund}`, `fiscal/income-${fund}`]),
  ]),
  subject('income-superior', 收入方, '[财政]上级补助收入', 'income/superior'),
  subject('income-institution', 收入方, '(事业收入|事业单位事业收入)', 'income/institution'),
  subject('income-operating', 收入方, '[事业单位]经营收入', 'income/operating'),
  subject('income-subsidiary', 收入方, '附属单位(上缴|缴款)收入', 'income/subsidiary'),
  subject('income-other', 收入方, '其他收入', 'income/other'),
  subject('nonfiscal-surplus', 收入方, '(使用非财政拨款[专用]结余|用事业基金弥补收支差额)', 'income/nonfiscal-surplus'),
  subject('carry-in', 收入方, '(年初|上年|以前年度)<结转>[收入]', 'income/carry-in'),
  subject('income-basic', ['fund'], '基本收入', 'income/basic'),
  subject('income-project', ['fund'], '项目[经费]收入', 'income/project'),
  subject('basic', 支出方, '基本支出', 'expenditure/basic'),
  subject('project', 支出方, '项目支出', 'expenditure/project'),
  subject('personnel', 支出方, '人员[类][项目](经费|支出)[支出]', 'expenditure/personnel'),
  subject('public', 支出方, '(日常公用|公用)(经费|支出)[支出]', 'expenditure/public'),
  subject('to-superior', 支出方, '上缴上级[支出]', 'expenditure/to-superior'),
  subject('operating', 支出方, '[事业单位]经营支出', 'expenditure/operating'),
  subject('to-subsidiary', 支出方, '对附属单位补助[支出]', 'expenditure/to-subsidiary'),
  subject('to-others', 支出方, '上缴上级支出[、|和|及]+经营支出[、|和|及]+对附属单位补助支出', [
    'expenditure/to-superior',
    'expenditure/operating',
    'expenditure/to-subsidiary',
  ]),
  subject('surplus-distribution', 支出方, '结余分配', 'expenditure/surplus-distribution'),
  subject('carry-out', WHOLE, '((年末|年终)<结转>|结转下年[度][使用][的][资金])', 'expenditure/carry-out'),
  subject('daily-running', ['expenditure'], '用于保障…[机构]正常运转的日常支出', 'expenditure/basic'),
  subject(
    'specific-tasks',
    ['expenditure'],
    '用于保障…(专项业务工作|特定的行政工作任务|完成特定…)的[经费]支出',
    'expenditure/project',
  ),
];

export const FISCAL: readonly Subject[] = [
  subject('fiscal-totals', ['fiscal'], `[财政拨款]${both}[决算](总计|总额|总数)[数]`, [
    'fiscal/income-total',
    'fiscal/expenditure-total',
  ]),
  subject('fiscal-totals-each', ['fiscal'], `[财政拨款][${both}](各|均)`, [
    'fiscal/income-total',
    'fiscal/expenditure-total',
  ]),
  subject('fiscal-totals-plain', ['fiscal'], `[财政拨款]${both}`, ['fiscal/income-total', 'fiscal/expenditure-total'], {
    likely: true,
  }),
  subject('fiscal-income-total', ['fiscal'], '[财政拨款](收入[决算]总计|总收入)', 'fiscal/income-total'),
  subject('fiscal-expenditure-total', ['fiscal'], '[财政拨款](支出[决算]总计|总支出)', 'fiscal/expenditure-total'),
  subject(
    'fiscal-income',
    TREASURY,
    '([同级|本级]财政拨款[本年]收入[决算][合计]|本年财政拨款收入|本年收入[合计]|收入合计)',
    'fiscal/income',
  ),
  subject(
    'fiscal-expenditure',
    [...TREASURY, 'fund'],
    '([同级|本级]财政拨款[本年]支出[合计]|本年财政拨款支出|财政拨款支出合计)',
    'fiscal/expenditure',
  ),
  subject('fiscal-expenditure-current', ['fiscal'], '(本年支出[合计]|支出合计)', 'fiscal/expenditure'),
  ...FUNDS.flatMap(([fund, name]) => [
    subject(`fiscal-income-${fund}`, TREASURY, `[本年]${name}[财政][拨款][本年]收入[决算]`, `fiscal/income-${fund}`),
    subject(
      `fiscal-carry-in-${fund}`,
      TREASURY,
      `(年初${name}[财政][拨款]<结转>|${name}[财政]拨款(年初|上年)<结转>)`,
      `fiscal/carry-in-${fund}`,
    ),
    subject(
      `fiscal-carry-out-${fund}`,
      TREASURY,
      `(年末${name}[财政][拨款]<结转>|${name}[财政]拨款年末<结转>)`,
      `fiscal/carry-out-${fund}`,
    ),
  ]),
  subject('expenditure-general', [...TREASURY, 'fund'], '[本年]一般公共预算[财政][拨款][本年]支出[合计]', [
    'fiscal/expenditure-general',
    'functional/general.total',
  ]),
  // Some reports leave out the last word when they compare with last year.
  subject('expenditure-general-plain', ['general'], '一般公共预算财政拨款', 'fiscal/expenditure-general', {
    likely: true,
  }),
  subject(
    'expenditure-government-fund',
    [...TREASURY, 'fund'],
    '政府性基金[预算][财政][拨款]支出',
    'fiscal/expenditure-government-fund',
  ),
  subject(
    'expenditure-state-capital',
    [...TREASURY, 'fund'],
    '国有资本经营[预算][财政][拨款]支出',
    'fiscal/expenditure-state-capital',
  ),
  subject('fiscal-carry-in', ['fiscal'], '((年初|上年)[财政拨款]<结转>|财政拨款年初<结转>)', 'fiscal/carry-in'),
  subject('fiscal-carry-out', ['fiscal'], '(年末[财政拨款]<结转>|财政拨款年末<结转>)', 'fiscal/carry-out'),
  subject('fiscal-basic', TREASURY, '[财政拨款]基本支出', 'fiscal/basic'),
  subject('fiscal-project', TREASURY, '[财政拨款]项目支出', 'fiscal/project'),
  subject('fiscal-personnel', TREASURY, '人员(经费|支出)[支出]', 'fiscal/personnel'),
  subject('fiscal-public', TREASURY, '[日常]公用(经费|支出)[支出]', 'fiscal/public'),
];

const fundSubjects = (topic: 'government-fund' | 'state-capital', name: string): readonly Subject[] => [
  subject(
    `${topic}-expenditure`,
    [topic],
    `(${name}[预算][财政][拨款][本年]支出|本年[度]支出[合计]|支出合计|支出)`,
    `fiscal/expenditure-${topic}`,
  ),
  subject(
    `${topic}-income`,
    [topic],
    `(${name}[预算][财政][拨款][本年]收入|本年[度]收入[合计]|收入合计|收入)`,
    `fiscal/income-${topic}`,
  ),
  subject(
    `${topic}-carry-in`,
    [topic],
    `([${name}[预算][财政][拨款]](年初|上年)[${name}[预算][财政][拨款]]<结转>)`,
    `fiscal/carry-in-${topic}`,
  ),
  subject(
    `${topic}-carry-out`,
    [topic],
    `([${name}[预算][财政][拨款]]年末[${name}[预算][财政][拨款]]<结转>)`,
    `fiscal/carry-out-${topic}`,
  ),
];

export const FUND_SECTIONS: readonly Subject[] = [
  ...fundSubjects('government-fund', '政府性基金'),
  ...fundSubjects('state-capital', '国有资本经营'),
];

export const BASIC: readonly Subject[] = [
  subject('basic-total', ['basic'], '[一般公共预算][财政][拨款]基本支出[决算][合计]', [
    'economic/general.basic',
    'fiscal/basic',
  ]),
  subject('basic-personnel', ['basic'], '人员(经费|支出)[支出][合计]', [
    'economic/general.personnel',
    'fiscal/personnel',
  ]),
  subject('basic-public', ['basic'], '[日常]公用(经费|支出)[支出][合计]', ['economic/general.public', 'fiscal/public']),
];
