/** `npm run dev [-- --data DIR]`: Astro's development server over the data folder. Downloads exist only in a build. */
import { resolve } from 'node:path';
import { dev } from 'astro';
import { parseOptions } from './lib/options.ts';

const { data } = parseOptions('dev', { data: { type: 'string', default: 'data' } });
process.env['MINGZHANG_DATA'] = resolve(data);
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
await dev({ root: resolve(import.meta.dirname, '..') });
