/** A chart's numbers and its frame as text for other programs. */
import { harmless } from '../views/harmless';
import type { ChartNumbers } from './numbers';

type Rows = readonly (readonly string[])[];

/**
 * Header and rows, numbers exactly as the page's `<data>` elements hold them, empty where the table states nothing. Nothing in
 * them runs as a formula where it is pasted.
 */
export function rowsOf({ labels, series }: ChartNumbers, unit: string): Rows {
  const inUnit = (name: string) => (unit === '' || name.endsWith(`（${unit}）`) ? name : `${name}（${unit}）`);
  const head = ['项目', ...series.map(({ name }) => inUnit(name))];
  const rows = [head, ...labels.map((label, row) => [label, ...series.map(({ exact }) => exact[row]!)])];
  return rows.map((cells) => cells.map(harmless));
}

/** Tab-separated values; tabs and line ends inside a cell become spaces. */
export function toTsv(rows: Rows): string {
  return rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');
}

/** An HTML table, for word processors and spreadsheets. */
export function toHtml(rows: Rows, caption: string): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`;
  return `<table><caption>${escape(caption)}</caption>${line(head, 'th')}${body.map((row) => line(row, 'td')).join('')}</table>`;
}

/** The code that shows a page in a frame on another site. @param height in pixels */
export function toFrame(address: string, title: string, height: string): string {
  return `<iframe src="${escape(address)}" title="${escape(title)}" width="100%" height="${escape(height)}" loading="lazy" frameborder="0"></iframe>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
