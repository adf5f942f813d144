/**
 * A changed figure must never pass. Every digit of every quantity in every curated table is changed, rows that state
 * figures are deleted, unequal cells of a column swapped, signs flipped, decimal points shifted: each time some check
 * must fail and name the file.
 */
import { describe, expect, test } from 'vitest';
import { checkReport } from '../../src/checks/check.ts';
import { readData } from '../../src/disk/read.ts';
import { loadCatalog } from '../../src/load/catalog.ts';
import { cellsOf, type Cell } from '../../src/load/cells.ts';
import type { CsvRow, CsvTable } from '../../src/load/csv.ts';
import type { Report } from '../../src/load/report.ts';

const { catalog } = loadCatalog(readData('data'));
const reports = catalog.departments.flatMap((department) => department.reports);

/** A repeatable sequence of numbers below n. */
function sequence(seed: number) {
  let state = seed;
  return (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

function withRows(report: Report, csv: CsvTable, rows: readonly CsvRow[]): Report {
  const tables = new Map(report.tables).set(csv.table.id, { ...csv, rows });
  return {
    ...report,
    tables,
    cells: new Map([...tables.values()].flatMap(cellsOf).map((cell) => [cell.address, cell])),
  };
}

function withValues(report: Report, changes: readonly (readonly [cell: Cell, text: string])[]): Report {
  const csv = report.tables.get(changes[0]![0].table)!;
  const rows = csv.rows.map((row) => {
    const mine = changes.filter(([cell]) => cell.row === row);
    return mine.length === 0
      ? row
      : { ...row, values: { ...row.values, ...Object.fromEntries(mine.map(([cell, text]) => [cell.measure, text])) } };
  });
  return withRows(report, csv, rows);
}

/** Whether a value is refused by its own kind, so that it never reaches the checks. */
function refused(report: Report, cell: Cell, text: string): boolean {
  return !report.tables.get(cell.table)!.table.columns[cell.measure]!.schema.safeParse(text).success;
}

/** Whether checking a changed report fails with an error that names the file. */
function caught(report: Report, file: string): boolean {
  const { issues } = checkReport(report, catalog.reference);
  return issues.some(
    (issue) =>
      issue.severity === 'error' &&
      (issue.file === file || `${issue.problem}${issue.remedy}`.includes(file.split('/').at(-1)!)),
  );
}

let mutations = 0;

describe.each(reports.map((report) => [`${report.department}/${report.year}`, report] as const))('%s', (_, report) => {
  const cells = [...report.cells.values()];

  test('unchanged, it has no error', () => {
    expect(checkReport(report, catalog.reference).issues.filter((issue) => issue.severity === 'error')).toEqual([]);
  });

  test('each digit of each cell', () => {
    const next = sequence(1);
    const missed: string[] = [];
    for (const cell of cells) {
      for (const [place, character] of [...cell.text].entries()) {
        if (!/[0-9]/.test(character)) continue;
        const other = String((Number(character) + 1 + next(9)) % 10);
        const text = cell.text.slice(0, place) + other + cell.text.slice(place + 1);
        mutations += 1;
        if (!refused(report, cell, text) && !caught(withValues(report, [[cell, text]]), cell.file))
          missed.push(`${cell.address} ${cell.text} → ${text}`);
      }
    }
    expect(missed).toEqual([]);
  });

  test('a flipped sign, a shifted decimal point', () => {
    const missed: string[] = [];
    for (const cell of cells) {
      if (cell.value.eq(0)) continue;
      const flipped = cell.text.startsWith('-') ? cell.text.slice(1) : `-${cell.text}`;
      for (const text of [flipped, cell.value.times(10).toFixed(), cell.value.div(10).toFixed()]) {
        mutations += 1;
        if (!refused(report, cell, text) && !caught(withValues(report, [[cell, text]]), cell.file))
          missed.push(`${cell.address} ${cell.text} → ${text}`);
      }
    }
    expect(missed).toEqual([]);
  });

  test('a deleted row that states figures', () => {
    const missed: string[] = [];
    for (const csv of report.tables.values()) {
      for (const row of csv.rows) {
        if (!cells.some((cell) => cell.row === row)) continue;
        mutations += 1;
        if (
          !caught(
            withRows(
              report,
              csv,
              csv.rows.filter((other) => other !== row),
            ),
            csv.path,
          )
        )
          missed.push(`${csv.path}:${row.line}`);
      }
    }
    expect(missed).toEqual([]);
  });

  test('two unequal cells of a column, swapped', () => {
    const missed: string[] = [];
    for (const [index, cell] of cells.entries()) {
      const other = cells
        .slice(index + 1)
        .find((one) => one.table === cell.table && one.measure === cell.measure && !one.value.eq(cell.value));
      if (!other) continue;
      mutations += 1;
      const swapped = withValues(report, [
        [cell, other.text],
        [other, cell.text],
      ]);
      if (!caught(swapped, cell.file)) missed.push(`${cell.address} ⇄ ${other.address}`);
    }
    expect(missed).toEqual([]);
  });
});

test('at least 2,000 mutations were tried', () => expect(mutations).toBeGreaterThan(2000));
