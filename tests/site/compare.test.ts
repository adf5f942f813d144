/** The comparison as it is built: a table without scripts, files to fetch, links to it, breaks on department pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CompareReport, IndexEntry } from '../../src/views/compare/report.ts';
import { builtPages, builtSite, filesBelow } from './pages.ts';

const folder = builtSite('MINGZHANG_SITE');
const odd = builtSite('MINGZHANG_SITE_ODD');
const page = (site: string, path: string) => builtPages(site).find((one) => one.path === path)!.html;
const json = <T>(site: string, path: string) => JSON.parse(readFileSync(join(site, path), 'utf8')) as T;
/** Text of a cell or item, tags left out. */
const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

test('before anything is chosen, the latest report of each department stands there with its spending', () => {
  const html = page(folder, 'compare/');
  const table = /<table id="t-compare"[\s\S]*?<\/table>/.exec(html)![0];
  const rows = [...table.matchAll(/<tr data-key="?([^\s">]+)[\s\S]*?<\/tr>/g)];
  const values = rows.map(([row, key]) => `${key} ${/<data value="?([^\s">]+)/.exec(row)?.[1]}`);
  expect(values).toEqual([
    '130123-xzspj/2021 1209.15',
    '510303-xzspj/2020 289.04',
    '510811-xzspj/2022 715.87',
    '511100-yshjj/2021 1040.07',
    '511113-xzspj/2024 467.65',
  ]);
  expect(html).toContain('年度不同：2020、2021、2022、2024 年。');
  expect(/<noscript>[\s\S]*?<\/noscript>/.exec(html)![0]).toContain('需要运行脚本');
});

test('a list to choose from, and one file for each report', () => {
  const list = json<IndexEntry[]>(folder, 'data/compare.json');
  const keys = list.flatMap(({ id, years }) => years.map((year) => `${id}/${year}`));
  expect(keys).toHaveLength(5);
  expect(filesBelow(folder).filter((file) => /\/\d{4}\/compare\.json$/.test(file))).toEqual(
    keys.map((key) => `data/${key}/compare.json`),
  );
  for (const key of keys) {
    const { department, year, cells } = json<CompareReport>(folder, `data/${key}/compare.json`);
    expect(`${department}/${year}`).toBe(key);
    const elsewhere = Object.values(cells).filter(({ href }) => !href?.startsWith(`departments/${key}/ledger/#`));
    expect(elsewhere).toEqual([]);
  }
});

test('a report leads to its comparison, a department to that of its years', () => {
  expect(page(folder, 'departments/510811-xzspj/2022/')).toMatch(
    /href="\/compare\/\?reports=510811-xzspj\/2022"[^>]*>\s*与其他部门比较/,
  );
  const years = [2017, 2018, 2019, 2020, 2021, 2022].map((year) => `510811-xzspj/${year}`).join(',');
  expect(page(odd, 'departments/510811-xzspj/')).toContain(`href="/compare/?reports=${years}"`);
});

describe('the years of a department with a break', () => {
  const html = page(odd, 'departments/510811-xzspj/');
  const table = /<table id="t-years"[\s\S]*?<\/table>/.exec(html)![0];
  const cells = (row: string) =>
    [...row.matchAll(/<t[dh]\b[^>]*>([\s\S]*?)<\/t[dh]>/g)].map(([, inner]) => text(inner!));
  const rows = [...table.matchAll(/<tr\b[\s\S]*?<\/tr>/g)].map(([row]) => row);

  test('growth is computed between years that compare, and nowhere else', () => {
    expect(cells(rows[0]!)).toEqual(['项目', '2017', '2018', '2019', '2020', '2021', '2022']);
    expect(cells(rows[1]!)).toEqual(['支出', '650.50', '715.87', '715.87', '715.87', '715.87', '—']);
    const [name, first, second, third, fourth] = cells(rows[2]!);
    expect([name, first, second, third, fourth]).toEqual([
      '支出比上年（%）',
      '—',
      '范围不同，不算',
      '0.00',
      '口径有变，不算',
    ]);
  });

  test('the break is marked in every row before its year, and told', () => {
    for (const row of rows) {
      const marked = [...row.matchAll(/<t[dh]\b[^>]*>/g)].map(([tag]) => tag.includes('broken'));
      expect(marked[4]).toBe(true);
    }
    expect(html).toContain('2020 年起口径有变，与以前各年不可比：自 2020 年起按另一口径列示');
    expect(/<figcaption>[\s\S]*?<\/figcaption>/.exec(html)![0]).toContain('2020 年起口径有变');
  });
});
