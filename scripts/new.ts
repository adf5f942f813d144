/**
 * `npm run new -- --department ID --year YYYY [--tables a,b] [--kinds …] [--data DIR] [--name --short --region --level]`:
 * a folder for a new report, and the department when it is new. Nothing is ever overwritten.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeAll } from '../src/disk/write-all.ts';
import { checkTarget } from '../src/draft/department.ts';
import { departmentPath, folderOf, newFolder } from '../src/draft/folder.ts';
import type { Kind } from '../src/draft/source.ts';
import { KINDS } from '../src/tables/report.ts';
import { askDetails, DETAILS, refuseDetails } from './lib/ask.ts';
import { belowData, listsTold, openDataFolder } from './lib/data-folder.ts';
import { parseOptions } from './lib/options.ts';

const options = parseOptions('new', {
  department: { type: 'string' },
  year: { type: 'string' },
  tables: { type: 'string', default: '' },
  kinds: { type: 'string', default: 'final-accounts' },
  data: { type: 'string', default: 'data' },
  ...DETAILS,
});
const { department = '', year = '', data } = options;
const list = (text: string) => text.split(/[,，\s]+/).filter((part) => part !== '');
const kinds = list(options.kinds);
const folder = openDataFolder(data);
const unknown = kinds
  .filter((kind) => !Object.hasOwn(KINDS, kind))
  .map((kind) => `--kinds ${kind}：可用 ${Object.keys(KINDS).join('、')}`);
const problems = [...checkTarget(options.department, options.year), ...(typeof folder === 'string' ? [folder] : [])];
if (problems.length > 0 || typeof folder === 'string') fail([...problems, ...unknown]);

const there = folder.files.has(departmentPath(department));
const refused = [...unknown, ...(there ? refuseDetails(department, options) : [])];
const details = there || refused.length > 0 ? undefined : await askDetails(department, options);
const made = newFolder(folder.files, {
  department,
  year: Number(year),
  details: typeof details === 'string' ? undefined : details,
  kinds: kinds as Kind[],
  tables: list(options.tables),
  schemas: folder.schemas,
});
const wrong = [...refused, ...made.problems, ...(typeof details === 'string' ? [details] : [])];
if (wrong.length > 0) fail(wrong);
const texts = new Map([...made.texts].map(([path, text]) => [belowData(path), text] as const));
writeAll(folder.path, new Map<string, string | Uint8Array>([...folder.lists, ...texts]));
mkdirSync(join(folder.path, belowData(`${folderOf(department, Number(year))}ledger`)), { recursive: true });

console.log(`建好 ${folder.shown(folderOf(department, Number(year)))}：`);
for (const path of made.texts.keys()) console.log(`  ${folder.shown(path)}`);
if (folder.lists.size > 0) console.log(listsTold(folder));
console.log(
  [
    '',
    '接着：',
    `  有决算或自评的文件（PDF、Word、Excel、网页、文本）：npm run import -- 文件 --department ${department} --year ${year}${data === 'data' ? '' : ` --data ${data}`}`,
    '  自己录：照 report.yaml 里的说明填来源与口径，把数录进各张表',
    '  现在校验会说还没有来源、只有表头的表没有数据；填好就不再说',
  ].join('\n'),
);

function fail(problems: readonly string[]): never {
  for (const problem of problems) console.error(problem);
  console.error('没有写任何文件。');
  process.exit(1);
}
