/** A table's CSV text with the draft's rows added: what is curated stays as it is, to the byte. */
import Papa from 'papaparse';
import type { CsvTable } from '../load/csv.ts';
import type { TableDeclaration } from '../tables/table.ts';
import { fillRow, type Difference } from './fill.ts';
import { compareKeys, inRowOrder, rowOrder } from './order.ts';
import { uncheckedNote, type DraftedRow } from './rows.ts';

export interface MergedTable {
  readonly text: string;
  readonly differences: readonly Difference[];
  /** Rows that could not be added, and why. */
  readonly refused: readonly { readonly row: DraftedRow; readonly why: string }[];
}

interface Line {
  readonly values: Readonly<Record<string, string>>;
  /** The line as it stands in the file; absent for a line that is new or changed. */
  readonly raw?: string;
}

export interface MergeOptions {
  /** The official name of a classification code. */
  readonly nameOf?: (code: string) => string | undefined;
  /** Somebody typed the rows in: then their notes count as well. */
  readonly typed?: boolean;
}

/** Adds missing rows and empty cells. `csv`: the curated table. */
export function mergeTable(
  table: TableDeclaration,
  csv: CsvTable | undefined,
  rows: readonly DraftedRow[],
  { nameOf = () => undefined, typed = false }: MergeOptions = {},
): MergedTable {
  const differences: Difference[] = [];
  const refused: { row: DraftedRow; why: string }[] = [];
  const raw = csv?.text.split('\n') ?? [];
  const lines: Line[] = (csv?.rows ?? []).map(({ line, values }) => ({ values, raw: raw[line - 1]! }));
  const existing = new Map(csv?.rows.map((row, index) => [keyOf(table, row.values), { row, now: lines[index]! }]));
  const labels = new Set(csv?.rows.map((row) => labelOf(table, row.values)));
  for (const row of inRowOrder(table, rows)) {
    const known = existing.get(keyOf(table, row.values));
    if (known) {
      const filled = fillRow(table, known.row, row, { typed, differences });
      if (filled) lines[lines.indexOf(known.now)] = { values: filled };
    } else if (row.choices.size > 0 || !labels.has(labelOf(table, row.values))) {
      const line = newLine(table, row, nameOf);
      if (typeof line === 'string') refused.push({ row, why: line });
      else insert(table, lines, line);
    }
  }
  return { text: csvText(table, csv?.header, raw[0], lines), differences, refused };
}

const keyOf = (table: TableDeclaration, values: Readonly<Record<string, string>>) =>
  table.key.map((name) => values[name] ?? '').join('|');

/** What a reader tells rows of words by: the group and the printed label. */
const labelOf = (table: TableDeclaration, values: Readonly<Record<string, string>>) =>
  `${values[table.groupBy ?? ''] ?? ''}|${values[table.label ?? 'name'] ?? ''}`;

function newLine(
  table: TableDeclaration,
  row: DraftedRow,
  nameOf: (code: string) => string | undefined,
): Line | string {
  const values: Record<string, string> = { ...row.values };
  if (table.classification && table.columns['name'] && !values['name']) {
    const name = nameOf(values['code'] ?? '');
    if (name) values['name'] = name;
  }
  const missing = Object.keys(table.columns).find((name) => table.columns[name]!.required && !values[name]);
  if (missing) return `没有读出“${table.columns[missing]!.name}”`;
  const unchecked = [...row.choices].filter(([, choice]) => choice.uncertain).map(([measure]) => measure);
  const note = uncheckedNote(table, unchecked, values['note'] ?? '');
  return { values: note === '' ? values : { ...values, note } };
}

/** Puts a new line after the last that comes before it, or at the end of a table without an order. */
function insert(table: TableDeclaration, lines: Line[], line: Line): void {
  const order = rowOrder(table);
  const after = order
    ? lines.findLastIndex(({ values }) => compareKeys(order(values), order(line.values)) <= 0)
    : lines.length - 1;
  lines.splice(after + 1, 0, line);
}

/** The file: the header with the columns that are used, lines that did not change as they were. */
function csvText(
  table: TableDeclaration,
  header: readonly string[] | undefined,
  rawHeader: string | undefined,
  lines: readonly Line[],
): string {
  const used = new Set(lines.flatMap(({ values }) => Object.keys(values).filter((name) => values[name] !== '')));
  const columns = [...(header ?? [])];
  Object.keys(table.columns).forEach((name, position, declared) => {
    if (columns.includes(name) || !(used.has(name) || (!header && table.columns[name]!.required))) return;
    const before = declared.slice(0, position).findLast((other) => columns.includes(other));
    columns.splice(before === undefined ? 0 : columns.indexOf(before) + 1, 0, name);
  });
  const same = header !== undefined && columns.length === header.length;
  const write = (values: Readonly<Record<string, string>>) =>
    Papa.unparse([columns.map((name) => values[name] ?? '')], { newline: '\n' });
  const body = lines.map(({ values, raw }) => (same && raw !== undefined ? raw : write(values)));
  return `${[same ? rawHeader! : columns.join(','), ...body].join('\n')}\n`;
}
