/**
 * The response headers of the site, declared once: for the local server, for the `_headers` file of a build and for what
 * the README says of other servers. They depend on the first part of an address alone, so that no two rules ever meet.
 */

export type Headers_ = Readonly<Record<string, string>>;

/** Below this folder are the pages that other sites may show in a frame. */
export const FRAMED = 'embed';

/** Files keep their declared type; another site learns the host a reader came from, never the page. */
const ALWAYS: Headers_ = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
};
/** A meta tag cannot say this (CSP Level 3, §3.3), so it is a header; the second is for older browsers. */
const UNFRAMED: Headers_ = { 'Content-Security-Policy': "frame-ancestors 'none'", 'X-Frame-Options': 'DENY' };
/** Pages of other sites may read the downloads (Fetch standard, CORS protocol). */
const SHARED: Headers_ = { 'Access-Control-Allow-Origin': '*' };

/**
 * The headers of an address.
 * @param path relative to the site's root, without a leading “/”: '', `404.html`, `data/all/figures.csv`
 */
export function headersOf(path: string): Headers_ {
  const [first, ...rest] = path.split('/');
  const folder = rest.length > 0 ? first : '';
  return {
    ...ALWAYS,
    ...(folder === FRAMED ? {} : UNFRAMED),
    ...(folder === 'data' ? SHARED : {}),
  };
}
