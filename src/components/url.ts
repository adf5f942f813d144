/** Prepends the configured base path to an address relative to the site's root. */
export function url(path: string): string {
  const base = import.meta.env.BASE_URL;
  return `${base.endsWith('/') ? base : `${base}/`}${path}`;
}
