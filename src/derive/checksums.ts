/** Checksums that `sha256sum -c` reads. */
import { createHash } from 'node:crypto';

/** SHA-256 (FIPS 180-4) in 64 hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** One line `<hash>  <path>` for each file, in order of path. @param hashes SHA-256 by path, relative to the list */
export function checksumList(hashes: ReadonlyMap<string, string>): string {
  return [...hashes.keys()]
    .sort()
    .map((path) => `${hashes.get(path)}  ${path}\n`)
    .join('');
}

/** The list of every file below `data/`, written last by the build: `sha256sum -c SHA256SUMS` there. */
export const CHECKSUMS = { below: 'data/', path: 'data/SHA256SUMS', title: '以上 data/ 下各文件的校验和' } as const;
