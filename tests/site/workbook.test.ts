/** Every built workbook, opened with a library that did not write it, beside the curated CSV files. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { read, utils, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { Big } from 'big.js';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { tableById } from '../../src/tables/index.ts';
import { isNumeric, type Column } from '../../src/tables/kinds.ts';
import { builtPages, builtSite, filesBelow } from './pages.ts';

interface Built {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly book: WorkBook;
  /** The report's curated tables, as published. */
  readonly tables: readonly { readonly id: string; readonly header: string[]; readonly rows: string[][] }[];
}

function built(folder: string): Built[] {
  const files = filesBelow(folder);
  return files
    .filter((file) => file.endsWith('.xlsx') && !file.startsWith('data/templates/'))
    .map((path) => {
      const bytes = readFileSync(join(folder, path));
      const csv = files.filter(
        (file) => dirname(file) === dirname(path) && /^[^.]+\.csv$/.test(file.slice(dirname(path).length + 1)),
      );
      // The findings are no curated table: they have a sheet of another shape.
      const curated = csv.filter((file) => !file.endsWith('/findings.csv'));
      const tables = curated.map((file) => {
        const [header = [], ...rows] = Papa.parse<string[]>(readFileSync(join(folder, file), 'utf8').trimEnd()).data;
        return { id: /([^/]+)\.csv$/.exec(file)![1]!, header, rows };
      });
      return { path, bytes, book: read(bytes, { cellNF: true }), tables };
    });
}

const FILLED = '这一行是什么：自列的项目照印，其他项目由代号得出；程序用的 CSV 里只有前一种';

const cellAt = (sheet: WorkSheet, row: number, column: number) => sheet[utils.encode_cell({ r: row, c: column })];
const headerOf = (sheet: WorkSheet): string[] => utils.sheet_to_json<string[]>(sheet, { header: 1 })[0] ?? [];

/** Whether a cell holds a curated value: a number as an equal number, shown with all its digits; nothing where it is empty. */
function holds(column: Column, value: string, cell: CellObject | undefined): boolean {
  if (value === '') return cell?.v === undefined;
  if (!isNumeric(column)) return cell?.t === 's' && cell.v === (column.values?.[value] ?? value);
  const shown = cell?.w?.replace(/[,\s]/g, '') ?? '';
  return cell?.t === 'n' && new Big(String(cell.v)).eq(value) && new Big(shown).eq(value);
}

describe.each([
  ['the site', 'MINGZHANG_SITE'],
  ['odd reports', 'MINGZHANG_SITE_ODD'],
] as const)('workbooks of %s', (_, variable) => {
  const folder = builtSite(variable);
  const workbooks = built(folder);

  test('every report has one, and its page links to it', () => {
    const pages = builtPages(folder).filter(({ path }) => /^departments\/[^/]+\/\d{4}\/$/.test(path));
    expect(pages.length).toBeGreaterThan(0);
    const expected = pages.map(({ path }) => {
      const [, id, year] = path.split('/');
      return `data/${id}/${year}/${id}-${year}.xlsx`;
    });
    expect(workbooks.map(({ path }) => path)).toEqual(expected.sort());
    for (const [index, page] of pages.entries()) expect(page.html).toContain(`href="/${expected[index]}"`);
  });

  test.each(workbooks.map((one) => [one.path, one] as const))('%s: its sheets', (_path, { book, tables }) => {
    const titles = tables.map(({ id }) => tableById(id)!.title);
    expect(book.SheetNames[0]).toBe('阅读说明');
    expect(book.SheetNames.slice(-4)).toEqual(['列说明', '台账', '差异', '来源']);
    expect(book.SheetNames.slice(1, -4).sort()).toEqual(titles.sort());
  });

  test.each(workbooks.map((one) => [one.path, one] as const))(
    '%s: Chinese head rows, frozen, nothing that runs',
    (_path, { book, bytes }) => {
      for (const name of book.SheetNames) {
        for (const title of headerOf(book.Sheets[name]!)) expect(title, name).toMatch(/\p{Script=Han}/u);
        for (const cell of Object.values(book.Sheets[name]!) as { f?: string; t?: string }[]) {
          expect(cell.f, name).toBeUndefined();
          expect(cell.t, name).not.toBe('e');
        }
      }
      const parts = Object.entries(unzipSync(bytes)).filter(([part]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(part));
      expect(parts).toHaveLength(book.SheetNames.length);
      for (const [part, xml] of parts)
        expect(new TextDecoder().decode(xml), part).toMatch(/<pane xSplit="\d" ySplit="1" [^>]*state="frozen"/);
    },
  );

  test.each(workbooks.map((one) => [one.path, one] as const))('%s: every curated value', (_path, { book, tables }) => {
    for (const { id, header, rows } of tables) {
      const { columns, title, items } = tableById(id)!;
      const sheet = book.Sheets[title]!;
      const heads = headerOf(sheet);
      expect(utils.decode_range(sheet['!ref']!).e.r, title).toBe(rows.length);
      for (const [index, name] of header.entries()) {
        // The names of listed items are filled in.
        const filled = items && name === 'name';
        const column = columns[name]!;
        const place = heads.indexOf(column.unit ? `${column.name}（${column.unit}）` : column.name);
        expect(place, `${title} ${name}`).toBeGreaterThanOrEqual(0);
        expect(cellAt(sheet, 0, place).c?.[0]?.t).toBe(filled ? FILLED : column.about);
        const wrong = rows.flatMap((values, row) => {
          const cell = cellAt(sheet, row + 1, place);
          const listed = filled ? items[values[header.indexOf('item')]!]?.name : undefined;
          return holds(column, values[index] || (listed ?? ''), cell)
            ? []
            : [`${name} ${row + 2}: ${values[index]} ≠ ${cell?.t} ${cell?.v}`];
        });
        expect(wrong, title).toEqual([]);
      }
    }
  });

  test.each(workbooks.map((one) => [one.path, one] as const))(
    '%s: each sheet and its spreadsheet CSV show the same',
    (path, { book, tables }) => {
      const [, department, year] = path.split('/');
      const twins = [
        ...tables.map(({ id }) => [tableById(id)!.title, join(dirname(path), `${id}.excel.csv`)] as const),
        ['差异', join(dirname(path), 'findings.excel.csv')] as const,
        // Each report has these also in the files over all reports.
        ...tables.map(({ id }) => [tableById(id)!.title, `data/all/${id}.excel.csv`] as const),
        ['差异', 'data/all/findings.excel.csv'] as const,
        ['台账', 'data/all/ledger.excel.csv'] as const,
      ];
      for (const [title, file] of twins) {
        const text = readFileSync(join(folder, file), 'utf8')
          .replace(/^\uFEFF/, '')
          .trimEnd();
        const all = Papa.parse<string[]>(text).data;
        const heads = all[0]!;
        const place = ['部门', '年度'].map((head) => heads.indexOf(head));
        const [from, when] = place as [number, number];
        const rows = all.slice(1).filter((row) => from < 0 || (row[from] === department && row[when] === year));
        const sheet = book.Sheets[title]!;
        const shown = headerOf(sheet);
        expect(new Set(heads).size, file).toBe(heads.length);
        expect(utils.decode_range(sheet['!ref']!).e.r, file).toBe(rows.length);
        expect(
          shown.filter((head) => !heads.includes(head)),
          file,
        ).toEqual([]);
        // What only the CSV has: where the row is from, and columns that this report does not fill in.
        const more = heads.filter((head) => !shown.includes(head) && !['部门', '部门名称', '年度'].includes(head));
        for (const head of more) {
          expect(file, head).toMatch(/^data\/all\//);
          expect(new Set(rows.map((row) => row[heads.indexOf(head)])), `${file} ${head}`).toEqual(new Set(['']));
        }
        for (const [index, head] of shown.entries()) {
          const wrong = rows.flatMap((row, line) => {
            const cell = cellAt(sheet, line + 1, index);
            const value = row[heads.indexOf(head)]!;
            const same = cell?.t === 'n' ? new Big(String(cell.v)).eq(value) : (cell?.v ?? '') === value;
            return same ? [] : [`${head} ${line + 2}: ${value} ≠ ${cell?.v}`];
          });
          expect(wrong, file).toEqual([]);
        }
      }
    },
  );

  test.each(workbooks.map((one) => [one.path, one] as const))('%s: ledger, findings, sources', (path, { book }) => {
    const [, department, year] = path.split('/');
    const all = (name: string) =>
      Papa.parse<Record<string, string>>(readFileSync(join(folder, `data/all/${name}.csv`), 'utf8').trimEnd(), {
        header: true,
      }).data.filter((row) => row['department'] === department && row['year'] === year);
    const rowsOf = (name: string) => utils.sheet_to_json<Record<string, string>>(book.Sheets[name]!);
    expect(rowsOf('台账').map((row) => [row['位置'], row['次序'], row['印出'] ?? ''])).toEqual(
      all('ledger').map(({ at, n, printed }) => [at, n, printed]),
    );
    expect(rowsOf('差异').map((row) => [row['差异'], row['一方'], row['另一方'] ?? ''])).toEqual(
      all('findings').map(({ finding, left, right }) => [finding, left, right]),
    );
    const sha256 = rowsOf('来源').flatMap((row) => (row['事项'] === 'sha256' ? [row['内容']] : []));
    const yaml = readFileSync(join(folder, dirname(path), 'report.yaml'), 'utf8');
    expect(sha256).toEqual([...yaml.matchAll(/sha256: "?([0-9a-f]{64})/g)].map((match) => match[1]));
  });
});
