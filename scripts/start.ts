/** `npm start [-- --port N --base /path/ --data DIR]`: builds, serves, prints the address. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { publicAddress } from '../src/site/settings.ts';
import { parseOptions } from './lib/options.ts';
import { serve } from './lib/server.ts';

const options = parseOptions('start', {
  data: { type: 'string', default: 'data' },
  base: { type: 'string' },
  out: { type: 'string', default: 'dist' },
  port: { type: 'string', default: '4321' },
});
const { data, out, port } = options;
const published = publicAddress(process.env['MINGZHANG_ADDRESS'] ?? '');
const base = options.base ?? (published ? new URL(published).pathname : '/');
// A site that is published nowhere yet is at least here.
const own = published || `http://127.0.0.1:${port}${base}`;
const built = spawnSync(
  process.execPath,
  [join(import.meta.dirname, 'run.mjs'), 'build', '--data', data, '--base', base, '--out', out, '--address', own],
  { stdio: 'inherit' },
);
if (built.status !== 0) process.exit(1);
try {
  const { address } = await serve(out, base, Number(port));
  console.log(`打开 ${address}（按 Ctrl+C 停止）`);
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  console.error(`端口 ${port} 已被占用，请换一个：npm start -- --port 4322`);
  process.exit(1);
}
