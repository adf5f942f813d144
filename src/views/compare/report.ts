/** A report as the comparison needs it: every result beforehand, so that the page only chooses. Written as JSON. */
import type { CheckedReport } from '../../checks/check.ts';
import { reportsOf, type Site, type SiteReport } from '../../site/site.ts';
import { SCOPE_UNITS } from '../../tables/report.ts';
import { staff } from '../../tables/staff.ts';
import { breaksOf, type Break } from '../breaks.ts';
import { group } from '../numbers.ts';
import { proofPath, reportPath } from '../paths.ts';
import { HEADS } from './heads.ts';
import { ITEMS, MEASURES, MOST, type MeasureId } from './items.ts';
import { isResult, resultOf, type Refusal, type Result } from './results.ts';

export interface CompareReport {
  readonly department: string;
  readonly year: number;
  /** Short name of the department, unlike that of any other. */
  readonly name: string;
  readonly href: string;
  /** Which units the amounts cover, in Chinese. */
  readonly units: string;
  /** Whom the number of staff counts. */
  readonly staff: string;
  /** Years from which this department does not compare with those before. */
  readonly breaks: readonly Break[];
  /** Cells that results use, by address: name, number as printed, where it is proven. */
  readonly cells: Readonly<Record<string, UsedCell>>;
  /** Number on the report page of each finding that results meet, by id. */
  readonly findings: Readonly<Record<string, number>>;
  /** By item, by measure. */
  readonly results: Readonly<Record<string, Readonly<Record<MeasureId, Result | Refusal>>>>;
}

export interface UsedCell {
  readonly name: string;
  readonly text: string;
  readonly href: string | undefined;
}

/** One entry of the list to choose from. */
export interface IndexEntry {
  readonly id: string;
  readonly name: string;
  readonly years: readonly number[];
}

export function compareReport(site: Site, { department, checked }: SiteReport): CompareReport {
  const { report } = checked;
  const breaks = breaksOf(department.meta);
  const results = Object.fromEntries(
    ITEMS.map((item) => [
      item.id,
      Object.fromEntries(MEASURES.map(({ id }) => [id, resultOf(checked, item, id, breaks)])) as Record<
        MeasureId,
        Result | Refusal
      >,
    ]),
  );
  const used = Object.values(results).flatMap((measures) => Object.values(measures).filter(isResult));
  const found = new Set(used.flatMap(({ findings }) => findings));
  return {
    department: department.id,
    year: report.year,
    name: compareName(site, department.id),
    href: reportPath(report),
    units: SCOPE_UNITS[report.meta.scope.units],
    staff: staffBase(checked),
    breaks,
    cells: Object.fromEntries(
      [...new Set(used.flatMap(({ cells }) => cells))].map((one) => [one, usedCell(checked, one)]),
    ),
    findings: Object.fromEntries(
      report.meta.findings.flatMap(({ id }, index) => (found.has(id) ? [[id, index + 1]] : [])),
    ),
    results,
  };
}

/** Departments with their years, to choose from. */
export function compareIndex(site: Site): IndexEntry[] {
  return site.departments.map(({ department, reports }) => ({
    id: department.id,
    name: compareName(site, department.id),
    years: reports.map(({ report }) => report.year),
  }));
}

/** What the page shows before anything is chosen: the latest report of the first departments. */
export function defaultReports(site: Site): CompareReport[] {
  const latest = site.departments.flatMap(({ reports }) => reports.at(-1) ?? []).slice(0, MOST);
  return reportsOf(site)
    .filter(({ checked }) => latest.includes(checked))
    .map((entry) => compareReport(site, entry));
}

const names = new WeakMap<Site, ReadonlyMap<string, string>>();

/** The short name of a department; with its id where another has the same. */
function compareName(site: Site, id: string): string {
  let known = names.get(site);
  if (!known) {
    const all = site.departments.map(({ department }) => department);
    const counts = new Map<string, number>();
    for (const { meta } of all) counts.set(meta.short, (counts.get(meta.short) ?? 0) + 1);
    known = new Map(
      all.map((one) => [one.id, counts.get(one.meta.short) === 1 ? one.meta.short : `${one.meta.short}（${one.id}）`]),
    );
    names.set(site, known);
  }
  return known.get(id)!;
}

function usedCell(checked: CheckedReport, address: string): UsedCell {
  const cell = checked.report.cells.get(address)!;
  return { name: `${cell.name} · ${cell.measureName}`, text: group(cell.text), href: proofPath(checked, address) };
}

/** The kinds of people in the number of staff, and the curator's note; empty when there is no such number. */
function staffBase({ report }: CheckedReport): string {
  const total = report.cells.get(HEADS);
  if (!total) return '';
  const kinds = staff.items.total.partitions[0].parts.filter((part) =>
    report.cells.get(`staff/${part}/actual`)?.value.gt(0),
  );
  const names = kinds.map((kind) => report.cells.get(`staff/${kind}/actual`)!.name).join('、');
  return [names, total.row.values['note'] ?? ''].filter((text) => text !== '').join('；') || '未分类别';
}
