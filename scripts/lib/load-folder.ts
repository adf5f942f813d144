/** Loads and checks a data folder, with a Chinese message when there is none. */
import { statSync } from 'node:fs';
import { checkCatalog } from '../../src/checks/check.ts';
import { readData } from '../../src/disk/read.ts';
import { loadCatalog } from '../../src/load/catalog.ts';

/** Exits with 1 when the folder does not exist. */
export function loadFolder(folder: string) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`找不到数据文件夹 ${folder}，请用 --data 指定`);
    process.exit(1);
  }
  const files = readData(folder);
  const { catalog, issues } = loadCatalog(files);
  return { catalog, files, ...checkCatalog(catalog, issues) };
}
