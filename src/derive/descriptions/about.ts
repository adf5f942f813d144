/** What every description for machines says of a report, or of all of them: written once, said in each format. */
import { reportsOf, type Site, type SiteReport } from '../../site/site.ts';
import { dataVersion, reportVersion } from '../../site/version.ts';
import { KINDS, type SourceMeta } from '../../tables/report.ts';
import { reportPath } from '../../views/paths.ts';
import { regionNames } from '../../views/regions.ts';

export const PROJECT = '明账';
export const LANGUAGE = 'zh-Hans';
export const LICENSE = {
  id: 'CC-BY-4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  title: '知识共享 署名 4.0 国际（CC BY 4.0）',
} as const;

export interface Place {
  /** GB/T 2260. */
  readonly code: string;
  /** With the regions around it: 四川省乐山市金口河区. */
  readonly name: string;
}

export interface About {
  /** 510811-xzspj/2022; empty for the whole. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Its page, relative to the site's root. */
  readonly page: string;
  readonly version: string;
  readonly kinds: readonly string[];
  /** First and last day covered, YYYY-MM-DD. The fiscal year is the calendar year (预算法 第十八条). */
  readonly start: string;
  readonly end: string;
  /** First and last day of its history here; empty when the report has none. */
  readonly issued: string;
  readonly modified: string;
  readonly places: readonly Place[];
  readonly sources: readonly SourceMeta[];
}

export function aboutReport(site: Site, { department, checked: { report } }: SiteReport): About {
  const { name, region } = department.meta;
  const place = regionNames(site, region).join('');
  const kinds = report.meta.kinds.map((kind) => KINDS[kind]);
  const tables = [...report.tables.values()].map(({ table }) => table.title).join('、');
  const days = report.meta.history.map(({ date }) => date).sort();
  return {
    id: `${department.id}/${report.year}`,
    title: `${name} ${report.year} 年度${kinds.join('、')}`,
    description: [
      `${place}，${name} ${report.year} 年度${kinds.join('、')}公开的数`,
      ...(tables === '' ? [] : [`，整理成表：${tables}`]),
      `。口径：${report.meta.coverage}。`,
      ...(report.ledgers.size === 0 ? [] : ['附台账，列出文件印出的数字和它们说明的单元。']),
    ].join(''),
    page: reportPath(report),
    version: reportVersion(site.files, report),
    kinds,
    start: `${report.year}-01-01`,
    end: `${report.year}-12-31`,
    issued: days[0] ?? '',
    modified: days.at(-1) ?? '',
    places: [{ code: region, name: place }],
    sources: report.meta.sources,
  };
}

/** All reports together, as the files in `data/all/` hold them. @throws when there is no report */
export function aboutSite(site: Site): About {
  const reports = reportsOf(site).map((entry) => aboutReport(site, entry));
  if (reports.length === 0) throw new Error('没有任何报告，无从描述');
  const sorted = (value: (about: About) => string) => reports.map(value).filter(Boolean).sort();
  return {
    id: '',
    title: `${PROJECT}：政府部门决算与绩效自评`,
    description: `${reports.length} 份政府部门决算与绩效自评报告公开的数，合在一起：各张表、全部单元、全部台账、全部差异、全部核对。每行前面是部门与年度；原文没有印出的留空，印出的零写 0。`,
    page: 'downloads/',
    version: dataVersion(site.files),
    kinds: Object.values(KINDS),
    start: sorted(({ start }) => start)[0]!,
    end: sorted(({ end }) => end).at(-1)!,
    issued: sorted(({ issued }) => issued)[0] ?? '',
    modified: sorted(({ modified }) => modified).at(-1) ?? '',
    places: [...new Map(reports.flatMap(({ places }) => places).map((place) => [place.code, place])).values()],
    sources: reports.flatMap(({ sources }) => sources),
  };
}
