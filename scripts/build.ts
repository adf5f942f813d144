/**
 * `npm run build [-- --data DIR --out DIR --base /path/]`: checks the data, builds the pages, writes the downloads.
 * The finished site takes the place of the old one only when everything succeeded.
 */
import { rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { build } from 'astro';
import { allDownloads, reportDownloads } from '../src/derive/downloads.ts';
import { MARKER, refuseTarget, replaceFolder, writeWhole } from '../src/disk/write.ts';
import { formatIssue, hasErrors } from '../src/messages/issue.ts';
import { loadFolder } from './lib/load-folder.ts';
import { parseOptions } from './lib/options.ts';

const options = parseOptions('build', {
  data: { type: 'string', default: 'data' },
  out: { type: 'string', default: 'dist' },
  base: { type: 'string', default: '/' },
});
if (!/^\/(?:[\w~-][\w.~-]*\/)*$/.test(options.base)) {
  console.error(`--base 应以“/”开头和结尾，例如 /mingzhang/，现在是 ${options.base}`);
  process.exit(1);
}
const out = resolve(options.out);
const root = resolve(import.meta.dirname, '..');
const refused = refuseTarget(out, root, resolve(options.data));
if (refused) {
  console.error(refused);
  process.exit(1);
}

console.log('1/3 检查数据');
const site = loadFolder(options.data);
for (const issue of site.issues) console.log(`${issue.severity === 'error' ? '错误' : '提示'} ${formatIssue(issue)}`);
if (hasErrors(site.issues)) {
  console.error('数据有错误，没有构建；已发布的网站保持原样。');
  process.exit(1);
}

console.log('2/3 生成页面');
const draft = join(dirname(out), `.${basename(out)}.building`);
rmSync(draft, { recursive: true, force: true });
process.env['MINGZHANG_DATA'] = resolve(options.data);
try {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  await build({ root, outDir: draft, base: options.base, logLevel: 'warn' });
  console.log('3/3 写出下载文件');
  for (const { path, content } of [...allDownloads(site), ...reportDownloads(site)])
    writeWhole(join(draft, path), content());
  writeWhole(join(draft, MARKER), '');
  replaceFolder(draft, out);
} finally {
  rmSync(draft, { recursive: true, force: true });
}
console.log(`完成：${out}`);
