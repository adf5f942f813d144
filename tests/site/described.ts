/** Descriptions on the built site, and the tables that they describe, read without this program's own readers. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import Papa from 'papaparse';
import { filesBelow } from './pages.ts';

/** Files of this name on a built site, relative to it. */
export function named(folder: string, name: string): string[] {
  return filesBelow(folder).filter((file) => posix.basename(file) === name);
}

export function readJson<T>(folder: string, file: string): T {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
}

/** A CSV file as texts. @param file relative to the site */
export function readTable(folder: string, file: string): { header: string[]; rows: string[][] } {
  const { data, errors } = Papa.parse<string[]>(readFileSync(join(folder, file), 'utf8').replace(/\n$/, ''), {
    delimiter: ',',
    newline: '\n',
  });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  const [header = [], ...rows] = data;
  return { header, rows };
}
