/** Loads the reference lists. */
import type { Issue } from '../messages/issue.ts';
import { economicCodes, functionalCodes, nameChanges, regionsTable } from '../tables/reference.ts';
import type { TableDeclaration } from '../tables/table.ts';
import { readCsv, type CsvRow } from './csv.ts';
import type { DataFiles } from './files.ts';

export interface Region {
  readonly code: string;
  readonly name: string;
  readonly parent: string;
}

export interface Code {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly certainty: string;
}

/** A code whose name changed. `scope`: 类, 款, 项 of the functional, 经济款 of the economic classification. */
export interface NameChange {
  readonly scope: string;
  readonly code: string;
  /** Empty for a new code. */
  readonly old_name: string;
  readonly new_name: string;
  readonly certainty: string;
}

export interface Reference {
  readonly regions: ReadonlyMap<string, Region>;
  readonly functional: ReadonlyMap<string, Code>;
  readonly economic: ReadonlyMap<string, Code>;
  readonly changes: readonly NameChange[];
}

/** Reads `regions.csv` and `classification/`; a missing list is an error, since codes could not be checked. */
export function loadReference(files: DataFiles): { reference: Reference; issues: Issue[] } {
  const issues: Issue[] = [];
  const rowsOf = (path: string, table: TableDeclaration): readonly CsvRow[] => {
    const file = files.get(path);
    if (!file) {
      issues.push({
        severity: 'error',
        file: path,
        rule: 'FORM-MISSING',
        problem: `缺少${table.title}表`,
        remedy: '从本项目的 data 文件夹复制一份',
      });
      return [];
    }
    const read = readCsv(file, table);
    issues.push(...read.issues);
    return read.csv?.rows ?? [];
  };
  const byCode = <T>(rows: readonly CsvRow[]) =>
    new Map(rows.map((row) => [row.values['code']!, row.values as unknown as T]));
  const reference = {
    regions: byCode<Region>(rowsOf('data/regions.csv', regionsTable)),
    functional: byCode<Code>(rowsOf('data/classification/functional.csv', functionalCodes)),
    economic: byCode<Code>(rowsOf('data/classification/economic.csv', economicCodes)),
    changes: rowsOf('data/classification/name_changes.csv', nameChanges).map(
      (row) => row.values as unknown as NameChange,
    ),
  };
  return { reference, issues };
}

/** A region with its parents, largest first; empty when the code is unknown. */
export function regionPath(reference: Reference, code: string): Region[] {
  const path: Region[] = [];
  for (let next: string | undefined = code; next;) {
    const region = reference.regions.get(next);
    if (!region || path.includes(region)) break;
    path.unshift(region);
    next = region.parent || undefined;
  }
  return path;
}
