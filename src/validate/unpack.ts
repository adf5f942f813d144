/** Opens what was dropped: zip files and template workbooks become the files in them. */
import { SKIPPED } from '../load/files.ts';
import { readZip } from '../load/zip.ts';
import type { Issue } from '../messages/issue.ts';
import type { TemplateFile } from '../template/read.ts';
import type { Dropped } from './dropped.ts';

export interface Unpacked {
  readonly files: readonly Dropped[];
  /** Where the rows of a file stood in a workbook, by its path here. */
  readonly origins: ReadonlyMap<string, TemplateFile>;
  /** What a workbook says of the report it is of. */
  readonly place: { readonly department: string; readonly year: string };
  readonly issues: readonly Issue[];
}

/** No folder of data has more files, no drop more bytes. */
export const DROP_LIMITS = { files: 10_000, bytes: 100 * 1024 * 1024 } as const;

/** Names of systems and editors, in any folder of a path. */
export function isSkipped(path: string): boolean {
  return path.split('/').some((name) => SKIPPED.test(name) || name === '__MACOSX');
}

/** Nothing is dropped silently: what is not opened has an issue. */
export async function unpack(dropped: readonly Dropped[]): Promise<Unpacked> {
  const issues: Issue[] = [];
  const files: Dropped[] = [];
  const origins = new Map<string, TemplateFile>();
  let place = { department: '', year: '' };
  const wanted = dropped.filter(({ path }) => !isSkipped(path));
  const size = wanted.reduce((sum, file) => sum + file.size, 0);
  if (wanted.length > DROP_LIMITS.files || size > DROP_LIMITS.bytes) {
    const problem = `一共 ${wanted.length} 个文件、${(size / 1024 / 1024).toFixed(1)} MB，超过 ${DROP_LIMITS.files} 个或 ${DROP_LIMITS.bytes / 1024 / 1024} MB 的上限，没有检查`;
    issues.push({
      severity: 'error',
      file: wanted[0]!.path,
      rule: 'DROP-SIZE',
      problem,
      remedy: '只选 data 文件夹，或其中一个部门',
    });
    return { files, origins, place, issues };
  }
  let unpacked = 0;
  const within = (file: Dropped): boolean => {
    unpacked += file.size;
    return unpacked <= DROP_LIMITS.bytes;
  };
  const openWorkbook = async (path: string, bytes: Uint8Array) => {
    // Only who drops a workbook needs the code that reads one.
    const { readTemplate } = await import('../template/read.ts');
    const read = await readTemplate(bytes, path);
    issues.push(...read.issues);
    if (place.department + place.year !== '' && read.department + read.year !== place.department + place.year)
      issues.push(secondReport(path, place, read));
    else if (read.department || read.year) place = { department: read.department, year: read.year };
    for (const sheet of read.files) {
      const inside = `${path}/${sheet.name}`;
      const text = new TextEncoder().encode(sheet.text);
      origins.set(inside, sheet);
      files.push({ path: inside, size: text.length, bytes: text, table: sheet.table });
    }
  };
  for (const file of wanted) {
    const { path, bytes } = file;
    if (bytes && /\.zip$/i.test(path)) {
      const read = readZip(bytes, path);
      issues.push(...read.issues);
      for (const [name, content] of read.files) {
        if (isSkipped(name)) continue;
        const entry = { path: name, size: content.length, bytes: content };
        if (!within(entry)) {
          issues.push(tooMuch(path));
          return { files: [], origins: new Map(), place, issues };
        }
        if (/\.xlsx$/i.test(name)) await openWorkbook(name, content);
        else files.push(entry);
      }
    } else if (bytes && /\.xlsx$/i.test(path)) await openWorkbook(path, bytes);
    else files.push(file);
  }
  return { files, origins, place, issues };
}

function tooMuch(path: string): Issue {
  return {
    severity: 'error',
    file: path,
    rule: 'DROP-SIZE',
    problem: `解开到这里已超过 ${DROP_LIMITS.bytes / 1024 / 1024} MB 的上限，一个文件也没有检查`,
    remedy: '只选 data 文件夹，或其中一个部门，分几次检查',
  };
}

function secondReport(
  path: string,
  first: { readonly department: string; readonly year: string },
  second: { readonly department: string; readonly year: string },
): Issue {
  return {
    severity: 'error',
    file: path,
    rule: 'DROP-REPORT',
    problem: `这个工作簿写的是 ${second.department} ${second.year}，前一个是 ${first.department} ${first.year}`,
    remedy: '一次只检查一份报告的工作簿',
  };
}
