/** The site that this build publishes: the data folder that the build names, loaded once. */
import { loadSite, type Site } from './site.ts';

let loaded: Site | undefined;

export function currentSite(): Site {
  loaded ??= loadSite(process.env['MINGZHANG_DATA'] ?? 'data');
  return loaded;
}
