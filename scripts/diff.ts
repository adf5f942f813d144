/**
 * `npm run diff -- <base> [--data DIR] [--json | --markdown] [--json-file FILE] [--markdown-file FILE]`: what changed in
 * terms of reports, from a git revision or a folder to the data at hand. Prints plain text, or JSON or Markdown; with a
 * file option writes that file and prints one line. Exit 0 whether or not there is a difference.
 */
import { statSync } from 'node:fs';
import { differenceMarkdown } from '../src/diff/markdown.ts';
import { differenceText } from '../src/diff/plain.ts';
import { compareSites } from '../src/diff/compare.ts';
import { writeWhole } from '../src/disk/write.ts';
import { loadSite, siteOf, type Site } from '../src/site/site.ts';
import { loadFolder } from './lib/load-folder.ts';
import { parseOptions } from './lib/options.ts';
import { readRevision } from './lib/revision.ts';

const options = parseOptions(
  'diff',
  {
    data: { type: 'string', default: 'data' },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    'json-file': { type: 'string' },
    'markdown-file': { type: 'string' },
  },
  ['<基准：git 版本或文件夹>'],
);
const { data, json, markdown, files, 'json-file': jsonFile, 'markdown-file': markdownFile } = options;
const [base] = files;
if (base === undefined || files.length > 1) {
  console.error('请给一个基准：git 版本（如 origin/main、HEAD~1）或数据文件夹，例如 npm run diff -- origin/main');
  process.exit(1);
}
if (json && markdown) {
  console.error('--json 和 --markdown 只能打印一种；另一种写进文件：--json-file 或 --markdown-file');
  process.exit(1);
}
const head = loadFolder(data);
const difference = compareSites(loadBase(base), head, { base, head: data });
const asJson = () => `${JSON.stringify(difference, null, 1)}\n`;
if (jsonFile !== undefined) writeWhole(jsonFile, asJson());
if (markdownFile !== undefined) writeWhole(markdownFile, differenceMarkdown(difference));
if (json) process.stdout.write(asJson());
else if (markdown) process.stdout.write(differenceMarkdown(difference));
else if (jsonFile === undefined && markdownFile === undefined) process.stdout.write(differenceText(difference));
else
  console.log(
    difference.same
      ? '数据没有变化。'
      : `${difference.reports.length} 份报告、${difference.departments.length} 个部门有变化。`,
  );

/** A folder is taken before a revision of the same name. */
function loadBase(name: string): Site {
  if (statSync(name, { throwIfNoEntry: false })?.isDirectory()) return loadSite(name);
  const revision = readRevision(process.cwd(), name);
  if (revision) return siteOf(revision);
  console.error(
    `找不到基准 ${name}：它既不是数据文件夹，也不是这个仓库里的 git 版本。先取来（如 git fetch origin main），或改用文件夹`,
  );
  process.exit(1);
}
