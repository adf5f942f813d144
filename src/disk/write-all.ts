/** Writes several files of a data folder so that all of them are there or none. */
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/**
 * Writes files below a folder (made when it is not there): first all of them beside their targets, then renamed over
 * them. When one cannot be written, those before it get their old content back.
 * @param contents by path relative to the folder, with “/”
 * @throws when a path leads out of the folder or through a link, or when writing fails; then the folder is as it was
 */
export function writeAll(folder: string, contents: ReadonlyMap<string, string | Uint8Array>): void {
  const root = resolve(folder);
  const targets = [...contents].map(([path, content]) => ({ path: safeTarget(root, path), content }));
  const made: string[] = [];
  const drafts: string[] = [];
  const done: { readonly path: string; readonly old: Uint8Array | undefined }[] = [];
  try {
    for (const { path, content } of targets) {
      makeFolders(dirname(path), made);
      const draft = `${dirname(path)}${sep}.${path.slice(dirname(path).length + 1)}.writing`;
      drafts.push(draft);
      writeFileSync(draft, content);
    }
    for (const [index, { path }] of targets.entries()) {
      const old = existsSync(path) ? readFileSync(path) : undefined;
      renameSync(drafts[index]!, path);
      done.push({ path, old });
    }
  } catch (error) {
    // The drafts go first: on a full disk they make the room that the old contents need.
    for (const draft of drafts) rmSync(draft, { force: true });
    for (const { path, old } of done.reverse()) {
      if (old) writeFileSync(path, old);
      else rmSync(path, { force: true });
    }
    for (const path of made.reverse()) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}

/** The full path of a file below a folder. @throws when it is not below it, or a link stands on the way */
function safeTarget(root: string, path: string): string {
  const target = resolve(root, path);
  const way = relative(root, target);
  if (way === '' || way.startsWith('..') || isAbsolute(way)) throw new Error(`${path} 不在数据文件夹里，没有写`);
  let step = root;
  for (const part of way.split(sep)) {
    step = join(step, part);
    const found = lstatSync(step, { throwIfNoEntry: false });
    if (found?.isSymbolicLink()) throw new Error(`${relative(root, step)} 是符号链接，不会沿着它写`);
  }
  return target;
}

/** Makes a folder and those above it, and notes which were made. */
function makeFolders(folder: string, made: string[]): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder), made);
  mkdirSync(folder);
  made.push(folder);
}
