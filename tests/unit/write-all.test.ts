/** All files or none, and never outside the folder. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeAll } from '../../src/disk/write-all.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingzhang-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const everything = () => readdirSync(folder, { recursive: true }).map(String).sort();

test('makes folders and replaces files', () => {
  writeFileSync(join(folder, 'a.csv'), 'old');
  writeAll(
    folder,
    new Map([
      ['a.csv', 'new'],
      ['deep/er/b.csv', 'b'],
    ]),
  );
  expect(everything()).toEqual(['a.csv', 'deep', 'deep/er', 'deep/er/b.csv']);
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('new');
});

test('a failure half-way leaves what was there', () => {
  writeFileSync(join(folder, 'a.csv'), 'old');
  // The last target is a folder: renaming over it fails after the others were renamed.
  mkdirSync(join(folder, 'z.csv', 'kept'), { recursive: true });
  const contents = new Map([
    ['a.csv', 'new'],
    ['b/c.csv', 'c'],
    ['z.csv', 'z'],
  ]);
  expect(() => writeAll(folder, contents)).toThrow('EISDIR');
  expect(everything()).toEqual(['a.csv', 'z.csv', 'z.csv/kept']);
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('old');
});

test('never out of the folder, never through a link', () => {
  const outside = mkdtempSync(join(tmpdir(), 'mingzhang-outside-'));
  symlinkSync(outside, join(folder, 'link'));
  writeFileSync(join(outside, 'kept.csv'), 'kept');
  symlinkSync(join(outside, 'kept.csv'), join(folder, 'file.csv'));
  for (const [path, problem] of [
    ['../x.csv', '../x.csv 不在数据文件夹里，没有写'],
    [join(outside, 'x.csv'), '不在数据文件夹里'],
    ['link/x.csv', 'link 是符号链接，不会沿着它写'],
    ['file.csv', 'file.csv 是符号链接'],
  ] as const)
    expect(() =>
      writeAll(
        folder,
        new Map([
          ['first.csv', '1'],
          [path, 'x'],
        ]),
      ),
    ).toThrow(problem);
  expect(existsSync(join(folder, 'first.csv'))).toBe(false);
  expect(readdirSync(outside)).toEqual(['kept.csv']);
  expect(readFileSync(join(outside, 'kept.csv'), 'utf8')).toBe('kept');
  rmSync(outside, { recursive: true });
});
