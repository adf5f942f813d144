/** What part of a total a row is, for tables that split one. */
import type { CheckedReport } from '../checks/check.ts';
import type { TableDeclaration } from '../tables/table.ts';
import { percentage } from './numbers.ts';

/** Tables that split a total: the item of the total, what it is called, and the measure that is split. */
export const SHARE_BASES: Readonly<
  Record<string, { readonly item: string; readonly name: string; readonly measure: string }>
> = {
  income: { item: 'current', name: '本年收入', measure: 'final' },
  expenditure: { item: 'current', name: '本年支出', measure: 'final' },
  functional: { item: 'total', name: '合计', measure: 'final' },
  economic: { item: 'basic', name: '合计', measure: 'final' },
  assets: { item: 'total', name: '资产合计', measure: 'closing' },
};

/** A row's share of the total that it is a part of. */
export function shareOf(
  checked: CheckedReport,
  table: TableDeclaration,
  values: Readonly<Record<string, string>>,
  item: string,
): string | undefined {
  const base = SHARE_BASES[table.id];
  if (!base || !isPartOf(table, values, base.item)) return undefined;
  const fund = values['fund'] ? `${values['fund']}.` : '';
  const total = checked.report.cells.get(`${table.id}/${fund}${base.item}/${base.measure}`);
  const part = checked.report.cells.get(`${table.id}/${item}/${base.measure}`);
  return total && part && part.value.gte(0) && part.value.lte(total.value)
    ? percentage(part.value, total.value)
    : undefined;
}

/** Whether a row is the total or stands below it in the item tree; in tables of codes every row does. */
function isPartOf(table: TableDeclaration, values: Readonly<Record<string, string>>, total: string): boolean {
  if (!table.items) return true;
  const above = (item: string): string[] =>
    Object.entries(table.items!).flatMap(([id, { partitions = [] }]) =>
      partitions.some(({ parts }) => parts.includes(item)) ? [id, ...above(id)] : [],
    );
  const own = values['parent'] ?? '';
  return [values['item']!, own, ...above(values['item']!), ...above(own)].includes(total);
}
