/** What every page says of itself to those who link to it: its card, its description, its colours and icon. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { visitedPages, builtSite, filesBelow } from './pages.ts';

const SITES = ['MINGZHANG_SITE', 'MINGZHANG_SITE_BASE', 'MINGZHANG_SITE_ODD'] as const;
const ADDRESS = 'https://mingzhang.example/some/path/';

/** The content of a meta element. */
function meta(html: string, name: string): string | undefined {
  const tag = [...html.matchAll(/<meta\b[^>]*>/g)].find(([one]) =>
    new RegExp(`(?:name|property)="?${name}["\\s]`).test(one),
  );
  return /content="([^"]*)"/.exec(tag?.[0] ?? '')?.[1];
}

/** Width and height in the header of a PNG file. */
function pngSize(path: string): { width: number; height: number } {
  const bytes = readFileSync(path);
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

describe('cards of a site with an address', () => {
  const folder = builtSite('MINGZHANG_SITE_BASE');
  const pages = visitedPages(folder);

  test('every page names a card of 1200 × 630 that is there, and says what is on it', () => {
    for (const { file, html } of pages) {
      const image = meta(html, 'og:image') ?? '';
      expect(image, file).toContain(`${ADDRESS}cards/`);
      expect(pngSize(join(folder, image.slice(ADDRESS.length)))).toEqual({ width: 1200, height: 630 });
      expect([meta(html, 'og:image:width'), meta(html, 'og:image:height')]).toEqual(['1200', '630']);
      expect(meta(html, 'og:image:alt'), file).not.toBe('');
      expect(meta(html, 'twitter:card')).toBe('summary_large_image');
    }
  });

  test('a report, its ledger and its figures have their own, the others that of the site', () => {
    for (const { path, html } of pages) {
      const [, id, year] = /^departments\/([^/]+)\/(\d{4})\/(?:(?:ledger|figures)\/)?$/.exec(path) ?? [];
      const card = id && year ? `${id}-${year}` : 'site';
      expect(meta(html, 'og:image'), path).toBe(`${ADDRESS}cards/${card}.png`);
    }
  });
});

test('without an address no page names a card', () => {
  const pages = visitedPages(builtSite('MINGZHANG_SITE'));
  expect(pages.filter(({ html }) => /og:image|twitter:card/.test(html)).map(({ file }) => file)).toEqual([]);
});

describe.each(SITES)('%s', (variable) => {
  const folder = builtSite(variable);
  const pages = visitedPages(folder);

  test('every description has 1 to 160 characters', () => {
    const lengths = pages.map(({ file, html }) => [file, [...(meta(html, 'description') ?? '')].length] as const);
    expect(lengths.filter(([, length]) => length < 1 || length > 160)).toEqual([]);
  });

  test('cards are light, the icon is square', () => {
    const cards = filesBelow(join(folder, 'cards'));
    expect(cards).toEqual(expect.arrayContaining(['site.png', 'icon-180.png']));
    expect(cards.filter((file) => readFileSync(join(folder, 'cards', file)).length > 120_000)).toEqual([]);
    expect(pngSize(join(folder, 'cards/icon-180.png'))).toEqual({ width: 180, height: 180 });
  });

  test('the colour around the page is that of its paper, light and dark', () => {
    const tokens = readFileSync(join(import.meta.dirname, '../../src/styles/tokens.css'), 'utf8');
    const [light, dark] = [...tokens.matchAll(/--paper: (#[0-9a-f]{6});/g)].map((match) => match[1]);
    for (const { file, html } of pages) {
      const tags = [...html.matchAll(/<meta name="?theme-color\b[^>]*>/g)].map(([tag]) => tag);
      expect(
        tags.map((tag) => /#[0-9a-f]{6}/.exec(tag)?.[0]),
        file,
      ).toEqual([light, dark]);
      expect(tags.map((tag) => /light|dark/.exec(tag)?.[0])).toEqual(['light', 'dark']);
    }
  });
});
