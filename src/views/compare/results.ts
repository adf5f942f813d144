/** One result: an item of a report by a measure, computed exactly from its cells, or the reason why it cannot be. */
import type { Big } from 'big.js';
import type { CheckedReport } from '../../checks/check.ts';
import type { Cell } from '../../load/cells.ts';
import { tableById } from '../../tables/index.ts';
import { ABSENT } from '../../tables/report.ts';
import { startingIn } from '../between.ts';
import type { Break } from '../breaks.ts';
import { group, money, numberView, operand, percent, signed } from '../numbers.ts';
import { HEADS } from './heads.ts';
import { neverOf, PHASES, TREASURY, WHOLES, type CompareItem, type MeasureId } from './items.ts';

/** Whose money: treasury funds only, all funds, or treasury funds that are all there is. Empty for people. */
export type Funds = 'treasury' | 'all' | 'both' | '';

export interface Result {
  /** As shown, without its unit. */
  readonly shown: string;
  /** Decimal text: exact for amounts; two decimals for percentages, four for 万元/人, both rounded half up. */
  readonly value: string;
  readonly unit: string;
  /** `457.27 ÷ 715.87 ≈ 63.88%`, with = where the quotient is exact; empty for what the document prints. */
  readonly work: string;
  /** The row that the number is taken from. */
  readonly row: string;
  /** Name of the usual row where another stands in for it; else empty. */
  readonly insteadOf: string;
  /** 决算, 全年预算, 年初预算; of a rate of execution, the budget that it is measured against. */
  readonly phase: string;
  /** The document does not say which budget it is. */
  readonly unclear: boolean;
  /** Whose money the row is. */
  readonly funds: Funds;
  /** Whose money the whole of a share is; empty for other measures. */
  readonly wholeFunds: Funds;
  /** Addresses of the cells used. */
  readonly cells: readonly string[];
  /** Ids of the registered findings about these cells. */
  readonly findings: readonly string[];
}

/** Why there is no result, a Chinese sentence without its full stop. */
export interface Refusal {
  readonly reason: string;
}

export function isResult(outcome: Result | Refusal): outcome is Result {
  return !('reason' in outcome);
}

/** Decimals of an amount per head in 万元: to the yuan. */
const YUAN = 4;

/**
 * The item of a report by a measure. Percentages as `percent` in views/numbers.ts.
 * @param breaks those of the department: growth is never computed across one
 */
export function resultOf(
  checked: CheckedReport,
  item: CompareItem,
  measure: MeasureId,
  breaks: readonly Break[],
): Result | Refusal {
  const cell = (row: string, column: string) => checked.report.cells.get(`${row}/${column}`);
  const stated = find(item.rows, item.count ? [item.count] : PHASES, cell);
  if (!stated) return { reason: unstated(checked, item) };
  const never = neverOf(item, measure);
  if (never !== undefined) return { reason: never };
  const make = (operands: readonly Cell[], value: string, unit: string, work: string, more: Partial<Result> = {}) =>
    resultFrom(checked, item, operands, {
      value,
      shown: unit === '万元' ? money(value) : group(value),
      unit,
      work,
      ...more,
    });
  const ratio: Ratio = (operands, part, whole, work, more = {}) => {
    const value = percent(part, whole)!;
    const equals = equality(part.times(100), whole, value);
    const shown = measure === 'growth' ? signed(value) : group(value);
    return make(operands, value, '%', `${work} ${equals} ${group(value)}%`, { shown, ...more });
  };

  switch (measure) {
    case 'amount':
      return make([stated], stated.text, stated.unit, '');
    case 'share': {
      const base = find(basesOf(checked, stated, item), [stated.measure], cell);
      if (!base) return { reason: `没有载明${WHOLES[item.whole!].name}的${stated.measureName}，不能算占比` };
      if (!base.value.gt(0)) return { reason: notPositive(base) };
      const more = { wholeFunds: fundsOf(checked, base) };
      return ratio([stated, base], stated.value, base.value, `${group(stated.text)} ÷ ${operand(base.text)}`, more);
    }
    case 'head': {
      const heads = checked.report.cells.get(HEADS);
      if (!heads) return { reason: '没有载明实有人数，不能平均' };
      if (heads.value.eq(0)) return { reason: '实有人数为 0，不可比' };
      const value = stated.value.eq(0) ? '0' : stated.value.div(heads.value).toFixed(YUAN);
      const work = `${group(stated.text)} ÷ ${operand(heads.text)} ${equality(stated.value, heads.value, value)}`;
      return make([stated, heads], value, '万元/人', `${work} ${group(value)}`);
    }
    case 'growth':
      return growth(item, cell, ratio, startingIn(breaks, checked.report.year));
    case 'execution': {
      const row = item.rows.find((one) => cell(one, 'final') && (cell(one, 'adjusted') ?? cell(one, 'initial')));
      if (!row) return { reason: unpaired(item, cell) };
      const [final, budget] = [cell(row, 'final')!, (cell(row, 'adjusted') ?? cell(row, 'initial'))!];
      if (!budget.value.gt(0)) return { reason: notPositive(budget) };
      const more = { phase: budget.measureName };
      return ratio([final, budget], final.value, budget.value, `${group(final.text)} ÷ ${operand(budget.text)}`, more);
    }
  }
}

type Lookup = (row: string, column: string) => Cell | undefined;
/** A percentage from its cells, numerator, denominator and their work in words. */
type Ratio = (operands: readonly Cell[], part: Big, whole: Big, work: string, more?: Partial<Result>) => Result;

/** `=` where a quotient is exactly the decimal text shown, `≈` where that is rounded. */
const equality = (part: Big, whole: Big, shown: string) => (whole.times(shown).eq(part) ? '=' : '≈');

/**
 * Growth over the year before, from what this report prints of it; the change counts before the prior amount.
 * @param parted breaks that part the year of this report from the one before
 */
function growth(item: CompareItem, cell: Lookup, ratio: Ratio, parted: readonly Break[]): Result | Refusal {
  const row = item.rows.find((one) => cell(one, 'final') && (cell(one, 'change') ?? cell(one, 'prior')));
  if (!row) return { reason: '没有载明上年决算或比上年增减' };
  if (parted.length > 0) return { reason: `${parted.map(({ what }) => what).join('、')}，不算比上年` };
  const [final, change, prior] = [cell(row, 'final')!, cell(row, 'change'), cell(row, 'prior')];
  const base = prior?.value ?? final.value.minus(change!.value);
  if (!base.gt(0)) return { reason: `上年决算为${base.eq(0) ? ' 0' : '负'}，不可比` };
  const before = prior ? operand(prior.text) : `（${group(final.text)} \u2212 ${operand(change!.text)}）`;
  return change
    ? ratio(prior ? [change, prior] : [final, change], change.value, base, `${group(change.text)} ÷ ${before}`)
    : ratio([final, prior!], final.value.minus(base), base, `（${group(final.text)} \u2212 ${before}） ÷ ${before}`);
}

/** The first cell by column, then by row. */
function find(rows: readonly string[], columns: readonly string[], cell: Lookup): Cell | undefined {
  return columns
    .flatMap((column) => rows.map((row) => cell(row, column)))
    .find((one): one is Cell => one !== undefined);
}

/** Rows that may be the whole of a share: those declared, else of the same funds unless treasury funds are all funds. */
function basesOf({ report }: CheckedReport, part: Cell, item: CompareItem): readonly string[] {
  if (item.base) return [item.base];
  const { all, treasury } = WHOLES[item.whole!];
  const one = report.meta.scope.funds === 'treasury';
  if (part.table === 'expenditure' || part.table === 'income') return one ? [all, treasury] : [all];
  if (part.table === 'fiscal' || part.table === 'economic') return one ? [treasury, all] : [treasury];
  return [all, treasury];
}

function fundsOf({ report }: CheckedReport, cell: Cell): Funds {
  const row = `${cell.table}/${cell.item}`;
  if (cell.table === 'staff') return '';
  if (report.meta.scope.funds === 'treasury') return 'both';
  return TREASURY.tables.includes(cell.table) || TREASURY.rows.includes(row) ? 'treasury' : 'all';
}

function resultFrom(
  checked: CheckedReport,
  item: CompareItem,
  operands: readonly Cell[],
  rest: Pick<Result, 'shown' | 'value' | 'unit' | 'work'> & Partial<Result>,
): Result {
  const cell = operands[0]!;
  const row = `${cell.table}/${cell.item}`;
  const usual = item.rows.find((one) => one.startsWith(`${cell.table}/`))!;
  const budgets = operands.filter((one) => one.measure === 'adjusted' || one.measure === 'initial');
  const phase = cell.measure === 'change' ? '决算' : cell.measureName;
  return {
    row: cell.name,
    insteadOf: row === usual ? '' : tableById(cell.table)!.items![usual.slice(cell.table.length + 1)]!.name,
    phase,
    unclear: budgets.some((one) => (one.row.values['note'] ?? '').includes('未注明')),
    funds: fundsOf(checked, cell),
    wholeFunds: '',
    cells: operands.map(({ address }) => address),
    findings: [...new Set(operands.flatMap((one) => numberView(checked, one).findings))],
    ...rest,
  };
}

function unstated({ report }: CheckedReport, item: CompareItem): string {
  const table = item.rows[0]!.split('/')[0]!;
  const absent = report.meta.absent.find((one) => one.table === table);
  return `没有载明${item.name}${absent ? `（${tableById(table)!.title}表：${ABSENT[absent.reason]}）` : ''}`;
}

/** Why no budget and final accounts of one row are both stated: one is missing, or they stand in different rows. */
function unpaired(item: CompareItem, cell: Lookup): string {
  const [final, budget] = [find(item.rows, ['final'], cell), find(item.rows, ['adjusted', 'initial'], cell)];
  if (!final || !budget) return '没有同时载明预算数和决算数';
  const apart = final.table !== budget.table;
  const place = (one: Cell) => `${one.measureName}在“${apart ? tableById(one.table)!.title : one.name}”`;
  return `预算和决算所在的${apart ? '表' : '项目'}不同，不配对：${place(budget)}，${place(final)}`;
}

function notPositive(cell: Cell): string {
  return `${cell.name}的${cell.measureName}为${cell.value.eq(0) ? ' 0' : '负'}，不可比`;
}
