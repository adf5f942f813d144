/** One row of an indicator table: its levels, taken from above where empty, and its value cells. */
import { filled, type GridCell } from './grid.ts';
import { FOOT, LEVEL1, LEVEL2, plain, TOTAL_SCORE, type IndicatorColumn } from './heads.ts';
import { part, type Span } from './span.ts';

/** Grid column → what it holds. */
export type Columns = Map<number, IndicatorColumn>;

export interface Levels {
  level1?: Span | undefined;
  level2?: Span | undefined;
}

export interface IndicatorRow {
  readonly level1?: Span | undefined;
  readonly level2?: Span | undefined;
  readonly level3: Span;
  readonly target?: Span | undefined;
  readonly actual?: Span | undefined;
  readonly completion?: Span | undefined;
  readonly unit?: Span | undefined;
  readonly operator?: Span | undefined;
  readonly nature?: Span | undefined;
  /** False when the cells had to be moved to fit the heads. */
  readonly sure: boolean;
}

const VALUES: readonly IndicatorColumn[] = ['target', 'actual', 'completion'];

/** @returns the row, the cell with the total score, `end` when the table is over, or undefined for a row that is none. */
export function readIndicatorRow(
  row: readonly (GridCell | undefined)[],
  columns: Columns,
  levels: Levels,
): IndicatorRow | { score: GridCell } | 'end' | undefined {
  const cells = filled(row);
  const first = cells.find((cell) => columns.get(cell.column)?.startsWith('level')) ?? cells[0]!;
  if (TOTAL_SCORE.test(plain(first.text)) || TOTAL_SCORE.test(plain(cells[0]!.text))) {
    const score = [...columns].find(([, role]) => role === 'score')?.[0];
    const cell = score === undefined ? undefined : row[score];
    return cell && /^[0-9]/.test(cell.text) ? { score: cell } : undefined;
  }
  if (FOOT.test(plain(cells[0]!.text)) || FOOT.test(plain(first.text))) return 'end';
  const moved = realigned(row, columns);
  const at = (role: IndicatorColumn): GridCell | undefined => {
    const column = [...columns].find(([, other]) => other === role)?.[0];
    const cell = column === undefined ? undefined : moved.row[column];
    return cell && cell.text !== '' ? cell : undefined;
  };
  const [level1, level2, level3] = [at('level1'), at('level2'), at('level3')];
  if (level1) {
    if (levels.level1?.text !== level1.text) levels.level2 = undefined;
    levels.level1 = level1;
  }
  if (level2) levels.level2 = level2;
  const has = (role: IndicatorColumn) => [...columns.values()].includes(role);
  // A form without a third level names its indicators in the second.
  const label = level3 ?? (has('level3') ? undefined : level2);
  const name = label && withoutNumber(label);
  if (!name || label === level1 || (label === level2 && has('level3') && level3 === level2)) return undefined;
  if (/^[0-9.]+$/.test(name.text)) return undefined;
  const [target, actual, completion] = VALUES.map((role) => {
    const cell = at(role);
    // A cell merged over several value columns states the first only.
    return cell && cell !== label ? cell : undefined;
  });
  if (!target && !actual && !/^[/无—-]+$/u.test(name.text)) return undefined;
  return {
    level1: levels.level1,
    level2: has('level3') ? levels.level2 : undefined,
    level3: name,
    target,
    actual: actual === target ? undefined : actual,
    completion: completion === actual || completion === target ? undefined : completion,
    unit: at('unit'),
    operator: at('operator'),
    nature: at('nature'),
    sure: moved.sure,
  };
}

/** The form numbers its indicators: 指标1:…. The number belongs to the form, and what is left may be nothing. */
function withoutNumber(label: Span): Span | undefined {
  const number = /^指标[0-9]{1,2}[:：、.]?/u.exec(label.text)?.[0] ?? '';
  if (number === '') return label;
  return number.length < label.text.length ? part(label, number.length) : undefined;
}

/**
 * Rows whose first empty cells were lost: a second-level word under the first level moves all cells one to the right; other
 * words there are the indicator, when as many cells follow as there are columns of values.
 */
function realigned(
  row: readonly (GridCell | undefined)[],
  columns: Columns,
): { row: readonly (GridCell | undefined)[]; sure: boolean } {
  const places = [...columns].filter(([, role]) => role.startsWith('level') || VALUES.includes(role));
  const as = (cells: readonly (GridCell | undefined)[], start: number) => {
    const result: (GridCell | undefined)[] = row.map(() => undefined);
    places.slice(start).forEach(([column], index) => {
      result[column] = cells[index];
    });
    return { row: result, sure: false };
  };
  const cells = places.map(([column]) => row[column]);
  const [word, next, third] = cells.map((cell) => plain(cell?.text ?? ''));
  if (places[0]?.[1] !== 'level1' || places[2]?.[1] !== 'level3' || !word || LEVEL1.test(word))
    return { row, sure: true };
  const last = cells.at(-1);
  if (LEVEL2.test(word) && !LEVEL2.test(next!) && (!last || last.text === '')) return as(cells, 1);
  const full = filled(cells);
  const values = places.filter(([, role]) => VALUES.includes(role)).length;
  if (!/指标/u.test(word) && !LEVEL2.test(word) && next === '' && third !== '' && full.length === values + 1)
    return as(full, places.length - full.length);
  return { row, sure: true };
}
