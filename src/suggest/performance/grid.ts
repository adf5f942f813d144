/** Tables as full grids: a merged cell stands at every place it covers. */
import type { Document, Table } from '../../documents/document.ts';
import { spanOf, type Span } from './span.ts';

export interface GridCell extends Span {
  readonly column: number;
  /** The row in which it is printed; smaller than the present one below the top of a merged cell. */
  readonly row: number;
}

export interface Grid {
  /** Cells by column; undefined where the table has none. */
  readonly rows: readonly (readonly (GridCell | undefined)[])[];
  readonly width: number;
  /** Paragraphs between the table before and this one. */
  readonly before: readonly Span[];
}

/** All cells at the places they cover. */
export function gridOf(document: Document, rows: Table['rows'], before: readonly Span[]): Grid {
  const grid: (GridCell | undefined)[][] = rows.map(() => []);
  rows.forEach((cells, row) => {
    for (const cell of cells) {
      const filled: GridCell = { ...spanOf(document, cell), column: cell.column, row };
      for (let down = row; down < row + cell.rows && down < rows.length; down += 1)
        for (let right = cell.column; right < cell.column + cell.columns; right += 1) grid[down]![right] ??= filled;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  return { rows: grid.map((row) => Array.from({ length: width }, (_, column) => row[column])), width, before };
}

/** The cells of a row, each once, that hold text. */
export function filled(row: readonly (GridCell | undefined)[]): GridCell[] {
  return [...new Set(row)].filter((cell): cell is GridCell => cell !== undefined && cell.text !== '');
}

/** The tables of a document in order, each with the paragraphs before it. */
export function gridsOf(document: Document): Grid[] {
  const grids: Grid[] = [];
  let before: Span[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'table') {
      grids.push(gridOf(document, block.rows, before));
      before = [];
    } else before.push(spanOf(document, block));
  }
  return grids;
}
