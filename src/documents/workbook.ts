/** Reads a workbook (.xlsx, .xls): one line per cell that holds something, at its own place. */
import { Big } from 'big.js';
import { formatValue, readXls, readXlsx, type CellValue, type Sheet } from 'hucre';
import { spreadsheetCell, type Issue } from '../messages/issue.ts';
import { DocumentBuilder } from './builder.ts';
import type { Document, TableCell } from './document.ts';
import { isHeading } from './headings.ts';
import { refuse } from './refusals.ts';

export async function readWorkbook(
  name: string,
  bytes: Uint8Array,
  format: 'xlsx' | 'xls',
  progress: (done: number, total: number) => void,
): Promise<{ document: Document | undefined; issues: Issue[] }> {
  let sheets: Sheet[];
  let is1904: boolean;
  try {
    const workbook = await (format === 'xlsx' ? readXlsx(bytes, { readStyles: true }) : readXls(bytes));
    sheets = workbook.sheets;
    is1904 = workbook.dateSystem === '1904';
  } catch (error) {
    return { document: undefined, issues: [isEncrypted(error) ? refuse.password(name) : refuse.broken(name, 'Excel')] };
  }
  const builder = new DocumentBuilder('workbook');
  const issues: Issue[] = [];
  const places = placeNames(sheets.map((sheet) => sheet.name));
  sheets.forEach((sheet, index) => {
    if (sheet.hidden || sheet.veryHidden) issues.push(refuse.hidden(name, sheet.name));
    else addSheet(builder, sheet, places[index]!, is1904);
    progress(index + 1, sheets.length);
  });
  if (builder.length === 0) return { document: undefined, issues: [...issues, refuse.empty(name)] };
  return { document: builder.finish(), issues };
}

const isEncrypted = (error: unknown): boolean => error instanceof Error && /Encrypted|Decryption/u.test(error.name);

/** Names of sheets as places write them: a place holds neither space nor a second `!`, and no two sheets share one. */
function placeNames(names: readonly string[]): string[] {
  const plain = names.map((name) => name.trim().replace(/[\s!]+/gu, '_') || '_');
  return plain.map((name, index) => (plain.indexOf(name) === index ? name : `${name}_${index + 1}`));
}

function addSheet(builder: DocumentBuilder, sheet: Sheet, place: string, is1904: boolean): void {
  const merges = new Map((sheet.merges ?? []).map((merge) => [`${merge.startRow},${merge.startCol}`, merge]));
  let table: TableCell[][] = [];
  const close = () => {
    const filled = table.findLastIndex((row) => row.some(({ pieces }) => pieces.length > 0));
    if (filled >= 0) builder.block({ kind: 'table', rows: table.slice(0, filled + 1), sheet: sheet.name });
    table = [];
  };
  sheet.rows.forEach((row, index) => {
    const cells = row.flatMap((value, column): (TableCell & { text: string })[] => {
      const text = display(value, sheet.cells?.get(`${index},${column}`)?.style?.numFmt, is1904).trim();
      const merge = merges.get(`${index},${column}`);
      if (text === '' && !merge) return [];
      const [columns, rows] = merge ? [merge.endCol - merge.startCol + 1, merge.endRow - merge.startRow + 1] : [1, 1];
      if (text === '') return [{ column, columns, rows, pieces: [], text }];
      const line = builder.line(`${place}!${spreadsheetCell(index + 1, column + 1)}`, text);
      return [{ column, columns, rows, pieces: [{ line, start: 0, length: text.length }], text }];
    });
    const filled = cells.filter(({ text }) => text !== '');
    const heads = filled.length <= 3 && filled.some(({ text }) => isHeading(text) || text.endsWith('表'));
    const alone = filled.length === 1 && (heads || table.length === 0);
    if (filled.length > 0 && (alone || (heads && table.length === 0))) {
      close();
      for (const { pieces } of filled) builder.pieces(pieces);
    } else if (filled.length > 0 || table.length > 0) {
      table.push(cells.map(({ column, columns, rows, pieces }) => ({ column, columns, rows, pieces })));
    }
  });
  close();
}

/** What the cell shows: by its number format; without one the shortest decimal, rounded to the 15 digits a cell keeps. */
function display(value: CellValue, format: string | undefined, is1904: boolean): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const known = format !== undefined && !/^(?:general|@)$/iu.test(format);
  if (value instanceof Date) return formatValue(value, known ? format : 'yyyy-mm-dd', { is1904 });
  const exact = new Big(value.toPrecision(15));
  if (!known) return exact.toFixed();
  // Rounded here in decimal, since half cents are not exact in binary.
  const decimals = /[0#?]\.([0#?]+)/u.exec(format)?.[1]?.length ?? 0;
  const percent = format.includes('%') ? 2 : 0;
  const plain = /^[^eE/hsdmy]*$/u.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./gu, ''));
  return formatValue(plain ? exact.round(decimals + percent, Big.roundHalfUp).toNumber() : value, format, { is1904 });
}
