/** The built site's pages as files. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface BuiltPage {
  /** Address relative to the site's root: '' or 'departments/'. */
  readonly path: string;
  readonly file: string;
  readonly html: string;
}

/** The folder that scripts/test.ts built. */
export function builtSite(variable: 'MINGZHANG_SITE' | 'MINGZHANG_SITE_BASE' | 'MINGZHANG_SITE_ODD'): string {
  const folder = process.env[variable];
  if (!folder || !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${variable} names no built site; run npm test`);
  return folder;
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

export function builtPages(folder: string): BuiltPage[] {
  return filesBelow(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ path: file.replace(/index\.html$/, ''), file, html: readFileSync(join(folder, file), 'utf8') }));
}

/** The pages that people visit: without the charts alone, which stand in frames of other sites. */
export function visitedPages(folder: string): BuiltPage[] {
  return builtPages(folder).filter(({ path }) => !path.startsWith('embed/'));
}

/** Pages of one template have addresses that differ only in ids, years and names. */
function template(path: string): string {
  return path
    .replace(/\d{6}-[a-z0-9-]+/, '<id>')
    .replace(/\/\d{4}\//, '/<year>/')
    .replace(/^(tables|embed\/<id>\/<year>)\/.+$/, '$1/<name>');
}

/** The largest pages of each template, two unless said: for what depends on the template and not on the page. */
export function samplePages(pages: readonly BuiltPage[], count = 2): BuiltPage[] {
  const bySize = pages.toSorted((a, b) => b.html.length - a.html.length);
  const rank = (page: BuiltPage) => bySize.filter(({ path }) => template(path) === template(page.path)).indexOf(page);
  return pages.filter((page) => rank(page) < count);
}
