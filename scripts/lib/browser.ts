/** Finds a Chrome or Chromium for the browser tests, or installs one; never goes on without. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findProgram } from './programs.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
/** Chromium as an npm package, fetched only when nothing else is there. */
const PACKAGE = '@sparticuz/chromium@153.0.0';
const CACHE = resolve(import.meta.dirname, '../../.cache/browser');

export interface Browser {
  readonly path: string;
  readonly args: readonly string[];
}

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser on this machine: CHROME_PATH, the usual names, the usual places. */
function installed(): string | undefined {
  const named = process.env['CHROME_PATH'];
  if (named) return existsSync(named) ? named : undefined;
  return findProgram(NAMES, PLACES);
}

function fromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.log('没有找到 Chromium，用 apt-get 安装 Debian 的软件包……');
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
    ? installed()
    : undefined;
}

async function fromNpm(): Promise<Browser | undefined> {
  if (process.platform !== 'linux') return undefined;
  const folder = join(CACHE, 'npm');
  const entry = join(folder, 'node_modules/@sparticuz/chromium');
  if (!existsSync(entry)) {
    console.log(`没有找到 Chromium，用 npm 取 ${PACKAGE}……`);
    mkdirSync(folder, { recursive: true });
    if (
      spawnSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, PACKAGE], {
        stdio: ['ignore', 'ignore', 'inherit'],
      }).status !== 0
    )
      return undefined;
  }
  const { main } = JSON.parse(readFileSync(join(entry, 'package.json'), 'utf8')) as { main?: string };
  const { default: chromium } = (await import(join(entry, main ?? 'build/index.js'))) as {
    default: { args: string[]; executablePath(): Promise<string> };
  };
  const path = await chromium.executablePath();
  return starts(path) ? { path, args: chromium.args } : undefined;
}

/** Whether a downloaded browser finds its system libraries. */
function starts(path: string): boolean {
  return spawnSync(path, ['--no-sandbox', '--version'], { stdio: 'ignore' }).status === 0;
}

function fromPlaywright(): string | undefined {
  console.log('用 Playwright 下载 Chromium……');
  const env = { ...process.env, PLAYWRIGHT_BROWSERS_PATH: join(CACHE, 'playwright') };
  const cli = resolve(import.meta.dirname, '../../node_modules/playwright-core/cli.js');
  if (spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', env }).status !== 0)
    return undefined;
  const found = execFileSync('find', [join(CACHE, 'playwright'), '-type', 'f', '-name', 'chrome'], {
    encoding: 'utf8',
  }).split('\n')[0];
  return found && starts(found) ? found : undefined;
}

/**
 * In this order: a browser found on the machine; Debian's package when root; an npm package; Playwright's download.
 * @throws with the command to run when there is none.
 */
export async function findBrowser(): Promise<Browser> {
  const path = installed() ?? fromDebian();
  if (path) return { path, args: ARGS };
  const packaged = await fromNpm();
  if (packaged) return packaged;
  const downloaded = fromPlaywright();
  if (downloaded) return { path: downloaded, args: ARGS };
  throw new Error(
    '浏览器测试需要 Chrome 或 Chromium。请安装（例如 sudo apt-get install chromium），或用环境变量 CHROME_PATH 指定，再运行 npm test',
  );
}
