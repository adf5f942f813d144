/** The ledger page: every printed figure of a source, in document order, and what became of it. */
import type { CheckedReport } from '../checks/check.ts';
import type { LedgerLine, Status } from '../checks/ledger.ts';
import { identity } from '../checks/result.ts';
import { IGNORED } from '../tables/ledger.ts';
import type { SourceMeta } from '../tables/report.ts';
import { formulaOf } from './derived.ts';
import { describe } from './findings.ts';
import { STATUS_NAMES } from './ledger-status.ts';
import { lineAnchor, reportPath } from './paths.ts';

export interface LineView {
  readonly anchor: string;
  readonly at: string;
  readonly n: string;
  readonly printed: string;
  readonly unit: string;
  readonly sign: string;
  readonly status: Status;
  readonly statusName: string;
  readonly meanings: readonly {
    readonly text: string;
    readonly address: string;
    readonly href: string | undefined;
    /** The work behind a derived value. */
    readonly formula: string;
  }[];
  readonly why: string;
  readonly findings: readonly { readonly id: string; readonly number: number }[];
}

export interface SectionView {
  readonly title: string;
  readonly lines: readonly LineView[];
}

export interface SourceLedgerView {
  readonly source: SourceMeta;
  readonly sections: readonly SectionView[];
  readonly counts: Readonly<Record<Status, number>>;
  readonly total: number;
}

/** Counts of ledger lines by status. */
export function countStatuses(lines: readonly LedgerLine[]): Record<Status, number> {
  const counts: Record<Status, number> = { agrees: 0, rounds: 0, differs: 0, unchecked: 0, ignored: 0 };
  for (const line of lines) counts[line.status] += 1;
  return counts;
}

/** Ids of the findings that a ledger line takes part in. */
export function findingsOfLine(checked: CheckedReport, line: LedgerLine): string[] {
  const mine = new Set(line.statements.flatMap(({ disagreement }) => (disagreement ? [identity(disagreement)] : [])));
  return [...new Set(checked.findings.filter((entry) => mine.has(identity(entry))).map(({ finding }) => finding))];
}

export function ledgerViews(checked: CheckedReport): SourceLedgerView[] {
  const { report } = checked;
  return report.meta.sources.map((source) => {
    const lines = checked.lines.get(source.id) ?? [];
    const sections: { title: string; lines: LineView[] }[] = [];
    for (const line of lines) {
      if (sections.at(-1)?.title !== line.row.section) sections.push({ title: line.row.section, lines: [] });
      sections.at(-1)!.lines.push(lineView(checked, line));
    }
    return { source, sections, counts: countStatuses(lines), total: lines.length };
  });
}

function lineView(checked: CheckedReport, line: LedgerLine): LineView {
  const { row } = line;
  const order = checked.report.meta.findings.map(({ id }) => id);
  return {
    anchor: lineAnchor(row.place),
    at: row.at,
    n: row.n,
    printed: row.printed || `（${row.note}）`,
    unit: row.unit,
    sign: row.sign === '-' ? '减' : row.sign === '+' ? '增' : '',
    status: line.status,
    statusName: STATUS_NAMES[line.status],
    meanings: row.states.map((expression) => ({
      text: describe(checked, expression.text),
      address: expression.text,
      formula: expression.kind === 'cell' ? '' : formulaOf(checked, row.place, expression),
      href:
        expression.kind === 'cell' && checked.report.cells.has(expression.text)
          ? `${reportPath(checked.report)}#${cellAnchor(expression.text)}`
          : undefined,
    })),
    why: row.ignored ? IGNORED[row.ignored as keyof typeof IGNORED] : row.states.length === 0 ? '尚未说明' : '',
    findings: findingsOfLine(checked, line).map((id) => ({ id, number: order.indexOf(id) + 1 })),
  };
}

/** The id of a table row on the report page: `expenditure/basic/final` → `expenditure/basic`. */
export function cellAnchor(address: string): string {
  return address.slice(0, address.lastIndexOf('/'));
}
