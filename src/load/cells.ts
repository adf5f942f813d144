/** Cells: every quantity of a report at its address table/item/measure. */
import { Big } from 'big.js';
import { itemOf, measures, nameOf, unitOf } from '../tables/table.ts';
import { columnIndex, type CsvRow, type CsvTable } from './csv.ts';

export interface Cell {
  readonly address: string;
  readonly table: string;
  readonly item: string;
  /** Chinese name of the row. */
  readonly name: string;
  readonly measure: string;
  /** Chinese name of the measure. */
  readonly measureName: string;
  /** The number exactly as curated. */
  readonly text: string;
  readonly value: Big;
  readonly unit: string;
  readonly row: CsvRow;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Cells of one table. Fields that are empty or no number are no cells. */
export function cellsOf(csv: CsvTable): Cell[] {
  const { table } = csv;
  return csv.rows.flatMap((row) =>
    measures(table).flatMap((measure): Cell[] => {
      const text = row.values[measure] ?? '';
      const column = table.columns[measure]!;
      if (text === '' || !column.schema.safeParse(text).success) return [];
      const item = itemOf(table, row.values);
      return [
        {
          address: `${table.id}/${item}/${measure}`,
          table: table.id,
          item,
          name: nameOf(table, row.values),
          measure,
          measureName: column.name,
          text,
          value: new Big(text),
          unit: unitOf(table, row.values, measure),
          row,
          file: csv.path,
          line: row.line,
          column: columnIndex(csv, measure),
        },
      ];
    }),
  );
}
