/** Heads whose letters are set apart, read as a column for each letter: their pieces go to the column whose amounts they stand over. */
import { cellsOf, type GridCell, type GridRow } from './grid.ts';

/** The same rows with the columns that any row of the body uses; unchanged unless a single letter stands over no amounts. */
export function gatherLetters(
  heads: readonly GridRow[],
  body: readonly GridRow[],
): { heads: readonly GridRow[]; body: readonly GridRow[] } {
  const width = Math.max(0, ...[...heads, ...body].map((row) => row.length));
  const used = Array.from({ length: width }, (_, column) => column).filter((column) =>
    body.some((row) => row[column]?.column === column && row[column].columns === 1),
  );
  // A letter under longer words is the end of them, wrapped.
  const letters = heads.some((row, index) =>
    cellsOf(row).some(
      ({ column, text }) =>
        !used.includes(column) &&
        /^[^类款项]$/u.test(text) &&
        !heads.slice(0, index).some((above) => (above[column]?.text.length ?? 0) > 1),
    ),
  );
  if (used.length === 0 || !letters) return { heads, body };
  // Amounts stand at the right of their column, so letters belong to the next column that is used.
  const home = (column: number) => used.find((one) => one >= column) ?? used.at(-1)!;
  return {
    heads: heads.map((row) => {
      const gathered = used.map((column) => cellsOf(row).filter((cell) => home(cell.column) === column));
      return gathered.map((cells, column) => join(cells, column));
    }),
    body: body.map((row) => {
      const moved = new Map(
        cellsOf(row).map((cell) => {
          const columns = Math.max(1, used.filter((column) => row[column] === cell).length);
          return [cell, { ...cell, column: used.indexOf(home(cell.column)), columns }];
        }),
      );
      const cells = [...moved.values()];
      return used.map((_, index) => cells.find((cell) => cell.column <= index && index < cell.column + cell.columns));
    }),
  };
}

function join(cells: readonly GridCell[], column: number): GridCell | undefined {
  if (cells.length === 0) return undefined;
  return {
    text: cells.map(({ text }) => text).join(''),
    printed: cells.map(({ printed }) => printed).join(''),
    figures: cells.flatMap(({ figures }) => figures),
    column,
    columns: 1,
  };
}
