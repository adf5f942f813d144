/** What this build has written for download before it makes the pages: sizes for the pages that list files. */
import { statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of a download; undefined while developing, when downloads are not written. @param path data/all/figures.csv */
export function writtenSize(path: string): number | undefined {
  const folder = process.env['MINGZHANG_FILES'];
  return folder ? statSync(join(folder, path), { throwIfNoEntry: false })?.size : undefined;
}
