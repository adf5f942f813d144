import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/** Each folder with the folders it may import from, besides itself. The order is the flow of the program. */
const FLOW: Readonly<Record<string, readonly string[]>> = {
  messages: [],
  tables: [],
  figures: ['tables'],
  load: ['messages', 'tables', 'figures'],
  checks: ['messages', 'tables', 'figures', 'load'],
  disk: ['load'],
  documents: ['messages', 'figures', 'load'],
  suggest: ['tables', 'figures', 'load', 'documents'],
  template: ['messages', 'tables', 'load'],
  draft: ['messages', 'tables', 'figures', 'load', 'checks', 'documents', 'suggest', 'template'],
  site: ['messages', 'load', 'checks', 'disk'],
  search: [],
  diff: ['messages', 'tables', 'figures', 'load', 'checks', 'site'],
  views: ['tables', 'figures', 'load', 'checks', 'site', 'search'],
  derive: ['tables', 'load', 'checks', 'site', 'template', 'views', 'search'],
  browser: [],
  charts: ['views', 'browser'],
  browse: ['views', 'derive', 'browser'],
  cite: ['browser'],
  compare: ['views', 'derive', 'browser', 'charts'],
  validate: ['messages', 'tables', 'load', 'checks', 'site', 'template', 'views', 'derive', 'browser'],
  styles: [],
  components: ['site', 'views', 'charts', 'browse', 'cite', 'search'],
  layouts: ['site', 'components', 'styles'],
  pages: ['site', 'views', 'derive', 'template', 'validate', 'browse', 'compare', 'components', 'layouts', 'styles'],
};
/** Folders that touch neither disk nor network nor page, and so run in Node, in tests and in the browser. */
const CORE = ['messages', 'tables', 'figures', 'load', 'checks'];
const IMPURE =
  /\bfrom 'node:|\bprocess\.|\bfetch\(|\bdocument\.(?:getElement|query|create|body)|\bwindow\.|\blocalStorage\b|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|toLocale/;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : /\.(?:ts|astro)$/.test(entry.name) ? [path] : [];
  });
}

const files = filesBelow(SRC).map((path) => ({
  name: relative(SRC, path),
  folder: relative(SRC, path).split('/')[0]!,
  text: readFileSync(path, 'utf8'),
  path,
}));

describe('architecture', () => {
  test('every folder of src has its place in the flow', () => {
    expect([...new Set(files.map(({ folder }) => folder))].sort()).toEqual(
      Object.keys(FLOW)
        .filter((name) => name !== 'styles')
        .sort(),
    );
  });

  test('imports go one way', () => {
    const wrong = files.flatMap(({ name, folder, text, path }) =>
      [...text.matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)]
        .map((match) => relative(SRC, resolve(dirname(path), match[1]!)).split('/')[0]!)
        .filter((target) => target !== folder && !FLOW[folder]?.includes(target))
        .map((target) => `${name} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the core touches neither disk, network, page nor clock', () => {
    const wrong = files
      .filter(({ folder, text }) => CORE.includes(folder) && IMPURE.test(text))
      .map(({ name }) => name);
    expect(wrong).toEqual([]);
  });

  test('pages compose and never compute', () => {
    const wrong = files
      .filter(
        ({ folder, text }) =>
          ['pages', 'components', 'layouts'].includes(folder) && /big\.js|\.reduce\(|papaparse/.test(text),
      )
      .map(({ name }) => name);
    expect(wrong).toEqual([]);
  });

  test('files stay small', () => {
    expect(files.filter(({ text }) => text.split('\n').length > 250).map(({ name }) => name)).toEqual([]);
  });

  test('outside declarations and views, no file names tables one by one', () => {
    const named = /'(?:three-public|income-functional|operating|assets|evaluation)'/;
    const wrong = files
      .filter(
        ({ name, folder, text }) =>
          ['load', 'checks', 'derive', 'figures'].includes(folder) &&
          !name.startsWith('checks/rules/') &&
          named.test(text),
      )
      .map(({ name }) => name);
    expect(wrong).toEqual([]);
  });
});
