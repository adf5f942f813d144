/** Reads the standard tables of the accounts (公开01–09 and provincial variants). */
import type { Document } from '../../documents/document.ts';
import type { AbsentSuggestion, CellSuggestion, SuggestContext, Suggestions } from '../suggestion.ts';
import { lowerDoubtful } from './doubt.ts';
import { cellsOf, figureIndex, figuresIn } from './grid.ts';
import { locateTables, type LocatedTable } from './locate.ts';
import { marginFigures } from './margins.ts';
import { printedNumbers, readTable, type TableReading } from './read.ts';
import { recognise, type Recognised } from './recognise.ts';
import { treasuryWide } from './treasury.ts';
import { assumedUnit, narrativeUnits, statedUnit, unitOfHeads } from './unit.ts';

interface Found extends Recognised {
  readonly table: LocatedTable;
}

/** Suggests the cells of every table whose title or heads belong to a declared form. */
export function suggestTables(document: Document, { reference }: SuggestContext): Suggestions {
  const figures = figureIndex(document);
  const found = locateTables(document, figures).flatMap((table): Found[] => {
    const recognised = recognise(table);
    return recognised ? [{ ...recognised, table }] : [];
  });
  const units = found.flatMap(({ table }) => statedUnit(table) ?? unitOfHeads(table) ?? []);
  const narrative = narrativeUnits(document, figures);
  const readings = found.map(({ form, sure, table }): TableReading => {
    const stated = statedUnit(table);
    const headed = unitOfHeads(table);
    const { unit, certainty: unitCertainty } = stated
      ? { unit: stated, certainty: 'certain' as const }
      : headed
        ? { unit: headed, certainty: 'likely' as const }
        : assumedUnit(printedNumbers(table), units, narrative);
    const certainty = sure ? 'certain' : 'likely';
    const read = readTable(table, { document, reference, form, unit, unitCertainty, certainty });
    const above = table.aboveBlocks.flatMap((block) => marginFigures(document, figuresIn(figures, block), form.id));
    return { ...read, cells: lowerDoubtful(read.cells), ignored: [...above, ...read.ignored] };
  });
  const cells = firstOfEach(readings.map((reading) => reading.cells));
  return {
    cells: [...cells, ...treasuryWide(cells)],
    derived: readings.flatMap(({ derived }) => derived),
    ignored: readings.flatMap(({ ignored }) => ignored),
    absent: absentTables(found, cells),
  };
}

/**
 * The cells of all tables. A table that restates cells of an earlier one of its form with other values may be that of a
 * subordinate unit: its cells are possible only.
 */
function firstOfEach(tables: readonly (readonly CellSuggestion[])[]): CellSuggestion[] {
  const known = new Map<string, string | undefined>();
  return tables.flatMap((cells) => {
    const placed = cells.map((cell) => ({
      cell,
      place: [cell.by, cell.table, ...Object.values(cell.key), cell.measure].join('/'),
    }));
    const again = placed.filter(({ place }) => known.has(place));
    const other = again.filter(({ place, cell }) => known.get(place) !== cell.value);
    for (const { place, cell } of placed) if (!known.has(place)) known.set(place, cell.value);
    return other.length * 2 > again.length ? cells.map((cell) => ({ ...cell, certainty: 'possible' as const })) : cells;
  });
}

const NONE = /(?:没有|无|未(?:发生|安排|使用)|不存在|不涉及)/u;

/** Tables of the report that lack altogether, since their only form is empty and a note says that there is no such money. */
function absentTables(found: readonly Found[], cells: readonly CellSuggestion[]): AbsentSuggestion[] {
  return found.flatMap(({ form, table }): AbsentSuggestion[] => {
    if (!form.whole || cells.some((cell) => cell.table === form.whole)) return [];
    const words = [...table.below, ...table.body.flatMap((row) => cellsOf(row).map(({ text }) => text))];
    return words.some((text) => NONE.test(text))
      ? [{ table: form.whole, reason: 'not-applicable', note: '表为空，注明没有此项收支' }]
      : [];
  });
}
