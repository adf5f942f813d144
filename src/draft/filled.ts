/** Tables that somebody filled in by hand, in a template workbook, merged into what is curated. */
import { readCsv, type CsvTable } from '../load/csv.ts';
import { itemOf, measures } from '../tables/table.ts';
import type { Claim } from './claims.ts';
import { textFile } from './folder.ts';
import type { DraftedRow } from './rows.ts';
import type { Choice } from './settle.ts';
import type { Difference } from './fill.ts';
import { mergeTable } from './table.ts';

/** The curated tables with the filled ones added: missing rows and empty cells are taken over, differences listed. */
export function withFilled(
  curated: ReadonlyMap<string, CsvTable>,
  filled: ReadonlyMap<string, CsvTable> | undefined,
  folder: string,
  differences: Difference[],
): ReadonlyMap<string, CsvTable> {
  const tables = new Map(curated);
  for (const [id, csv] of filled ?? []) {
    const rows = csv.rows.map(({ values }) => rowOf(csv, values));
    const merged = mergeTable(csv.table, curated.get(id), rows, { typed: true });
    differences.push(...merged.differences);
    const read = readCsv(textFile(`${folder}${id}.csv`, merged.text), csv.table).csv;
    if (read) tables.set(id, read);
  }
  return tables;
}

function rowOf({ table }: CsvTable, values: Readonly<Record<string, string>>): DraftedRow {
  const item = itemOf(table, values);
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const choices = measures(table)
    .filter((measure) => given[measure] !== undefined)
    .map((measure): [string, Choice] => {
      const address = `${table.id}/${item}/${measure}`;
      const claim: Claim = {
        suggestion: {
          table: table.id,
          key: {},
          measure,
          value: given[measure]!,
          figures: [],
          certainty: 'certain',
          rank: 'accounts',
          by: 'template',
        },
        table,
        row: given,
        item,
        address,
        stands: [],
        order: [],
      };
      return [measure, { address, winner: claim, claims: [claim], uncertain: false }];
    });
  return { table, item, values: given, choices: new Map(choices) };
}
