/** The row of a file that an issue is about, with the field marked; of a text, some lines around it. */
import Papa from 'papaparse';
import type { ShownRow } from './dropped.ts';

/** Lines of a text shown before and after the marked one. */
const AROUND = 2;
/** Characters shown of a field or a line. */
const LONGEST = 400;

const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** @param line from 1 @param column field of a CSV line, from 1; other texts mark the whole line */
export function rowOf(text: string, csv: boolean, line: number, column: number | undefined): ShownRow {
  const lines = text.split(/\r\n|\n|\r/);
  const raw = lines[line - 1];
  if (csv && raw !== undefined && raw.split('"').length % 2 === 1) {
    const fields = (one: string) => Papa.parse<string[]>(one, { delimiter: ',' }).data[0] ?? [''];
    const header = fields(lines[0]!.replace(/^\uFEFF/, '')).map(shortened);
    return {
      header,
      lines: [{ number: line, fields: fields(raw).map(shortened), marked: true }],
      column: column === undefined ? undefined : column - 1,
    };
  }
  const first = Math.max(1, line - AROUND);
  return {
    header: undefined,
    lines: lines.slice(first - 1, line + AROUND).map((one, index) => ({
      number: first + index,
      fields: [shortened(one)],
      marked: first + index === line,
    })),
    column: undefined,
  };
}
