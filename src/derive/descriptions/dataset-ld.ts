/** schema.org descriptions of the datasets, for search engines, as JSON-LD inside the pages (https://schema.org/Dataset). */
import { reportsOf, type Site, type SiteReport } from '../../site/site.ts';
import { writtenSize } from '../../site/written.ts';
import type { SourceMeta } from '../../tables/report.ts';
import { primaryMeasures, type TableDeclaration } from '../../tables/table.ts';
import { aboutReport, aboutSite, LANGUAGE, LICENSE, PROJECT, type About, type Place } from './about.ts';
import { addressFrom } from './address.ts';
import { mediaType, offered, type Download } from '../download.ts';

const link = { '@type': '@id' };
/** No remote context, so that nothing needs fetching; these properties hold addresses, relative ones included. */
const CONTEXT = {
  '@vocab': 'https://schema.org/',
  url: link,
  contentUrl: link,
  license: link,
  archivedAt: link,
  sameAs: link,
};

/** The dataset of one report, for its page. */
export function reportDataset(site: Site, entry: SiteReport, files: readonly Download[]): object {
  const about = aboutReport(site, entry);
  const { report } = entry.checked;
  return {
    '@context': CONTEXT,
    ...dataset(about, about.page, files),
    about: organization(entry.department),
    variableMeasured: [...report.tables.values()].flatMap(({ table, rows }) =>
      variable(
        table,
        rows.map(({ values }) => values),
      ),
    ),
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      '@id': `${addressFrom(about.page, 'downloads/')}#catalog`,
      name: PROJECT,
      url: addressFrom(about.page, 'downloads/'),
    },
  };
}

/** The catalogue with the dataset of all reports and its parts, for the page of downloads. */
export function catalogDataset(site: Site, files: readonly Download[]): object {
  const whole = aboutSite(site);
  const parts = reportsOf(site).map((entry) => aboutReport(site, entry));
  return {
    '@context': CONTEXT,
    '@type': 'DataCatalog',
    '@id': `${addressFrom(whole.page, whole.page)}#catalog`,
    name: PROJECT,
    description: whole.description,
    url: addressFrom(whole.page, whole.page),
    license: LICENSE.url,
    inLanguage: LANGUAGE,
    isAccessibleForFree: true,
    publisher: project(whole.page),
    dataset: {
      ...dataset(whole, whole.page, files),
      hasPart: parts.map((part) => ({
        '@type': 'Dataset',
        '@id': `${addressFrom(whole.page, part.page)}#dataset`,
        name: part.title,
        description: part.description,
        url: addressFrom(whole.page, part.page),
        license: LICENSE.url,
      })),
    },
  };
}

/** What all datasets say, seen from a page. */
function dataset(about: About, page: string, files: readonly Download[]) {
  const at = (path: string) => addressFrom(page, path);
  return {
    '@type': 'Dataset',
    '@id': `${at(about.page)}#dataset`,
    name: about.title,
    description: about.description,
    url: at(about.page),
    ...(about.id ? { identifier: about.id } : {}),
    version: about.version,
    license: LICENSE.url,
    isAccessibleForFree: true,
    inLanguage: LANGUAGE,
    creator: project(page),
    publisher: project(page),
    ...(about.issued ? { datePublished: about.issued, dateModified: about.modified } : {}),
    temporalCoverage: `${about.start}/${about.end}`,
    spatialCoverage: about.places.map(placeOf),
    isBasedOn: about.sources.map(sourceOf),
    distribution: offered(files).map(({ path, title }) => {
      const size = writtenSize(path);
      return {
        '@type': 'DataDownload',
        name: title,
        contentUrl: at(path),
        encodingFormat: mediaType(path),
        ...(size === undefined ? {} : { contentSize: `${size} B` }),
      };
    }),
  };
}

/** Who made the tables. The figures are their publishers': see `isBasedOn`. */
function project(page: string) {
  return { '@type': 'Project', name: PROJECT, url: addressFrom(page, '') };
}

function organization({ meta: { name, short, aliases, website } }: SiteReport['department']) {
  return {
    '@type': 'GovernmentOrganization',
    name,
    alternateName: [...new Set([short, ...aliases])],
    ...(website ? { sameAs: website } : {}),
  };
}

function placeOf({ code, name }: Place) {
  return { '@type': 'Place', name, identifier: { '@type': 'PropertyValue', propertyID: 'GB/T 2260', value: code } };
}

function sourceOf({ title, publisher, date, url, archived_url: archived, sha256 }: SourceMeta) {
  return {
    '@type': 'DigitalDocument',
    name: title,
    creator: { '@type': 'Organization', name: publisher },
    publisher: { '@type': 'Organization', name: publisher },
    ...(date ? { datePublished: date } : {}),
    ...(url ? { url } : {}),
    ...(archived ? { archivedAt: archived } : {}),
    identifier: { '@type': 'PropertyValue', propertyID: 'sha256', value: sha256 },
  };
}

/** The measure that most rows of a table state; among equals the one that its declaration names first. */
function variable(table: TableDeclaration, rows: readonly Readonly<Record<string, string>>[]) {
  const counted = primaryMeasures(table).map((name) => ({ name, rows: rows.filter((row) => row[name]).length }));
  const most = Math.max(0, ...counted.map((one) => one.rows));
  const main = counted.find((one) => most > 0 && one.rows === most);
  if (!main) return [];
  const { name, about, unit } = table.columns[main.name]!;
  return [
    {
      '@type': 'PropertyValue',
      propertyID: `${table.id}/${main.name}`,
      name: `${table.title}：${name}`,
      description: about,
      ...(unit ? { unitText: unit } : {}),
    },
  ];
}

/** JSON as the content of a `script` element: no `<` in it, so that nothing ends the element early (HTML, 4.12.1.3). */
export function embedded(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
