/**
 * The made documents of `tests/fixtures/documents` against what they were made from. `FIXTURE_FAULTS=name` prints the table
 * and what is wrong and missing in the documents of that name.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadFolder } from '../../scripts/lib/load-folder.ts';
import { readDocument } from '../../src/documents/read.ts';
import { suggest } from '../../src/suggest/suggest.ts';
import { listFaults, readTruth, scoreDocument, sharesOf } from './score.ts';

const FIXTURES = resolve(import.meta.dirname, '../fixtures/documents');
const { reference } = loadFolder(resolve(import.meta.dirname, '../../data'));

/** Document, fiscal year, least share right and greatest share wrong, in percent of the cells that it states. */
const FLOORS: readonly (readonly [string, number, number, number])[] = [
  ['gansu/document.pdf', 2023, 98, 0.5],
  ['guangdong/document.pdf', 2022, 99, 0.5],
  ['hebei/document.txt', 2022, 99, 0.5],
  ['hubei/document.pdf', 2023, 99, 0.5],
  ['jiangsu/document.html', 2023, 99, 0.5],
  ['landscape/document.pdf', 2022, 99, 0.5],
  ['names-alone/document.html', 2022, 99, 0.5],
  ['odd-word/document.docx', 2020, 99, 0.5],
  ['projects/document.docx', 2023, 99, 0.5],
  ['projects/document.pdf', 2023, 99, 0.5],
  ['radicals/document.pdf', 2022, 98, 0.5],
  ['ruled/document.pdf', 2020, 99, 0.5],
  ['shanghai/document.pdf', 2024, 99, 1],
  ['sichuan/document.pdf', 2023, 99, 0.5],
  ['unit/document.docx', 2023, 98, 0.5],
  ['web-workbook/document.xls', 2021, 99, 0.5],
  ['whole-department/document.xlsx', 2022, 99, 0.5],
  ['workbook/document.xls', 2022, 99, 0.5],
  ['workbook/document.xlsx', 2022, 99, 0.5],
  ['yunnan/document.docx', 2021, 97, 0.5],
];

const lines: string[] = [];

async function read(folder: string, file: string, year: number) {
  const path = join(folder, file);
  const { document, issues } = await readDocument({ name: file.split('/').at(-1)!, bytes: readFileSync(path) });
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(document).toBeDefined();
  const scores = scoreDocument(document!, suggest(document!, { year, reference }), readTruth(join(path, '..')));
  const shares = sharesOf(scores);
  lines.push(
    `${file.padEnd(32)} ${String(shares.asked).padStart(5)} ${shares.right.toFixed(1).padStart(6)} ${shares.wrong.toFixed(1).padStart(6)}`,
  );
  if (process.env['FIXTURE_FAULTS'] && file.includes(process.env['FIXTURE_FAULTS'])) lines.push(listFaults(scores));
  return shares;
}

afterAll(() => {
  if (process.env['FIXTURE_FAULTS'] !== undefined)
    console.log(['文件                              单元    对%    错%', ...lines].join('\n'));
});

describe('made documents', () => {
  test.for(FLOORS)('%s', async ([file, year, right, wrong]) => {
    const shares = await read(FIXTURES, file, year);
    expect(shares.right).toBeGreaterThanOrEqual(right);
    expect(shares.wrong).toBeLessThanOrEqual(wrong);
  });

  test('every document with a truth is in the table', () => {
    const found = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?:^|\/)document\.\w+$/.test(file),
    );
    expect(found.sort()).toEqual(FLOORS.map(([file]) => file));
  });
});

describe('documents to refuse', () => {
  test.for(readdirSync(join(FIXTURES, 'hostile')))('%s', async (file) => {
    const { document, issues } = await readDocument({
      name: file,
      bytes: readFileSync(join(FIXTURES, 'hostile', file)),
    });
    expect(document).toBeUndefined();
    expect(issues).toHaveLength(1);
    expect(issues[0]!.severity).toBe('error');
    expect(issues[0]!.remedy).not.toBe('');
  });
});
