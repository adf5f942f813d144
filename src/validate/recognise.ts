/** What a CSV file is, by its header, whatever it is called. */
import Papa from 'papaparse';
import { TABLES } from '../tables/index.ts';
import { ledgerTable } from '../tables/ledger.ts';
import type { TableDeclaration } from '../tables/table.ts';
import { columnOf } from '../template/labels.ts';
import { decodeAny } from './convert.ts';

export interface Recognised {
  readonly ledger: boolean;
  /** Tables that it may be, best first; one when it can be told. */
  readonly tables: readonly TableDeclaration[];
}

/** File name without folders, ending and what systems add to copies: `data/expenditure (1).csv` → expenditure. */
export function stemOf(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/(?:\.excel)?\.[^.]+$/, '')
    .replace(/\s*(?:[（(]\d+[)）]|- ?副本)$/, '');
}

/** By the header where it fits one table, else by the name of the file or its items, else by most columns; all tables when nothing fits. */
export function recognise(path: string, bytes: Uint8Array | undefined): Recognised {
  const [header = [], ...rows] = bytes ? firstRows(bytes) : [];
  const knows = (table: TableDeclaration) => header.filter((name) => columnOf(table, name) !== undefined).length;
  if (header.includes('at') && header.includes('printed') && knows(ledgerTable) > 2)
    return { ledger: true, tables: [] };
  const fits = (table: TableDeclaration) =>
    knows(table) === header.length &&
    Object.entries(table.columns).every(
      ([id, { required }]) => !required || header.some((name) => columnOf(table, name) === id),
    );
  const fitting = header.length > 0 ? TABLES.filter(fits) : [];
  if (fitting.length === 1) return { ledger: false, tables: fitting };
  const stem = stemOf(path);
  const named = TABLES.find(({ id, title }) => id === stem || title === stem);
  if (named) return { ledger: false, tables: [named] };
  if (fitting.length > 1) {
    const items = (table: TableDeclaration) =>
      rows.filter((row) => row.some((value) => Object.hasOwn(table.items ?? {}, value))).length;
    const most = Math.max(...fitting.map(items));
    const best = fitting.filter((table) => items(table) === most);
    return { ledger: false, tables: most > 0 ? best : fitting };
  }
  const near = TABLES.filter((table) => knows(table) > 0).toSorted((a, b) => knows(b) - knows(a));
  return { ledger: false, tables: [...near, ...TABLES.filter((table) => !near.includes(table))] };
}

/** As much of a file as tells what it is. */
const ENOUGH = 8192;

/** The fields of the first lines, in whatever encoding. */
function firstRows(bytes: Uint8Array): string[][] {
  const end = bytes.length <= ENOUGH ? bytes.length : bytes.lastIndexOf(10, ENOUGH);
  const text = decodeAny(bytes.subarray(0, end < 0 ? ENOUGH : end))?.text.trim() ?? '';
  if (text === '') return [];
  const delimiter = text.split('\n')[0]!.includes('\t') ? '\t' : ',';
  return Papa.parse<string[]>(text.replaceAll('\r\n', '\n'), { delimiter }).data.map((row) =>
    row.map((field) => field.trim()),
  );
}
