/**
 * `npm run absent -- <table> [folder…] [--reason not-collected]`: says in every report that lacks a table why it does,
 * at the end of `absent`; nothing else in the files changes. For a table that is new in the declarations. Exit 0, or 1
 * when something was wrong, and then nothing is written.
 */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMap, parseDocument } from 'yaml';
import { writeAll } from '../src/disk/write-all.ts';
import { addAbsent, reportLists } from '../src/draft/report.ts';
import { TABLES, tableById } from '../src/tables/index.ts';
import { ABSENT } from '../src/tables/report.ts';
import { parseOptions } from './lib/options.ts';

const { reason, files } = parseOptions('absent', { reason: { type: 'string', default: 'not-collected' } }, [
  '<表>',
  '[文件夹…]',
]);
const [table = '', ...given] = files;
const folders = given.length > 0 ? given : ['data'];
const words = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([value, meaning]) => `${value} ${meaning}`)
    .join('、');
const problems = [
  ...(tableById(table) ? [] : [`没有“${table}”这张表。可用：${TABLES.map(({ id }) => id).join('、')}`]),
  ...(Object.hasOwn(ABSENT, reason) ? [] : [`--reason 没有“${reason}”。可用：${words(ABSENT)}`]),
  ...folders
    .filter((folder) => !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    .map((folder) => `找不到文件夹 ${folder}`),
];
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}

let count = 0;
for (const folder of folders) {
  const changed = new Map<string, string>();
  for (const path of globSync('**/[0-9][0-9][0-9][0-9]/report.yaml', { cwd: folder }).sort()) {
    const text = readFileSync(join(folder, path), 'utf8');
    const document = parseDocument(text);
    if (document.errors.length > 0 || !isMap(document.contents)) {
      console.log(`跳过 ${join(folder, path)}：YAML 读不出来`);
      continue;
    }
    if (existsSync(join(folder, dirname(path), `${table}.csv`)) || reportLists(text).absent.includes(table)) continue;
    changed.set(path.replaceAll('\\', '/'), addAbsent(text, { table, reason, note: '' }));
  }
  writeAll(folder, changed);
  count += changed.size;
}
console.log(`写入 ${count} 份 report.yaml：没有 ${table}，原因 ${reason}。`);
