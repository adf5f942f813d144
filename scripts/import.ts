/**
 * `npm run import -- <document>… --department ID --year YYYY [--data DIR] [--json]`: drafts a report from published
 * documents, merges it into what is curated, checks it and says what is left to do. Exit 0 when the draft stands, else 1.
 */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { checkCatalog } from '../src/checks/check.ts';
import { sha256 } from '../src/derive/checksums.ts';
import { writeAll } from '../src/disk/write-all.ts';
import { readDocument } from '../src/documents/read.ts';
import { checkDetails, checkTarget, levelOf, shortOf, type DepartmentDetails } from '../src/draft/department.ts';
import { draftReport } from '../src/draft/draft.ts';
import { departmentPath, folderOf, overlay, referenceOf, textFile } from '../src/draft/folder.ts';
import type { Reading } from '../src/draft/reading.ts';
import { sayDraft } from '../src/draft/say.ts';
import { departmentName } from '../src/draft/source.ts';
import { summaryOf, todoOf } from '../src/draft/todo.ts';
import { regionPath } from '../src/load/reference.ts';
import { readCsv, type CsvTable } from '../src/load/csv.ts';
import { loadCatalog } from '../src/load/catalog.ts';
import { readYaml } from '../src/load/yaml.ts';
import { formatIssue } from '../src/messages/issue.ts';
import { suggest } from '../src/suggest/suggest.ts';
import { tableById } from '../src/tables/index.ts';
import { departmentSchema } from '../src/tables/report.ts';
import { inWorkbook, isTemplate, readTemplate } from '../src/template/read.ts';
import { DETAILS, refuseDetails } from './lib/ask.ts';
import { belowData, openDataFolder } from './lib/data-folder.ts';
import { parseOptions } from './lib/options.ts';
import { progressOf } from './lib/progress.ts';

const options = parseOptions(
  'import',
  {
    department: { type: 'string' },
    year: { type: 'string' },
    data: { type: 'string', default: 'data' },
    json: { type: 'boolean', default: false },
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
  ...files.filter((file) => !statSync(file, { throwIfNoEntry: false })?.isFile()).map((file) => `找不到文件 ${file}`),
  ...files
    .map((file) => basename(file))
    .filter((name) => /^[.\s]/.test(name))
    .map((name) => `文件名“${name}”以点或空格开头，请改名`),
];
if (problems.length > 0 || typeof folder === 'string') fail(problems);

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
const { details, publisher } = departmentOf(folder.files);
if (problems.length > 0) fail(problems);

const draft = draftReport({ files: folder.files, reference, department, year, details, publisher, readings, filled });
if (draft.issues.length > 0)
  fail([...draft.issues.map(formatIssue), '已有的文件没有读懂，没有合并。请先改好上面列出的，再导入。']);
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
if (unsound.length > 0) fail(['并入以后，这些文件通不过校验：', ...unsound.map(formatIssue)]);

const texts = new Map([...draft.texts].map(([path, text]) => [belowData(path), text] as const));
writeAll(folder.path, new Map<string, string | Uint8Array>([...folder.lists, ...texts]));
const summary = summaryOf(draft, checked);
const todos = todoOf({ ...draft, remarks: [...assumed, ...draft.remarks] }, checked, own);
const written = [...draft.texts.keys()].sort();
if (options.json) console.log(JSON.stringify({ written, summary, todo: todos }, null, 2));
else for (const line of sayDraft(written, summary, todos)) console.log(line);
const elsewhere = issues.filter((issue) => issue.severity === 'error' && !own.includes(issue)).length;
if (elsewhere > 0) console.error(`数据文件夹的其他地方另有 ${elsewhere} 个错误，见 npm run validate -- --data ${data}`);

/** Reads a document and what it suggests. */
async function takeDocument(name: string, bytes: Uint8Array): Promise<void> {
  const { document, issues: found } = await readDocument({ name, bytes }, progressOf(name));
  const said = found.map(formatIssue);
  if (!document) problems.push(...said);
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
    if (issue.severity === 'error') problems.push(formatIssue(issue));
    else console.error(formatIssue(issue));
  }
  for (const filledTable of template.files) {
    const { table: id, text } = filledTable;
    const { csv, issues: faults } = readCsv(textFile(name, text), tableById(id)!);
    problems.push(...faults.map((fault) => formatIssue(inWorkbook(filledTable, fault))));
    if (csv && filled.has(id)) problems.push(`${name}：另一个工作簿也填了 ${id}，一次只给一个`);
    if (csv) filled.set(id, csv);
  }
}

/** The department's name; of a new department also its details, from the options or else from the documents. */
function departmentOf(present: Parameters<typeof referenceOf>[0]): {
  details: DepartmentDetails | undefined;
  publisher: string;
} {
  const file = present.get(departmentPath(department));
  if (file) {
    const { yaml, issues: faults } = readYaml(file, departmentSchema);
    problems.push(...faults.map(formatIssue), ...refuseDetails(department, options));
    return { details: undefined, publisher: yaml?.value.name ?? '' };
  }
  const regions = regionPath(reference, options.region ?? department.slice(0, 6)).map((one) => one.name);
  const read = readings.map(({ document }) => departmentName(document, regions)).find((name) => name !== undefined);
  const name = options.name ?? read;
  if (name === undefined) {
    problems.push('文件里看不出部门全称，请用 --name 给出（还可以给 --short、--region、--level）');
    return { details: undefined, publisher: '' };
  }
  const region = options.region ?? department.slice(0, 6);
  const details = {
    name,
    short: options.short ?? shortOf(name, region, reference),
    region,
    level: options.level ?? levelOf(region),
  };
  problems.push(...checkDetails(department, details, reference));
  const guessed = (['name', 'short', 'level'] as const).filter((key) => options[key] === undefined);
  if (guessed.length > 0)
    assumed.push(
      `department.yaml 是程序按文件标题和区划代码写的，请核对：${guessed.map((key) => `${key} ${details[key]}`).join('、')}`,
    );
  return { details, publisher: name };
}

function fail(list: readonly string[]): never {
  for (const problem of list) console.error(problem);
  console.error('没有写任何文件。');
  process.exit(1);
}
