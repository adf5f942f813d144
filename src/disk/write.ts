/** Writes files so that a reader sees the old content or the new, never a part, and never puts a site over anything else. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative } from 'node:path';

/** Stands in every folder that a build wrote: only such a folder, or an empty one, is replaced. */
export const MARKER = '.mingzhang-site';

/** Writes beside the target and renames over it. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.writing`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

/** Why a folder must not be replaced by a site, in Chinese; undefined when it may. All paths absolute. */
export function refuseTarget(out: string, root: string, data: string): string | undefined {
  const holds = (outer: string, inner: string) => {
    const way = relative(outer, inner);
    return way === '' || (!way.startsWith('..') && !isAbsolute(way));
  };
  if (holds(out, root)) return `--out 会覆盖项目自身：${out}`;
  if (holds(out, data) || holds(data, out)) return `--out 与数据文件夹重叠：${out}`;
  const found = statSync(out, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (!found.isDirectory()) return `--out 是一个文件，不是文件夹：${out}`;
  if (readdirSync(out).length === 0 || existsSync(join(out, MARKER))) return undefined;
  return `--out 指向的文件夹里有别的东西，不会覆盖：${out}。请换一个文件夹，或先清空它`;
}

/** Puts a finished folder in the place of another, which is put back when that fails. */
export function replaceFolder(finished: string, target: string): void {
  const parent = dirname(target);
  mkdirSync(parent, { recursive: true });
  if (!existsSync(target)) {
    renameSync(finished, target);
    return;
  }
  const shelter = mkdtempSync(join(parent, '.old-site-'));
  const old = join(shelter, 'site');
  renameSync(target, old);
  try {
    renameSync(finished, target);
  } catch (error) {
    renameSync(old, target);
    rmSync(shelter, { recursive: true, force: true });
    throw error;
  }
  rmSync(shelter, { recursive: true, force: true });
}
