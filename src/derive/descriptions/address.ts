/** Addresses inside descriptions that machines read. */
import { fullAddress } from '../../site/settings.ts';

/**
 * The full address of a page or file where the site's address is configured; else a reference relative to the
 * document that mentions it (RFC 3986, 4.2), which readers resolve against where they found it.
 * @param from the mentioning document, relative to the site's root: data/catalog.jsonld, departments/510811-xzspj/2022/
 * @param to the mentioned one, relative to the site's root; '' is the home page
 */
export function addressFrom(from: string, to: string): string {
  const depth = from.split('/').length - 1;
  return fullAddress(to) || '../'.repeat(depth) + to || './';
}
