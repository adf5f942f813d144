/** DuckDB as an independent reader of CSV and Parquet. */
import { DuckDBInstance } from '@duckdb/node-api';

export type Answer = Record<string, string | null>[];

export interface Database {
  /** Rows of a query, every value as text, so that no number becomes a float on its way here. */
  readonly ask: (sql: string) => Promise<Answer>;
  readonly close: () => void;
}

/** Opens an empty database in memory. */
export async function openDatabase(): Promise<Database> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  return {
    ask: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      return reader
        .getRows()
        .map((row) => Object.fromEntries(reader.columnNames().map((name, index) => [name, textOf(row[index])])));
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** A text as an SQL literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
