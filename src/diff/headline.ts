/** The quantities that a reviewer looks at first: totals and shares of a report, before and after. */
import { derive } from '../checks/derived.ts';
import { precisionOf } from '../checks/precision.ts';
import { parseAddress, parseExpression, type Expression } from '../figures/expression.ts';
import type { Report } from '../load/report.ts';
import type { CellChange, ShareChange } from './difference.ts';

/** Totals by address. */
export const TOTALS: readonly string[] = [
  'income/total/final',
  'income/current/final',
  'expenditure/total/final',
  'expenditure/current/final',
  'fiscal/income-total/final',
  'fiscal/income/final',
  'fiscal/expenditure-total/final',
  'fiscal/expenditure/final',
  'three-public/total/final',
];

/** Shares and rates, each with its Chinese name; the denominator stands in the expression. */
export const SHARES: readonly (readonly [string, string])[] = [
  ['share(income/treasury/final,income/current/final)', '财政拨款收入占本年收入'],
  ['share(expenditure/basic/final,expenditure/current/final)', '基本支出占本年支出'],
  ['share(expenditure/project/final,expenditure/current/final)', '项目支出占本年支出'],
  ['share(fiscal/basic/final,fiscal/expenditure/final)', '基本支出占本年财政拨款支出'],
  ['share(fiscal/project/final,fiscal/expenditure/final)', '项目支出占本年财政拨款支出'],
  ['share(three-public/total/final,fiscal/expenditure/final)', '“三公”经费占本年财政拨款支出'],
  ['completion(expenditure/current/final,adjusted)', '本年支出占全年预算'],
  ['growth(expenditure/current/final)', '本年支出比上年'],
];

/** The changed cells that are totals, in the order of the list. */
export function totalChanges(cells: readonly CellChange[]): CellChange[] {
  return TOTALS.flatMap((address) => cells.filter((cell) => cell.address === address));
}

/** Shares whose exact value changed, or that can be computed on one side only. `hidden`: tables that a side cannot read. */
export function shareChanges(
  before: Report | undefined,
  after: Report | undefined,
  hidden: (table: string) => boolean = () => false,
): ShareChange[] {
  return SHARES.flatMap(([text, name]) => {
    const expression = parseExpression(text) as Expression;
    if (expression.cells.some((address) => hidden(parseAddress(address)!.table))) return [];
    const [old, now] = [before, after].map((report) => {
      const quotient = report && derive(expression, (address) => report.cells.get(address), precisionOf(report));
      return quotient && !quotient.divisor.eq(0) ? quotient : undefined;
    });
    if (!old && !now) return [];
    // Compared by cross-multiplication: division would round.
    if (old && now && old.numerator.times(now.divisor).eq(now.numerator.times(old.divisor))) return [];
    const show = (digits: number) =>
      [old, now].map((one) => one && `${one.numerator.times(100).div(one.divisor).toFixed(digits)}%`);
    const tellApart = [2, 3, 4, 5, 6, 7, 8].find((digits) => show(digits)[0] !== show(digits)[1]);
    const [was, is] = show(tellApart ?? 8);
    return [{ expression: text, name, ...(was && { before: was }), ...(is && { after: is }) }];
  });
}
