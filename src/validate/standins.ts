/** What stands in for files that neither were dropped nor are published, so that the dropped ones can be checked by themselves. */
import type { DataFile, DataFiles } from '../load/files.ts';
import type { Issue } from '../messages/issue.ts';
import { TABLES } from '../tables/index.ts';

/** The least `report.yaml` that says nothing wrong: no figures proven, other tables not collected. */
function reportText(department: string, year: string, tables: readonly string[], ledgers: readonly string[]): string {
  const source = (id: string, ledger: string) =>
    `  - { id: ${id}, title: 未提供, publisher: 未提供, file: 未提供, sha256: '${'0'.repeat(64)}', text_origin: unknown, ledger: ${ledger} }`;
  const sources = ledgers.length > 0 ? ledgers.map((id) => source(id, 'partial')) : [source('source', 'none')];
  const absent = TABLES.filter(({ id }) => !tables.includes(id)).map(
    ({ id }) => `  - { table: ${id}, reason: not-collected }`,
  );
  return [
    `department: ${department}`,
    `year: ${year}`,
    'kinds: [final-accounts]',
    'coverage: 未提供',
    'sources:',
    ...sources,
    absent.length > 0 ? 'absent:' : 'absent: []',
    ...absent,
    '',
  ].join('\n');
}

function departmentText(id: string): string {
  return `name: ${id}\nshort: ${id}\nregion: '${id.slice(0, 6)}'\nlevel: county\n`;
}

/** The missing files of every department and year that some file is of, with a notice for each. */
export function standIns(files: DataFiles): { files: DataFile[]; issues: Issue[] } {
  const made: DataFile[] = [];
  const issues: Issue[] = [];
  const make = (path: string, text: string, what: string, remedy: string) => {
    if (files.has(path)) return;
    const bytes = new TextEncoder().encode(text);
    made.push({ path, size: bytes.length, bytes });
    issues.push({
      severity: 'notice',
      file: path,
      rule: 'DROP-MISSING',
      problem: `没有${what}，按最少的内容代替，只检查拖入的文件`,
      remedy,
    });
  };
  const folders = new Map<string, string[]>();
  for (const path of files.keys()) {
    const [, folder, rest] = /^(data\/departments\/[^/]+\/(?:\d{4}\/)?)(.+)$/.exec(path) ?? [];
    if (folder) folders.set(folder, [...(folders.get(folder) ?? []), rest!]);
  }
  for (const [folder, names] of folders) {
    const [, , id = '', year] = folder.split('/');
    make(
      `data/departments/${id}/department.yaml`,
      departmentText(id),
      ' department.yaml',
      '新部门要写 department.yaml：全称、简称、行政区划代码、级次',
    );
    if (!year) continue;
    const stems = (pattern: RegExp) => names.flatMap((name) => pattern.exec(name)?.[1] ?? []);
    make(
      `${folder}report.yaml`,
      reportText(id, year, stems(/^([^/]+)\.csv$/), stems(/^ledger\/([a-z][a-z0-9-]*)\.csv$/)),
      ' report.yaml',
      '提交前写好 report.yaml：来源、口径、没有的表及原因',
    );
  }
  const unique = new Map(made.map((file) => [file.path, file]));
  return { files: [...unique.values()], issues: [...new Map(issues.map((issue) => [issue.file, issue])).values()] };
}
