import { convert, family } from '../../figures/units.ts';
import type { Cell } from '../../load/cells.ts';
import { itemOf, measures } from '../../tables/table.ts';
import { compare, type Context } from '../relation.ts';
import type { Rule } from './rule.ts';

/** “其中”: a part that the document names is not greater than its whole. */
export const partWhole: Rule = {
  id: 'PART-WHOLE',
  title: '其中的部分不大于整体',
  says: '文件说“其中”的数，不大于它所属的整体。整体带“余”“以上”时没有上限，比率不分部分与整体，都不核对。',
  level: 'finding',
  evaluate: (context) =>
    [...context.report.tables.values()].flatMap(({ table, rows }) => {
      const column = table.parent ?? (table.columns['parent'] ? 'parent' : undefined);
      if (!column) return [];
      return rows.flatMap(({ values }) => {
        const parent = values[column];
        if (!parent) return [];
        const whole = itemOf(table, { ...values, [table.parent ? table.key[0]! : 'item']: parent });
        return measures(table)
          .filter((measure) => !['change', 'added'].includes(measure))
          .flatMap((measure) => {
            const [part, total] = [
              context.cell(`${table.id}/${itemOf(table, values)}/${measure}`),
              context.cell(`${table.id}/${whole}/${measure}`),
            ];
            if (
              !part ||
              !total ||
              family(part.unit) === 'percent' ||
              open(context, total, ['>', '≥', '≈']) ||
              open(context, part, ['<', '≤', '≈']) ||
              convert(part.value, part.unit, total.unit) === undefined
            )
              return [];
            return [compare(context, { rule: 'PART-WHOLE', left: [part], right: [total], sign: '≤' })];
          });
      });
    }),
};

/** Whether a cell's operator leaves it open in a way that a comparison cannot settle: “200余” upwards, “小于10” downwards. */
function open(context: Context, cell: Cell, operators: readonly string[]): boolean {
  const column = context.report.tables.get(cell.table)!.table.columns[cell.measure]!.operatorFrom;
  return column !== undefined && operators.includes(cell.row.values[column] ?? '');
}
