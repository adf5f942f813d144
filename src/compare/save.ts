/** The comparison as a file: exactly the rows shown, made in the browser. */
import { saveCsv as save } from '../browser/save';
import { toCsv, toExcelCsv } from '../derive/csv';
import { CSV_COLUMNS, csvRows, type Comparison } from '../views/compare/comparison';

/** @param sheet for spreadsheets: byte order mark, Chinese headers, formulas made harmless. */
export function saveCsv(shown: Comparison, sheet: boolean): void {
  const rows = csvRows(shown);
  const text = sheet
    ? toExcelCsv(CSV_COLUMNS, rows)
    : toCsv(
        CSV_COLUMNS.map(({ id }) => id),
        rows,
      );
  save(text, `compare-${shown.item.id}-${shown.measure.id}${sheet ? '.excel' : ''}.csv`);
}
