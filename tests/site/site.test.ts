import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { htmlFaults } from './html.ts';
import { builtPages, builtSite, filesBelow, type BuiltPage } from './pages.ts';

const attributes = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'g'))].map((match) =>
    decode(match[1] ?? match[2] ?? match[3]!),
  );
const decode = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&#38;', '&');

/**
 * Script elements without a source that a browser would run. A data block (HTML, “script”: a type that is neither empty,
 * `module`, `importmap`, `speculationrules` nor JavaScript) is not run; of these the site has JSON-LD only.
 */
const inlineScripts = (html: string) =>
  [...html.matchAll(/<script\b(?![^>]*\ssrc=)[^>]*>/gi)]
    .map(([tag]) => tag)
    .filter((tag) => !/^<script type="?application\/ld\+json"?>$/.test(tag));

test.each([
  ['<script>', true],
  ['<script type="module">', true],
  ['<script type="text/javascript">', true],
  ['<script type="importmap">', true],
  ['<script type="speculationrules">', true],
  ['<SCRIPT>', true],
  ['<script data-src="x">', true],
  ['<script type="application/ld+json" onerror=x>', true],
  ['<script type="application/ld+json">', false],
  ['<script type=application/ld+json>', false],
  ['<script type="module" src="/a.js">', false],
])('%s is an inline script: %s', (tag, found) => expect(inlineScripts(`<p>${tag}`).length).toBe(found ? 1 : 0));

describe.each([
  ['at the root', 'MINGZHANG_SITE', '/'],
  ['below /some/path/', 'MINGZHANG_SITE_BASE', '/some/path/'],
] as const)('the site %s', (_, variable, base) => {
  const folder = builtSite(variable);
  const pages = builtPages(folder);
  const files = new Set(filesBelow(folder));
  const ids = new Map(pages.map((page) => [page.file, new Set(attributes(page.html, 'id'))]));

  test('has every page of a report', () => {
    expect(pages.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        '',
        '404.html',
        'departments/',
        'departments/510811-xzspj/',
        'departments/510811-xzspj/2022/',
        'departments/510811-xzspj/2022/ledger/',
        'downloads/',
      ]),
    );
  });

  test('every internal link and anchor resolves', () => {
    const broken = pages.flatMap((page) => {
      const here = new URL(`http://site${base}${page.path}`);
      return [...attributes(page.html, 'href'), ...attributes(page.html, 'src')].flatMap((link) => {
        const url = new URL(link, here);
        if (url.host !== 'site') return [];
        if (!url.pathname.startsWith(base)) return [`${page.file}: ${link} leaves the base path`];
        const path = decodeURIComponent(url.pathname.slice(base.length));
        const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
        if (!files.has(file)) return [`${page.file}: ${link} has no file`];
        const id = decodeURIComponent(url.hash.slice(1));
        return id === '' || ids.get(file)?.has(id) ? [] : [`${page.file}: ${link} has no anchor`];
      });
    });
    expect(broken).toEqual([]);
  });

  test('ids are unique on each page', () => {
    const doubled = pages.flatMap((page) =>
      attributes(page.html, 'id')
        .filter((id, index, all) => all.indexOf(id) !== index)
        .map((id) => `${page.file}#${id}`),
    );
    expect(doubled).toEqual([]);
  });

  test('nothing is loaded from another host, no inline style or script, a strict policy', () => {
    const wrong = pages.flatMap(({ file, html }: BuiltPage) => {
      const loaded = [
        ...html.matchAll(
          /<(?:script|img|iframe|source|video|audio)\b[^>]*>|<link\b[^>]*rel="?(?:stylesheet|icon|preload|modulepreload)[^>]*>/g,
        ),
      ].map(([tag]) => tag);
      return [
        ...loaded.filter((tag) => /(?:src|href)="?(?:https?:)?\/\//.test(tag)),
        ...inlineScripts(html),
        ...(/\sstyle=/.test(html) ? ['style attribute'] : []),
        ...(/<style\b/.test(html) ? ['style element'] : []),
        ...(/\son[a-z]+=/.test(html) ? ['event attribute'] : []),
        ...(html.includes("default-src 'none'") ? [] : ['no policy']),
      ].map((what) => `${file}: ${what}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('HTML', () => {
  const pages = builtPages(builtSite('MINGZHANG_SITE'));
  test.each(pages.map((page) => [page.file, page] as const))('%s is valid', async (_, page) => {
    expect((await htmlFaults(page)).slice(0, 12)).toEqual([]);
  });
});

describe('downloads', () => {
  const folder = builtSite('MINGZHANG_SITE');
  const csv = filesBelow(folder).filter((file) => file.endsWith('.csv'));

  test('machine files have no byte order mark, spreadsheet files have one', () => {
    const mark = (file: string) =>
      readFileSync(join(folder, file))
        .subarray(0, 3)
        .equals(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(csv.filter((file) => mark(file) !== file.endsWith('.excel.csv'))).toEqual([]);
  });

  test('every table has its spreadsheet twin', () => {
    const tables = csv.filter((file) => !file.endsWith('.excel.csv') && !file.includes('/ledger/'));
    expect(tables.filter((file) => !csv.includes(file.replace(/\.csv$/, '.excel.csv')))).toEqual([]);
  });
});
