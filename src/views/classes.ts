/** The functional classes (类) that a report's page sums up. */
import type { CheckedReport } from '../checks/check.ts';
import type { Cell } from '../load/cells.ts';

/** The fund whose classes a page sums up: 一般公共预算 where it is listed, else all money; funds are never added up. */
export function fundShown(checked: CheckedReport): 'general' | 'all' {
  return classesOf(checked, 'general').length > 0 ? 'general' : 'all';
}

/** The functional classes (类) of one fund. */
export function classesOf(checked: CheckedReport, fund: string): Cell[] {
  return [...checked.report.cells.values()].filter(
    ({ table, item, measure }) =>
      table === 'functional' && measure === 'final' && item.startsWith(`${fund}.`) && /\.[0-9]{3}$/.test(item),
  );
}
