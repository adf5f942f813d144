/** The sources of a drafted report: which documents are there already, ids for the new, and `report.yaml` at the end. */
import { UNCHECKED } from '../checks/draft.ts';
import { TABLES } from '../tables/index.ts';
import { KINDS } from '../tables/report.ts';
import type { Curated } from './curated.ts';
import type { LedgerDraft } from './ledger.ts';
import { withFigures, type Reading, type SourceReading } from './reading.ts';
import { addAbsent, addKind, addSource, newReport, reportLists, withLedger, withoutAbsent } from './report.ts';
import { factsOf, type Kind, type SourceFacts } from './source.ts';

export interface DraftedSource {
  readonly reading: SourceReading;
  readonly facts: SourceFacts;
  /** Not in `report.yaml` yet. */
  readonly fresh: boolean;
}

/** Gives each document its source id; the same file is the same source. @returns also remarks for the curator */
export function sourcesOf(
  readings: readonly Reading[],
  curated: Curated,
): { sources: DraftedSource[]; remarks: string[] } {
  const known = [...(curated.report === undefined ? [] : reportLists(curated.report).sources)];
  const before = known.length;
  const remarks: string[] = [];
  const sources: DraftedSource[] = [];
  for (const reading of readings) {
    const facts = factsOf(reading);
    remarks.push(...reading.unread);
    const same = known.findIndex(({ sha256 }) => sha256 === reading.sha256);
    if (same >= before || sources.some(({ reading: one }) => one.sha256 === reading.sha256)) {
      remarks.push(`${reading.file} 与另一个文件内容相同，只读一次`);
      continue;
    }
    if (same >= 0) {
      sources.push({ reading: withFigures(reading, known[same]!.id, same), facts, fresh: false });
      continue;
    }
    const ids = [...known.map(({ id }) => id), ...curated.ledgers.keys()];
    const id = freeId(facts.role, ids);
    const older = known.slice(0, before).find((source) => source.id.replace(/-[0-9]+$/, '') === facts.role);
    if (older)
      remarks.push(
        `${reading.file} 登记为来源 ${id}；若它是重新公布的文件，取代 ${older.id}，在 report.yaml 这一条写 supersedes: ${older.id}`,
      );
    remarks.push(...facts.assumed);
    sources.push({ reading: withFigures(reading, id, known.length), facts, fresh: true });
    known.push({ id, sha256: reading.sha256, ledger: 'partial' });
  }
  return { sources, remarks };
}

function freeId(role: string, taken: readonly string[]): string {
  if (!taken.includes(role)) return role;
  let number = 2;
  while (taken.includes(`${role}-${number}`)) number += 1;
  return `${role}-${number}`;
}

/** The note of a table that no document had, until somebody writes the actual reason. */
export const UNREAD = `${UNCHECKED}：文件里没有读出这张表`;

/** The text without an absent table that only the program wrote down. */
function withoutUnread(text: string, table: string): string {
  const entry = reportLists(text).absent.find((one) => one.table === table);
  return entry?.note.startsWith(UNCHECKED) ? withoutAbsent(text, table) : text;
}

/** What `finishReport` needs to know of the report. */
export interface ReportFacts {
  readonly department: string;
  readonly year: number;
  readonly publisher: string;
  /** Ids of tables that the report now has. */
  readonly tables: readonly string[];
  readonly schemas: boolean;
}

/** `report.yaml` with the new sources and absent tables; everything else stays. */
export function finishReport(
  curated: string | undefined,
  sources: readonly DraftedSource[],
  ledgers: readonly LedgerDraft[],
  { department, year, publisher, tables, schemas }: ReportFacts,
): { text: string; remarks: string[] } {
  const remarks: string[] = [];
  const kinds = [...new Set(sources.flatMap(({ facts }) => facts.kinds))];
  const order = (Object.keys(KINDS) as Kind[]).filter((kind) => kinds.includes(kind));
  let text = curated ?? newReport(department, year, order, schemas);
  for (const [index, { reading, facts, fresh }] of sources.entries()) {
    const { open, rows } = ledgers[index]!;
    const whole = open.length === 0 && reading.unread.length === 0;
    const state = rows.length === 0 ? 'none' : whole ? 'complete' : 'partial';
    if (fresh) {
      text = addSource(text, { id: reading.source, publisher, facts, ledger: state });
      for (const kind of facts.kinds) if (!reportLists(text).kinds.includes(kind)) text = addKind(text, kind);
    } else {
      text = withLedger(text, reading.index);
      if (reportLists(text).sources[reading.index]?.ledger === 'partial' && state === 'complete')
        remarks.push(`来源 ${reading.source} 的数字都有了着落，可以把它的 ledger 改为 complete`);
    }
  }
  for (const { reading } of sources)
    for (const absent of reading.suggestions.absent)
      if (!tables.includes(absent.table)) text = addAbsent(withoutUnread(text, absent.table), absent);
  for (const table of tables) text = withoutUnread(text, table);
  if (sources.some(({ fresh }) => fresh))
    for (const { id } of TABLES)
      if (!tables.includes(id)) text = addAbsent(text, { table: id, reason: 'not-collected', note: UNREAD });
  for (const kind of reportLists(text).kinds)
    if (curated === undefined ? false : !kinds.includes(kind as Kind) && sources.every(({ fresh }) => fresh))
      remarks.push(`report.yaml 的 kinds 写有 ${kind}，这次导入的文件里没有读出来，请核对`);
  return { text, remarks };
}
