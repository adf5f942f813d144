import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPatiently } from '../../scripts/lib/read-patiently.ts';
import { readDocument } from '../../src/documents/read.ts';

const file = { name: 'writer.pdf', bytes: readFileSync('tests/fixtures/documents/pdf/writer.pdf') };

test('a document is read in a thread as it is without', async () => {
  const seen: [number, number][] = [];
  const read = await readPatiently(file, (done, total) => seen.push([done, total]));
  expect(read).toEqual(await readDocument(file));
  expect(seen.at(-1)).toEqual([seen.length, seen.length]);
});

test('reading that goes nowhere is given up', async () => {
  expect(await readPatiently(file, () => {}, 1)).toEqual({
    document: undefined,
    issues: [
      {
        severity: 'error',
        file: 'writer.pdf',
        rule: 'DOCUMENT-SLOW',
        problem: '0.001 秒没有进展，已停止读取，可能是文件结构异常',
        remedy: '请在阅读软件中打开，另存或重新打印为 PDF 后再读；仍不行的，向公开单位索取 Word、Excel 文件',
      },
    ],
  });
});
