/** Fixture trees as data files: a case laid over the valid base tree. */
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkCatalog } from '../../src/checks/check.ts';
import { readData } from '../../src/disk/read.ts';
import { loadCatalog } from '../../src/load/catalog.ts';
import type { DataFiles } from '../../src/load/files.ts';

const ROOT = resolve(import.meta.dirname, '../fixtures/invalid');

export function caseNames(): string[] {
  return readdirSync(ROOT)
    .filter((name) => !name.startsWith('_') && existsSync(`${ROOT}/${name}/data`))
    .sort();
}

/** The base tree with the files of a case in place of its own. */
export function caseFiles(name: string | undefined): DataFiles {
  const files = new Map(readData(`${ROOT}/_base/data`));
  if (name) for (const [path, file] of readData(`${ROOT}/${name}/data`)) files.set(path, file);
  return files;
}

export function checkFiles(files: DataFiles) {
  const { catalog, issues } = loadCatalog(files);
  return checkCatalog(catalog, issues);
}
