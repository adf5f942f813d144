/** What a site says of itself to programs that visit it: canonical addresses, map, robots, feed; and where to correct it. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtPages, builtSite, filesBelow } from './pages.ts';

const ADDRESS = 'https://mingzhang.example/some/path/';
const published = builtSite('MINGZHANG_SITE_BASE');
const pages = builtPages(published);
const read = (file: string) => readFileSync(join(published, file), 'utf8');
const root = resolve(import.meta.dirname, '../..');

/** Embedded charts point to the report that they are a part of, and are in no map. */
const own = pages.filter(({ path }) => path !== '404.html' && !path.startsWith('embed/'));

describe('a site that knows its address', () => {
  test('every page has its canonical address', () => {
    const wrong = own.filter(({ html, path }) => !html.includes(`<link rel="canonical" href="${ADDRESS}${path}">`));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('the map lists every page, and robots.txt the map', () => {
    const listed = [...read('sitemap-0.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
    expect(listed.toSorted()).toEqual(own.map(({ path }) => ADDRESS + path).toSorted());
    expect(read('sitemap-index.xml')).toContain(`<loc>${ADDRESS}sitemap-0.xml</loc>`);
    expect(read('robots.txt')).toContain(`Sitemap: ${ADDRESS}sitemap-index.xml`);
  });

  test('every page names the feed; a site without one names none', () => {
    const named = (html: string) => html.includes('type="application/atom+xml"');
    expect(own.filter(({ html }) => !named(html)).map(({ path }) => path)).toEqual([]);
    expect(builtPages(builtSite('MINGZHANG_SITE')).filter(({ html }) => named(html))).toEqual([]);
  });

  test('every entry of the feed leads to a place that exists', () => {
    const links = [...read('feed.xml').matchAll(/<entry>[\s\S]*?<link href="([^"]*)"/g)].map(
      ([, link]) => new URL(link!),
    );
    expect(links.length).toBeGreaterThan(80);
    const byAddress = new Map(pages.map((page) => [ADDRESS + page.path, page.html]));
    const missing = links.filter(({ origin, pathname, hash }) => {
      const html = byAddress.get(origin + pathname);
      return !html || (hash !== '' && !html.includes(`id="${hash.slice(1)}"`));
    });
    expect(missing.map(String)).toEqual([]);
  });
});

describe('a site that does not know its address', () => {
  const folder = builtSite('MINGZHANG_SITE');
  test('claims none: no canonical address, map or feed', () => {
    const files = filesBelow(folder);
    expect(builtPages(folder).filter(({ html }) => html.includes('rel="canonical"'))).toEqual([]);
    expect(files.filter((file) => /^(?:sitemap.*|feed\.xml)$/.test(file))).toEqual([]);
    expect(files).toContain('robots.txt');
  });
});

describe('citing and correcting', () => {
  const lists = pages.filter(({ path }) => /\/\d{4}\/figures\/$/.test(path));
  const unescape = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&quot;', '"');

  test('there is a page for every report', () => {
    const reports = pages.filter(({ path }) => /^departments\/[^/]+\/\d{4}\/$/.test(path));
    expect(lists.map(({ path }) => path)).toEqual(reports.map(({ path }) => `${path}figures/`));
  });

  test.each(lists.map((page) => [page.path, page] as const))(
    '%s: each figure, its line, its issue',
    (path, { html }) => {
      const report = pages.find((page) => page.path === path.replace(/figures\/$/, ''))!;
      const shown = [...report.html.matchAll(/<td id="([^"]+)"/g)].map(([, id]) => id);
      const rows = [...html.matchAll(/<tr id="([^"]+)">([\s\S]*?)<\/tr>/g)];
      const ids = rows.map(([, id]) => id!);
      expect(shown.filter((id) => !ids.includes(id!))).toEqual([]);
      expect(rows.length).toBeGreaterThan(30);
      for (const [, id, row] of rows) {
        const value = /<data value="([^"]*)"/.exec(row!)![1]!;
        const [, file, line] = /href="https:\/\/forge\.example\/open\/mingzhang\/blob\/HEAD\/([^"#]*)#L(\d+)"/.exec(
          row!,
        )!;
        const text = readFileSync(join(root, decodeURI(file!)), 'utf8').split('\n')[Number(line) - 1];
        expect(text, id).toContain(value);
        const issue = new URL(
          unescape(/href="(https:\/\/forge\.example\/open\/mingzhang\/issues\/new[^"]*)"/.exec(row!)![1]!),
        );
        expect(issue.searchParams.get('title')).toMatch(/^数字有误：[0-9]{6}-[a-z-]+\/\d{4} /);
        expect(issue.searchParams.get('title')!.endsWith(id!)).toBe(true);
        expect(issue.searchParams.get('body')).toContain(`数据：${decodeURI(file!)} 第 ${line} 行`);
      }
    },
  );

  test('without a repository the question leads to how to say it', () => {
    const page = builtPages(builtSite('MINGZHANG_SITE')).find(({ path }) => /\/\d{4}\/figures\/$/.test(path))!;
    expect(page.html).toContain('href="/contribute/#wrong"');
    expect(page.html).not.toContain('issues/new');
  });
});
