/** Comparing two sides of a relation within what printed precision allows. */
import { Big } from 'big.js';
import { convert } from '../figures/units.ts';
import type { Cell } from '../load/cells.ts';
import type { Report } from '../load/report.ts';
import type { LedgerLine } from './ledger.ts';
import { tableById } from '../tables/index.ts';
import { decimals, type Precision } from './precision.ts';
import type { Disagreement, Relation, Result } from './result.ts';

/** What a rule may look at. */
export interface Context {
  readonly report: Report;
  /** The same department's report before this one, whatever its year. */
  readonly previous?: Report | undefined;
  readonly precision: Precision;
  /** Ledger lines of the sources in force. */
  readonly lines: readonly LedgerLine[];
  cell(address: string): Cell | undefined;
  /** Where a cell is printed, `source:at.n`, exact places first. */
  places(cell: Cell): readonly string[];
}

/** A relation with its disagreement when it differs. */
export interface Evaluation {
  readonly relation: Relation;
  readonly disagreement?: Disagreement;
}

export interface Comparison {
  readonly rule: string;
  /** Cells that add up to the left side; the first is the subject. */
  readonly left: readonly Cell[];
  readonly right: readonly Cell[];
  readonly sign: '=' | '≤';
  /** An operand that belongs to the right side is not stated. */
  readonly missing?: boolean;
}

/** Evaluates left = right or left ≤ right, both sides being sums of cells. Counted things do not round. */
export function compare(context: Context, { rule, left, right, sign, missing = false }: Comparison): Evaluation {
  const subject = left[0]!;
  const { unit } = subject;
  const inUnit = (cell: Cell) => convert(cell.value, cell.unit, unit) ?? cell.value;
  const sum = (cells: readonly Cell[]) => cells.reduce((total, cell) => total.plus(inUnit(cell)), new Big(0));
  const [a, b] = [sum(left), sum(right)];
  const gap = a.minus(b);
  const halfIn = (cell: Cell) => convert(context.precision.half(cell), cell.unit, unit) ?? context.precision.half(cell);
  const envelope = [...left, ...right].reduce((total, cell) => total.plus(halfIn(cell)), new Big(0));
  const holds = sign === '=' ? gap.eq(0) : gap.lte(0);
  // Rounded parts miss by half a step each; truncated ones fall short by up to a whole step each, all the same way.
  const spans = (cells: readonly Cell[]) =>
    cells.reduce((total, cell) => total.plus(halfIn(cell).times(2)), new Big(0));
  const truncated = gap.gte(0) ? gap.lt(spans(right)) : gap.times(-1).lt(spans(left));
  const rounds = sign === '=' ? gap.abs().lte(envelope) || truncated : gap.lte(envelope);
  const result: Result =
    holds && !(missing && right.length === 0)
      ? 'holds'
      : missing || right.length === 0
        ? 'unchecked'
        : rounds
          ? 'rounds'
          : 'differs';
  const relation: Relation = {
    rule,
    subject: subject.address,
    result,
    left: left.length === 1 ? subject.text : a.toFixed(),
    right: right.length === 0 ? '' : b.toFixed(),
    difference: result === 'unchecked' ? '' : gap.abs().toFixed(),
    unit,
    operands: [...left.slice(1), ...right].map((cell) => cell.address),
  };
  if (result !== 'differs') return { relation };
  const named = names([...left, ...right]);
  const problem =
    `${side(left, a, unit, named)} ${sign === '=' ? '≠' : '>'} ${side(right, b, unit, named)}，相差 ${showNumber(gap.abs(), unit)} ${unit}`.trimEnd();
  return { relation, disagreement: disagreementOf(context, relation, [...left, ...right], problem) };
}

/** The disagreement of a relation that differs, placed at its subject. */
export function disagreementOf(
  context: Context,
  relation: Relation,
  cells: readonly Cell[],
  problem: string,
): Disagreement {
  const at = [...new Set(cells.flatMap((cell) => context.places(cell).slice(0, 1)))];
  const { file, line, column } = cells[0]!;
  const where = [...new Set(at.map(lineOf))].join('、');
  return {
    ...relation,
    at,
    file,
    line,
    column,
    problem,
    remedy: `无法判断哪一项有误，请核对原件${where === '' ? '' : ` ${where}`}`,
  };
}

/** Names of cells for a sentence: with the measure where the name alone does not tell them apart, then with the table. */
function names(cells: readonly Cell[]): (cell: Cell) => string {
  const withMeasure = (cell: Cell) => `${cell.name}${cell.measureName}`;
  const distinct = (name: (cell: Cell) => string) =>
    new Set(cells.map(name)).size === new Set(cells.map(({ address }) => address)).size;
  if (distinct(({ name }) => name)) return ({ name }) => name;
  if (distinct(withMeasure)) return withMeasure;
  return (cell) => {
    const table = tableById(cell.table);
    const group = table?.groupBy
      ? (table.columns[table.groupBy]?.values?.[cell.row.values[table.groupBy] ?? ''] ?? '')
      : '';
    return `${table?.title ?? cell.table}的${group}${withMeasure(cell)}`;
  };
}

function side(cells: readonly Cell[], total: Big, unit: string, named: (cell: Cell) => string): string {
  const terms = cells.map(
    (cell) => `${named(cell)} ${showNumber(cell.value, cell.unit)}${cell.unit === unit ? '' : cell.unit}`,
  );
  return cells.length === 1 ? terms[0]! : `${terms.join(' + ')} = ${showNumber(total, unit)}`;
}

/** `accounts:L37.2` → `L37`. */
export function lineOf(place: string): string {
  return place.replace(/^[^:]*:/, '').replace(/\.c?[0-9]+$/, '');
}

/** Money with at least two decimals, other numbers as they are. */
export function showNumber(value: Big, unit: string): string {
  return unit === '万元' ? value.toFixed(Math.max(2, decimals(value.toFixed()))) : value.toFixed();
}
