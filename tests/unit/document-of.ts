/**
 * Small documents for tests of what reads them. A line is a paragraph; lines with `|` between cells are rows of a table,
 * which a blank line or a paragraph ends. A cell `<` belongs to the cell on its left, `^` to the one above.
 */
import type { Block, Document, TableCell } from '../../src/documents/document.ts';

export function documentOf(text: string, sheet?: string): Document {
  const lines: { at: string; text: string }[] = [];
  const blocks: Block[] = [];
  let rows: TableCell[][] = [];
  const close = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows, ...(sheet ? { sheet } : {}) });
    rows = [];
  };
  for (const source of text.split('\n').map((line) => line.trim())) {
    const line = lines.length;
    if (!source.includes('|')) {
      close();
      if (source === '') continue;
      lines.push({ at: `L${line + 1}`, text: source });
      blocks.push({ kind: 'paragraph', pieces: [{ line, start: 0, length: source.length }] });
      continue;
    }
    const cells = source.replace(/^\||\|$/g, '').split('|');
    const texts = cells.map((cell) => cell.trim());
    const printed = texts.map((cell) => (cell === '<' || cell === '^' ? '' : cell));
    let start = 0;
    const row: TableCell[] = [];
    texts.forEach((cell, column) => {
      if (cell === '<') {
        const left = row.at(-1);
        if (left) row[row.length - 1] = { ...left, columns: left.columns + 1 };
      } else if (cell === '^') {
        for (const above of [...rows].reverse()) {
          const index = above.findIndex((one) => one.column <= column && column < one.column + one.columns);
          if (index < 0) continue;
          if (above[index]!.column === column) above[index] = { ...above[index]!, rows: above[index]!.rows + 1 };
          break;
        }
      } else
        row.push({ column, columns: 1, rows: 1, pieces: cell === '' ? [] : [{ line, start, length: cell.length }] });
      start += printed[column]!.length + 1;
    });
    rows.push(row);
    lines.push({ at: `L${line + 1}`, text: printed.join('\t') });
  }
  close();
  return { format: 'text', lines, blocks };
}
