/** Reads a recognised table: every number at the crossing of a row and a column that both say what it is. */
import type { Document } from '../../documents/document.ts';
import type { Reference } from '../../load/reference.ts';
import { tableById } from '../../tables/index.ts';
import type { CellSuggestion, Certainty, DerivedSuggestion, IgnoredSuggestion } from '../suggestion.ts';
import { inWan, overlong, readNumber, usualDecimals, withSign, type PrintedNumber } from './amount.ts';
import { lowerRivals } from './doubt.ts';
import type { Form, Meaning, RowMeaning, Target } from './form.ts';
import { cellsOf, type GridCell, type GridRow } from './grid.ts';
import { isOrdinalRow, sameWords } from './heads.ts';
import type { LocatedTable } from './locate.ts';
import { ignore, marginFigures } from './margins.ts';
import { panelsOf, type Panel, type ValueColumn } from './panels.ts';
import { labelCells, RowReader } from './rows.ts';
import { headUnit } from './unit.ts';

export interface TableReading {
  readonly cells: readonly CellSuggestion[];
  readonly derived: readonly DerivedSuggestion[];
  readonly ignored: readonly IgnoredSuggestion[];
}

export interface ReadOptions {
  readonly document: Document;
  readonly reference: Reference;
  readonly form: Form;
  /** Unit of the table's money, and how sure it is. */
  readonly unit: string;
  readonly unitCertainty: Certainty;
  /** Decimals that the table's amounts usually print. */
  readonly decimals?: number | undefined;
  /** The most that can be said of any cell of this table. */
  readonly certainty: Certainty;
}

const ORDER: readonly Certainty[] = ['certain', 'likely', 'possible'];

/** The less sure of several. */
export function least(...certainties: readonly (Certainty | undefined)[]): Certainty {
  return ORDER[Math.max(...certainties.map((one) => ORDER.indexOf(one ?? 'certain')))]!;
}

/** A number with all that its row and column say. */
interface Statement {
  readonly cell: GridCell;
  readonly number: PrintedNumber;
  readonly row: RowMeaning;
  readonly column: Meaning;
  readonly unit: string;
  readonly unitCertainty: Certainty;
  readonly panel: Panel;
}

export function readTable(table: LocatedTable, given: ReadOptions): TableReading {
  const options = { ...given, decimals: usualDecimals(printedNumbers(table)) };
  const { document, form } = options;
  const { heads, body } = table;
  const { panels, ordinals } = panelsOf(form, heads, body);
  const cells: CellSuggestion[] = [];
  const sums: { statement: Statement; targets: readonly Target[] }[] = [];
  const ignored: IgnoredSuggestion[] = [...table.captions, ...heads].flatMap((row) =>
    cellsOf(row).flatMap(({ figures }) => marginFigures(document, figures, form.id)),
  );
  const notes = [...table.below, ...body.filter(isNote).flatMap((row) => cellsOf(row).map(({ text }) => text))];
  const rows = body.filter((row) => !isNote(row));
  const numbering = ordinalRows(rows);
  for (const row of numbering) ignored.push(...allFigures(row, form.id));
  const data = rows.filter((row) => !numbering.has(row));
  for (const row of data)
    for (const column of ordinals) {
      const cell = row[column];
      if (cell?.column === column) ignored.push(...cell.figures.map((one) => ignore(one, 'ordinal', form.id)));
    }
  for (const panel of panels) {
    const reader = new RowReader(form, panel, data, options.reference);
    for (const row of data) {
      const { meaning, ordinalFigures } = reader.next(row);
      ignored.push(...ordinalFigures.map((one) => ignore(one, 'ordinal', form.id)));
      for (const label of labelCells(row, panel)) ignored.push(...marginFigures(document, label.figures, form.id));
      if (!meaning || meaning.skip) continue;
      const inRow: CellSuggestion[] = [];
      for (const value of panel.values) {
        const read = statementAt(row, value, panel, meaning, notes, options);
        if (!read) continue;
        const beyond = read.column.beyond || read.row.beyond;
        const targets = beyond ? 'beyond' : form.states(read.row, read.column, panel.side);
        if (targets === 'beyond') {
          ignored.push(...read.cell.figures.map((one) => ignore(one, 'beyond', form.id)));
          continue;
        }
        inRow.push(...targets.flatMap((target) => suggestion(read, target, options)));
        const parts = targets.length === 0 ? (form.adds?.(read.row, read.column, panel.side) ?? []) : [];
        if (parts.length > 0) sums.push({ statement: read, targets: parts });
      }
      cells.push(...lowerRivals(inRow));
    }
  }
  const total = addUp(sums, cells, options);
  return { cells: [...cells, ...total.cells], derived: total.derived, ignored: once(ignored) };
}

/** The digits of all numbers in a table. */
export const printedNumbers = ({ body }: LocatedTable): string[] =>
  body.flatMap((row) => cellsOf(row).flatMap(({ text }) => readNumber(text)?.digits ?? []));

/** A row of words below the amounts. */
function isNote(row: GridRow): boolean {
  const [first, ...more] = cellsOf(row);
  return more.length === 0 && first !== undefined && /^(?:注|说明|备注|本表|我(?:部门|单位|局))/u.test(first.text);
}

/** Rows that number the columns: 栏次, or 1, 2, 3 … above all amounts, and where they are repeated on a later page. */
function ordinalRows(rows: readonly GridRow[]): ReadonlySet<GridRow> {
  const [first] = rows;
  const numbered = rows.filter((row) => cellsOf(row).some(({ text }) => readNumber(text)));
  const top = first && numbered.length > 1 && isOrdinalRow(first) ? first : undefined;
  return new Set(
    rows.filter((row) => cellsOf(row).some(({ text }) => text === '栏次') || (top && sameWords(row, top))),
  );
}

const allFigures = (row: GridRow, by: string) =>
  cellsOf(row).flatMap(({ figures }) => figures.map((one) => ignore(one, 'ordinal', by)));

/** A note that says which budget 预算数 is. */
const WHOLE_YEAR_NOTE = /预算数[^。;；]{0,20}(?:全年|调整)/u;

function statementAt(
  row: GridRow,
  { column, path, means }: ValueColumn,
  panel: Panel,
  meaning: RowMeaning,
  notes: readonly string[],
  { form, unit, unitCertainty }: ReadOptions,
): Statement | undefined {
  const cell = row[column];
  if (!cell || cell.column !== column || means.skip) return undefined;
  const number = readNumber(cell.text);
  if (!number || cell.figures.length === 0) return undefined;
  const said = notes.some((note) => WHOLE_YEAR_NOTE.test(note));
  const own = number.unit.endsWith('元') ? number.unit : headUnit(path);
  const renamed = (form.notes ?? []).find(
    ({ words, from }) => means.measure === from && notes.some((note) => words.test(note)),
  );
  return {
    cell,
    number,
    row: meaning,
    column: renamed ? { ...means, measure: renamed.to } : said ? { ...means, note: '' } : means,
    unit: own ?? unit,
    unitCertainty: own ? 'certain' : unitCertainty,
    panel,
  };
}

function suggestion(
  { cell, number, row, column, unit, unitCertainty }: Statement,
  target: Target,
  { form, certainty, decimals }: ReadOptions,
): CellSuggestion[] {
  const kind = tableById(target.table)?.columns[target.measure]?.kind;
  if (kind === undefined) return [];
  const whole = number.digits.replace(/\.0+$/, '');
  const value =
    kind !== 'count' ? inWan(number, unit) : /^[0-9]+$/.test(whole) ? withSign(whole, number.negative) : undefined;
  if (value === undefined) return [];
  const [first] = cell.figures;
  const note = target.measure === 'adjusted' ? (row.note ?? column.note) : undefined;
  return [
    {
      table: target.table,
      key: target.key,
      ...(target.columns || note ? { columns: { ...target.columns, ...(note ? { note } : {}) } } : {}),
      measure: target.measure,
      value,
      figures: [{ line: first!.line, start: first!.start }],
      ...(kind === 'count' ? {} : { unit }),
      ...(number.negative ? { sign: '-' as const } : {}),
      // A number broken over two lines is no single figure of the ledger.
      certainty: least(
        certainty,
        row.certainty,
        column.certainty,
        kind === 'count' ? undefined : unitCertainty,
        cell.figures.length > 1 || overlong(number.digits, decimals) ? 'possible' : undefined,
      ),
      rank: 'accounts-table',
      by: form.id,
    },
  ];
}

/** Figures that add up cells of the same table: stated as their sum, or as the only one of them that is printed. */
function addUp(
  sums: readonly { statement: Statement; targets: readonly Target[] }[],
  cells: readonly CellSuggestion[],
  options: ReadOptions,
): { cells: CellSuggestion[]; derived: DerivedSuggestion[] } {
  const known = new Set(cells.map((cell) => addressOf(cell as Target)));
  const result = { cells: [] as CellSuggestion[], derived: [] as DerivedSuggestion[] };
  for (const { statement, targets } of sums) {
    const printed = targets.filter((target) => known.has(addressOf(target)));
    if (printed.length === 1) result.cells.push(...suggestion(statement, printed[0]!, options));
    if (printed.length < 2) continue;
    const { line, start } = statement.cell.figures[0]!;
    result.derived.push({
      expression: `sum(${printed.map(addressOf).join(',')})`,
      figure: { line, start },
      unit: statement.unit,
      ...(statement.number.negative ? { sign: '-' as const } : {}),
      certainty: least(options.certainty, statement.row.certainty, statement.unitCertainty),
      by: options.form.id,
    });
  }
  return result;
}

const addressOf = ({ table, key, measure }: Target) => `${table}/${Object.values(key).join('.')}/${measure}`;

function once(ignored: readonly IgnoredSuggestion[]): IgnoredSuggestion[] {
  return [...new Map(ignored.map((one) => [`${one.figure.line}:${one.figure.start}`, one])).values()];
}
