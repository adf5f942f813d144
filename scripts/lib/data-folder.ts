/** A data folder that a command is about to write into: it may be empty or not exist yet. */
import { lstatSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readData } from '../../src/disk/read.ts';
import { missingLists } from '../../src/draft/folder.ts';
import { shownPath } from '../../src/messages/issue.ts';
import type { DataFiles } from '../../src/load/files.ts';

export interface DataFolder {
  readonly path: string;
  /** What is there, with the lists that it lacks. */
  readonly files: DataFiles;
  /** Lists and glossary that are to be written too, by path below the folder. */
  readonly lists: ReadonlyMap<string, Uint8Array>;
  /** Whether the schemas for editors are where the folder's files look for them. */
  readonly schemas: boolean;
  /** A path such as `data/departments/…` as the user would write it from where the command runs. */
  shown(path: string): string;
}

/** Reads a data folder; what it lacks of lists comes from this project's own. @returns a Chinese sentence when it is a file */
export function openDataFolder(folder: string): DataFolder | string {
  const path = resolve(folder);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found && lstatSync(path, { throwIfNoEntry: false })) return `--data ${folder}：是一个断了的符号链接`;
  if (found && !found.isDirectory()) return `--data ${folder}：是一个文件，不是文件夹`;
  const files: DataFiles = found ? readData(path) : new Map();
  const missing = missingLists(files, readData(join(import.meta.dirname, '../../data')));
  const lists = new Map([...missing].map(([name, file]) => [belowData(name), file.bytes!]));
  const schemas = statSync(join(path, '../public/schemas'), { throwIfNoEntry: false })?.isDirectory() ?? false;
  return {
    path,
    files: new Map([...files, ...missing]),
    lists,
    schemas,
    shown: (name) => shownPath(name, folder),
  };
}

/** `data/departments/…` as a path below the folder itself, whatever it is called. */
export function belowData(path: string): string {
  return path.replace(/^data\//, '');
}

/** A sentence about the lists that were written too. */
export function listsTold({ lists, path }: DataFolder): string {
  return `另写入 ${lists.size} 个名录与术语文件（行政区划、科目、术语）到 ${path}，校验要用`;
}
