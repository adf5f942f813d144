/** CSV of what a page lists, for spreadsheets: byte order mark, CRLF, nothing that would run as a formula. */
import { harmless } from '../views/harmless.ts';

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The text of a file. @param rows each with as many fields as `header` */
export function csvText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => `${row.map((field) => quoted(harmless(field))).join(',')}\r\n`).join('')}`;
}

/** Hands the reader a file made in the page. */
export function offer(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  // Some browsers read the file only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
