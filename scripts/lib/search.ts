/** Writes the search index of a site. */
import { join } from 'node:path';
import { indexFiles } from '../../src/derive/search.ts';
import { writeWhole } from '../../src/disk/write.ts';
import type { Site } from '../../src/site/site.ts';
import { searchEntries } from '../../src/views/search.ts';

/** @param folder of the built site; the index goes to `search/` in it. @returns how many entries can be found. */
export function writeSearch(site: Site, folder: string): number {
  const entries = searchEntries(site);
  for (const { path, content } of indexFiles(entries)) writeWhole(join(folder, 'search', path), content);
  return entries.length;
}
