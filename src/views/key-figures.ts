/** The few figures at the top of a report. */
import type { CheckedReport } from '../checks/check.ts';
import { firstCell, RECEIVED, SPENT } from './headline.ts';
import { money, numberView, percentage, type NumberView } from './numbers.ts';

export interface KeyFigure {
  readonly name: string;
  /** A cell, or a text derived from cells that the note names. */
  readonly number?: NumberView;
  readonly text: string;
  readonly unit: string;
  readonly note: string;
}

/** Spending, income, execution, 三公, operating costs: those that the report states, in that order. */
export function keyFigures(checked: CheckedReport): KeyFigure[] {
  const figure = (addresses: readonly string[]): KeyFigure[] => {
    const cell = firstCell(checked, addresses);
    if (!cell) return [];
    const change = checked.report.cells.get(cell.address.replace(/[^/]+$/, 'change'));
    const note = change ? `比上年 ${change.value.gt(0) ? '+' : ''}${money(change.text)}` : '';
    return [{ name: cell.name, number: numberView(checked, cell), text: '', unit: cell.unit, note }];
  };
  return [
    ...figure(SPENT),
    ...figure(RECEIVED),
    ...execution(checked),
    ...figure(['three-public/total/final']),
    ...figure(['operating/agency-operation/final']),
  ];
}

/** Spending as a share of the whole year's budget, where both are printed; the work is shown in the note. */
function execution(checked: CheckedReport): KeyFigure[] {
  const [final, adjusted] = ['final', 'adjusted'].map((measure) =>
    checked.report.cells.get(`expenditure/current/${measure}`),
  );
  const share = final && adjusted && percentage(final.value, adjusted.value);
  if (!share) return [];
  return [
    { name: '预算执行', text: share, unit: '', note: `决算 ${money(final.text)} ÷ 全年预算 ${money(adjusted.text)}` },
  ];
}
