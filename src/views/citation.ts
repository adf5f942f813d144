/** How to cite a report and each of its figures: stable address, data version, three forms. */
import { fullAddress } from '../site/settings.ts';
import type { Site, SiteReport } from '../site/site.ts';
import { reportVersion } from '../site/version.ts';
import { madeClaim } from './claims.ts';
import { reportPath } from './paths.ts';

/** Stands where the reader puts the date of citing; a script fills it in. */
export const ACCESS_DATE = '引用日期';

export interface CitationView {
  readonly title: string;
  /** Derived from the content of the report's files: 12 hexadecimal digits. */
  readonly version: string;
  /** Full address where the site knows its own, else the path. */
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
  const address = pageAddress(reportPath(report));
  const date = report.meta.history.at(-1)?.date;
  const sources = report.meta.sources.map((source) => `《${source.title}》`).join('、');
  const updated = date ? `(${date})` : '';
  const bibtex = [
    `@misc{mingzhang-${report.department}-${report.year},`,
    `  author = {{明账}},`,
    `  title = {{${title}}},`,
    ...(date ? [`  year = {${date.slice(0, 4)}},`] : []),
    `  version = {${version}},`,
    `  note = {${escapeBibtex(`据${sources}`)}},`,
    `  url = {${address}}`,
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
        text: `明账. ${title}: 数据版本${version}[DS/OL]. ${updated}[${ACCESS_DATE}]. ${address}.`,
      },
      {
        id: 'sentence',
        name: '一句话',
        text: `据${name}公开的${sources}，经明账${madeClaim(proof)}（数据版本 ${version}，${address}）。`,
      },
      { id: 'bibtex', name: 'BibTeX', text: bibtex.join('\n') },
    ],
  };
}

/** The full address of a page where the site's own is configured, else its path. */
export function pageAddress(path: string): string {
  return fullAddress(path) || path;
}

/** Characters with a meaning in BibTeX and TeX. */
function escapeBibtex(text: string): string {
  return text.replace(/[\\{}]/g, '').replace(/[%&#$_~^]/g, (sign) => `\\${sign}`);
}
