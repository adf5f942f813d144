/** What .ci/run counts where LibreOffice is there, can be installed, or cannot: with stand-ins for the programs it calls. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const temporary = mkdtempSync(join(realpathSync(tmpdir()), 'mingzhang-ci-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const INSTALLS = 'case "$*" in *install*) cp "$0" "${0%/*}/soffice" ;; esac';

test.each([
  ['LibreOffice is there', { id: 'echo 1000', soffice: 'exit 0' }, '4 passed, 0 failed, 2 skipped', 0],
  ['it is installed', { id: 'echo 0', 'apt-get': INSTALLS }, '4 passed, 0 failed, 2 skipped', 0],
  ['installing fails', { id: 'echo 0', 'apt-get': 'exit 100' }, '3 passed, 1 failed, 2 skipped', 1],
  ['not root', { id: 'echo 1000', 'apt-get': 'exit 100' }, '3 passed, 0 failed, 3 skipped', 0],
  ['no apt-get', { id: 'echo 0' }, '3 passed, 0 failed, 3 skipped', 0],
] as const)('%s', (name, programs, line, status) => {
  const home = join(temporary, name);
  const bin = join(home, 'bin');
  mkdirSync(join(home, 'project/.ci'), { recursive: true });
  mkdirSync(bin);
  cpSync(resolve(import.meta.dirname, '../../.ci/run'), join(home, 'project/.ci/run'));
  for (const tool of ['bash', 'sh', 'dirname', 'mktemp', 'tee', 'grep', 'tail', 'rm', 'cp'])
    symlinkSync(which(tool), join(bin, tool));
  for (const [program, body] of Object.entries({ npm: '[ "$1" != test ] || echo "3 passed, 0 failed"', ...programs })) {
    writeFileSync(join(bin, program), `#!/bin/sh\n${body}\n`);
    chmodSync(join(bin, program), 0o755);
  }
  const run = spawnSync(join(bin, 'bash'), [join(home, 'project/.ci/run')], { encoding: 'utf8', env: { PATH: bin } });
  expect(run.stdout.trimEnd().split('\n').at(-1)).toBe(line);
  expect(run.status).toBe(status);
  expect(run.stdout.includes('未通过：LibreOffice 应能用 apt-get 安装而没有装上')).toBe(name === 'installing fails');
});

function which(tool: string): string {
  return spawnSync('/bin/sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).stdout.trim();
}
