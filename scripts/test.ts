/**
 * `npm test`: every check, stage by stage, with progress and time. Ends with one line `N passed, N failed`, where a stage
 * that is no test run counts as one.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findBrowser } from './lib/browser.ts';
import { PUBLISHED } from './lib/published.ts';

const root = resolve(import.meta.dirname, '..');
const cache = join(root, '.cache');
const bin = (path: string) => join(root, 'node_modules', path);
const run = join(root, 'scripts/run.mjs');
const site = join(cache, 'site');
const below = join(cache, 'site-base');
const odd = join(cache, 'site-odd');

interface Stage {
  readonly name: string;
  readonly args: readonly string[];
  /** The stage is a vitest project, whose tests are counted one by one. */
  readonly tests?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

const vitest = (project: string): Stage => ({
  name: { unit: '单元测试', site: '站点检查', browser: '浏览器测试' }[project]!,
  args: [
    bin('vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(cache, `${project}.json`)}`,
  ],
  tests: true,
});

const STAGES: readonly Stage[] = [
  { name: '格式', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  { name: '规范', args: [bin('oxlint/bin/oxlint')] },
  { name: '类型', args: [bin('astro/bin/astro.mjs'), 'check', '--minimumFailingSeverity', 'hint'] },
  { name: '数据', args: [run, 'validate'] },
  vitest('unit'),
  { name: '构建', args: [run, 'build', '--out', site] },
  { name: '构建于 /some/path/', args: [run, 'build', '--out', below], env: PUBLISHED },
  { name: '构建少见的报告', args: [run, 'build', '--out', odd, '--data', 'tests/fixtures/odd/data'] },
  vitest('site'),
  vitest('browser'),
];

mkdirSync(cache, { recursive: true });
const browser = await findBrowser();
const env = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  CHROME_PATH: browser.path,
  CHROME_ARGS: JSON.stringify(browser.args),
  MINGZHANG_SITE: site,
  MINGZHANG_SITE_BASE: below,
  MINGZHANG_SITE_ODD: odd,
};

let passed = 0;
const failed: string[] = [];
let failures = 0;
for (const [index, stage] of STAGES.entries()) {
  console.log(`\n[${index + 1}/${STAGES.length}] ${stage.name}……`);
  const start = performance.now();
  const report = join(cache, `${stage.args[3]}.json`);
  if (stage.tests) rmSync(report, { force: true });
  const { status } = spawnSync(process.execPath, [...stage.args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...env, ...stage.env },
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`[${index + 1}/${STAGES.length}] ${stage.name}${status === 0 ? '通过' : '未通过'}，${seconds} 秒`);
  const counted = stage.tests ? countTests(report) : { passed: 0, failed: 0 };
  if (status !== 0) failed.push(stage.name);
  if (stage.tests) {
    passed += counted.passed;
    failures += counted.failed;
    if (status !== 0 && counted.failed === 0) failures += 1;
  } else if (status === 0) passed += 1;
  else failures += 1;
}
if (failed.length > 0) console.log(`\n未通过：${failed.join('、')}`);
console.log(`\n${passed} passed, ${failures} failed`);
process.exitCode = failures > 0 ? 1 : 0;

/** Reads vitest's JSON report; a run that wrote none counts as one failure. */
function countTests(path: string): { passed: number; failed: number } {
  try {
    const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(path, 'utf8')) as Record<
      'numPassedTests' | 'numFailedTests' | 'numTotalTests',
      number
    >;
    return {
      passed: numPassedTests,
      failed: numTotalTests - numPassedTests === numFailedTests ? numFailedTests : numTotalTests - numPassedTests,
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
