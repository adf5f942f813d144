/** Tables in plain text whose columns are made with spaces, as converters of PDF write them. */
import type { Piece } from './document.ts';
import { findAligned } from './pdf/aligned.ts';
import type { Run } from './pdf/geometry.ts';
import { toLine, textLines } from './pdf/lines.ts';
import { width } from './text-paragraphs.ts';
import type { LineTable } from './text-tables.ts';

/** An ideograph is two wide, and lines stand well apart: a name does not wrap within a cell. */
const SIZE = 2;
const LEADING = 1.6 * SIZE;

/** @param taken lines that are already in a table. */
export function columnTables(lines: readonly string[], taken: ReadonlySet<number>): LineTable[] {
  const pieces = new Map<Run, Piece>();
  const rows = lines.flatMap((text, line) => {
    if (taken.has(line) || text.trim() === '') return [];
    const runs = [...text.matchAll(/\S+/gu)].map((match) => {
      const left = width(text.slice(0, match.index));
      const base = line * LEADING;
      const stops = [left];
      for (const character of match[0]) stops.push(stops.at(-1)! + width(character));
      const run = {
        text: match[0],
        stops,
        left,
        right: left + width(match[0]),
        base,
        size: SIZE,
        top: base - SIZE,
        bottom: base,
      };
      pieces.set(run, { line, start: match.index, length: match[0].length });
      return run;
    });
    return [toLine(runs)];
  });
  return findAligned(rows).tables.map((table) => {
    const cells = table.rows.map((row) =>
      row.map(({ column, columns, rows: covered, runs }) => ({
        column,
        columns,
        rows: covered,
        pieces: textLines(runs).flatMap((line) => line.runs.map((run) => pieces.get(run)!)),
      })),
    );
    const used = cells.flat().flatMap((cell) => cell.pieces.map(({ line }) => line));
    return { rows: cells, lines: [...new Set(used)].sort((a, b) => a - b) };
  });
}
