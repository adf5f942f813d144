/** How to cite a report and each of its figures: stable address, data version, three forms. */
import { fullAddress } from '../site/settings.ts';
import type { Site, SiteReport } from '../site/site.ts';
import { reportVersion } from '../site/version.ts';
import { madeClaim } from './claims.ts';
import { reportPath } from './paths.ts';
import type { ReportView } from './report.ts';

/** Stands where the reader puts the date of citing; a script fills it in. */
export const ACCESS_DATE = '引用日期';

export interface CitationView {
  readonly title: string;
  /** Derived from the content of the report's files: 12 hexadecimal digits. */
  readonly version: string;
  /** Full address; empty where the site does not know its own, and the forms then name none. */
  readonly address: string;
  /** The three forms, in order. */
  readonly forms: readonly { readonly id: string; readonly name: string; readonly text: string }[];
}

/**
 * The citation of a report.
 * GB/T 7714—2015《信息与文献 参考文献著录规则》4.6 电子资源, type DS/OL (data set, online); BibTeX `@misc`; a sentence.
 */
export function citationView(site: Site, { department, checked: { report, proof } }: SiteReport): CitationView {
  const { name } = department.meta;
  const title = `${name}${report.year}年度收支与绩效数据`;
  const version = reportVersion(site.files, report);
  const address = fullAddress(reportPath(report));
  const date = report.meta.history.at(-1)?.date;
  const sources = report.meta.sources.map((source) => `《${source.title}》`).join('、');
  const updated = date ? `(${date})` : '';
  const bibtex = [
    `@misc{mingzhang-${report.department}-${report.year},`,
    `  author = {{明账}},`,
    `  title = {{${escapeBibtex(title)}}},`,
    ...(date ? [`  year = {${date.slice(0, 4)}},`] : []),
    `  version = {${version}},`,
    `  note = {${escapeBibtex(`据${sources}`)}},`,
    ...(address ? [`  url = {${address}},`] : []),
    '}',
  ];
  return {
    title,
    version,
    address,
    forms: [
      {
        id: 'gbt',
        name: 'GB/T 7714',
        text: `明账. ${title}: 数据版本${version}[DS/OL]. ${updated}[${ACCESS_DATE}].${address && ` ${address}.`}`,
      },
      {
        id: 'sentence',
        name: '一句话',
        text: `据${name}公开的${sources}，经明账${madeClaim(proof)}（数据版本 ${version}${address && `，${address}`}）。`,
      },
      { id: 'bibtex', name: 'BibTeX', text: bibtex.join('\n') },
    ],
  };
}

/** A part of a report page that can be cited by its own address. */
export interface CitePlace {
  /** The fragment of its address. */
  readonly id: string;
  readonly name: string;
}

export interface CitePlaces {
  readonly kind: string;
  readonly places: readonly CitePlace[];
}

/** Tables, charts and findings of a report page; single figures are on the page of figures. */
export function citePlaces({ sections, findings }: Pick<ReportView, 'sections' | 'findings'>): CitePlaces[] {
  return [
    { kind: '表', places: sections.map(({ id, name }) => ({ id, name: `表：${name}` })) },
    {
      kind: '图',
      places: sections.flatMap(({ chart }) =>
        chart ? [{ id: chart.chart.id, name: `图：${chart.chart.title}` }] : [],
      ),
    },
    { kind: '差异', places: findings.map(({ id, number }) => ({ id: `finding-${id}`, name: `登记的差异 ${number}` })) },
  ].filter(({ places }) => places.length > 0);
}

/** Characters with a meaning in BibTeX and TeX. */
function escapeBibtex(text: string): string {
  return text.replace(/[\\{}]/g, '').replace(/[%&#$_~^]/g, (sign) => `\\${sign}`);
}
