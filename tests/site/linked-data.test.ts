/** schema.org on the pages and the DCAT catalogue, read as RDF: what must be said is said, of every report and file. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readJson } from './described.ts';
import { builtPages, builtSite, filesBelow } from './pages.ts';
import { graphOf, type QuadSet, type Term } from './rdf.ts';

const SCHEMA = 'https://schema.org/';
const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
const SPDX = 'http://spdx.org/rdf/terms#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const LICENSE = 'https://creativecommons.org/licenses/by/4.0/';
const ROOT = 'https://mingzhang.example/some/path/';

/** Without an address the references are relative, and resolve to the same wherever the site is found. */
const SITES = [
  ['without an address', 'MINGZHANG_SITE'],
  ['with an address', 'MINGZHANG_SITE_BASE'],
] as const;

const REPORTS = [
  ['130123-xzspj', '2021', '河北省石家庄市正定县'],
  ['510303-xzspj', '2020', '四川省自贡市贡井区'],
  ['510811-xzspj', '2022', '四川省广元市昭化区'],
  ['511100-yshjj', '2021', '四川省乐山市'],
  ['511113-xzspj', '2024', '四川省乐山市金口河区'],
] as const;

function blockOf(html: string): object {
  const blocks = [...html.matchAll(/<script\b[^>]*type="?application\/ld\+json"?[^>]*>(.*?)<\/script>/gs)];
  expect(blocks.length).toBe(1);
  return JSON.parse(blocks[0]![1]!) as object;
}

/** One value of a property. */
function only(graph: QuadSet, subject: Term, property: string): Term {
  const values = graph.values(subject, property);
  expect(values.length, property).toBe(1);
  return values[0]!;
}

describe.each(SITES)('schema.org, %s', (_, variable) => {
  const folder = builtSite(variable);
  const pages = new Map(builtPages(folder).map((page) => [page.path, page.html]));
  const files = filesBelow(folder);

  test.each(REPORTS)('%s %s describes its dataset', async (id, year, region) => {
    const path = `departments/${id}/${year}/`;
    const graph = await graphOf(blockOf(pages.get(path)!), ROOT + path);
    const [dataset, ...others] = graph.ofType(`${SCHEMA}Dataset`);
    expect(others).toEqual([]);
    expect(dataset!.value).toBe(`${ROOT}${path}#dataset`);
    const one = (property: string) => only(graph, dataset!, SCHEMA + property);
    expect(one('name').value).toContain(`${year} 年度`);
    // Search engines want 50 to 5000 characters.
    expect(one('description').value.length).toBeGreaterThan(50);
    expect(one('description').value.length).toBeLessThan(5000);
    expect(one('url')).toMatchObject({ termType: 'NamedNode', value: ROOT + path });
    expect(one('license')).toMatchObject({ termType: 'NamedNode', value: LICENSE });
    expect(one('identifier').value).toBe(`${id}/${year}`);
    expect(one('temporalCoverage').value).toBe(`${year}-01-01/${year}-12-31`);
    expect(one('inLanguage').value).toBe('zh-Hans');
    expect(one('isAccessibleForFree').value).toBe('true');
    expect(one('version').value).toMatch(/^[0-9a-f]{12}$/);
    const place = one('spatialCoverage');
    expect(only(graph, place, `${SCHEMA}name`).value).toBe(region);
    expect(only(graph, only(graph, place, `${SCHEMA}identifier`), `${SCHEMA}value`).value).toBe(id.slice(0, 6));
    const source = one('isBasedOn');
    expect(only(graph, only(graph, source, `${SCHEMA}publisher`), `${SCHEMA}name`).value).toMatch(/局$/);
    const variables = graph.values(dataset!, `${SCHEMA}variableMeasured`);
    expect(variables.length).toBeGreaterThan(3);
    for (const value of variables) expect(only(graph, value, `${SCHEMA}name`).value).toMatch(/：/);

    const found = graph.values(dataset!, `${SCHEMA}distribution`).map((download) => {
      const address = only(graph, download, `${SCHEMA}contentUrl`);
      expect(address.termType).toBe('NamedNode');
      const file = address.value.slice(ROOT.length);
      const { length } = readFileSync(join(folder, file));
      expect(only(graph, download, `${SCHEMA}contentSize`).value).toBe(`${length} B`);
      expect(only(graph, download, `${SCHEMA}encodingFormat`).value).toMatch(/^[a-z]+\/[\w.+-]+$/);
      return file;
    });
    // What only the site's own pages read is no download.
    const own = files.filter((file) => file.startsWith(`data/${id}/${year}/`) && !file.endsWith('/compare.json'));
    expect(found.toSorted()).toEqual([...own, `data/${id}/department.yaml`].toSorted());
  });

  test('the downloads page describes the catalogue, the whole and its parts', async () => {
    const graph = await graphOf(blockOf(pages.get('downloads/')!), `${ROOT}downloads/`);
    const [catalog, ...others] = graph.ofType(`${SCHEMA}DataCatalog`);
    expect(others).toEqual([]);
    const whole = only(graph, catalog!, `${SCHEMA}dataset`);
    expect(whole.value).toBe(`${ROOT}downloads/#dataset`);
    expect(only(graph, whole, `${SCHEMA}temporalCoverage`).value).toBe('2020-01-01/2024-12-31');
    expect(graph.values(whole, `${SCHEMA}hasPart`).map(({ value }) => value)).toEqual(
      REPORTS.map(([id, year]) => `${ROOT}departments/${id}/${year}/#dataset`),
    );
    const found = graph
      .values(whole, `${SCHEMA}distribution`)
      .map((one) => only(graph, one, `${SCHEMA}contentUrl`).value.slice(ROOT.length));
    expect(found.filter((file) => !files.includes(file))).toEqual([]);
    expect(found).toEqual(expect.arrayContaining(['data/all/figures.csv', 'data/datapackage.json']));
  });

  test('the downloads page offers every file below data/ but those for the site’s own pages', () => {
    const offered = [
      ...pages.get('downloads/')!.matchAll(/<a href="?(?:\/some\/path)?\/(data\/[^"\s>]+)"?\s+download/g),
    ];
    const internal = files.filter((file) =>
      /^data\/(?:.*\/)?compare\.json$|^data\/(?:indicators|lists)\.json$/.test(file),
    );
    const data = files.filter((file) => file.startsWith('data/'));
    expect(internal.length).toBe(REPORTS.length + 3);
    expect([...new Set(offered.map((match) => match[1]!))].toSorted()).toEqual(
      data.filter((file) => !internal.includes(file)).toSorted(),
    );
  });

  test('only the downloads page links the catalogue', () => {
    const linking = [...pages].filter(
      ([, html]) => html.includes('catalog.jsonld"') && html.includes('rel="alternate"'),
    );
    expect(linking.map(([path]) => path)).toEqual(['downloads/']);
  });
});

describe.each(SITES)('the DCAT catalogue, %s', (_, variable) => {
  const folder = builtSite(variable);

  test('holds the whole and every report, each file with type, size and checksum', async () => {
    const graph = await graphOf(readJson<object>(folder, 'data/catalog.jsonld'), `${ROOT}data/catalog.jsonld`);
    const [catalog] = graph.ofType(`${DCAT}Catalog`);
    expect(catalog!.value).toBe(`${ROOT}downloads/#catalog`);
    const parts = REPORTS.map(([id, year]) => `${ROOT}departments/${id}/${year}/#dataset`);
    const whole = `${ROOT}downloads/#dataset`;
    const datasets = graph.values(catalog!, `${DCAT}dataset`);
    expect(datasets.map(({ value }) => value)).toEqual([whole, ...parts]);
    expect(graph.ofType(`${DCAT}Dataset`).length).toBe(datasets.length);
    expect(graph.values(datasets[0]!, `${DCT}hasPart`).map(({ value }) => value)).toEqual(parts);

    for (const dataset of datasets) {
      const one = (property: string) => only(graph, dataset, property);
      expect(one(`${DCT}title`)).toMatchObject({ language: 'zh-hans' });
      expect(one(`${DCT}license`)).toMatchObject({ termType: 'NamedNode', value: LICENSE });
      expect(one(`${DCAT}landingPage`).value).toBe(dataset.value.replace('#dataset', ''));
      expect(one(`${DCT}issued`).datatype!.value).toBe(`${XSD}date`);
      const period = one(`${DCT}temporal`);
      for (const end of ['startDate', 'endDate'])
        expect(only(graph, period, DCAT + end)).toMatchObject({ datatype: { value: `${XSD}date` } });
      const places = graph.values(dataset, `${DCT}spatial`);
      expect(places.length).toBe(dataset === datasets[0] ? REPORTS.length : 1);
      for (const place of places) expect(only(graph, place, `${DCT}identifier`).value).toMatch(/^[0-9]{6}$/);
      const sources = graph.values(dataset, `${DCT}source`);
      expect(sources.length).toBe(places.length);
      for (const source of sources) {
        const publisher = only(graph, source, `${DCT}publisher`);
        expect(only(graph, publisher, 'http://xmlns.com/foaf/0.1/name').value).toMatch(/局$/);
      }

      const distributions = graph.values(dataset, `${DCAT}distribution`);
      expect(distributions.length).toBeGreaterThan(5);
      for (const distribution of distributions) {
        const say = (property: string) => only(graph, distribution, property);
        const address = say(`${DCAT}downloadURL`);
        expect(address.termType).toBe('NamedNode');
        const bytes = readFileSync(join(folder, address.value.slice(ROOT.length)));
        expect(say(`${DCAT}byteSize`)).toMatchObject({
          value: String(bytes.length),
          datatype: { value: `${XSD}nonNegativeInteger` },
        });
        expect(say(`${DCAT}mediaType`).value).toMatch(/^https:\/\/www\.iana\.org\/assignments\/media-types\/\w+\/\S+$/);
        expect(say(`${DCT}license`).value).toBe(LICENSE);
        const checksum = say(`${SPDX}checksum`);
        expect(only(graph, checksum, `${SPDX}algorithm`).value).toBe(`${SPDX}checksumAlgorithm_sha256`);
        expect(only(graph, checksum, `${SPDX}checksumValue`)).toMatchObject({
          value: createHash('sha256').update(bytes).digest('hex'),
          datatype: { value: `${XSD}hexBinary` },
        });
        const standards = graph.values(distribution, `${DCT}conformsTo`).map(({ value }) => value);
        const machine = /(?<!\.excel)\.csv$/.test(address.value);
        expect(address.value).not.toMatch(/\/compare\.json$/);
        expect(standards.includes('https://www.w3.org/TR/tabular-data-model/')).toBe(machine);
      }
    }
  });
});
