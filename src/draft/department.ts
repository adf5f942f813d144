/** `department.yaml` of a new department, and what is wrong with what was said about it. */
import { UNCHECKED } from '../checks/draft.ts';
import { regionPath, type Reference } from '../load/reference.ts';
import { departmentSchema } from '../tables/report.ts';
import { scalar, schemaLine } from './report.ts';

/** What must be known of a department. */
export interface DepartmentDetails {
  readonly name: string;
  readonly short: string;
  readonly region: string;
  readonly level: string;
}

/** What stands in for a name that could not be told. */
export const UNNAMED = { name: `${UNCHECKED}：部门全称`, short: `${UNCHECKED}：部门简称` } as const;

export const LEVELS = { province: '省', city: '市', county: '县', township: '乡镇' } as const;

const DEPARTMENT = /^([0-9]{6})-[a-z0-9-]{1,40}$/;
const YEAR = /^(?:19[9][0-9]|20[0-9]{2}|2100)$/;

/** What is wrong with a department's id and a fiscal year, in Chinese; all at once. */
export function checkTarget(department: string | undefined, year: string | undefined): string[] {
  return [
    ...(department && DEPARTMENT.test(department)
      ? []
      : [`--department ${department ?? '没有给出'}：应为“六位行政区划代码-小写简拼”，如 510811-xzspj`]),
    ...(year && YEAR.test(year) ? [] : [`--year ${year ?? '没有给出'}：应为四位财政年度，如 2022`]),
  ];
}

/** What is wrong with the details of a department, in Chinese; all at once. `id` is sound. */
export function checkDetails(id: string, details: DepartmentDetails, reference: Reference): string[] {
  const problems: string[] = [];
  const parsed = departmentSchema.pick({ name: true, short: true, region: true, level: true }).safeParse(details);
  for (const issue of parsed.error?.issues ?? []) problems.push(`--${issue.path.join('.')}：${issue.message}`);
  const { region, level } = details;
  problems.push(...checkRegion(id, region, reference));
  const expected = levelOf(region);
  const township = expected === 'county' && level === 'township';
  if (Object.hasOwn(LEVELS, level) && /^[0-9]{6}$/.test(region) && level !== expected && !township)
    problems.push(`--level ${level}：代码 ${region} 是${LEVELS[expected]}级的，应为 ${expected}`);
  return problems;
}

/** What is wrong with the region of a department, in Chinese. */
export function checkRegion(id: string, region: string, reference: Reference): string[] {
  if (!/^[0-9]{6}$/.test(region)) return [];
  const own = id.slice(0, 6) === region;
  const said = own ? `--department ${id}：前六位 ${region} ` : `--region ${region}：`;
  return [
    ...(reference.regions.has(region)
      ? []
      : [`${said}不在 regions.csv 中；核对代码（GB/T 2260），新设的区划先在 regions.csv 加一行`]),
    ...(own ? [] : [`--region ${region}：与部门标识 ${id} 的前六位不同`]),
  ];
}

/**
 * Details of a new department: as given, else as a document names it, else marked as not filled in.
 * @returns also which of them nobody gave, in Chinese, for the curator to check
 */
export function detailsOf(
  id: string,
  given: { readonly [K in keyof DepartmentDetails]?: string | undefined },
  read: string | undefined,
  reference: Reference,
): { details: DepartmentDetails; guessed: string[] } {
  const region = given.region ?? id.slice(0, 6);
  const name = given.name ?? read;
  const details = {
    name: name ?? UNNAMED.name,
    short: given.short ?? (name === undefined ? UNNAMED.short : shortOf(name, region, reference)),
    region,
    level: given.level ?? levelOf(region),
  };
  const keys = (['name', 'short', 'level'] as const).filter((key) => given[key] === undefined);
  return { details, guessed: keys.map((key) => `${key} ${details[key]}`) };
}

/** The level that a code of GB/T 2260 stands for; a township has its county's code. */
export function levelOf(region: string): 'province' | 'city' | 'county' {
  return region.endsWith('0000') ? 'province' : region.endsWith('00') ? 'city' : 'county';
}

/** A full name without the names of the regions above its own: 昭化区行政审批局. */
export function shortOf(name: string, region: string, reference: Reference): string {
  const above = regionPath(reference, region).slice(0, -1);
  return above
    .reduce((rest, { name: part }) => (rest.startsWith(part) ? rest.slice(part.length) : rest), name)
    .slice(0, 30);
}

/** A new `department.yaml`, with what else may be said as comments. `schemas`: whether the schemas are where the folder is. */
export function newDepartment({ name, short, region, level }: DepartmentDetails, schemas: boolean): string {
  return `${schemas ? schemaLine('department', 3) : ''}name: ${scalar(name)} # 全称
short: ${scalar(short)} # 简称，标题里用
region: '${region}' # 行政区划代码，加引号
level: ${level} # ${Object.entries(LEVELS)
    .map(([value, meaning]) => `${value} ${meaning}`)
    .join('｜')}
# superior: 上级单位
# subordinates: [下属单位]
# former_names: [{ name: 旧名, until: '2020-05' }]
# aliases: [俗称]
# duties: [几个短语]
# website: https://…
`;
}
