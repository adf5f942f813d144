/** Statements of the ledger as relations: a quantity printed again, a printed ratio against its cells. */
import { Big } from 'big.js';
import { derive } from './derived.ts';
import { printedValue, type LedgerLine } from './ledger.ts';
import type { Context } from './relation.ts';
import type { Relation, Result } from './result.ts';

const RESULT: Readonly<Record<string, Result>> = {
  agrees: 'holds',
  rounds: 'rounds',
  differs: 'differs',
  unchecked: 'unchecked',
};

/** One relation for every derived value that is printed, and for every cell that is printed more than once. */
export function statementRelations(context: Context): Relation[] {
  const seen = new Set<string>();
  const repeated = new Map<string, number>();
  for (const { statements } of context.lines) {
    for (const { expression } of statements)
      if (expression.kind === 'cell') repeated.set(expression.text, (repeated.get(expression.text) ?? 0) + 1);
  }
  return context.lines.flatMap((line) =>
    line.statements.flatMap(({ expression, status, disagreement }): Relation[] => {
      const again = expression.kind === 'cell' && (repeated.get(expression.text) ?? 0) > 1;
      if (!again && expression.kind === 'cell') return [];
      const printed = printedValue(line.row)?.toFixed() ?? '';
      const key = `${expression.text}|${printed}|${status}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const cell = expression.kind === 'cell' ? context.cell(expression.text) : undefined;
      return [
        {
          rule: again ? 'LEDGER-CELL' : 'LEDGER-DERIVED',
          subject: expression.text,
          result: zeroBase(context, line, expression.text) ? 'not-comparable' : RESULT[status]!,
          left: disagreement?.left ?? printed,
          right: disagreement?.right ?? cell?.text ?? computed(context, line, expression.text)?.text ?? '',
          difference: disagreement?.difference ?? '',
          unit: disagreement?.unit ?? line.row.unit,
          operands: expression.kind === 'cell' ? [] : expression.cells,
        },
      ];
    }),
  );
}

/** The quotient of a derived statement. */
function quotientOf(context: Context, line: LedgerLine, text: string) {
  const expression = line.row.states.find((one) => one.text === text)!;
  return derive(expression, context.cell, context.precision);
}

function zeroBase(context: Context, line: LedgerLine, text: string): boolean {
  const quotient = quotientOf(context, line, text);
  return quotient !== undefined && quotient.divisor.lte(0);
}

/** What the cells give, as a percentage of four decimals or an amount of eight; exact where nothing was rounded off. */
export function computed(
  context: Context,
  line: LedgerLine,
  text: string,
): { readonly text: string; readonly exact: boolean } | undefined {
  const quotient = quotientOf(context, line, text);
  if (!quotient || quotient.divisor.lte(0)) return undefined;
  const times = quotient.unit === '' && line.row.unit === '%' ? 100 : 1;
  const shown = quotient.numerator
    .div(quotient.divisor)
    .times(times)
    .round(times === 100 ? 4 : 8, Big.roundHalfUp);
  return { text: shown.toFixed(), exact: quotient.divisor.times(shown).eq(quotient.numerator.times(times)) };
}
