/** Loads and checks a data folder, with a Chinese message when there is none. */
import { statSync } from 'node:fs';
import { loadSite, type Site } from '../../src/site/site.ts';

/** Exits with 1 when the folder does not exist. */
export function loadFolder(folder: string): Site {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`找不到数据文件夹 ${folder}，请用 --data 指定`);
    process.exit(1);
  }
  return loadSite(folder);
}
