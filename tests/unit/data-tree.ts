/** Fixture trees as data files: a case laid over the valid base tree. */
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkCatalog } from '../../src/checks/check.ts';
import { readData } from '../../src/disk/read.ts';
import { loadCatalog } from '../../src/load/catalog.ts';
import type { DataFiles } from '../../src/load/files.ts';

const FIXTURES = resolve(import.meta.dirname, '../fixtures');
const BASE = `${FIXTURES}/invalid/_base/data`;

/** Names of the cases of a set: `invalid` (bad input) or `findings` (one per kind of finding). */
export function caseNames(set = 'invalid'): string[] {
  return readdirSync(`${FIXTURES}/${set}`)
    .filter((name) => !name.startsWith('_') && existsSync(`${FIXTURES}/${set}/${name}/data`))
    .sort();
}

/** The base tree with the files of a case in place of its own. */
export function caseFiles(name: string | undefined, set = 'invalid'): DataFiles {
  const files = new Map(readData(BASE));
  if (name) for (const [path, file] of readData(`${FIXTURES}/${set}/${name}/data`)) files.set(path, file);
  return files;
}

export function checkFiles(files: DataFiles) {
  const { catalog, issues } = loadCatalog(files);
  return checkCatalog(catalog, issues);
}
