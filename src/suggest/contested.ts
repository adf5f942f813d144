/** Figures that two patterns read as different things: neither reading is certain. */
import type { CellSuggestion, DerivedSuggestion, Suggestions } from './suggestion.ts';

type Said = Pick<Suggestions, 'cells' | 'derived'>;

interface Reading {
  /** What it says the figure is, within one table: readings of different tables may hold together. */
  readonly subject: string;
  readonly meaning: string;
  readonly by: string;
  readonly places: readonly string[];
}

/**
 * One figure may state cells of several tables, and one sentence may mean several cells; but where two patterns read it as
 * different cells of one table, or as different derived values, the certain ones among them become likely.
 */
export function doubtContested({ cells, derived }: Said): Said {
  const readings = new Map<CellSuggestion | DerivedSuggestion, Reading>();
  for (const cell of cells) {
    if (cell.measure === undefined || cell.certainty === 'possible') continue;
    const meaning = [...Object.values(cell.key), cell.measure].join('/');
    const places = cell.figures.map(({ line, start }) => `${line}:${start}`);
    readings.set(cell, { subject: cell.table, meaning, by: cell.by, places });
  }
  for (const one of derived) {
    if (one.certainty === 'possible') continue;
    const places = [`${one.figure.line}:${one.figure.start}`];
    readings.set(one, { subject: 'derived', meaning: one.expression, by: one.by, places });
  }
  const groups = new Map<string, Reading[]>();
  for (const reading of readings.values())
    for (const place of reading.places) {
      const group = `${reading.subject} ${place}`;
      groups.set(group, [...(groups.get(group) ?? []), reading]);
    }
  const contested = new Set<Reading>();
  for (const group of groups.values())
    for (const one of group)
      if (group.some((other) => other.by !== one.by && other.meaning !== one.meaning)) contested.add(one);
  const doubt = <T extends CellSuggestion | DerivedSuggestion>(one: T): T =>
    one.certainty === 'certain' && contested.has(readings.get(one)!) ? { ...one, certainty: 'likely' } : one;
  return { cells: cells.map(doubt), derived: derived.map(doubt) };
}
