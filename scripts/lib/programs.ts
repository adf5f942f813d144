/** Finds programs on this machine. */
import { statSync } from 'node:fs';
import { join } from 'node:path';

/** The first of the names that some folder of PATH holds, or the first of the places that is a file. */
export function findProgram(names: readonly string[], places: readonly string[]): string | undefined {
  const windows = process.platform === 'win32';
  const folders = (process.env['PATH'] ?? '').split(windows ? ';' : ':');
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, windows ? `${name}.exe` : name)));
  return [...candidates, ...places].find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}
