/** Heads of tables that lost their spans, as in tab-separated text: a head reaches to the next one, lower heads stand under it. */
import { cellsOf, type GridRow } from './grid.ts';

/** Heads with every slot filled by the cell above it; unchanged where any cell still has its span. */
export function mendSpans(heads: readonly GridRow[]): readonly GridRow[] {
  const spanned = heads.some((row) => cellsOf(row).some((cell) => row.filter((one) => one === cell).length > 1));
  if (spanned || heads.length < 2) return heads;
  const mended: GridRow[] = [];
  for (const row of heads) {
    const above = mended.at(-1);
    mended.push(above ? under(row, above) : reach(row, () => true));
  }
  return mended;
}

/** Blank slots take the cell on their left while `same` holds between the two columns. */
function reach(row: GridRow, same: (column: number) => boolean): GridRow {
  const filled = [...row];
  for (let column = 1; column < filled.length; column += 1) if (same(column)) filled[column] ??= filled[column - 1];
  return filled;
}

function under(row: GridRow, above: GridRow): GridRow {
  const wide = above.flatMap((cell, column) =>
    cell && (above[column - 1] === cell || above[column + 1] === cell) ? [column] : [],
  );
  const cells = cellsOf(row);
  const gapless = row.findIndex((cell) => !cell) === cells.length;
  // Fewer cells than columns, without gaps: they are those of the heads that reach over several columns.
  const placed =
    gapless && cells.length === wide.length && cells.length < row.length
      ? row.map((_, column) => cells[wide.indexOf(column)])
      : row;
  return reach(placed, (column) => above[column] !== undefined && above[column] === above[column - 1]);
}
