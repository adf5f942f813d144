/** The comparison as a file: exactly the rows shown, made in the browser. */
import { toCsv, toExcelCsv } from '../derive/csv';
import { CSV_COLUMNS, csvRows, type Comparison } from '../views/compare/comparison';
import { element } from './elements';

/** @param sheet for spreadsheets: byte order mark, Chinese headers, formulas made harmless. */
export function saveCsv(shown: Comparison, sheet: boolean): void {
  const rows = csvRows(shown);
  const text = sheet
    ? toExcelCsv(CSV_COLUMNS, rows)
    : toCsv(
        CSV_COLUMNS.map(({ id }) => id),
        rows,
      );
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const name = `compare-${shown.item.id}-${shown.measure.id}${sheet ? '.excel' : ''}.csv`;
  const link = element('a', { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
