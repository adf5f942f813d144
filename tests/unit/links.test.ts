/** Whether addresses still answer, asked of a server on this machine. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLinks } from '../../scripts/lib/links.ts';

let server: Server;
let address: string;
let under = 0;
let most = 0;
let flaky = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    under += 1;
    most = Math.max(most, under);
    response.on('close', () => {
      under -= 1;
    });
    const path = request.url!.slice(1);
    if (path === 'silent') return;
    if (path === 'moved') response.writeHead(302, { location: '/200' });
    else if (path === 'flaky') {
      flaky += 1;
      response.writeHead(flaky > 1 ? 200 : 503);
    } else response.writeHead(Number(path));
    setTimeout(() => response.end('x'), 10);
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('each address gets an answer, in order, few at once, and a second chance', async () => {
  const paths = ['200', '404', '410', '500', 'moved', 'flaky', 'silent'];
  const seen: string[] = [];
  const answers = await checkLinks(
    [...paths.map((path) => ({ url: address + path, used: ['x'] })), { url: 'http://127.0.0.1:1/', used: [] }],
    { timeout: 300, parallel: 3, pause: 5, onAnswer: ({ outcome }) => seen.push(outcome) },
  );
  expect(answers.map(({ outcome, detail }) => [outcome, detail])).toEqual([
    ['answers', '200'],
    ['gone', '404'],
    ['gone', '410'],
    ['unreachable', '500'],
    ['moved', `${address}200`],
    ['answers', '200'],
    ['unreachable', '超时'],
    ['unreachable', expect.stringMatching(/./)],
  ]);
  expect(seen).toHaveLength(answers.length);
  expect(most).toBeLessThanOrEqual(3);
});
