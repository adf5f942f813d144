/** Data versions: derived from the content alone, so that the same data has the same version wherever it is built. */
import { createHash } from 'node:crypto';
import type { DataFiles } from '../load/files.ts';

/** Digits that a version is shown with. */
const LENGTH = 12;

/**
 * SHA-256 over paths and bytes of all files whose path starts with one of `prefixes`, in order of path.
 * @param files a data folder, paths relative to the project
 * @returns the first 12 hexadecimal digits
 */
export function dataVersion(files: DataFiles, prefixes: readonly string[] = ['data/']): string {
  const hash = createHash('sha256');
  const paths = [...files.keys()].filter((path) => prefixes.some((prefix) => path.startsWith(prefix)));
  for (const path of paths.sort()) {
    const bytes = files.get(path)!.bytes ?? new Uint8Array();
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, LENGTH);
}

/** The version of one report: its own folder and its department's file. */
export function reportVersion(
  files: DataFiles,
  report: { readonly department: string; readonly folder: string },
): string {
  return dataVersion(files, [report.folder, `data/departments/${report.department}/department.yaml`]);
}
