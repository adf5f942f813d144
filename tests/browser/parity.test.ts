/** For every report: numbers on the page = numbers in the chart = numbers in the CSV = curated numbers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSite } from '../../src/site/site.ts';
import { attainmentByProject } from '../../src/views/attainment.ts';
import { itemOf, primaryMeasures } from '../../src/tables/table.ts';
import { builtSite } from '../site/pages.ts';
import { open, type Opened } from './open.ts';

const folder = builtSite('MINGZHANG_SITE');
const checkedReports = loadSite('data').departments.flatMap(({ reports: all }) => all);
const reports = checkedReports.map(({ report }) => report);
let opened: Opened;
beforeAll(async () => {
  opened = await open(folder, '/');
});
afterAll(() => opened.close());

describe.each(reports.map((report) => [`${report.department}/${report.year}`, report] as const))('%s', (id, report) => {
  const curated = Object.fromEntries([...report.cells].map(([address, cell]) => [address, cell.text]));

  test('CSV', () => {
    const read: Record<string, string> = {};
    for (const { table } of report.tables.values()) {
      const text = readFileSync(join(folder, `data/${id}/${table.id}.csv`), 'utf8');
      for (const row of Papa.parse<Record<string, string>>(text.trimEnd(), { header: true }).data) {
        for (const [name, column] of Object.entries(table.columns)) {
          if (['amount', 'count', 'percent', 'number'].includes(column.kind) && row[name])
            read[`${table.id}/${itemOf(table, row)}/${name}`] = row[name];
        }
      }
    }
    expect(read).toEqual(curated);
  });

  test('page', async () => {
    const page = await opened.browser.newPage();
    await page.goto(`${opened.address}departments/${id}/`);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLTableRowElement>('table.data tbody tr')].flatMap((row) =>
        [...row.querySelectorAll<HTMLElement>('[data-measure]')].flatMap((cell) =>
          [...cell.querySelectorAll('data')].map((data, index) => ({
            row: row.id,
            measure: cell.dataset['measure']!,
            index,
            value: data.value,
            text: data.textContent!,
          })),
        ),
      ),
    );
    const read: Record<string, string> = {};
    for (const { row, measure, index, value } of shown) {
      const table = report.tables.get(row.split('/')[0]!)!.table;
      const name = index === 0 ? measure : table.columns[measure]!.highFrom!;
      read[`${row}/${name}`] = value;
    }
    expect(read).toEqual(curated);
    const plain = (text: string) => Number(text.replaceAll(',', '').replace('\u2212', '-'));
    expect(shown.filter(({ value, text }) => plain(text) !== Number(value))).toEqual([]);
    await page.close();
  });

  test('charts', async () => {
    const page = await opened.browser.newPage();
    await page.goto(`${opened.address}departments/${id}/`);
    for (const figure of await page.locator('[data-chart]').all()) {
      await figure.scrollIntoViewIfNeeded();
      await expect.poll(() => figure.getAttribute('data-drawn'), { timeout: 10_000 }).not.toBeNull();
      const { drawn, table, rows, measures } = await figure.evaluate(
        (element: HTMLElement) => ({ ...element.dataset }) as Record<string, string>,
      );
      const tableId = await page.locator(`#${table}`).evaluate((element) => element.closest('section')!.id);
      const counts = attainmentByProject(checkedReports.find((one) => one.report === report)!);
      const verdicts = ['met', 'not-met', 'unknown'] as const;
      const ofTable = measures!.split(' ').map((measure) =>
        rows!.split(' ').map((row) => {
          const text = curated[`${tableId}/${row}/${measure}`];
          return text === undefined ? null : Number(text);
        }),
      );
      const expected =
        table === 't-attainment' ? verdicts.map((verdict) => counts.map((row) => row[verdict])) : ofTable;
      expect(JSON.parse(drawn!)).toEqual(expected);
    }
    await page.close();
  });
});

test('high ends of ranges are cells of their own, shown in the cell of their lower end', () => {
  const ends = reports.flatMap((report) =>
    [...report.tables.values()].flatMap(({ table }) =>
      Object.values(table.columns)
        .flatMap((column) => column.highFrom ?? [])
        .filter((name) => primaryMeasures(table).includes(name)),
    ),
  );
  expect(ends).toEqual([]);
});
