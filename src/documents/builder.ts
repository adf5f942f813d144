/** Collects the lines and blocks of a document while a reader goes through it. */
import { textOf, type Block, type Document, type Line, type Piece, type TableCell } from './document.ts';
import { isHeading } from './headings.ts';

/** A cell of a table before its text has a place in the document's lines. */
export interface GridCell {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly text: string;
}

/** Characters that would break a line or a row apart, or that a terminal would obey. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;

export class DocumentBuilder {
  readonly #lines: Line[] = [];
  readonly #blocks: Block[] = [];
  readonly format: Document['format'];

  constructor(format: Document['format']) {
    this.format = format;
  }

  /** How many lines there are so far. */
  get length(): number {
    return this.#lines.length;
  }

  /** Adds a line as it is. @returns its index. */
  line(at: string, text: string): number {
    return this.#lines.push({ at, text: text.replace(BREAKS, (run) => run.replace(/[^\t]/gu, ' ')) }) - 1;
  }

  /** A paragraph of stretches of lines already added; who keeps the list may lengthen it later. */
  pieces(pieces: readonly Piece[]): void {
    if (pieces.some(({ length }) => length > 0)) this.#blocks.push({ kind: 'paragraph', pieces });
  }

  /** A paragraph of whole lines already added. */
  paragraph(lines: readonly number[]): void {
    this.pieces(lines.map((line) => ({ line, start: 0, length: this.#lines[line]!.text.length })));
  }

  /** A block whose lines are already added. */
  block(block: Block): void {
    this.#blocks.push(block);
  }

  /** A table: one line per row, its cells joined by tabs. Rows without text get no line. */
  table(at: (row: number) => string, rows: readonly (readonly GridCell[])[]): void {
    const filled = rows.map((row, index): TableCell[] => {
      const cells = [...row]
        .sort((a, b) => a.column - b.column)
        .map((cell) => ({ ...cell, text: cell.text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim() }));
      if (cells.every(({ text }) => text === '')) {
        return cells.map(({ column, columns, rows: covered }) => ({ column, columns, rows: covered, pieces: [] }));
      }
      const line = this.line(at(index), cells.map(({ text }) => text).join('\t'));
      let start = 0;
      return cells.map(({ column, columns, rows: covered, text }) => {
        const pieces = text === '' ? [] : [{ line, start, length: text.length }];
        start += text.length + 1;
        return { column, columns, rows: covered, pieces };
      });
    });
    this.#framed(filled);
  }

  /** Title, unit and notes that are set as rows of the table become paragraphs before and after it. */
  #framed(rows: readonly (readonly TableCell[])[]): void {
    const wide = Math.max(...rows.flatMap((row) => row.map(({ column, columns }) => column + columns)));
    const text = (cell: TableCell) => textOf(this.finish(), cell);
    const frames = (row: readonly TableCell[]): boolean => {
      const cells = row.filter(({ pieces }) => pieces.length > 0);
      const alone = cells.length === 1 && cells[0]!.columns === wide;
      return (
        cells.every(({ rows: covered }) => covered === 1) &&
        (alone || (cells.length < 4 && cells.some((cell) => isHeading(text(cell)))))
      );
    };
    const start = rows.findIndex((row) => !frames(row));
    const end = rows.findLastIndex((row) => !frames(row) || !row.some((cell) => isHeading(text(cell)))) + 1;
    const write = (part: readonly (readonly TableCell[])[]) => part.flat().forEach(({ pieces }) => this.pieces(pieces));
    if (start < 0) return write(rows);
    write(rows.slice(0, start));
    this.#blocks.push({ kind: 'table', rows: rows.slice(start, end) });
    write(rows.slice(end));
  }

  finish(): Document {
    return { format: this.format, lines: this.#lines, blocks: this.#blocks };
  }
}
