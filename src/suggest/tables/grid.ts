/** A table as a grid: every slot knows the cell that covers it, with its text and the figures printed in it. */
import { documentFigures, type DocumentFigure } from '../../documents/figures.ts';
import { textOf, type Document, type Table } from '../../documents/document.ts';
import { matchText } from '../../documents/matching.ts';

export interface GridCell {
  /** Text for matching: NFKC, no spaces. */
  readonly text: string;
  /** Text as printed, without spaces. */
  readonly printed: string;
  readonly figures: readonly DocumentFigure[];
  readonly column: number;
  readonly columns: number;
}

/** A row: one slot per column, a cell that covers several slots stands in each. */
export type GridRow = readonly (GridCell | undefined)[];

/** The figures of a document by line. */
export type FigureIndex = ReadonlyMap<number, readonly DocumentFigure[]>;

export function figureIndex(document: Document): FigureIndex {
  const index = new Map<number, DocumentFigure[]>();
  for (const figure of documentFigures(document)) index.set(figure.line, [...(index.get(figure.line) ?? []), figure]);
  return index;
}

type Passage = Parameters<typeof matchText>[1];

/** Figures printed within a passage. */
export function figuresIn(figures: FigureIndex, { pieces }: Passage): DocumentFigure[] {
  return pieces.flatMap(({ line, start, length }) =>
    (figures.get(line) ?? []).filter((figure) => figure.start >= start && figure.start < start + length),
  );
}

/** Matching text without any space. */
export function compact(document: Document, passage: Passage): string {
  return matchText(document, passage).text.replaceAll(' ', '');
}

export function gridRows(document: Document, table: Table, figures: FigureIndex): GridRow[] {
  const width = Math.max(0, ...table.rows.flat().map(({ column, columns }) => column + columns));
  const rows: (GridCell | undefined)[][] = table.rows.map(() => Array.from({ length: width }, () => undefined));
  table.rows.forEach((cells, index) => {
    for (const cell of cells) {
      const text = compact(document, cell);
      if (text === '') continue;
      const printed = textOf(document, cell).replace(/\s+/gu, '');
      const { column, columns } = cell;
      const entry: GridCell = { text, printed, figures: figuresIn(figures, cell), column, columns };
      for (let row = index; row < Math.min(rows.length, index + cell.rows); row += 1)
        for (let slot = column; slot < column + columns; slot += 1) rows[row]![slot] ??= entry;
    }
  });
  return rows;
}

/** The cells of a row, each once, in order. */
export function cellsOf(row: GridRow): GridCell[] {
  return [...new Set(row.filter((cell) => cell !== undefined))];
}
