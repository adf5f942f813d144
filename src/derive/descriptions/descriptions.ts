/** Descriptions of tables for machines, in every format that has a file of its own. */
import type { About } from './about.ts';
import { csvwMetadata } from './csvw.ts';
import { dataPackage } from './data-package.ts';
import type { Download } from '../download.ts';
import type { TableFile } from './table-file.ts';

/**
 * Data Package and CSVW. None where there is no table: neither format describes nothing.
 * @param top the folder of the Data Package @param beside the folder of the tables, where CSVW readers look
 */
export function descriptions(about: About, top: string, files: readonly TableFile[], beside = top): Download[] {
  return files.length === 0 ? [] : [dataPackage(about, top, files), csvwMetadata(about, beside, files)];
}
