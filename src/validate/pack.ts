/** The files of a contribution as one zip file laid out for the repository. */
import { zipSync } from 'fflate';
import type { Packed } from './dropped.ts';

/** The earliest date that a zip can say, in local parts: the same bytes whenever and wherever it is made. */
const DATE = new Date(1980, 0, 1, 12, 0, 0);
/** Characters of a text that still fits into an address, escaped. */
const LONGEST = 6000;

/** @param given files with their paths in the repository */
export function pack(given: readonly { readonly path: string; readonly bytes: Uint8Array }[]): {
  files: Packed[];
  zip: Uint8Array;
} {
  const sorted = given.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const zip = zipSync(Object.fromEntries(sorted.map(({ path, bytes }) => [path, bytes])), { level: 6, mtime: DATE });
  const files = sorted.map(({ path, bytes }) => ({ path, size: bytes.length, text: shortText(bytes) }));
  return { files, zip };
}

function shortText(bytes: Uint8Array): string | undefined {
  if (bytes.length > LONGEST) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return encodeURIComponent(text).length <= LONGEST ? text : undefined;
  } catch {
    return undefined; // no text that an address can carry
  }
}
