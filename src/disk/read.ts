/** Reads a data folder from disk. The only way by which files come into the program, besides a drop on a page. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_BYTES, SKIPPED, type DataFile, type DataFiles } from '../load/files.ts';

/** Whether a file or folder of this name is passed over. */
export const isSkipped = (name: string): boolean => SKIPPED.test(name);

/**
 * Every file below a data folder, with paths that start with `data/` whatever the folder is called.
 * Larger files than any curated one are listed and not read.
 * @throws when the folder itself cannot be read.
 */
export function readData(folder: string): DataFiles {
  const files = new Map<string, DataFile>();
  const walk = (directory: string, prefix: string) => {
    for (const entry of readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isSkipped(entry.name)) continue;
      const full = join(directory, entry.name);
      const path = `${prefix}${entry.name}`;
      if (entry.isDirectory()) walk(full, `${path}/`);
      else if (entry.isFile()) {
        const { size } = statSync(full);
        files.set(path, { path, size, bytes: size > MAX_BYTES ? undefined : readFileSync(full) });
      }
    }
  };
  walk(folder, 'data/');
  return files;
}
