/** The Content-Security-Policy of every page, in a meta tag so that it holds on any host. Framing needs a header: headers.ts. */
export const POLICY =
  "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'none'; base-uri 'none'; form-action 'self'";
