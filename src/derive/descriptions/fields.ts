/** What a declared column says of its values, in the terms that Table Schema and CSVW share. */
import { z } from 'zod';
import type { Column, KindName } from '../../tables/kinds.ts';
import type { TableDeclaration } from '../../tables/table.ts';

export interface Shape {
  readonly type: 'number' | 'integer' | 'string';
  /** For whole numbers. */
  readonly minimum?: number;
  /** For texts: a regular expression with `^` and `$`. */
  readonly pattern?: string;
  /** For texts, in characters. */
  readonly maxLength?: number;
}

const TYPES: Partial<Record<KindName, Shape>> = {
  amount: { type: 'number' },
  percent: { type: 'number' },
  number: { type: 'number' },
  // Counts are never negative; see kinds.ts.
  count: { type: 'integer', minimum: 0 },
};

/** Unicode classes and look-around: Python and XML Schema know them not, JavaScript only with a flag that readers do not set. */
const UNPORTABLE = /\\p\{|\(\?[=!<]/;

const known = new WeakMap<Column, Shape>();

/**
 * Type and limits of a column, read from its schema. Every allowed value keeps them; they may be wider than the
 * schema, where a limit cannot be said so that all readers understand it (letters of any script, real calendar dates).
 */
export function shapeOf(column: Column): Shape {
  const found = known.get(column) ?? readShape(column);
  known.set(column, found);
  return found;
}

function readShape(column: Column): Shape {
  const numeric = TYPES[column.kind];
  if (numeric) return numeric;
  const { pattern, maxLength } = z.toJSONSchema(column.schema);
  return {
    type: 'string',
    ...(pattern !== undefined && !UNPORTABLE.test(pattern) ? { pattern } : {}),
    ...(maxLength !== undefined ? { maxLength } : {}),
  };
}

/** Columns of the key that may be empty: an empty one is a value there, such as the whole beside its parts. */
export function emptyKeys(table: TableDeclaration): string[] {
  return table.key.filter((name) => !table.columns[name]!.required);
}

/** Chinese names of the codes that a column holds besides a report's own; undefined when it holds no such codes. */
export function labelsOf(table: TableDeclaration, column: string): Readonly<Record<string, string>> | undefined {
  if (column !== 'item' || !table.items) return undefined;
  return Object.fromEntries(Object.entries(table.items).map(([code, { name }]) => [code, name]));
}
