/** The search index of the built sites: complete, the same for every base path, and every address in it exists. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blockFile, HEAD, shardFile, type Entry, type IndexHead } from '../../src/search/entry.ts';
import { builtPages, builtSite, filesBelow, visitedPages } from './pages.ts';

const read = (folder: string, path: string) => readFileSync(join(folder, 'search', path), 'utf8');
const parse = <T>(folder: string, path: string) => JSON.parse(read(folder, path)) as T;

describe.each(['MINGZHANG_SITE', 'MINGZHANG_SITE_BASE', 'MINGZHANG_SITE_ODD'] as const)('%s', (variable) => {
  const folder = builtSite(variable);
  const files = filesBelow(join(folder, 'search'));
  const head = parse<IndexHead>(folder, HEAD);
  const blocks = files.filter((file) => file.includes('/entries-')).length;
  const entries = Array.from({ length: blocks }, (_, block) =>
    parse<readonly Entry[]>(folder, blockFile(head.version, block)),
  ).flat();

  test('has the files that its head names, and no others', () => {
    const shards = Array.from({ length: head.shards }, (_, shard) => shardFile(head.version, shard));
    const expected = [HEAD, ...shards, ...Array.from({ length: blocks }, (_, block) => blockFile(head.version, block))];
    expect(files).toEqual(expected.sort());
    expect(entries.length).toBe(head.entries);
    expect(entries.length).toBeGreaterThan(10);
  });

  test('every address exists, with its anchor', () => {
    const ids = new Map(
      builtPages(folder).map(({ path, html }) => [
        path,
        new Set([...html.matchAll(/\sid=(?:"([^"]*)"|([^\s>]+))/g)].map((match) => match[1] ?? match[2]!)),
      ]),
    );
    const broken = entries.filter(({ href }) => {
      const [address = '', id] = href.split('#');
      const page = ids.get(address.split('?')[0]!);
      return !page || (id !== undefined && !page.has(id));
    });
    expect(broken.map(({ href }) => href)).toEqual([]);
    expect(entries.filter(({ href }) => href.includes('#')).length).toBeGreaterThan(10);
  });

  test('every page has the search, and no page names any part of the index', () => {
    for (const { file, html } of visitedPages(folder)) {
      expect(html.match(/<dialog/g), file).toHaveLength(1);
      expect(html, file).toContain('data-search-open');
      expect(html, file).not.toContain(head.version);
    }
  });
});

test('below a base path the index is the same, byte for byte', () => {
  const [root, below] = [builtSite('MINGZHANG_SITE'), builtSite('MINGZHANG_SITE_BASE')];
  const files = filesBelow(join(root, 'search'));
  expect(filesBelow(join(below, 'search'))).toEqual(files);
  expect(files.filter((file) => read(root, file) !== read(below, file))).toEqual([]);
});
