/** The lists that can be filtered: what the pages and `data/indicators.json` hold is what the downloads hold. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { rowOf, shownRow, type IndicatorsData } from '../../src/views/indicator-row.ts';
import { LISTED } from '../../src/views/indicators.ts';
import { builtPages, builtSite } from './pages.ts';

describe.each([
  ['at the root', 'MINGZHANG_SITE', '/'],
  ['below /some/path/', 'MINGZHANG_SITE_BASE', '/some/path/'],
] as const)('%s', (_, variable, base) => {
  const folder = builtSite(variable);
  const pages = new Map(builtPages(folder).map((page) => [page.path, page.html]));
  const page = pages.get('indicators/')!;
  const data = JSON.parse(readFileSync(join(folder, 'data/indicators.json'), 'utf8')) as IndicatorsData;
  const rows = data.rows.map((fields) => rowOf(fields, Object.keys(data.columns)));
  const csv = (table: string) =>
    Papa.parse<Record<string, string>>(readFileSync(join(folder, `data/all/${table}.csv`), 'utf8').trimEnd(), {
      header: true,
    }).data;

  test('the JSON holds as many rows of each report as the CSV files', () => {
    const count = (list: readonly Readonly<Record<string, string>>[]) => {
      const counts: Record<string, number> = {};
      for (const { department, year } of list)
        counts[`${department} ${year}`] = (counts[`${department} ${year}`] ?? 0) + 1;
      return counts;
    };
    for (const table of ['indicators', 'metrics'])
      expect(count(rows.filter(({ kind }) => kind === table))).toEqual(count(csv(table)));
  });

  test('the page holds the first rows, in order, and says how many there are', () => {
    const hrefs = [...page.slice(0, page.indexOf('<template')).matchAll(/<a href="([^"]+)" data-slot="where"/g)];
    expect(hrefs.map((match) => match[1])).toEqual(
      rows.slice(0, LISTED).map((row) => base + shownRow(row, data.names).href),
    );
    expect(page).toContain(`共 ${rows.length} 行，这里列出 ${Math.min(LISTED, rows.length)} 行`);
    expect(page).toContain(`data-source="${base}data/indicators.json"`);
  });

  test('every row, also of those not on the page, leads to a row of its report', () => {
    const lost = rows
      .map((row) => shownRow(row, data.names).href)
      .filter((href) => {
        const [path, id] = href.split('#') as [string, string];
        return !pages.get(path)?.includes(`id="${id}"`);
      });
    expect(lost).toEqual([]);
  });

  test('every department page has its rows in the list of departments', () => {
    const list = pages.get('departments/')!;
    const reports = [...pages.keys()].filter((path) => /^departments\/[^/]+\/\d{4}\/$/.test(path));
    expect(reports.length).toBeGreaterThan(0);
    expect(list.match(/<tr data-region=/g)).toHaveLength(reports.length);
    expect(reports.filter((path) => !list.includes(`href="${base}${path}"`))).toEqual([]);
  });
});
