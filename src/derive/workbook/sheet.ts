/** One sheet of a workbook from declared columns and rows: set like a ledger, the head row frozen. */
import type { Cell, CellStyle, ColumnDef, WriteSheet } from 'hucre';
import { isNumeric, type Column } from '../../tables/kinds.ts';
import { sheetColumns } from '../csv.ts';
import type { Dataset } from '../dataset.ts';
import { cellText, decimalsOf, exactNumber, numberFormat } from './sheet-cell.ts';

/** A sheet to write, its rows as they are shown; its name is the title of the table. */
export interface SheetPlan extends Dataset {
  /** Columns to show, in order. */
  readonly names: readonly string[];
  /** How many columns stay in sight, from the left. */
  readonly frozen: number;
}

/** Widths in characters of the default font; a Chinese character takes two. The last column has room. */
const WIDTH = { least: 8, header: 16, most: 46, last: 100, margin: 2, filter: 3 } as const;
/** Heights in points; no row may be higher than `most`. */
const HEIGHT = { line: 15, margin: 3, most: 409 } as const;
const HAIRLINE = { style: 'hair', color: { rgb: '8C8577' } } as const;
const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F1EDE2' } },
  border: { bottom: { style: 'thin', color: { rgb: '3B3730' } } },
  alignment: { wrapText: true, vertical: 'center' },
};
const BODY: CellStyle = { border: { bottom: HAIRLINE }, alignment: { vertical: 'center', wrapText: true } };
const INEXACT = '超过 15 位有效数字，表格软件会改动末位，所以按文字写出。';

/** A name that spreadsheets accept for a sheet: no `[]:*?/\`, no apostrophe at the ends, at most 31 characters. */
export function sheetName(title: string): string {
  return title
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .replace(/^'+|'+$/g, '');
}

/** `0` → A, `27` → AB. */
function letter(index: number): string {
  return index < 0 ? '' : letter(Math.floor(index / 26) - 1) + String.fromCodePoint(65 + (index % 26));
}

/** Characters that a text takes up. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (char > '\u2E7F' ? 2 : 1), 0);
}

/** Lines that a text takes up in a column: Chinese breaks anywhere, the margin allows for words that do not. */
function linesOf(text: string, width: number): number {
  return Math.max(1, Math.ceil(widthOf(text) / (width - WIDTH.margin)));
}

/** The sheet as the library takes it: head row with the meaning of each column as a note, then the rows. */
export function writeSheet({ table, rows, names, frozen }: SheetPlan): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const lines = Array.from({ length: rows.length + 1 }, () => 1);
  const columns = sheetColumns(table, names).map(({ id, header, numeric }, index): ColumnDef => {
    const column = table.columns[id]!;
    const texts = rows.map((row) => row[id] ?? '');
    const decimals = Math.max(0, ...texts.map(decimalsOf));
    const alignment = { ...HEAD.alignment, ...(numeric ? { horizontal: 'right' as const, indent: 1 } : {}) };
    cells.set(`0,${index}`, {
      value: header,
      style: { ...HEAD, alignment },
      ...(column.about === '' ? {} : { comment: { text: column.about } }),
    });
    texts.forEach((text, row) => cells.set(`${row + 1},${index}`, cellOf(column, text, decimals)));
    const widest = Math.max(...texts.map((text) => widthOf(text) + (numeric ? Math.ceil(text.length / 3) : 0)), 0);
    const head = Math.min(widthOf(header) + WIDTH.filter, WIDTH.header);
    const width = Math.min(
      Math.max(widest + WIDTH.margin, head, WIDTH.least),
      index === names.length - 1 ? WIDTH.last : WIDTH.most,
    );
    [header, ...texts].forEach((text, row) => (lines[row] = Math.max(lines[row]!, linesOf(text, width))));
    return { width };
  });
  const last = letter(names.length - 1);
  return {
    name: sheetName(table.title),
    columns,
    rows: Array.from({ length: rows.length + 1 }, () => names.map(() => null)),
    cells,
    rowDefs: new Map(
      lines.map((count, row) => [row, { height: Math.min(count * HEIGHT.line + HEIGHT.margin, HEIGHT.most) }]),
    ),
    freezePane: { rows: 1, columns: frozen },
    autoFilter: { range: `A1:${last}${rows.length + 1}` },
    view: { showGridLines: false },
    a11y: { summary: table.about, headerRow: 0 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  };
}

/** An empty field stays empty: the document does not print it, which is not 0. */
function cellOf(column: Column, text: string, decimals: number): Partial<Cell> {
  if (text === '') return { style: BODY };
  if (!isNumeric(column)) return { value: cellText(text), style: BODY };
  const number = exactNumber(text);
  const right = { ...BODY, alignment: { vertical: 'center', horizontal: 'right', indent: 1 } } as const;
  return number === undefined
    ? { value: text, style: right, comment: { text: INEXACT } }
    : { value: number, style: { ...right, numFmt: numberFormat(column, decimalsOf(text), decimals) } };
}
