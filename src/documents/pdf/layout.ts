/** Puts the content of one page in order: tables, and the lines of text around them. */
import { findAligned } from './aligned.ts';
import type { PageContent, Run } from './geometry.ts';
import { findGrids, type Grid } from './grid.ts';
import { textLines, type TextLine } from './lines.ts';
import { fillGrid, slackOf, within, type PageTable } from './ruled.ts';

export type Part = { readonly table: PageTable } | { readonly line: TextLine };

export interface PageLayout {
  readonly height: number;
  /** From top to bottom. */
  readonly parts: readonly Part[];
  readonly askew: string;
}

export function layOut(page: PageContent): PageLayout {
  const grids = findGrids(page.rules, slackOf(page.runs)).sort((a, b) => area(a) - area(b));
  let free: Run[] = [...page.runs];
  const tables = grids.flatMap((grid) => {
    const inside = free.filter((run) => within(grid, run));
    const table = fillGrid(grid, inside);
    if (!table) return [];
    const taken = new Set(inside);
    free = free.filter((run) => !taken.has(run));
    return [table];
  });
  const stretches = between(textLines(free), tables);
  const found = stretches.map((lines) => findAligned(lines));
  const parts: (Part & { top: number })[] = [
    ...[...tables, ...found.flatMap((one) => one.tables)].map((table) => ({ table, top: table.top })),
    ...found.flatMap(({ rest }) => rest.map((line) => ({ line, top: line.top }))),
  ];
  return { height: page.height, parts: parts.sort((a, b) => a.top - b.top), askew: page.askew };
}

function area({ xs, ys }: Grid): number {
  return (xs.at(-1)! - xs[0]!) * (ys.at(-1)! - ys[0]!);
}

/** Lines that no table stands between. */
function between(lines: readonly TextLine[], tables: readonly PageTable[]): TextLine[][] {
  const groups = new Map<number, TextLine[]>();
  for (const line of lines) {
    const above = tables.filter((table) => table.top < line.top).length;
    groups.set(above, [...(groups.get(above) ?? []), line]);
  }
  return [...groups.values()];
}
