/** What a report's folder holds already, for a draft to be merged into. */
import { z } from 'zod';
import type { DraftRow } from '../figures/ledger-draft.ts';
import { readCsv, type CsvTable } from '../load/csv.ts';
import { childrenOf, type DataFiles } from '../load/files.ts';
import { readText } from '../load/text.ts';
import { readYaml } from '../load/yaml.ts';
import type { Issue } from '../messages/issue.ts';
import { TABLES } from '../tables/index.ts';
import { ledgerTable } from '../tables/ledger.ts';

export interface Curated {
  /** Text of `report.yaml`; undefined when there is none. */
  readonly report: string | undefined;
  readonly tables: ReadonlyMap<string, CsvTable>;
  /** By source id. */
  readonly ledgers: ReadonlyMap<string, readonly DraftRow[]>;
  /** Faults that stand in the way of merging: a file that is not understood is never written over. */
  readonly issues: readonly Issue[];
}

const EMPTY: DraftRow = {
  at: '',
  n: '',
  section: '',
  printed: '',
  sign: '',
  unit: '',
  states: '',
  ignored: '',
  note: '',
};

/** Reads a report's files as far as merging needs them. An unfinished report (no sources, empty tables) is fine. */
export function readCurated(files: DataFiles, folder: string): Curated {
  const issues: Issue[] = [];
  // A table that has only its header waits to be filled.
  const note = (found: readonly Issue[]) =>
    issues.push(...found.filter(({ severity, rule }) => severity === 'error' && rule !== 'FORM-EMPTY'));
  const yaml = files.get(`${folder}report.yaml`);
  if (yaml) note(readYaml(yaml, z.record(z.string(), z.unknown())).issues);
  const tables = new Map<string, CsvTable>();
  for (const table of TABLES) {
    const file = files.get(`${folder}${table.id}.csv`);
    if (!file) continue;
    const read = readCsv(file, table);
    note(read.issues);
    if (read.csv) tables.set(table.id, read.csv);
  }
  const ledgers = new Map<string, readonly DraftRow[]>();
  for (const name of childrenOf(files, `${folder}ledger/`)) {
    const read = readCsv(files.get(`${folder}ledger/${name}`)!, ledgerTable);
    note(read.issues);
    if (read.csv)
      ledgers.set(
        name.replace(/\.csv$/, ''),
        read.csv.rows.map(({ values }) => ({ ...EMPTY, ...values })),
      );
  }
  return { report: yaml && readText(yaml).text, tables, ledgers, issues };
}
