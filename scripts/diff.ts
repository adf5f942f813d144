/**
 * `npm run diff -- <base> [--data DIR] [--json FILE] [--markdown FILE]`: what changed in terms of reports, from a git
 * revision or a folder to the data at hand. Prints Markdown; exit 0 whether or not there is a difference.
 */
import { statSync } from 'node:fs';
import { differenceMarkdown } from '../src/diff/markdown.ts';
import { compareSites } from '../src/diff/compare.ts';
import { writeWhole } from '../src/disk/write.ts';
import { loadSite, siteOf, type Site } from '../src/site/site.ts';
import { loadFolder } from './lib/load-folder.ts';
import { parseOptions } from './lib/options.ts';
import { readRevision } from './lib/revision.ts';

const { data, json, markdown, files } = parseOptions(
  'diff',
  { data: { type: 'string', default: 'data' }, json: { type: 'string' }, markdown: { type: 'string' } },
  ['<基准：git 版本或文件夹>'],
);
const [base] = files;
if (base === undefined || files.length > 1) {
  console.error('请给一个基准：git 版本（如 origin/main、HEAD~1）或数据文件夹，例如 npm run diff -- origin/main');
  process.exit(1);
}
const head = loadFolder(data);
const difference = compareSites(loadBase(base), head, { base, head: data });
const text = differenceMarkdown(difference);
if (json !== undefined) writeWhole(json, `${JSON.stringify(difference, null, 1)}\n`);
if (markdown !== undefined) writeWhole(markdown, text);
if (json === undefined && markdown === undefined) process.stdout.write(text);
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
