/**
 * `npm run build [-- --data DIR --out DIR --base /path/ --address URL]`: checks the data, writes the downloads, builds the
 * pages. The finished site takes the place of the old one only when everything succeeded.
 */
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { headersFile } from '../src/derive/headers-file.ts';
import { MARKER, refuseTarget, replaceFolder, writeWhole } from '../src/disk/write.ts';
import { formatIssue, hasErrors } from '../src/messages/issue.ts';
import { publicAddress } from '../src/site/settings.ts';
import { writeDownloads } from './lib/downloads.ts';
import { loadFolder } from './lib/load-folder.ts';
import { parseOptions } from './lib/options.ts';
import { writeSearch } from './lib/search.ts';

const options = parseOptions('build', {
  data: { type: 'string', default: 'data' },
  out: { type: 'string', default: 'dist' },
  base: { type: 'string' },
  address: { type: 'string', default: process.env['MINGZHANG_ADDRESS'] ?? '' },
});
const address = publicAddress(options.address);
const path = address ? new URL(address).pathname : '/';
const base = options.base ?? path;
if (!/^\/(?:[\w~-][\w.~-]*\/)*$/.test(base)) {
  console.error(`--base 应以“/”开头和结尾，例如 /mingzhang/，现在是 ${base}`);
  process.exit(1);
}
if (address && base !== path) {
  console.error(`--base 是 ${base}，而网站地址 ${address} 的路径是 ${path}；两者应一致，只给网站地址即可`);
  process.exit(1);
}
const out = resolve(options.out);
const root = resolve(import.meta.dirname, '..');
const refused = refuseTarget(out, root, resolve(options.data));
if (refused) {
  console.error(refused);
  process.exit(1);
}

console.log('1/4 检查数据');
const site = loadFolder(options.data);
for (const issue of site.issues) console.log(`${issue.severity === 'error' ? '错误' : '提示'} ${formatIssue(issue)}`);
if (hasErrors(site.issues)) {
  console.error('数据有错误，没有构建；已发布的网站保持原样。');
  process.exit(1);
}
if (!address)
  console.log('提示 没有给出网站地址（--address 或 MINGZHANG_ADDRESS），页面不写规范网址，也没有站点地图。');

const draft = join(dirname(out), `.${basename(out)}.building`);
const files = join(dirname(out), `.${basename(out)}.files`);
for (const folder of [draft, files]) rmSync(folder, { recursive: true, force: true });
process.env['MINGZHANG_DATA'] = resolve(options.data);
process.env['MINGZHANG_ADDRESS'] = address;
process.env['MINGZHANG_FILES'] = files;
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
try {
  console.log('2/4 写出下载文件');
  await writeDownloads(site, files);
  console.log('3/4 生成页面');
  // Loaded here: what is refused above is refused at once.
  const [{ build }, { default: siteMap }] = await Promise.all([import('astro'), import('@astrojs/sitemap')]);
  const publication = address
    ? { site: new URL(address).origin, integrations: [siteMap({ filter: (page) => !page.includes('/embed/') })] }
    : {};
  await build({ root, outDir: draft, base, logLevel: 'warn', ...publication });
  cpSync(files, draft, { recursive: true });
  console.log('4/4 写出查找索引');
  writeSearch(site, draft);
  const entries = readdirSync(draft, { withFileTypes: true }).map((entry) => ({
    name: entry.name,
    folder: entry.isDirectory(),
  }));
  writeWhole(join(draft, '_headers'), headersFile(base, entries));
  writeWhole(join(draft, MARKER), '');
  replaceFolder(draft, out);
} finally {
  for (const folder of [draft, files]) rmSync(folder, { recursive: true, force: true });
}
console.log(`完成：${out}`);
