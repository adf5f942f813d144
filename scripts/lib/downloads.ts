/** Writes every download of a site into a folder, with progress, and last the checksums of them all. */
import { join } from 'node:path';
import { checksumList, CHECKSUMS, sha256 } from '../../src/derive/checksums.ts';
import { bytesOf } from '../../src/derive/download.ts';
import { siteDownloads } from '../../src/derive/downloads.ts';
import { writeWhole } from '../../src/disk/write.ts';
import type { Site } from '../../src/site/site.ts';

/** Seconds between two words of progress. */
const PACE = 2;

export async function writeDownloads(site: Site, folder: string): Promise<void> {
  const downloads = siteDownloads(site);
  const hashes = new Map<string, string>();
  let told = performance.now();
  for (const [index, download] of downloads.entries()) {
    const { path } = download;
    const bytes = await bytesOf(download);
    writeWhole(join(folder, path), bytes);
    if (path.startsWith(CHECKSUMS.below)) hashes.set(path.slice(CHECKSUMS.below.length), sha256(bytes));
    if (performance.now() - told > PACE * 1000) {
      told = performance.now();
      console.log(`  ${index + 1}/${downloads.length} ${path}`);
    }
  }
  writeWhole(join(folder, CHECKSUMS.path), checksumList(hashes));
}
