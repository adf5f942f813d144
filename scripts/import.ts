/**
 * `npm run import -- <document>… --department ID --year YYYY [--data DIR] [--json] [--yes]`: drafts a report from published
 * documents, merges it into what is curated, checks it and says what is left to do. Exit 0 when the draft stands, else 1.
 */
import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { checkCatalog } from '../src/checks/check.ts';
import { UNCHECKED } from '../src/checks/draft.ts';
import { sha256 } from '../src/derive/checksums.ts';
import { writeAll } from '../src/disk/write-all.ts';
import { documentFigures } from '../src/documents/figures.ts';
import { readDocument } from '../src/documents/read.ts';
import { departmentName } from '../src/draft/about.ts';
import { checkDetails, checkRegion, checkTarget, detailsOf, type DepartmentDetails } from '../src/draft/department.ts';
import { draftReport } from '../src/draft/draft.ts';
import { departmentPath, folderOf, overlay, referenceOf, textFile } from '../src/draft/folder.ts';
import type { Reading } from '../src/draft/reading.ts';
import { sayDraft, sayNext } from '../src/draft/say.ts';
import { summaryOf, todoOf } from '../src/draft/todo.ts';
import { regionPath } from '../src/load/reference.ts';
import { readCsv, type CsvTable } from '../src/load/csv.ts';
import { loadCatalog } from '../src/load/catalog.ts';
import { readYaml } from '../src/load/yaml.ts';
import { formatIssue, shownIssue, type Issue } from '../src/messages/issue.ts';
import { suggest } from '../src/suggest/suggest.ts';
import { tableById } from '../src/tables/index.ts';
import { departmentSchema } from '../src/tables/report.ts';
import { inWorkbook, isTemplate, readTemplate } from '../src/template/read.ts';
import { DETAILS, refuseDetails } from './lib/ask.ts';
import { belowData, listsTold, openDataFolder } from './lib/data-folder.ts';
import { parseOptions } from './lib/options.ts';
import { progressOf } from './lib/progress.ts';

const options = parseOptions(
  'import',
  {
    department: { type: 'string' },
    year: { type: 'string' },
    data: { type: 'string', default: 'data' },
    json: { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
    ...DETAILS,
  },
  ['<文件>…'],
);
const { department = '', data, files } = options;
const year = Number(options.year);
const folder = openDataFolder(data);
const problems = [
  ...checkTarget(options.department, options.year),
  ...(typeof folder === 'string' ? [folder] : []),
  ...(files.length === 0 ? ['请指定至少一个文件：npm run import -- 文件.pdf --department 代码-简拼 --year 年度'] : []),
  ...files.flatMap(unreadable),
  ...files
    .map((file) => basename(file))
    .filter((name) => /^[.\s]/.test(name))
    .map((name) => `文件名“${name}”以点或空格开头，请改名`),
];
if (typeof folder !== 'string' && !folder.files.has(departmentPath(department)))
  problems.push(...checkRegion(department, options.region ?? department.slice(0, 6), referenceOf(folder.files)));
if (problems.length > 0 || typeof folder === 'string') fail(problems);

/** Paths in messages are as the user gave the data folder. */
const say = (issue: Issue) => formatIssue(shownIssue(issue, data));
const reference = referenceOf(folder.files);
const readings: Reading[] = [];
const filled = new Map<string, CsvTable>();
for (const file of files) {
  const bytes = readFileSync(file);
  const name = basename(file);
  if (/\.xlsx$/i.test(name) && (await isTemplate(bytes))) await takeTemplate(name, bytes);
  else await takeDocument(name, bytes);
}
const assumed: string[] = [];
const { details, publisher, names } = departmentOf(folder.files);
if (problems.length > 0) fail(problems);

const draft = draftReport({
  files: folder.files,
  reference,
  department,
  year,
  details,
  publisher,
  names,
  readings,
  filled,
  schemas: folder.schemas,
});
if (draft.issues.length > 0)
  fail([...draft.issues.map(say), '已有的文件没有读懂，没有合并。请先改好上面列出的，再导入。']);
if (draft.doubts.length > 0 && !options.yes)
  fail([
    ...draft.doubts,
    '核对文件、--department 和 --year；是曾用名的，写进 department.yaml 的 former_names；确实就是这一份，加 --yes 再运行。',
  ]);
const { catalog, issues: loaded } = loadCatalog(overlay(folder.files, draft.texts));
const { departments, issues } = checkCatalog(catalog, loaded);
const own = issues.filter(
  ({ file }) => file.startsWith(folderOf(department, year)) || file === departmentPath(department),
);
const checked = departments
  .find((one) => one.department.id === department)
  ?.reports.find(({ report }) => report.year === year);

// What the program wrote must load; were it not so, nothing of it may reach the folder. Only tables typed into a template
// bring no source with them: that is for the curator to add.
const waiting = (file: string) => readings.length === 0 && file.endsWith('/report.yaml');
const unsound = own.filter(
  ({ severity, rule, file }) =>
    severity === 'error' && /^(?:FORM|VALUE|KEY)-/.test(rule) && draft.texts.has(file) && !waiting(file),
);
if (unsound.length > 0) fail(['并入以后，这些文件通不过校验：', ...unsound.map(say)]);

const texts = new Map([...draft.texts].map(([path, text]) => [belowData(path), text] as const));
writeAll(folder.path, new Map<string, string | Uint8Array>([...folder.lists, ...texts]));
const summary = summaryOf(draft, checked);
const remarks = [...assumed, ...draft.remarks];
const todos = todoOf({ ...draft, remarks }, checked, own, data);
const written = [...draft.texts.keys()].sort().map(folder.shown);
if (options.json) console.log(JSON.stringify({ written, summary, todo: todos }, null, 2));
else {
  for (const line of sayDraft(written, summary, todos)) console.log(line);
  if (folder.lists.size > 0) console.log(listsTold(folder));
  const here = data === 'data' ? '' : ` -- --data ${data}`;
  for (const line of sayNext(
    todos,
    folder.shown(folderOf(department, year)),
    `npm run validate${here}`,
    written.length > 0,
  ))
    console.log(line);
}
const elsewhere = issues.filter((issue) => issue.severity === 'error' && !own.includes(issue)).length;
if (elsewhere > 0) console.error(`数据文件夹的其他地方另有 ${elsewhere} 个错误，见 npm run validate -- --data ${data}`);

/** Reads a document and what it suggests. */
async function takeDocument(name: string, bytes: Uint8Array): Promise<void> {
  const { document, issues: found } = await readDocument({ name, bytes }, progressOf(name));
  const said = found.map(say);
  if (!document) problems.push(...said);
  else if (documentFigures(document).length === 0)
    problems.push(`${name} 里没有数字，不能起草；如果是扫描件或图片，先做文字识别`);
  else {
    const suggestions = suggest(document, { year, reference });
    readings.push({ file: name, sha256: sha256(bytes), document, suggestions, unread: said });
  }
}

/** Reads a filled template workbook: tables that somebody typed in. */
async function takeTemplate(name: string, bytes: Uint8Array): Promise<void> {
  const template = await readTemplate(bytes, name);
  const told = { 部门标识: [template.department, department], 财政年度: [template.year, options.year] };
  for (const [what, [typed, asked]] of Object.entries(told))
    if (typed && typed !== asked) problems.push(`${name} 的${what}填的是 ${typed}，命令给的是 ${asked}`);
  for (const issue of template.issues) {
    if (issue.severity === 'error') problems.push(say(issue));
    else console.error(say(issue));
  }
  for (const filledTable of template.files) {
    const { table: id, text } = filledTable;
    const { csv, issues: faults } = readCsv(textFile(name, text), tableById(id)!);
    problems.push(...faults.map((fault) => say(inWorkbook(filledTable, fault))));
    if (csv && filled.has(id)) problems.push(`${name}：另一个工作簿也填了 ${id}，一次只给一个`);
    if (csv) filled.set(id, csv);
  }
}

/** The department's name; of a new department also its details, from the options or else from the documents. */
function departmentOf(present: Parameters<typeof referenceOf>[0]): {
  details: DepartmentDetails | undefined;
  publisher: string;
  names: readonly string[];
} {
  const regions = regionPath(reference, options.region ?? department.slice(0, 6)).map((one) => one.name);
  const file = present.get(departmentPath(department));
  if (file) {
    const { yaml, issues: faults } = readYaml(file, departmentSchema);
    problems.push(...faults.map(say), ...refuseDetails(department, options));
    const { name = '', short = '', former_names: former = [] } = yaml?.value ?? {};
    const names = [name, short, ...former.map((one) => one.name)].filter((one) => one && !one.startsWith(UNCHECKED));
    return { details: undefined, publisher: name, names };
  }
  const read = readings.map(({ document }) => departmentName(document, regions)).find((name) => name !== undefined);
  const { details: drafted, guessed } = detailsOf(department, options, read, reference);
  problems.push(...checkDetails(department, drafted, reference));
  if (guessed.length > 0) assumed.push(`department.yaml 是程序按文件和区划代码写的，请核对：${guessed.join('、')}`);
  return { details: drafted, publisher: options.name ?? read ?? `${UNCHECKED}：发布单位`, names: [] };
}

/** What is wrong with a path given as a document, in Chinese. */
function unreadable(file: string, index: number): string[] {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return [`找不到文件 ${file}`];
  if (found.isDirectory()) return [`${file} 是文件夹，请给出里面的文件`];
  if (!found.isFile()) return [`${file} 不是普通文件`];
  const first = files.findIndex((other) => resolve(other) === resolve(file));
  return first < index ? [`${file} 给了两次，只给一次`] : [];
}

function fail(list: readonly string[]): never {
  for (const problem of list) console.error(problem);
  console.error('没有写任何文件。');
  process.exit(1);
}
