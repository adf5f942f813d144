/** Writes every download of a site into a folder, with progress. */
import { join } from 'node:path';
import { bytesOf } from '../../src/derive/download.ts';
import { siteDownloads } from '../../src/derive/downloads.ts';
import { writeWhole } from '../../src/disk/write.ts';
import type { Site } from '../../src/site/site.ts';

/** Seconds between two words of progress. */
const PACE = 2;

export async function writeDownloads(site: Site, folder: string): Promise<void> {
  const downloads = siteDownloads(site);
  let told = performance.now();
  for (const [index, download] of downloads.entries()) {
    const { path } = download;
    writeWhole(join(folder, path), await bytesOf(download));
    if (performance.now() - told > PACE * 1000) {
      told = performance.now();
      console.log(`  ${index + 1}/${downloads.length} ${path}`);
    }
  }
}
