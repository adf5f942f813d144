/** Compares two states of the data. Pure: two loaded and checked sites in, a difference out. */
import type { CheckedDepartment } from '../checks/check.ts';
import type { Site } from '../site/site.ts';
import type { DepartmentChange, Difference, Faulty, ReportChange, Side, Unreadable } from './difference.ts';
import { shareChanges, totalChanges } from './headline.ts';
import { compareLedgers, renaming } from './ledger.ts';
import { compareLists } from './lists.ts';
import { pairDepartments, pairReports, type Entry, type Pair } from './match.ts';
import { absentChanges, compareSources, departmentTexts, newHistory, pairSources, reportTexts } from './meta.ts';
import { compareRegisters } from './register.ts';
import { compareRows, isHidden } from './rows.ts';
import { order } from './texts.ts';

/** @param names what the two sides are called in the result: a revision, a folder */
export function compareSites(
  base: Site,
  head: Site,
  names: { readonly base: string; readonly head: string },
): Difference {
  const unreadable = [...unread(base, 'base'), ...unread(head, 'head')];
  // What one side cannot read is neither added nor removed on the other.
  const hidden = new Set(unreadable.map(({ path }) => path));
  const visible = (site: Site) =>
    site.departments
      .filter(({ department }) => !hidden.has(folderOf(department.id)))
      .map(({ department, reports }) => ({
        department,
        reports: reports.filter(({ report }) => !hidden.has(report.folder)),
      }));
  const [old, now] = [visible(base), visible(head)];
  const pairs = pairReports(entries(old), entries(now));
  const departments = pairDepartments(old, now, pairs).flatMap(compareDepartments);
  const reports = pairs.flatMap(compareReports);
  const lists = compareLists(base, head);
  return {
    format: 1,
    base: sideOf(base, names.base),
    head: sideOf(head, names.head),
    same: departments.length + reports.length + lists.length + unreadable.length === 0,
    departments,
    reports,
    unreadable,
    lists,
  };
}

const folderOf = (department: string) => `data/departments/${department}/`;

const entries = (departments: readonly CheckedDepartment[]): Entry[] =>
  departments.flatMap(({ department, reports }) =>
    reports.map((checked) => ({ checked, name: department.meta.short })),
  );

function sideOf({ departments, issues }: Site, name: string): Side {
  const reports = departments.flatMap((department) => department.reports);
  return {
    name,
    departments: departments.length,
    reports: reports.length,
    cells: reports.reduce((sum, { report }) => sum + report.cells.size, 0),
    errors: issues.filter(({ severity }) => severity === 'error').length,
  };
}

/** Folders with files that gave no department or no report. */
function unread(site: Site, side: Unreadable['side']): Unreadable[] {
  const read = new Set(
    site.departments.flatMap(({ department, reports }) => [
      folderOf(department.id),
      ...reports.map(({ report }) => report.folder),
    ]),
  );
  const folders = new Set(
    [...site.files.keys()].flatMap((path) => [
      ...(/^data\/departments\/[^/]+\//.exec(path) ?? []),
      ...(/^data\/departments\/[^/]+\/[12][0-9]{3}\//.exec(path) ?? []),
    ]),
  );
  return [...folders]
    .filter((path) => !read.has(path))
    .sort(order)
    .map((path) => ({ side, path }));
}

function compareDepartments({ before, after }: Pair<CheckedDepartment>): DepartmentChange[] {
  const { id, meta } = (after ?? before)!.department;
  const texts = before && after ? departmentTexts(before.department, after.department) : [];
  const was = before && after && before.department.id !== id ? before.department.id : undefined;
  const status = !before ? 'added' : !after ? 'removed' : was ? 'renamed' : 'changed';
  return status === 'changed' && texts.length === 0
    ? []
    : [{ id, name: meta.name, status, ...(was && { was }), texts }];
}

function compareReports({ before, after }: Pair<Entry>): ReportChange[] {
  const [old, now] = [before?.checked.report, after?.checked.report];
  const { department, year } = (now ?? old)!;
  const rows = compareRows(old, now);
  const rename = renaming(rows.renamed);
  const sources = pairSources(old, now);
  const was = old && now && (old.department !== department || old.year !== year) ? old : undefined;
  const status = !old ? 'added' : !now ? 'removed' : was ? 'renamed' : 'changed';
  const rewritten = rows.cells.filter((cell) => cell.before !== undefined).length;
  const change: ReportChange = {
    department,
    year,
    name: (after ?? before)!.name,
    status,
    ...(was && { was: { department: was.department, year: was.year } }),
    rewritten,
    unexplained: rewritten > 0 && !(old && now && newHistory(old, now).length > 0),
    faulty: [...faultyOf(before, 'base'), ...faultyOf(after, 'head')],
    totals: totalChanges(rows.cells),
    shares: shareChanges(old, now, (table) => isHidden(old, table) || isHidden(now, table)),
    cells: rows.cells,
    rows: [...rows.renamed].map(([from, to]) => ({ before: from, after: to, name: rows.names.get(from)! })),
    tables: {
      added: [...(now?.tables.keys() ?? [])].filter((id) => !old?.tables.has(id) && !isHidden(old, id)),
      removed: [...(old?.tables.keys() ?? [])].filter((id) => !now?.tables.has(id) && !isHidden(now, id)),
    },
    absent: absentChanges(old, now),
    findings: compareRegisters(old, now, rename),
    sources: compareSources(old, now, sources),
    ledger: compareLedgers(before?.checked, after?.checked, rename, sources),
    texts: [...(old && now ? reportTexts(old, now) : []), ...rows.texts],
  };
  return status === 'changed' && isEmpty(change) ? [] : [change];
}

const faultyOf = (entry: Entry | undefined, side: Faulty['side']): Faulty[] =>
  [...(entry?.checked.report.faulty ?? [])].sort(order).map((table) => ({ side, table }));

/**
 * Whether two states of a report say the same. Faults of form alone are no change of what is said, but where a table can be
 * read on one side only, that it could not be compared must be said.
 */
function isEmpty({ cells, rows, tables, absent, findings, sources, ledger, texts, ...rest }: ReportChange): boolean {
  const faults = (side: Faulty['side']) =>
    rest.faulty.flatMap((one) => (one.side === side ? [one.table] : [])).join(',');
  if (faults('base') !== faults('head')) return false;
  const lists = [
    cells,
    rows,
    tables.added,
    tables.removed,
    absent,
    findings,
    sources,
    ledger.figures,
    texts,
    rest.shares,
  ];
  return lists.every((list) => list.length === 0) && ledger.moved === 0 && ledger.proofBefore === ledger.proofAfter;
}
