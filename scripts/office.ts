/**
 * `npm run office -- [--site DIR]`: opens every workbook of a built site with LibreOffice, has it written again, and
 * compares: every number is still a number, equal and shown in full, every text the same. Exit 0 with a clear word when
 * there is no LibreOffice, 1 on differences.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseOptions } from './lib/options.ts';
import { findProgram } from './lib/programs.ts';
import { reread } from './lib/reread.ts';
import { isBuilt } from './lib/weigh.ts';

const PLACES = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];
/** Workbooks that one start of LibreOffice converts, and how long it may take, in milliseconds. */
const BATCH = 20;
const PATIENCE = 180_000;
/** Differences told one by one. */
const TOLD = 50;

const { site } = parseOptions('office', { site: { type: 'string', default: 'dist' } });
if (!isBuilt(site)) process.exit(1);
const files = globSync('data/*/*/*.xlsx', { cwd: site }).sort();
if (files.length === 0) {
  console.error(`${site} 里没有工作簿，请先运行 npm run build。`);
  process.exit(1);
}
const soffice = findProgram(['soffice', 'libreoffice'], PLACES);
if (!soffice) {
  console.log('跳过：没有找到 LibreOffice（soffice）。工作簿没有用它重读；这不影响构建和测试。');
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-office-'));
const differences: string[] = [];
let numbers = 0;
try {
  for (let start = 0; start < files.length; start += BATCH) {
    const batch = files.slice(start, start + BATCH);
    convert(batch.map((file) => join(site, file)));
    for (const file of batch) {
      const made = join(folder, basename(file));
      if (!statSync(made, { throwIfNoEntry: false })) {
        differences.push(`${file}：LibreOffice 没有打开它`);
        continue;
      }
      const result = reread(file, readFileSync(join(site, file)), readFileSync(made));
      numbers += result.numbers;
      differences.push(...result.differences);
      rmSync(made);
    }
    console.log(`  ${Math.min(start + BATCH, files.length)}/${files.length} ${batch.at(-1)}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const difference of differences.slice(0, TOLD)) console.log(`错误 ${difference}`);
if (differences.length > TOLD) console.log(`……还有 ${differences.length - TOLD} 处`);
console.log(`用 LibreOffice 重读：${files.length} 份工作簿，${numbers} 个数，${differences.length} 处不一致。`);
process.exitCode = differences.length > 0 || numbers === 0 ? 1 : 0;

/** Has LibreOffice open workbooks and write them again into the folder; with a profile of its own, apart from the user's. */
function convert(paths: readonly string[]): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const made = spawnSync(soffice!, [profile, '--headless', '--convert-to', 'xlsx', '--outdir', folder, ...paths], {
    encoding: 'utf8',
    timeout: PATIENCE,
  });
  if (made.error) throw made.error;
  if (made.status !== 0) console.error(`LibreOffice 退出码 ${made.status}：${made.stderr.trim()}`);
}
