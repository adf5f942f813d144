/** A site from its files, wherever they come from: the same program on the command line, in the build and in the browser. */
import { checkCatalog } from '../checks/check.ts';
import { loadCatalog } from '../load/catalog.ts';
import type { DataFiles } from '../load/files.ts';
import type { Site } from './site.ts';

/** Loads and checks a set of files. Never throws on bad data. */
export function siteOf(files: DataFiles): Site {
  const { catalog, issues: loaded } = loadCatalog(files);
  const { departments, issues } = checkCatalog(catalog, loaded);
  return { departments, reference: catalog.reference, glossary: catalog.glossary, files, issues };
}
