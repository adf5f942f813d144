/** Sums inside one table that fail more often than not: a sign of columns misread, which lowers certainty and nothing else. */
import { Big } from 'big.js';
import { tableById } from '../../tables/index.ts';
import type { Partition } from '../../tables/table.ts';
import type { CellSuggestion } from '../suggestion.ts';

/** Rounded parts may miss their total by a little; a misread column misses it by far. */
const SLACK = 0.05;

export function lowerDoubtful(cells: readonly CellSuggestion[]): CellSuggestion[] {
  const values = new Map<string, Big>();
  for (const cell of cells) {
    const address = `${cell.table}/${Object.values(cell.key).join('.')}/${cell.measure}`;
    if (cell.value !== undefined && !values.has(address)) values.set(address, new Big(cell.value));
  }
  const checks = cells.flatMap((cell) => sumsOf(cell, values));
  const failed = checks.filter((holds) => !holds).length;
  if (failed * 2 <= checks.length) return [...cells];
  return cells.map((cell) => (cell.certainty === 'certain' ? { ...cell, certainty: 'likely' } : cell));
}

/** Whether the sums hold whose whole this cell is: across its row, and over its parts in the item tree. */
function sumsOf(cell: CellSuggestion, values: ReadonlyMap<string, Big>): boolean[] {
  const table = tableById(cell.table);
  const whole = new Big(cell.value ?? 0);
  if (!table || cell.measure === undefined) return [];
  const keys = Object.values(cell.key);
  const at = (item: string, measure: string) =>
    values.get(`${cell.table}/${[...keys.slice(0, -1), item].join('.')}/${measure}`);
  const item = keys.at(-1)!;
  const holds = (parts: readonly (Big | undefined)[]): boolean[] => {
    const stated = parts.filter((part) => part !== undefined);
    if (stated.length === 0) return [];
    return [
      stated
        .reduce((sum, part) => sum.plus(part), new Big(0))
        .minus(whole)
        .abs()
        .lte(SLACK),
    ];
  };
  const across = (table.across?.[cell.measure] ?? []).map((measure) => at(item, measure));
  const partitions: readonly Partition[] = [
    ...(table.items?.[item]?.partitions ?? []),
    ...(table.groups?.[item] ? [table.groups[item]] : []),
  ];
  const inTree = partitions.flatMap(({ parts, optional = [] }) => {
    const values = parts.map((part) => at(part, cell.measure!));
    return parts.every((part, index) => values[index] || optional.includes(part)) ? holds(values) : [];
  });
  return [...holds(across), ...inTree];
}

/**
 * Two columns of one row read as one cell with different values: one of them means something else, so neither is filled.
 * `cells`: those of one row.
 */
export function lowerRivals(cells: readonly CellSuggestion[]): CellSuggestion[] {
  const address = (cell: CellSuggestion) => [cell.table, ...Object.values(cell.key), cell.measure].join('/');
  const values = new Map<string, string>();
  const rivals = new Set<string>();
  for (const cell of cells) {
    if (cell.value === undefined) continue;
    const known = values.get(address(cell));
    if (known !== undefined && !new Big(known).eq(cell.value)) rivals.add(address(cell));
    values.set(address(cell), known ?? cell.value);
  }
  return cells.map((cell) => (rivals.has(address(cell)) ? { ...cell, certainty: 'possible' } : cell));
}
