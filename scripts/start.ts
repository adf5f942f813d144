/** `npm start [-- --port N --base /path/ --data DIR]`: builds, serves, prints the address. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseOptions } from './lib/options.ts';
import { serve } from './lib/server.ts';

const { data, base, port, out } = parseOptions('start', {
  data: { type: 'string', default: 'data' },
  base: { type: 'string', default: '/' },
  out: { type: 'string', default: 'dist' },
  port: { type: 'string', default: '4321' },
});
const built = spawnSync(
  process.execPath,
  [join(import.meta.dirname, 'run.mjs'), 'build', '--data', data, '--base', base, '--out', out],
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
