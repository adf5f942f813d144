/** Turns ruling lines into the cells they enclose. */
import type { Rule, Rules } from './geometry.ts';

export interface GridRegion {
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

export interface Grid {
  /** Positions of the column and row borders, ascending. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly regions: readonly GridRegion[];
}

/** Lines that are drawn in several strokes become one. `slack`: how far apart two of one position may be. */
export function mergeRules(rules: readonly Rule[], slack: number): Rule[] {
  const result: Rule[] = [];
  for (const group of clusters(rules, (rule) => rule.at, slack)) {
    const at = group.reduce((sum, rule) => sum + rule.at, 0) / group.length;
    let open: { at: number; from: number; to: number } | undefined;
    for (const rule of group.sort((a, b) => a.from - b.from)) {
      if (open && rule.from <= open.to + slack) open.to = Math.max(open.to, rule.to);
      else result.push((open = { at, from: rule.from, to: rule.to }));
    }
  }
  return result;
}

function clusters<T>(items: readonly T[], at: (item: T) => number, slack: number): T[][] {
  const groups: T[][] = [];
  for (const item of [...items].sort((a, b) => at(a) - at(b))) {
    const group = groups.at(-1);
    if (group && at(item) - at(group[0]!) <= slack) group.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** Every grid of at least two cells. Lines that meet belong to one grid. */
export function findGrids(rules: Rules, slack: number): Grid[] {
  const horizontal = mergeRules(rules.horizontal, slack);
  const vertical = mergeRules(rules.vertical, slack);
  const sets = new Sets(horizontal.length + vertical.length);
  horizontal.forEach((h, i) => {
    vertical.forEach((v, j) => {
      const meet = v.at >= h.from - slack && v.at <= h.to + slack && h.at >= v.from - slack && h.at <= v.to + slack;
      if (meet) sets.join(i, horizontal.length + j);
    });
  });
  const parts = new Map<number, { horizontal: Rule[]; vertical: Rule[] }>();
  const part = (index: number) => {
    const root = sets.root(index);
    const known = parts.get(root) ?? { horizontal: [], vertical: [] };
    parts.set(root, known);
    return known;
  };
  horizontal.forEach((rule, index) => part(index).horizontal.push(rule));
  vertical.forEach((rule, index) => part(horizontal.length + index).vertical.push(rule));
  return [...parts.values()]
    .filter((one) => one.horizontal.length > 0 && one.vertical.length > 0)
    .map((one) => gridOf(one, slack))
    .filter(({ regions }) => regions.length > 1);
}

function gridOf({ horizontal, vertical }: Rules, slack: number): Grid {
  const xs = positions(vertical, horizontal, slack);
  const ys = positions(horizontal, vertical, slack);
  const [wide, high] = [xs.length - 1, ys.length - 1];
  const sets = new Sets(wide * high);
  for (let row = 0; row < high; row += 1) {
    for (let column = 0; column < wide; column += 1) {
      const cell = row * wide + column;
      if (column + 1 < wide && !separated(vertical, xs[column + 1]!, ys[row]!, ys[row + 1]!, slack))
        sets.join(cell, cell + 1);
      if (row + 1 < high && !separated(horizontal, ys[row + 1]!, xs[column]!, xs[column + 1]!, slack))
        sets.join(cell, cell + wide);
    }
  }
  return compact(xs, ys, rectangles(sets, wide, high));
}

/** Where the lines stand; a side without a line of its own is where the crossing lines end. */
function positions(rules: readonly Rule[], crossing: readonly Rule[], slack: number): number[] {
  const ends = crossing.flatMap(({ from, to }) => [from, to]);
  const all = rules.map(({ at }) => at);
  for (const end of [Math.min(...ends), Math.max(...ends)])
    if (all.every((at) => Math.abs(at - end) > slack)) all.push(end);
  return clusters(all, (at) => at, slack).map((group) => group.reduce((sum, at) => sum + at, 0) / group.length);
}

/** Whether lines at a position cover the stretch nearly whole. */
function separated(rules: readonly Rule[], at: number, from: number, to: number, slack: number): boolean {
  let covered = 0;
  for (const rule of rules)
    if (Math.abs(rule.at - at) <= slack) covered += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
  return covered >= Math.min(0.85 * (to - from), to - from - 1);
}

/** The joined cells as rectangles; a shape that is none falls into the stretches of its rows. */
function rectangles(sets: Sets, wide: number, high: number): GridRegion[] {
  const members = new Map<number, number[]>();
  for (let cell = 0; cell < wide * high; cell += 1) {
    const root = sets.root(cell);
    members.set(root, [...(members.get(root) ?? []), cell]);
  }
  return [...members.values()].flatMap((cells) => {
    const rows = cells.map((cell) => Math.floor(cell / wide));
    const columns = cells.map((cell) => cell % wide);
    const [row, column] = [Math.min(...rows), Math.min(...columns)];
    const region = { row, rows: Math.max(...rows) - row + 1, column, columns: Math.max(...columns) - column + 1 };
    if (region.rows * region.columns === cells.length) return [region];
    const stretches: { row: number; rows: number; column: number; columns: number }[] = [];
    for (const cell of cells) {
      const last = stretches.at(-1);
      const [at, x] = [Math.floor(cell / wide), cell % wide];
      if (last?.row === at && last.column + last.columns === x) last.columns += 1;
      else stretches.push({ row: at, rows: 1, column: x, columns: 1 });
    }
    return stretches;
  });
}

/** Drops borders that separate no two cells. */
function compact(xs: readonly number[], ys: readonly number[], regions: readonly GridRegion[]): Grid {
  const used = (starts: readonly number[]) => [...new Set(starts)].sort((a, b) => a - b);
  const columns = used(regions.flatMap(({ column, columns: covered }) => [column, column + covered]));
  const rows = used(regions.flatMap(({ row, rows: covered }) => [row, row + covered]));
  return {
    xs: columns.map((index) => xs[index]!),
    ys: rows.map((index) => ys[index]!),
    regions: regions.map((region) => ({
      row: rows.indexOf(region.row),
      rows: rows.indexOf(region.row + region.rows) - rows.indexOf(region.row),
      column: columns.indexOf(region.column),
      columns: columns.indexOf(region.column + region.columns) - columns.indexOf(region.column),
    })),
  };
}

/** Sets that can be joined. */
class Sets {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, index) => index);
  }

  root(index: number): number {
    let root = index;
    while (this.#parents[root] !== root) root = this.#parents[root] = this.#parents[this.#parents[root]!]!;
    return root;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.root(a), this.root(b)];
    this.#parents[Math.max(x, y)] = Math.min(x, y);
  }
}
