/** A new report's folder, and the files that a data folder cannot do without. */
import { loadReference, type Reference } from '../load/reference.ts';
import { childrenOf, type DataFile, type DataFiles } from '../load/files.ts';
import { tableById, TABLES } from '../tables/index.ts';
import { checkDetails, newDepartment, type DepartmentDetails } from './department.ts';
import { newReport } from './report.ts';
import type { Kind } from './source.ts';

export const NOTES = `<!-- 这一年的说明：收支的大概、与上年不同的原因、读这份报告要留意什么，用自己的话；没有可写的就删去这个文件 -->
`;

/** The folder of a report, with its closing “/”. */
export function folderOf(department: string, year: number): string {
  return `data/departments/${department}/${year}/`;
}

export function textFile(path: string, text: string): DataFile {
  const bytes = new TextEncoder().encode(text);
  return { path, size: bytes.length, bytes };
}

/** Files with others laid over them. */
export function overlay(files: DataFiles, texts: ReadonlyMap<string, string>): DataFiles {
  return new Map([...files, ...[...texts].map(([path, text]) => [path, textFile(path, text)] as const)]);
}

/** Lists and glossary that a data folder lacks, taken from another, so that what is put into it can be checked. */
export function missingLists(files: DataFiles, own: DataFiles): Map<string, DataFile> {
  const glossary = childrenOf(files, 'data/glossary/').length > 0;
  return new Map(
    [...own].filter(
      ([path]) =>
        !files.has(path) &&
        (path === 'data/regions.csv' ||
          path.startsWith('data/classification/') ||
          (path.startsWith('data/glossary/') && !glossary)),
    ),
  );
}

export interface NewFolder {
  readonly department: string;
  readonly year: number;
  /** Of a department that is not there yet; undefined otherwise. */
  readonly details: DepartmentDetails | undefined;
  readonly kinds: readonly Kind[];
  /** Tables that get a file with only its header. */
  readonly tables: readonly string[];
  /** Whether the schemas for editors are where the folder is. */
  readonly schemas: boolean;
}

/** Texts of a new report by path, or what is wrong, in Chinese, all at once. `files`: what the data folder holds. */
export function newFolder(
  files: DataFiles,
  { department, year, details, kinds, tables, schemas }: NewFolder,
): { texts: Map<string, string>; problems: string[] } {
  const { reference } = loadReference(files);
  const problems = details ? checkDetails(department, details, reference) : [];
  const folder = folderOf(department, year);
  if (childrenOf(files, folder).length > 0) problems.push(`${folder} 里已有文件，不会覆盖`);
  for (const id of tables)
    if (!tableById(id))
      problems.push(
        `--tables ${id}：没有这张表，可用：${TABLES.map((table) => `${table.id}（${table.title}）`).join('、')}`,
      );
  const texts = new Map([
    ...(details ? [[departmentPath(department), newDepartment(details, schemas)] as const] : []),
    [`${folder}report.yaml`, newReport(department, year, kinds, schemas)] as const,
    [`${folder}notes.md`, NOTES] as const,
    ...tables.map((id) => [`${folder}${id}.csv`, `${Object.keys(tableById(id)?.columns ?? {}).join(',')}\n`] as const),
  ]);
  return { texts: problems.length > 0 ? new Map() : texts, problems };
}

export function departmentPath(department: string): string {
  return `data/departments/${department}/department.yaml`;
}

export function referenceOf(files: DataFiles): Reference {
  return loadReference(files).reference;
}
