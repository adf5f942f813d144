/** A report drafted from documents and merged into what is curated. Pure: texts in, texts out. */
import { UNCHECKED } from '../checks/draft.ts';
import { ledgerCsv } from '../figures/ledger-draft.ts';
import { cellsOf, type Cell } from '../load/cells.ts';
import { readCsv, type CsvTable } from '../load/csv.ts';
import type { DataFiles } from '../load/files.ts';
import type { Reference } from '../load/reference.ts';
import type { Issue } from '../messages/issue.ts';
import { TABLES } from '../tables/index.ts';
import { clashOf } from './about.ts';
import { claimsOf, type Claim, type Refusal } from './claims.ts';
import { readCurated } from './curated.ts';
import { newDepartment, type DepartmentDetails } from './department.ts';
import { departmentPath, folderOf, NOTES, textFile } from './folder.ts';
import { LedgerDraft } from './ledger.ts';
import { fillLedger, refusalOf, undecided } from './decide.ts';
import { withCuratedProjects } from './projects.ts';
import type { Reading } from './reading.ts';
import { reportLists } from './report.ts';
import { draftRows } from './rows.ts';
import { chooseCells, settle, type Choice, type Contest } from './settle.ts';
import { finishReport, sourcesOf } from './sources.ts';
import { withFilled } from './filled.ts';
import type { Difference } from './fill.ts';
import { mergeTable } from './table.ts';

export interface DraftInput {
  /** What the data folder holds, reference lists included. */
  readonly files: DataFiles;
  readonly reference: Reference;
  readonly department: string;
  readonly year: number;
  /** Of a department that is not there yet; undefined otherwise. */
  readonly details: DepartmentDetails | undefined;
  /** Full name of the department, which publishes the documents. */
  readonly publisher: string;
  /** Names that the department has or had; empty for one that is not there yet. */
  readonly names: readonly string[];
  readonly readings: readonly Reading[];
  /** Tables of a filled template workbook, by id: merged before anything that a document says. */
  readonly filled?: ReadonlyMap<string, CsvTable>;
  /** Whether the schemas for editors are where the data folder is. */
  readonly schemas: boolean;
}

export interface Draft {
  readonly folder: string;
  /** Texts that differ from what is there, by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly ledgers: readonly LedgerDraft[];
  readonly claims: readonly Claim[];
  readonly choices: ReadonlyMap<string, Choice>;
  readonly contests: readonly Contest[];
  readonly refusals: readonly Refusal[];
  readonly differences: readonly Difference[];
  /** What speaks against a document being one of this report, in Chinese. */
  readonly doubts: readonly string[];
  /** What was guessed and what is to be decided, in Chinese. */
  readonly remarks: readonly string[];
  /** Faults of curated files that stand in the way: then there are no texts. */
  readonly issues: readonly Issue[];
}

/** Drafts a report. */
export function draftReport(input: DraftInput): Draft {
  const folder = folderOf(input.department, input.year);
  const differences: Difference[] = [];
  const there = readCurated(input.files, folder);
  // What is not understood is not even looked at any further.
  if (there.issues.length > 0) return { ...NOTHING, folder, issues: there.issues };
  const curated = { ...there, tables: withFilled(there.tables, input.filled, folder, differences) };
  const projects = curated.tables.get('projects');
  const readings = input.readings.map((reading) => ({
    ...reading,
    suggestions: withCuratedProjects(reading.suggestions, projects),
  }));
  const { sources, remarks } = sourcesOf(readings, curated);
  const ledgers = sources.map(({ reading }) => new LedgerDraft(reading, curated.ledgers.get(reading.source)));
  const found = ledgers.map(({ reading }) => claimsOf(reading));
  const sure = found.flatMap(({ claims }) => claims).filter(({ suggestion }) => suggestion.certainty !== 'possible');
  const { kept, contests } = settle(sure);
  const claims = kept.flatMap((claim) => undecided(claim, ledgers, curated, differences));
  const choices = chooseCells(claims);
  const refusals = found.flatMap((one) => one.refusals);

  // What an earlier import wrote there until somebody looks gives way to a document that has the table.
  const absent = (curated.report === undefined ? [] : reportLists(curated.report).absent)
    .filter(({ note }) => !note.startsWith(UNCHECKED))
    .map(({ table }) => table);
  const tables = new Map<string, string>();
  const cells = new Map<string, Cell>();
  const drafted = draftRows(claims, choices);
  for (const table of TABLES) {
    const csv = curated.tables.get(table.id);
    const rows = drafted.get(table.id) ?? [];
    if (!csv && rows.length > 0 && absent.includes(table.id)) {
      remarks.push(
        `report.yaml 的 absent 写明没有 ${table.id}（${table.title}），文件里却读出 ${rows.length} 行；没有写入，请核对`,
      );
      continue;
    }
    const official = table.classification && input.reference[table.classification];
    const merged = mergeTable(table, csv, rows, { nameOf: (code) => official?.get(code)?.name });
    differences.push(...merged.differences);
    for (const { row, why } of merged.refused)
      for (const choice of row.choices.values()) refusals.push(refusalOf(choice, why));
    const path = `${folder}${table.id}.csv`;
    const read =
      csv || merged.text.split('\n').length > 2 ? readCsv(textFile(path, merged.text), table).csv : undefined;
    if (!read) continue;
    tables.set(path, merged.text);
    for (const cell of cellsOf(read)) cells.set(cell.address, cell);
  }
  for (const ledger of ledgers) fillLedger(ledger, claims, choices, cells, refusals);

  const texts = new Map<string, string>(tables);
  if (input.details) texts.set(departmentPath(input.department), newDepartment(input.details, input.schemas));
  if (curated.report === undefined && !input.files.has(`${folder}notes.md`)) texts.set(`${folder}notes.md`, NOTES);
  for (const { rows, reading } of ledgers) {
    const old = curated.ledgers.get(reading.source);
    if (rows.length > 0 && JSON.stringify(old) !== JSON.stringify(rows))
      texts.set(`${folder}ledger/${reading.source}.csv`, ledgerCsv(rows));
  }
  const present = TABLES.map(({ id }) => id).filter((id) => tables.has(`${folder}${id}.csv`) || curated.tables.has(id));
  const report = finishReport(curated.report, sources, ledgers, { ...input, tables: present });
  texts.set(`${folder}report.yaml`, report.text);
  const changed = [...texts].filter(([path, text]) => !sameText(input.files, path, text));
  return {
    folder,
    texts: new Map(changed),
    ledgers,
    claims: found.flatMap((one) => one.claims),
    choices,
    contests,
    refusals,
    differences,
    // A document that the report already has among its sources was looked at when it came in.
    doubts: sources
      .filter(({ fresh }) => fresh)
      .flatMap(({ reading: { file, document } }) => clashOf(file, document, input) ?? []),
    remarks: [...remarks, ...report.remarks],
    issues: [],
  };
}

const NOTHING: Omit<Draft, 'folder' | 'issues'> = {
  texts: new Map(),
  ledgers: [],
  claims: [],
  choices: new Map(),
  contests: [],
  refusals: [],
  differences: [],
  doubts: [],
  remarks: [],
};

function sameText(files: DataFiles, path: string, text: string): boolean {
  const bytes = files.get(path)?.bytes;
  return bytes !== undefined && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) === text;
}
