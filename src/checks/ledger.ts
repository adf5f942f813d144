/** Double entry: every printed figure against the cells it states, every cell against the figures that state it. */
import { Big } from 'big.js';
import type { Expression } from '../figures/expression.ts';
import { parseNumeral } from '../figures/numerals.ts';
import { convert, family, parseUnit } from '../figures/units.ts';
import type { Cell } from '../load/cells.ts';
import type { LedgerRow } from '../load/ledger.ts';
import type { Report } from '../load/report.ts';
import { tableById } from '../tables/index.ts';
import { derive } from './derived.ts';
import { decimals, quotientFits, roundsTo, step, type Precision } from './precision.ts';
import type { Disagreement } from './result.ts';
import { showNumber } from './relation.ts';

export type Status = 'agrees' | 'rounds' | 'differs' | 'unchecked' | 'ignored';

export interface Statement {
  readonly expression: Expression;
  readonly status: Status;
  readonly disagreement?: Disagreement;
  /** The two units measure different sorts of things. */
  readonly incomparable?: boolean;
}

export interface LedgerLine {
  readonly row: LedgerRow;
  readonly statements: readonly Statement[];
  /** The worst of its statements. */
  readonly status: Status;
}

const WORST: readonly Status[] = ['ignored', 'agrees', 'rounds', 'unchecked', 'differs'];

/** Evaluates a ledger row against the cells of its report. */
export function readLine(report: Report, row: LedgerRow, precision: Precision): LedgerLine {
  const printed = printedValue(row);
  const statements =
    printed === undefined ? [] : row.states.map((expression) => state(report, row, printed, expression, precision));
  const status = statements.reduce<Status>(
    (worst, one) => (WORST.indexOf(one.status) > WORST.indexOf(worst) ? one.status : worst),
    'ignored',
  );
  return { row, statements, status };
}

/** The number a row prints, signed; a Chinese numeral is read from the note. Undefined when there is none. */
export function printedValue(row: LedgerRow): Big | undefined {
  if (row.printed === '') {
    if (!row.n.startsWith('c')) return undefined;
    const numeral = parseNumeral(row.note);
    return numeral === undefined ? undefined : new Big(numeral);
  }
  const digits = row.printed.normalize('NFKC').replaceAll(',', '');
  if (!/^[0-9]+(?:\.[0-9]+)?$/.test(digits)) return undefined;
  return new Big(digits).times(row.sign === '-' ? -1 : 1);
}

function state(report: Report, row: LedgerRow, printed: Big, expression: Expression, precision: Precision): Statement {
  if (expression.kind === 'cell') {
    const cell = report.cells.get(expression.text);
    return cell ? stateCell(row, printed, expression, cell, precision) : { expression, status: 'unchecked' };
  }
  const quotient = derive(expression, (address) => report.cells.get(address), precision);
  if (!quotient || quotient.divisorRange.low.lte(0)) return { expression, status: 'unchecked' };
  const scale =
    quotient.unit === ''
      ? parseUnit(row.unit).base === '%'
        ? step(2)
        : parseUnit(row.unit).base === '‰'
          ? step(3)
          : new Big(1)
      : new Big(1);
  const value = quotient.unit === '' ? printed.times(scale) : convert(printed, row.unit, quotient.unit);
  if (value === undefined) return { expression, status: 'unchecked', incomparable: true };
  const own = quotient.unit === '' ? decimals(row.printed) : precision.places(row.unit, row.printed);
  const unit =
    quotient.unit === '' ? step(own).times(scale) : (convert(step(own), row.unit, quotient.unit) ?? step(own));
  if (value.times(quotient.divisor).eq(quotient.numerator)) return { expression, status: 'agrees' };
  if (quotientFits(value, unit, quotient.numeratorRange, quotient.divisorRange))
    return { expression, status: 'rounds' };
  const exact = quotient.numerator.div(quotient.divisor).div(scale);
  const right = exact.round(own + 2).toFixed();
  const left = printed.toFixed();
  return disagree(
    row,
    expression,
    left,
    right,
    new Big(left).minus(right).abs().toFixed(),
    row.unit,
    'LEDGER-DERIVED',
    `按单元计算为 ${right}`,
  );
}

function stateCell(row: LedgerRow, printed: Big, expression: Expression, cell: Cell, precision: Precision): Statement {
  const value = convert(printed, row.unit, cell.unit);
  if (value === undefined) return { expression, status: 'unchecked', incomparable: true };
  if (value.eq(cell.value)) return { expression, status: 'agrees' };
  const own = family(row.unit) === 'money' ? precision.places(row.unit, row.printed) : decimals(row.printed);
  const unit = convert(step(own), row.unit, cell.unit) ?? step(own);
  if (roundsTo(value, unit, cell.value) || bounds(cell, value)) return { expression, status: 'rounds' };
  const gap = value.minus(cell.value).abs();
  const meaning =
    `单元“${cell.name} · ${cell.measureName}”为 ${showNumber(cell.value, cell.unit)} ${cell.unit}`.trimEnd();
  return disagree(row, expression, value.toFixed(), cell.text, gap.toFixed(), cell.unit, 'LEDGER-CELL', meaning);
}

/** Whether a number lies within the bound that a cell's operator sets: 125 within “>120”. */
function bounds(cell: Cell, value: Big): boolean {
  const column = tableById(cell.table)?.columns[cell.measure]?.operatorFrom;
  const operator = column ? cell.row.values[column] : undefined;
  if (operator === '>' || operator === '≥') return value.gte(cell.value);
  return (operator === '<' || operator === '≤') && value.lte(cell.value);
}

function disagree(
  row: LedgerRow,
  expression: Expression,
  left: string,
  right: string,
  difference: string,
  unit: string,
  rule: string,
  other: string,
): Statement {
  const printed = `${row.sign === '-' ? '-' : ''}${row.printed || row.note}${row.unit}`;
  const disagreement: Disagreement = {
    rule,
    subject: expression.text,
    left,
    right,
    difference,
    unit,
    printed,
    at: [row.place],
    file: row.file,
    line: row.line,
    column: 1,
    problem: `原件 ${row.at} 印出 ${printed}，所述 ${expression.text}，${other}，相差 ${gapText(difference, unit)}`,
    remedy: '核对原件、台账与数据表',
  };
  return { expression, status: 'differs', disagreement };
}

/** A difference with its unit; between two percentages it is in percentage points. */
export function gapText(difference: string, unit: string): string {
  return `${difference} ${unit === '%' ? '个百分点' : unit}`.trimEnd();
}
