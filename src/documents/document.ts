/**
 * A published document as the importer sees it, whatever its format: lines in reading order, in which figures are counted,
 * and blocks (paragraphs and tables) that point back into those lines.
 */

/** A line of the document, or a row of a table with its cells joined by tabs. */
export interface Line {
  /** The place as a ledger writes it: `L57` (text, Word, HTML), `p3` (PDF page), `Sheet1!C12` (spreadsheet cell; spaces of the name as `_`). */
  readonly at: string;
  /** The characters as the document prints them: where a PDF's text layer has radicals (⻋), the characters they show (车). */
  readonly text: string;
}

/** A stretch of one line. */
export interface Piece {
  /** Index into the document's lines. */
  readonly line: number;
  /** First character within that line, and how many. */
  readonly start: number;
  readonly length: number;
}

/** Text that runs over one or more pieces: a paragraph, or what stands in a cell. Without pieces it is empty. */
export interface Passage {
  readonly pieces: readonly Piece[];
}

export interface Paragraph extends Passage {
  readonly kind: 'paragraph';
}

export interface TableCell extends Passage {
  /** Column of the grid, from 0, and how many columns and rows the cell covers. */
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

/** A table as it stands on one page or sheet; a table that goes on over a page is several of these in a row. */
export interface Table {
  readonly kind: 'table';
  /** Cells of each row by ascending column. A cell that covers several rows stands in the first; empty cells may be left out. */
  readonly rows: readonly (readonly TableCell[])[];
  /** The name of the sheet it stands on, in a workbook. */
  readonly sheet?: string;
}

export type Block = Paragraph | Table;

export interface Document {
  readonly format: 'text' | 'word' | 'pdf' | 'workbook' | 'html';
  readonly lines: readonly Line[];
  /** In reading order. A table's title and unit line are paragraphs before it. */
  readonly blocks: readonly Block[];
}

/** The characters of a passage, pieces joined without anything between them. */
export function textOf(document: Document, passage: Passage): string {
  return passage.pieces
    .map(({ line, start, length }) => document.lines[line]!.text.slice(start, start + length))
    .join('');
}
