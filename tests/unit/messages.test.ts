import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAX_BYTES } from '../../src/load/files.ts';
import { formatIssue, hasErrors, spreadsheetCell } from '../../src/messages/issue.ts';
import { caseFiles, caseNames, checkFiles } from './data-tree.ts';

const text = (files: ReturnType<typeof caseFiles>) =>
  checkFiles(files)
    .issues.map((issue) => `${issue.severity} ${formatIssue(issue)}\n`)
    .join('');

describe('messages to the curator', () => {
  test('the base tree has no issue', () => expect(text(caseFiles(undefined))).toBe(''));

  test.each(caseNames())('%s', async (name) => {
    const expected = resolve(import.meta.dirname, `../fixtures/invalid/${name}/expected.txt`);
    await expect(text(caseFiles(name))).toMatchFileSnapshot(expected);
  });

  test('every case but the unknown code is an error or has one', () => {
    expect(caseNames().filter((name) => !hasErrors(checkFiles(caseFiles(name)).issues))).toEqual([]);
  });

  test('a 50 MB file is named and not read', () => {
    const path = 'data/departments/510811-xzspj/2022/staff.csv';
    const files = new Map(caseFiles(undefined)).set(path, { path, size: 50 * 1024 * 1024, bytes: undefined });
    expect(text(files)).toMatchInlineSnapshot(`
      "error data/departments/510811-xzspj/2022/staff.csv [FORM-SIZE] 文件有 50.0 MB，超过 5 MB 的上限，没有读取。数据文件只放整理好的表；原始文件请放在别处并在 report.yaml 记录网址与 sha256。
      "
    `);
    expect(MAX_BYTES).toBeLessThan(50 * 1024 * 1024);
  });
});

test.each([
  [1, 1, 'A1'],
  [4, 3, 'C4'],
  [2, 26, 'Z2'],
  [2, 27, 'AA2'],
  [9, 703, 'AAA9'],
])('line %i, column %i is %s', (line, column, cell) => expect(spreadsheetCell(line, column)).toBe(cell));
