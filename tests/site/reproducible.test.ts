/** The same commit gives the same bytes: in another folder, time zone, language and umask. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { PUBLISHED } from '../../scripts/lib/published.ts';
import { builtSite, filesBelow } from './pages.ts';

const root = resolve(import.meta.dirname, '../..');
const temporary = mkdtempSync(join(realpathSync(tmpdir()), 'mingzhang-reproducible-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** What git does not keep, and git's own folder: the copy is the project as it is committed or about to be. */
const ignored = new Set([
  '.git',
  ...readFileSync(join(root, '.gitignore'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(/\/$/, '')),
]);

/** Copies the project to another folder, with the same packages. */
function copyProject(to: string): void {
  cpSync(root, to, {
    recursive: true,
    filter: (from) => from === root || !ignored.has(from.slice(root.length + 1)),
  });
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'));
}

/** Names of files that differ between two folders, or that only one of them has. */
function differences(left: string, right: string): string[] {
  const all = new Set([...filesBelow(left), ...filesBelow(right)]);
  const read = (folder: string, file: string) => {
    try {
      return readFileSync(join(folder, file));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  };
  return [...all].sort().filter((file) => {
    const [one, other] = [read(left, file), read(right, file)];
    return !one || !other || !one.equals(other);
  });
}

describe.each([
  ['MINGZHANG_SITE', 'Pacific/Kiritimati', 'tr_TR.UTF-8', 0o077, {}],
  ['MINGZHANG_SITE_BASE', 'America/Los_Angeles', 'C', 0o002, PUBLISHED],
] as const)('%s: a build in %s with %s', (variable, zone, language, mask, published) => {
  test('gives the bytes of the tested site', { timeout: 120_000 }, async () => {
    const home = join(temporary, zone.replace('/', '-'), 'a folder with 空格 and deeper');
    const copy = join(home, 'project');
    const out = join(home, 'out');
    copyProject(copy);
    // Only what names the site comes along: vitest's own variables would change what Vite builds.
    const { PATH, HOME, MINGZHANG_ADDRESS, MINGZHANG_REPOSITORY } = process.env;
    const named = Object.entries({ PATH, HOME, MINGZHANG_ADDRESS, MINGZHANG_REPOSITORY }).filter(([, value]) => value);
    const env = { ...Object.fromEntries(named), ...published, TZ: zone, LANG: language, LC_ALL: language };
    const start = `process.umask(${mask}); process.argv.splice(1, 0, ''); await import(${JSON.stringify(join(copy, 'scripts/run.mjs'))})`;
    const options = ['build', '--data', join(copy, 'data'), '--out', out];
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', start, '--', ...options], {
      cwd: copy,
      env,
    });
    const site = builtSite(variable);
    expect(filesBelow(out).length).toBeGreaterThan(100);
    expect(differences(site, out)).toEqual([]);
  });
});

test('a changed byte and a missing file are seen', () => {
  const [left, right] = [join(temporary, 'left'), join(temporary, 'right')];
  const all = join(builtSite('MINGZHANG_SITE'), 'data/all');
  for (const folder of [left, right]) cpSync(all, folder, { recursive: true });
  expect(differences(left, right)).toEqual([]);
  rmSync(join(right, 'income.csv'));
  cpSync(join(all, 'staff.csv'), join(right, 'expenditure.csv'));
  expect(differences(left, right)).toEqual(['expenditure.csv', 'income.csv']);
});
