/** Growth between two years of a department: computed exactly, or the reason why it is not. */
import type { CheckedReport } from '../checks/check.ts';
import { SCOPE_FUNDS, SCOPE_UNITS } from '../tables/report.ts';
import { between } from './between.ts';
import type { Break } from './breaks.ts';
import { firstCell } from './headline.ts';
import { percent, signed } from './numbers.ts';

export interface GrowthView {
  /** `+12.34`, in percent; or why it is not computed. */
  readonly text: string;
  /** Percent, two decimals, rounded half up; empty when it is not computed. */
  readonly value: string;
}

/**
 * Growth of the first stated of some cells from one report to a later one of the same department. Never across a break,
 * a missing year, a change of scope or of the row that states it, nor from a base that is not positive.
 * @returns undefined when one of the two does not state it
 */
export function growthBetween(
  before: CheckedReport,
  after: CheckedReport,
  addresses: readonly string[],
  breaks: readonly Break[],
): GrowthView | undefined {
  const [prior, final] = [firstCell(before, addresses), firstCell(after, addresses)];
  if (!prior || !final) return undefined;
  const because = (reason: string) => ({ text: reason, value: '' });
  const reason = obstacle(before, after, breaks);
  if (reason) return because(`${reason}，不算`);
  if (prior.address !== final.address) return because('所取项目不同，不算');
  if (!prior.value.gt(0)) return because(`上年为${prior.value.eq(0) ? ' 0' : '负'}，不可比`);
  const value = percent(final.value.minus(prior.value), prior.value)!;
  return { text: signed(value), value };
}

/** What stands between two reports, in Chinese; empty when nothing does. */
function obstacle(before: CheckedReport, after: CheckedReport, breaks: readonly Break[]): string {
  const [from, to] = [before.report, after.report];
  const [one] = between(breaks, from.year, to.year);
  if (one) return one.what;
  if (to.year - from.year > 1) {
    const last = to.year - 1;
    return `中间缺 ${from.year + 1}${last > from.year + 1 ? ` 至 ${last}` : ''} 年`;
  }
  return scopeChange(before, after)?.what ?? '';
}

/** How the declared scope of two reports differs; `unstated` beside a stated scope counts as different. */
export function scopeChange(
  before: CheckedReport,
  after: CheckedReport,
): { readonly what: string; readonly note: string } | undefined {
  const [a, b] = [before.report.meta.scope, after.report.meta.scope];
  if (a.units !== b.units)
    return { what: '范围不同', note: `金额的范围，${SCOPE_UNITS[a.units]}与${SCOPE_UNITS[b.units]}` };
  if (a.funds !== b.funds) return { what: '资金不同', note: `资金，${SCOPE_FUNDS[a.funds]}与${SCOPE_FUNDS[b.funds]}` };
  return undefined;
}
