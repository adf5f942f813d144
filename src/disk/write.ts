/** Writes files so that a reader sees the old content or the new, never a part. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes beside the target and renames over it. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.writing`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

/** Puts a finished folder in the place of another, which is kept until the new one stands. */
export function replaceFolder(finished: string, target: string): void {
  const old = `${target}.old`;
  rmSync(old, { recursive: true, force: true });
  try {
    renameSync(target, old);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  renameSync(finished, target);
  rmSync(old, { recursive: true, force: true });
}
