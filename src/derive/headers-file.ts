/** The `_headers` file, which Netlify and Cloudflare Pages read from the root of a published folder. */
import { headersOf } from '../site/headers.ts';

/** One thing in the root of a built site. */
export interface RootEntry {
  readonly name: string;
  readonly folder: boolean;
}

/**
 * One rule for each thing in the root, and none for everything: where several rules match an address, Netlify lets one
 * win and Cloudflare joins their values with a comma, so that a general “no frames” would also hold for the pages that
 * are made for frames. Rules whose paths never meet mean the same to both.
 * @param base path of the site, with “/” at both ends
 * @param entries what the build has written into the root
 */
export function headersFile(base: string, entries: readonly RootEntry[]): string {
  const names = entries.map(({ name, folder }) => (folder ? `${name}/` : name)).sort();
  return ['', ...names].map((path) => rule(`${base}${path}`, path)).join('\n');
}

function rule(address: string, path: string): string {
  const lines = Object.entries(headersOf(path)).map(([name, value]) => `  ${name}: ${value}\n`);
  return `${address}${path.endsWith('/') ? '*' : ''}\n${lines.join('')}`;
}
