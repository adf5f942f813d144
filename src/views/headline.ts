/** Sentences that say what the numbers say, and never more: the report's headline and the title of each section. */
import { Big } from 'big.js';
import type { CheckedReport } from '../checks/check.ts';
import type { Cell } from '../load/cells.ts';
import { attainmentCounts } from './attainment.ts';
import { startingIn } from './between.ts';
import type { Break } from './breaks.ts';
import { classesOf, fundShown } from './classes.ts';
import { group, money, percentage } from './numbers.ts';

type Lookup = (address: string) => Cell | undefined;

const lookup =
  (checked: CheckedReport): Lookup =>
  (address) =>
    checked.report.cells.get(address);

/** The first of some addresses that the report states. */
export function firstCell(checked: CheckedReport, addresses: readonly string[]): Cell | undefined {
  return addresses.map(lookup(checked)).find((cell) => cell !== undefined);
}

export const SPENT = [
  'expenditure/current/final',
  'expenditure/total/final',
  'fiscal/expenditure/final',
  'fiscal/expenditure-general/final',
];
export const RECEIVED = [
  'income/current/final',
  'income/total/final',
  'fiscal/income/final',
  'fiscal/income-general/final',
];

/**
 * How much came in and went out, and how that compares with the year before.
 * @param breaks those of the department: no rate is computed across one
 */
export function headline(checked: CheckedReport, short: string, breaks: readonly Break[]): string {
  const [spent, received] = [firstCell(checked, SPENT), firstCell(checked, RECEIVED)];
  const start = `${checked.report.year} 年，${short}`;
  if (!spent) return received ? `${start}收入 ${money(received.text)} 万元` : `${short} ${checked.report.year} 年度`;
  const treasury = spent.table === 'fiscal' ? '财政拨款' : '';
  const both =
    !received || (received.table !== spent.table && treasury !== '')
      ? `${treasury}支出 ${money(spent.text)} 万元`
      : spent.value.eq(received.value)
        ? `${treasury}收入、支出各 ${money(spent.text)} 万元`
        : `${treasury}收入 ${money(received.text)} 万元，支出 ${money(spent.text)} 万元`;
  const carried =
    received && spent.value.gt(received.value)
      ? firstCell(checked, ['income/carry-in/final', 'fiscal/carry-in/final'])
      : undefined;
  const brought = carried?.value.gt(0) ? `，另有年初结转 ${money(carried.text)} 万元` : '';
  const even = received === undefined || spent.value.eq(received.value);
  return `${start}${both}${brought}${againstLastYear(checked, spent, even, breaks)}`;
}

/**
 * `，比上年增加 294.81 万元（70.02%）`, when the document prints the change of this amount or of the grand total. The
 * printed change stands even across a break, which is named in place of the rate.
 */
function againstLastYear(checked: CheckedReport, spent: Cell, even: boolean, breaks: readonly Break[]): string {
  const cell = lookup(checked);
  const own = cell(spent.address.replace(/final$/, 'change'));
  const total = cell('expenditure/total/change');
  const change = own ?? total;
  const base = own ? spent : cell('expenditure/total/final');
  if (!change || !base || change.value.eq(0)) return '';
  const subject = own || (even && base.value.eq(spent.value)) ? '' : '收支总计';
  const prior = base.value.minus(change.value);
  const [parted] = startingIn(breaks, checked.report.year);
  const rate = parted ? parted.what : prior.gt(0) ? percentage(change.value.abs(), prior) : '';
  return `，${subject}比上年${change.value.gt(0) ? '增加' : '减少'} ${money(change.value.abs().toFixed())} 万元${rate && `（${rate}）`}`;
}

/** The title of a table's section; the plain title where no sentence can be made. */
export function sectionTitle(checked: CheckedReport, table: string, plain: string): string {
  return SENTENCES[table]?.(lookup(checked), checked) ?? plain;
}

/** The one cell that is above all others; none where several are equal, or where there is nothing to compare. */
export function largestOf(cells: readonly Cell[]): Cell | undefined {
  const [first, second] = [...cells].sort((a, b) => b.value.cmp(a.value));
  return first && second?.value.lt(first.value) ? first : undefined;
}

type Sentence = (cell: Lookup, checked: CheckedReport) => string | undefined;

export const wan = (cell: Cell) => (cell.value.eq(0) ? '0' : `${money(cell.text)} 万元`);
const share = (part: Cell | undefined, whole: Cell | undefined) =>
  part && whole ? percentage(part.value, whole.value) : undefined;

const SENTENCES: Readonly<Record<string, Sentence>> = {
  income(cell) {
    const [total, general] = [
      cell('income/current/final'),
      cell('income/general/final') ?? cell('income/treasury/final'),
    ];
    if (!total) return undefined;
    if (!general) return `本年收入 ${wan(total)}`;
    const name = general.name;
    return general.value.eq(total.value)
      ? `本年收入 ${wan(total)}，全部是${name}`
      : `本年收入 ${wan(total)}，${name}占 ${share(general, total)}`;
  },
  expenditure(cell) {
    const [total, basic, project] = ['current', 'basic', 'project'].map((item) => cell(`expenditure/${item}/final`));
    const [a, b] = [share(basic, total), share(project, total)];
    return a && b ? `基本支出占 ${a}，项目支出占 ${b}` : total && `本年支出 ${wan(total)}`;
  },
  fiscal(cell) {
    const [total, general] = [cell('fiscal/expenditure/final'), cell('fiscal/expenditure-general/final')];
    if (!total) return undefined;
    return general?.value.eq(total.value)
      ? `财政拨款支出 ${wan(total)}，全部来自一般公共预算`
      : `财政拨款支出 ${wan(total)}`;
  },
  functional(cell, checked) {
    const fund = fundShown(checked);
    const total = cell(`functional/${fund}.total/final`);
    const classes = classesOf(checked, fund);
    const [first, second] = classes.sort((a, b) => b.value.cmp(a.value));
    if (!total || !first) return undefined;
    const rest = second ? `，${second.name}占 ${share(second, total)}` : '';
    return `${first.name}占 ${share(first, total)}${rest}`;
  },
  economic(cell) {
    const [total, personnel, open] = ['basic', 'personnel', 'public'].map((item) =>
      cell(`economic/general.${item}/final`),
    );
    const [a, b] = [share(personnel, total), share(open, total)];
    return a && b ? `基本支出里，人员经费占 ${a}，公用经费占 ${b}` : undefined;
  },
  'three-public'(cell, checked) {
    const total = cell('three-public/total/final');
    if (!total) return undefined;
    if (total.value.eq(0)) return '“三公”经费为 0';
    const parts = [...checked.report.cells.values()].filter(
      ({ table, item, measure }) =>
        table === 'three-public' && measure === 'final' && ['abroad', 'vehicles', 'reception'].includes(item),
    );
    const only = parts.find((part) => part.value.eq(total.value));
    const change = cell('three-public/total/change');
    const trend =
      change && !change.value.eq(0)
        ? `，比上年${change.value.gt(0) ? '增加' : '减少'} ${money(change.value.abs().toFixed())} 万元`
        : '';
    return `“三公”经费 ${wan(total)}${only ? `，全部是${only.name}` : ''}${trend}`;
  },
  operating(cell) {
    const [agency, procurement] = [cell('operating/agency-operation/final'), cell('operating/procurement/final')];
    const parts = [agency && `机关运行经费 ${wan(agency)}`, procurement && `政府采购支出 ${wan(procurement)}`].filter(
      Boolean,
    );
    return parts.length > 0 ? parts.join('，') : undefined;
  },
  projects(_, checked) {
    const projects = checked.report.tables.get('projects')!.rows.filter(({ values }) => !values['source']);
    const amounts = projects.flatMap(({ values }) => {
      const of = ['final', 'adjusted', 'initial'].map((measure) => `projects/${values['project']}/${measure}`);
      return firstCell(checked, of) ?? [];
    });
    const all = `${projects.length} 个项目`;
    const partly = amounts.length < projects.length;
    const [only] = amounts;
    if (only && amounts.length === 1) return `${all}，${partly ? '印出金额的是' : ''}${only.name}，${wan(only)}`;
    const largest = largestOf(amounts);
    if (!largest) return all;
    const among = partly ? `印出金额的 ${amounts.length} 个项目里，最大的是` : '金额最大的是';
    return `${all}，${among}${largest.name}，${wan(largest)}`;
  },
  indicators(_, checked) {
    const { met, 'not-met': missed, unknown } = attainmentCounts(checked);
    const judged = met + missed;
    if (judged === 0) return `${unknown} 项绩效指标，都无法按印出的数判断`;
    return missed === 0
      ? `能判断的 ${judged} 项指标都达到目标`
      : `能判断的 ${judged} 项指标中，${met} 项达到目标，${missed} 项未达到`;
  },
  metrics(_, checked) {
    return `${checked.report.tables.get('metrics')!.rows.length} 个工作量与成效数字`;
  },
  staff(cell) {
    const [actual, authorized] = [cell('staff/total/actual'), cell('staff/total/authorized')];
    if (!actual) return undefined;
    return authorized
      ? `实有 ${group(actual.text)} 人，编制 ${group(authorized.text)} 人`
      : `实有 ${group(actual.text)} 人`;
  },
  assets(cell) {
    const [total, current] = [cell('assets/total/closing'), cell('assets/current/closing')];
    const part = share(current, total);
    return total && `年末资产 ${wan(total)}${part ? `，流动资产占 ${part}` : ''}`;
  },
  evaluation(cell, checked) {
    const score = cell('evaluation/department.score/value');
    const grade = checked.report.tables
      .get('evaluation')!
      .rows.find(({ values }) => values['scope'] === 'department' && values['item'] === 'grade')?.values['text'];
    if (!score) return undefined;
    return `部门整体自评 ${group(score.text)} ${score.unit}${grade ? `，${grade}` : ''}`;
  },
};

export interface Slice {
  readonly label: string;
  /** Yuan of each hundred, two decimals. */
  readonly yuan: string;
  /** Start and width on a scale of 0 to 100, for drawing. */
  readonly start: number;
  readonly width: number;
}

/** Where each hundred yuan of spending went: by functional class, else by basic and project; undefined for fewer than two. */
export function hundred(checked: CheckedReport): readonly Slice[] | undefined {
  const cell = lookup(checked);
  const classes = classesOf(checked, fundShown(checked));
  const kinds = ['expenditure/personnel/final', 'expenditure/public/final', 'expenditure/project/final'].map(cell);
  const basic = [cell('expenditure/basic/final'), cell('expenditure/project/final')];
  const treasury = [cell('fiscal/basic/final'), cell('fiscal/project/final')];
  const parts = [classes, kinds, basic, treasury].find(
    (list) => list.length > 1 && list.every((one) => one?.value.gt(0)),
  ) as readonly Cell[] | undefined;
  if (!parts) return undefined;
  const total = parts.reduce((sum, part) => sum.plus(part.value), new Big(0));
  let start = 0;
  return [...parts]
    .sort((a, b) => b.value.cmp(a.value))
    .map((part) => {
      const width = Number(part.value.times(100).div(total).toFixed(4));
      const slice = { label: part.name, yuan: part.value.times(100).div(total).toFixed(2), start, width };
      start += width;
      return slice;
    });
}
