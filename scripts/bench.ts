/**
 * `npm run bench [-- --site DIR --data DIR]`: what each page of a built site weighs against the budget, and how long the
 * check of the data takes against the start of Node alone. Builds nothing; asserts nothing (tests/site/weight.test.ts does).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isBuilt, readBudget, weigh } from './lib/weigh.ts';
import { loadFolder } from './lib/load-folder.ts';
import { parseOptions } from './lib/options.ts';

const RUNS = 5;
const KINDS = { report: '报告', ledger: '台账', other: '其他', chunk: '后载', worker: '旁载' } as const;

const { site, data } = parseOptions('bench', {
  site: { type: 'string', default: 'dist' },
  data: { type: 'string', default: 'data' },
});
if (!isBuilt(site)) process.exit(1);

const kb = (bytes: number) => (bytes / 1000).toFixed(1).padStart(6);
console.log(
  '网页重量：gzip（9 级）后的 kB，1 kB = 1000 字节；“后载”是用到时才取的脚本，“旁载”是用到时在网页之外运行的脚本\n',
);
console.log('   共   HTML    CSS   脚本  占预算  类别  文件');
for (const { kind, file, html, css, js, total, ratio } of weigh(site, readBudget())) {
  const share = `${(ratio * 100).toFixed(0)}%`.padStart(5);
  console.log(
    `${kb(total)} ${kb(html)} ${kb(css)} ${kb(js)}  ${share}${ratio > 1 ? '!' : ' '} ${KINDS[kind]}  ${file}`,
  );
}

const run = (...args: string[]) =>
  median(() => {
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
    if (status !== 0) throw new Error(`node ${args.join(' ')}: ${status}`);
  });
const bare = run('-e', '0');
const validate = run(join(import.meta.dirname, 'run.mjs'), 'validate', '--data', data);
const check = median(() => void loadFolder(data));
const reports = loadFolder(data).departments.flatMap((department) => department.reports);
const figures = reports.reduce((count, { lines }) => count + [...lines.values()].flat().length, 0);

console.log(`\n用时：${RUNS} 次的中位数；快慢随机器，只看比值`);
console.log(`Node 启动             ${bare.toFixed(0).padStart(6)} 毫秒   1`);
console.log(
  `校验 ${reports.length} 份报告（命令） ${validate.toFixed(0).padStart(6)} 毫秒   ${(validate / bare).toFixed(1)}`,
);
console.log(`其中读取与校验        ${check.toFixed(0).padStart(6)} 毫秒   ${(check / bare).toFixed(1)}`);
console.log(
  `每个数字（共 ${figures} 个）${((check / figures) * 1000).toFixed(0).padStart(6)} 微秒   ${(check / figures / bare).toFixed(4)}`,
);

function median(action: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    action();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(RUNS / 2)]!;
}
