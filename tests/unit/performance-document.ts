/** Documents for tests of what self-evaluations suggest, written as rows and paragraphs. */
import { Big } from 'big.js';
import type { Block, Document, Line, TableCell } from '../../src/documents/document.ts';
import { documentFigures } from '../../src/documents/figures.ts';
import type { Position } from '../../src/documents/matching.ts';
import { loadReference } from '../../src/load/reference.ts';
import { suggestPerformance } from '../../src/suggest/performance/index.ts';
import type { CellSuggestion, Suggestions } from '../../src/suggest/suggestion.ts';

/** A paragraph, or a table: cells of a row parted by `|`; `<` goes on with the cell to the left, `^` with the one above. */
export type Content = string | readonly string[];

export function documentOf(contents: readonly Content[]): Document {
  const lines: Line[] = [];
  const blocks: Block[] = [];
  const add = (text: string) => lines.push({ at: `L${lines.length + 1}`, text }) - 1;
  for (const content of contents) {
    if (typeof content === 'string') {
      const pieces = content.split('\n').map((text) => ({ line: add(text), start: 0, length: text.length }));
      blocks.push({ kind: 'paragraph', pieces });
    } else blocks.push({ kind: 'table', rows: rowsOf(content, add) });
  }
  return { format: 'word', lines, blocks };
}

function rowsOf(rows: readonly string[], add: (text: string) => number): TableCell[][] {
  const grid = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  return grid.map((cells, row) => {
    const line = add(cells.filter((cell) => cell !== '<' && cell !== '^').join('\t'));
    let start = 0;
    return cells.flatMap((text, column): TableCell[] => {
      if (text === '<' || text === '^') return [];
      let columns = 1;
      while (cells[column + columns] === '<') columns += 1;
      let down = 1;
      while (grid[row + down]?.[column] === '^') down += 1;
      const piece = { line, start, length: text.length };
      start += text.length + 1;
      return [{ column, columns, rows: down, pieces: text === '' ? [] : [piece] }];
    });
  });
}

const context = { year: 2022, reference: loadReference(new Map()).reference };

/** What a document suggests. Throws when a suggestion does not rest on a printed figure of its value. */
export function suggestionsOf(contents: readonly Content[]): Suggestions {
  const document = documentOf(contents);
  const suggestions = suggestPerformance(document, context);
  const figures = new Map(documentFigures(document).map((figure) => [`${figure.line}:${figure.start}`, figure]));
  const printed = ({ line, start }: Position) => {
    const figure = figures.get(`${line}:${start}`);
    if (!figure) throw new Error(`no figure at ${line}:${start}`);
    return figure.printed.normalize('NFKC').replaceAll(',', '');
  };
  for (const { figures: places, value, table } of suggestions.cells)
    for (const digits of places.map(printed))
      if (new Big(digits).c.join('') !== new Big(value!).abs().c.join(''))
        throw new Error(`${table}: ${digits} was read as ${value}`);
  for (const { figure } of suggestions.derived) printed(figure);
  return suggestions;
}

/** A suggestion in one line: `table/key/measure value`, with `?` when only likely and `??` when only possible. */
export function short({ table, key, measure, value, certainty }: CellSuggestion): string {
  const item = Object.values(key).filter(Boolean).join('.');
  const mark = { certain: '', likely: '?', possible: '??' }[certainty];
  return `${table}/${item}${measure ? `/${measure} ${value}` : ''}${mark}`;
}

/** All suggested cells in short, those of some tables only. */
export const cellsOf = (contents: readonly Content[], ...tables: readonly string[]): string[] =>
  suggestionsOf(contents)
    .cells.filter(({ table }) => tables.length === 0 || tables.includes(table))
    .map(short);
