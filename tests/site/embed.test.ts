/** Charts for other sites: each has its page, light and unlisted; the headers that let it, and nothing else, be framed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headersOf } from '../../src/site/headers.ts';
import { builtPages, builtSite, filesBelow } from './pages.ts';

describe.each([
  ['at the root', 'MINGZHANG_SITE', '/', ''],
  ['below /some/path/', 'MINGZHANG_SITE_BASE', '/some/path/', 'https://mingzhang.example/some/path/'],
  ['of odd data', 'MINGZHANG_SITE_ODD', '/', ''],
] as const)('the site %s', (_, variable, base, address) => {
  const folder = builtSite(variable);
  const pages = builtPages(folder);
  const framed = pages.filter(({ path }) => path.startsWith('embed/'));
  const reports = pages.filter(({ path }) => /^departments\/[^/]+\/\d{4}\/$/.test(path));

  test('every chart of every report offers a page that is there, and every such page is offered', () => {
    const offered = reports.flatMap(({ html }) => {
      const charts = html.match(/\sdata-chart=/g)?.length ?? 0;
      const codes = [...html.matchAll(/\sdata-embed="?([^"\s>]+)/g)].map((match) => match[1]!);
      expect(codes).toHaveLength(charts);
      return codes;
    });
    expect(offered.sort()).toEqual(framed.map(({ path }) => (address || base) + path).sort());
    expect(offered).not.toEqual([]);
  });

  test('every chart on a page of the site can be taken along: picture, table, address', () => {
    const whole = pages.filter(({ path }) => !path.startsWith('embed/'));
    const charts = whole.flatMap(({ html, path }) =>
      [...html.matchAll(/<figure\b[^>]*\sdata-table=.*?<\/figure>/gs)].map(([figure]) => ({ figure, path })),
    );
    expect(charts.map(({ path }) => path)).toContain('compare/');
    expect(charts.some(({ path }) => /^departments\/[^/]+\/$/.test(path))).toBe(variable === 'MINGZHANG_SITE_ODD');
    const without = charts.filter(({ figure }) =>
      ['picture', 'table', 'address'].some((take) => !new RegExp(`\\sdata-take="?${take}\\b`).test(figure)),
    );
    expect(without.map(({ path }) => path)).toEqual([]);
  });

  test('these pages point to their report, and stay out of search engines and of the site map', () => {
    for (const { html, path } of framed) {
      const report = path.replace(/^embed\/([^/]+\/\d{4}\/).*/, 'departments/$1');
      expect(html).toMatch(/<meta name="?robots"? content="?noindex"?/);
      const canonical = /<link rel="?canonical"? href="?([^">\s]+)/.exec(html)?.[1];
      expect(canonical).toBe(address ? address + report : undefined);
      expect(html).toContain(`href="${base}${report}#chart-`);
      // What opens in a frame would be refused there.
      const links = [...html.matchAll(/<a\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !tag.includes('#main'));
      expect(links.filter((tag) => !/target="?_blank/.test(tag))).toEqual([]);
    }
  });

  test('_headers: one rule and no more for each file, whichever way the host matches, and the declared headers', () => {
    const text = readFileSync(join(folder, '_headers'), 'utf8');
    const rules = text.split('\n\n').map((block) => {
      const [path, ...lines] = block.trimEnd().split('\n');
      const pairs = lines.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line)!.slice(1) as [string, string]);
      return { path: path!, headers: Object.fromEntries(pairs) };
    });
    const escaped = (path: string) => path.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    // Cloudflare: “*” is any text. Netlify: the last “/*” is optional as a whole, and so is a closing “/”.
    const hosts = [
      (path: string) => new RegExp(`^${escaped(path).replace('*', '.*')}$`),
      (path: string) => new RegExp(`^${escaped(path.replace(/\/$/, '')).replace('/*', '/?(.*)')}/?$`, 'iu'),
    ];
    expect(rules.length).toBeLessThan(100);
    const files = filesBelow(folder).filter((file) => !['_headers', '.mingzhang-site'].includes(file));
    const wrong = hosts.flatMap((matcher) => {
      const matched = rules.map((rule) => ({ ...rule, pattern: matcher(rule.path) }));
      return files.flatMap((file) => {
        const path = file.replace(/(^|\/)index\.html$/, '$1');
        const found = matched.filter(({ pattern }) => pattern.test(base + path));
        const right = found.length === 1 && JSON.stringify(found[0]!.headers) === JSON.stringify(headersOf(path));
        return right ? [] : [`${file}: ${found.map((rule) => rule.path).join(', ')}`];
      });
    });
    expect(wrong).toEqual([]);
  });
});
