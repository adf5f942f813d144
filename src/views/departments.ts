/** All departments by region, with what they can be filtered by. */
import type { CheckedDepartment } from '../checks/check.ts';
import { regionPath, type Region } from '../load/reference.ts';
import type { Site } from '../site/site.ts';
import { LEDGERS } from '../tables/report.ts';
import { choicesOf, type Choice, type Field } from './fields.ts';
import { departmentRow, LEVELS, type DepartmentRow } from './home.ts';

/** What a row answers to, as `data-` attributes: several values with spaces between. */
export interface RowFacets {
  /** Codes of the region and of all regions above it. */
  readonly region: string;
  readonly level: string;
  readonly year: string;
  readonly proof: string;
  /** Names that the free text is looked for in. */
  readonly text: string;
}

export interface DepartmentEntry {
  readonly row: DepartmentRow;
  /** Former and other names, in words; empty when there are none. */
  readonly otherNames: string;
  /** What each report answers to; one entry without a year for a department without a report. */
  readonly facets: readonly RowFacets[];
}

/** A part of a region's path, with an anchor where it comes first on the page. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly anchor: string | undefined;
  /** 0 for a province. */
  readonly depth: number;
}

export interface RegionGroup {
  readonly path: readonly Place[];
  readonly departments: readonly DepartmentEntry[];
}

export interface DepartmentsView {
  readonly total: { readonly departments: number; readonly reports: number };
  readonly groups: readonly RegionGroup[];
  /** Every region that has departments, or has regions that have, in order of code. */
  readonly regions: readonly Place[];
  readonly fields: readonly Field[];
}

/** The id of a region's heading. */
const anchorOf = (code: string) => `region-${code}`;

export function departmentsView(site: Site): DepartmentsView {
  const located = site.departments
    .map((entry) => ({ entry, path: regionPath(site.reference, entry.department.meta.region) }))
    .sort((a, b) => compare(a.entry.department.meta.region, b.entry.department.meta.region));
  const seen = new Set<string>();
  const groups = [...Map.groupBy(located, ({ entry }) => entry.department.meta.region).values()].map((members) => ({
    path: members[0]!.path.map((region, depth) => placeOf(region, depth, seen)),
    departments: members.map(({ entry, path }) => entryOf(site, entry, path)),
  }));
  const regions = groups.flatMap(({ path }) => path.filter(({ anchor }) => anchor !== undefined));
  const reports = site.departments.flatMap((entry) => entry.reports);
  return {
    total: { departments: site.departments.length, reports: reports.length },
    groups,
    regions,
    fields: fieldsOf(regions, groups),
  };
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

function placeOf({ code, name }: Region, depth: number, seen: Set<string>): Place {
  const first = !seen.has(code);
  seen.add(code);
  return { code, name, anchor: first ? anchorOf(code) : undefined, depth };
}

function entryOf(site: Site, entry: CheckedDepartment, path: readonly Region[]): DepartmentEntry {
  const { name, short, level, aliases, former_names: formerNames } = entry.department.meta;
  const former = formerNames.map((one) => one.name);
  const common = {
    region: path.map(({ code }) => code).join(' '),
    level,
    text: [name, short, ...former, ...aliases].join(' '),
  };
  const others = [
    ['曾用名：', former],
    ['又称：', aliases],
  ] as const;
  return {
    row: departmentRow(site, entry),
    otherNames: others
      .filter(([, names]) => names.length > 0)
      .map(([word, names]) => word + names.join('、'))
      .join('；'),
    facets:
      entry.reports.length === 0
        ? [{ ...common, year: '', proof: '' }]
        : entry.reports.map(({ report, proof }) => ({ ...common, year: String(report.year), proof })),
  };
}

function fieldsOf(regions: readonly Place[], groups: readonly RegionGroup[]): Field[] {
  const facets = groups.flatMap(({ departments }) => departments.flatMap((one) => one.facets));
  const used = (name: keyof RowFacets) => new Set(facets.map((one) => one[name]).filter((value) => value !== ''));
  const years = [...used('year')].sort().reverse();
  const regionChoices: Choice[] = regions.map(({ code, name, depth }) => ({
    value: code,
    text: '\u3000'.repeat(depth) + name,
  }));
  return [
    { name: 'q', label: '名称，含曾用名', empty: '如：审批局' },
    { name: 'region', label: '地区，含下级', choices: regionChoices, empty: '全部地区' },
    { name: 'level', label: '级次', choices: choicesOf(LEVELS, used('level')), empty: '全部级次' },
    { name: 'year', label: '年度', choices: years.map((year) => ({ value: year, text: year })), empty: '全部年度' },
    { name: 'proof', label: '对账', choices: choicesOf(LEDGERS, used('proof')), empty: '不限' },
  ];
}
