/** Printed ratios and subtotals with their work: formula, operands, denominator, result. */
import type { CheckedReport } from '../checks/check.ts';
import type { Status } from '../checks/ledger.ts';
import { computed } from '../checks/statements.ts';
import type { Expression } from '../figures/expression.ts';
import { describe } from './findings.ts';
import { STATUS_NAMES } from './ledger-status.ts';
import { group, operand } from './numbers.ts';
import { ledgerPath, lineAnchor } from './paths.ts';

export interface DerivedView {
  readonly meaning: string;
  readonly printed: string;
  /** 457.27 ÷ 715.87 ≈ 63.8761%, with = where the result is exact; empty when an operand is not stated. */
  readonly formula: string;
  readonly status: Status;
  readonly statusName: string;
  readonly at: string;
  readonly href: string;
}

/** The derived values that the documents print about a table, each with the same meaning and number once. */
export function derivedViews(checked: CheckedReport, table: string): DerivedView[] {
  const seen = new Set<string>();
  return checked.context.lines.flatMap((line) =>
    line.statements
      .filter(({ expression }) => expression.kind !== 'cell' && expression.cells[0]!.startsWith(`${table}/`))
      .flatMap(({ expression, status }): DerivedView[] => {
        const key = `${expression.text}|${line.row.printed}`;
        if (seen.has(key)) return [];
        seen.add(key);
        return [
          {
            meaning: describe(checked, expression.text),
            printed: `${line.row.sign === '-' ? '\u2212' : ''}${line.row.printed}${line.row.unit}`,
            formula: formulaOf(checked, line.row.place, expression),
            status,
            statusName: STATUS_NAMES[status],
            at: line.row.at,
            href: `${ledgerPath(checked.report)}#${lineAnchor(line.row.place)}`,
          },
        ];
      }),
  );
}

/** The work behind a derived value: operands as printed, then what they give. */
export function formulaOf(checked: CheckedReport, place: string, expression: Expression): string {
  const line = checked.context.lines.find(({ row }) => row.place === place);
  const result = line && computed(checked.context, line, expression.text);
  if (!result) return '';
  const isRatio = !['sum', 'difference'].includes(expression.kind);
  return `${working(checked, expression)} ${result.exact ? '=' : '≈'} ${group(result.text)}${isRatio && line!.row.unit === '%' ? '%' : ''}`;
}

function working(checked: CheckedReport, expression: Expression): string {
  const text = (address: string) => checked.report.cells.get(address)?.text ?? '—';
  const first = (address: string) => group(text(address));
  const number = (address: string) => operand(text(address));
  const row = expression.cells[0]!.replace(/[^/]+$/, '');
  const part = (one: Expression, index: number): string =>
    one.kind !== 'cell' ? `（${working(checked, one)}）` : index === 0 ? first(one.text) : number(one.text);
  switch (expression.kind) {
    case 'sum':
      return expression.operands.map(part).join(' + ');
    case 'difference':
      return expression.operands.map(part).join(' \u2212 ');
    case 'completion':
      return `${part(expression.operands[0]!, 0)} ÷ ${number(row + expression.budget!)}`;
    case 'growth': {
      const [change, prior] = [`${row}change`, `${row}prior`];
      const { cells } = checked.report;
      const base = cells.has(prior) ? number(prior) : `（${first(expression.cells[0]!)} \u2212 ${number(change)}）`;
      return cells.has(change)
        ? `${first(change)} ÷ ${base}`
        : `（${first(expression.cells[0]!)} \u2212 ${number(prior)}） ÷ ${number(prior)}`;
    }
    default:
      return expression.operands.map(part).join(' ÷ ');
  }
}
