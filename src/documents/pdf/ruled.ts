/** Puts the text of a page into the cells that its ruling lines enclose. */
import { cut, median, middle, type Run } from './geometry.ts';
import type { Grid, GridRegion } from './grid.ts';
import { plainText, textLines, type TextLine } from './lines.ts';
import { AMOUNT, splitRows } from './rows.ts';

/** A table with its place on the page. */
export interface PageTable {
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly (readonly RunCell[])[];
}

export interface RunCell {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly runs: readonly Run[];
}

interface FilledRegion extends GridRegion {
  readonly runs: Run[];
}

export function within(grid: Grid, run: Run): boolean {
  const [x, y] = [(run.left + run.right) / 2, middle(run)];
  return x > grid.xs[0]! && x < grid.xs.at(-1)! && y > grid.ys[0]! && y < grid.ys.at(-1)!;
}

/** @param runs those that stand within the grid. @returns undefined when at most one cell holds text: a frame, no table. */
export function fillGrid(grid: Grid, runs: readonly Run[]): PageTable | undefined {
  const regions: FilledRegion[] = grid.regions.map((region) => ({ ...region, runs: [] }));
  const at: FilledRegion[][] = grid.ys.slice(1).map(() => []);
  for (const region of regions)
    for (let row = region.row; row < region.row + region.rows; row += 1)
      for (let column = region.column; column < region.column + region.columns; column += 1) at[row]![column] = region;
  for (const run of runs) {
    const row = interval(grid.ys, middle(run));
    for (const part of cutAtBorders(run, grid, at[row]!)) at[row]![columnOf(part, grid, at[row]!)]!.runs.push(part);
  }
  if (regions.filter((region) => region.runs.length > 0).length < 2) return undefined;
  return { top: grid.ys[0]!, bottom: grid.ys.at(-1)!, rows: toRows(grid, regions) };
}

function interval(borders: readonly number[], value: number): number {
  const index = borders.findIndex((border) => border > value);
  return Math.min(Math.max((index < 0 ? borders.length : index) - 1, 0), borders.length - 2);
}

/** The column a run belongs to: that of its middle, but text set flush left that runs over its border stays where it begins. */
function columnOf(run: Run, grid: Grid, row: readonly FilledRegion[]): number {
  const start = interval(grid.xs, run.left + 0.2 * run.size);
  const centre = interval(grid.xs, (run.left + run.right) / 2);
  const region = row[start]!;
  if (region === row[centre]) return centre;
  return run.left - grid.xs[region.column]! < run.size && run.left >= grid.xs[region.column]! - 1 ? start : centre;
}

const FIGURE = /[0-9０-９.．,，]/u;

/** A code and a name that touch across a border are cut where the digits end. */
function cutAtBorders(run: Run, grid: Grid, row: readonly FilledRegion[]): Run[] {
  for (const [index, border] of grid.xs.entries()) {
    const crosses = border > run.left + 0.3 * run.size && border < run.right - 0.3 * run.size;
    if (index === 0 || !crosses || row[index - 1] === row[index]) continue;
    const characters = Array.from(run.text);
    let best: number | undefined;
    for (let i = 1; i < characters.length; i += 1) {
      const [before, after] = [characters[i - 1]!, characters[i]!];
      const change = FIGURE.test(before) !== FIGURE.test(after);
      const distance = Math.abs(run.stops[i]! - border);
      if (change && distance < 0.6 * run.size && (best === undefined || distance < Math.abs(run.stops[best]! - border)))
        best = i;
    }
    // Two figures that a gap about the border keeps apart: the character before it seems wider than any digit is.
    const next = run.stops.findIndex((stop) => stop >= border - 0.05 * run.size);
    const apart = next > 0 && next < characters.length && run.stops[next]! - run.stops[next - 1]! > 0.62 * run.size;
    if (best === undefined && apart && /^[0-9０-９]{2}$/u.test(characters.slice(next - 1, next + 1).join('')))
      best = next;
    if (best !== undefined)
      return cut(run, best).flatMap((part, i) => (i === 0 ? [part] : cutAtBorders(part, grid, row)));
  }
  return [run];
}

function toRows(grid: Grid, regions: readonly FilledRegion[]): RunCell[][] {
  const rows = grid.ys.slice(1).map((_, row) => regions.filter((region) => region.row === row));
  const bands = grid.ys.slice(1).map((_, row) => band(rows[row]!.filter((region) => region.rows === 1)));
  const heights = bands.map((lines) => lines?.length ?? 1);
  const covered = (region: GridRegion) =>
    heights.slice(region.row, region.row + region.rows).reduce((sum, height) => sum + height, 0);
  return rows.flatMap((row, index) =>
    Array.from({ length: heights[index]! }, (_, part) =>
      row.flatMap((region): RunCell[] => {
        const { column, columns } = region;
        const lines = region.rows === 1 ? bands[index] : undefined;
        if (!lines) return part > 0 ? [] : [{ column, columns, rows: covered(region), runs: region.runs }];
        const own = lines[part]!.flatMap((line) => line.runs).filter((run) => region.runs.includes(run));
        return [{ column, columns, rows: 1, runs: own }];
      }),
    ),
  );
}

/** The rows that stand between two rules, when there are several: amounts under each other, and text beside them. */
function band(regions: readonly FilledRegion[]): TextLine[][] | undefined {
  const stacks = regions.map((region) => textLines(region.runs));
  const decimals = (line: TextLine) => /\.([0-9]+)/u.exec(plainText(line))?.[1]?.length ?? 0;
  const amounts = stacks.filter(
    (lines) =>
      lines.length > 1 &&
      lines.every((line) => AMOUNT.test(plainText(line))) &&
      new Set(lines.map(decimals)).size === 1 &&
      decimals(lines[0]!) > 0,
  );
  if (amounts.length === 0 || stacks.filter((lines) => lines.length > 1).length < 2) return undefined;
  const owner = new Map(regions.flatMap((region) => region.runs.map((run) => [run, region.column] as const)));
  const rows = splitRows(textLines([...owner.keys()]), (run) => owner.get(run)!);
  return rows.length > 1 ? rows : undefined;
}

/** How far apart two strokes of one rule may be on a page set in this type. */
export function slackOf(runs: readonly Run[]): number {
  return Math.min(
    4,
    Math.max(
      1,
      0.3 *
        median(
          runs.map((run) => run.size),
          10,
        ),
    ),
  );
}
