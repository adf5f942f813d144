/** Serves a built site from disk, below a base path, with its headers and the 404 page. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersOf } from '../../src/site/headers.ts';

/** Listens on 127.0.0.1. @param port 0 for any free port. @returns the server and its address with the base path. */
export async function serve(folder: string, base: string, port: number): Promise<{ server: Server; address: string }> {
  // `dev` looks at the disk for every request, so that a rebuild behind a running server shows at once.
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0]!;
    const headers = headersOf(path.startsWith(base) ? path.slice(base.length) : '');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const missing = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(folder, '404.html')));
    };
    if (request.url === '/' && base !== '/') {
      response.writeHead(302, { location: base });
      response.end();
    } else if (!request.url?.startsWith(base)) missing();
    else {
      request.url = `/${request.url.slice(base.length)}`;
      files(request, response, missing);
    }
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return { server, address: `http://127.0.0.1:${actual}${base}` };
}
