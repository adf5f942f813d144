/** The catalogue of all datasets (W3C Data Catalog Vocabulary 3, https://www.w3.org/TR/vocab-dcat-3/), as JSON-LD. */
import type { SourceMeta } from '../../tables/report.ts';
import type { About } from './about.ts';
import { LANGUAGE, LICENSE, PROJECT } from './about.ts';
import { addressFrom } from './address.ts';
import { fingerprintOf, mediaType, offered, type Download } from '../download.ts';

/** A description with the files that it is about. */
export interface Described {
  readonly about: About;
  readonly files: readonly Download[];
}

const PATH = 'data/catalog.jsonld';
const text = (id: string) => ({ '@id': id, '@language': LANGUAGE });
const typed = (id: string, type: string) => ({ '@id': id, '@type': type });

/** Everything that the terms mean stands in the file itself: nothing is fetched to read it. */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  'dcterms:title': text('dcterms:title'),
  'dcterms:description': text('dcterms:description'),
  'rdfs:label': text('rdfs:label'),
  'foaf:name': text('foaf:name'),
  'dcterms:license': typed('dcterms:license', '@id'),
  'dcterms:language': typed('dcterms:language', '@id'),
  'dcterms:conformsTo': typed('dcterms:conformsTo', '@id'),
  'dcterms:publisher': typed('dcterms:publisher', '@id'),
  'dcterms:hasPart': typed('dcterms:hasPart', '@id'),
  'foaf:page': typed('foaf:page', '@id'),
  'foaf:homepage': typed('foaf:homepage', '@id'),
  'dcat:landingPage': typed('dcat:landingPage', '@id'),
  'dcat:accessURL': typed('dcat:accessURL', '@id'),
  'dcat:downloadURL': typed('dcat:downloadURL', '@id'),
  'dcat:mediaType': typed('dcat:mediaType', '@id'),
  'dcat:byteSize': typed('dcat:byteSize', 'xsd:nonNegativeInteger'),
  'dcat:startDate': typed('dcat:startDate', 'xsd:date'),
  'dcat:endDate': typed('dcat:endDate', 'xsd:date'),
  'spdx:algorithm': typed('spdx:algorithm', '@id'),
  'spdx:checksumValue': typed('spdx:checksumValue', 'xsd:hexBinary'),
};

const ZH = 'http://id.loc.gov/vocabulary/iso639-1/zh';
const at = (path: string) => addressFrom(PATH, path);
/** The dataset is another thing than the page about it. */
const datasetId = ({ page }: About) => `${at(page)}#dataset`;
const project = () => `${at('')}#mingzhang`;

/** The catalogue file: one dataset for each report and one for the whole, each file of theirs with size and checksum. */
export function catalog(whole: Described, reports: readonly Described[]): Download {
  return {
    path: PATH,
    title: '数据目录（DCAT）',
    conformsTo: 'https://www.w3.org/TR/vocab-dcat-3/',
    content: async () => {
      const graph = {
        '@context': CONTEXT,
        '@id': `${at(whole.about.page)}#catalog`,
        '@type': 'dcat:Catalog',
        'dcterms:title': `${PROJECT}的数据目录`,
        'dcterms:description': whole.about.description,
        'dcterms:license': LICENSE.url,
        'dcterms:language': ZH,
        'foaf:homepage': at(''),
        'dcterms:publisher': {
          '@id': project(),
          '@type': 'foaf:Agent',
          'foaf:name': PROJECT,
          'foaf:homepage': at(''),
        },
        ...days(whole.about),
        'dcat:dataset': [
          await dataset(whole, { 'dcterms:hasPart': reports.map(({ about }) => datasetId(about)) }),
          ...(await Promise.all(reports.map((one) => dataset(one)))),
        ],
      };
      return `${JSON.stringify(graph, null, 1)}\n`;
    },
  };
}

async function dataset({ about, files }: Described, more: object = {}) {
  return {
    '@id': datasetId(about),
    '@type': 'dcat:Dataset',
    ...(about.id ? { 'dcterms:identifier': about.id } : {}),
    'dcterms:title': about.title,
    'dcterms:description': about.description,
    'dcterms:publisher': project(),
    'dcterms:license': LICENSE.url,
    'dcterms:language': ZH,
    'dcat:version': about.version,
    'dcat:landingPage': at(about.page),
    ...days(about),
    'dcterms:temporal': {
      '@type': 'dcterms:PeriodOfTime',
      'dcat:startDate': about.start,
      'dcat:endDate': about.end,
    },
    // GB/T 2260 codes.
    'dcterms:spatial': about.places.map(({ code, name }) => ({
      '@type': 'dcterms:Location',
      'dcterms:identifier': code,
      'rdfs:label': name,
    })),
    'dcterms:source': about.sources.map(source),
    ...more,
    'dcat:distribution': await Promise.all(offered(files).map((file) => distribution(file, about))),
  };
}

function days({ issued, modified }: About) {
  const day = (value: string) => ({ '@value': value, '@type': 'xsd:date' });
  return issued ? { 'dcterms:issued': day(issued), 'dcterms:modified': day(modified) } : {};
}

/** A document that a report rests on, with its own publisher: the figures are theirs, the tables are not. */
function source({ title, publisher, date, url, archived_url: archived, sha256 }: SourceMeta) {
  const pages = [url, archived].filter((address) => address !== undefined);
  return {
    '@type': 'foaf:Document',
    'dcterms:title': title,
    'dcterms:publisher': { '@type': 'foaf:Agent', 'foaf:name': publisher },
    // A date may be a year or a month only; plain text then says what is known.
    ...(date ? { 'dcterms:issued': date } : {}),
    ...(pages.length > 0 ? { 'foaf:page': pages } : {}),
    'spdx:checksum': checksum(sha256),
  };
}

async function distribution(file: Download, about: About) {
  const { bytes, sha256 } = await fingerprintOf(file);
  return {
    '@type': 'dcat:Distribution',
    'dcterms:title': file.title,
    'dcterms:license': LICENSE.url,
    ...(file.conformsTo ? { 'dcterms:conformsTo': file.conformsTo } : {}),
    'dcat:accessURL': at(about.page),
    'dcat:downloadURL': at(file.path),
    'dcat:mediaType': `https://www.iana.org/assignments/media-types/${mediaType(file.path)}`,
    'dcat:byteSize': String(bytes),
    'spdx:checksum': checksum(sha256),
  };
}

function checksum(sha256: string) {
  return {
    '@type': 'spdx:Checksum',
    'spdx:algorithm': 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256',
    'spdx:checksumValue': sha256,
  };
}
