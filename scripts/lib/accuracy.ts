/** How well reading a document suggests the cells that a curated report has. */
import { Big } from 'big.js';
import { documentFigures } from '../../src/documents/figures.ts';
import type { Document } from '../../src/documents/document.ts';
import type { Report } from '../../src/load/report.ts';
import { RANKS, type CellSuggestion, type Suggestions } from '../../src/suggest/suggestion.ts';
import { tableById } from '../../src/tables/index.ts';
import { itemOf } from '../../src/tables/table.ts';

/** A cell in the words of the comparison: `item` is the key in a fixed table, the printed label in a free one. */
export interface ScoredCell {
  readonly table: string;
  readonly item: string;
  readonly measure: string;
  readonly value: string;
  /** Places that print it, `at.n`. */
  readonly places: ReadonlySet<string>;
  /** For people: where the suggestion came from. */
  readonly by: string;
}

export interface Score {
  readonly table: string;
  readonly right: readonly ScoredCell[];
  /** Suggested, and not so in the curated report: another value, or no such cell. */
  readonly wrong: readonly ScoredCell[];
  readonly missing: readonly ScoredCell[];
}

/** Tables whose rows are known by a printed label, since their keys are the curator's own. */
const LABELS: Readonly<Record<string, string>> = { projects: 'name', indicators: 'level3' };
const UNSCORED = new Set(['metrics']);

function itemFor(table: string, key: Readonly<Record<string, string>>, columns: Readonly<Record<string, string>>) {
  const label = LABELS[table];
  const named = label ? (columns[label] ?? '') : (columns['name'] ?? '');
  const printed = named.normalize('NFKC').replace(/\s+/g, '');
  if (label) return table === 'projects' && key['source'] ? `${printed}（${key['source']}）` : printed;
  const declared = tableById(table)!;
  const item = key['item'];
  if (item !== undefined && declared.items && !Object.hasOwn(declared.items, item)) return printed || item;
  if (table === 'evaluation') return `${key['scope'] === 'department' ? 'department' : 'project'}.${item}`;
  return itemOf(declared, key);
}

/** The cells of a curated report that one source document proves, without work volumes. */
export function curatedCells(report: Report, source: string): ScoredCell[] {
  const places = new Map<string, Set<string>>();
  for (const row of report.ledgers.get(source)?.rows ?? []) {
    for (const { kind, text } of row.states) {
      if (kind === 'cell' && row.printed !== '')
        places.set(text, (places.get(text) ?? new Set()).add(`${row.at}.${row.n}`));
    }
  }
  return [...report.cells.values()].flatMap((cell): ScoredCell[] => {
    const proven = places.get(cell.address);
    if (UNSCORED.has(cell.table) || !proven) return [];
    const item = itemFor(cell.table, cell.row.values, cell.row.values);
    return [{ table: cell.table, item, measure: cell.measure, value: cell.text, places: proven, by: cell.address }];
  });
}

/** What would be filled: of one quantity suggested twice, the higher rank, then the first place. Merely possible ones are left out. */
export function suggestedCells(document: Document, suggestions: Suggestions): ScoredCell[] {
  const names = new Map(
    documentFigures(document).map(({ line, start, at, n }) => [`${line}:${start}`, `${at}.${n}`] as const),
  );
  const order = ({ rank, figures: [first] }: CellSuggestion) =>
    RANKS.indexOf(rank) * 1e9 + (first ? first.line * 1e4 + first.start : 0);
  const cells = new Map<string, ScoredCell>();
  const filled = suggestions.cells.filter(({ certainty, measure }) => certainty !== 'possible' && measure);
  for (const cell of filled.sort((a, b) => order(a) - order(b))) {
    const item = itemFor(cell.table, cell.key, cell.columns ?? {});
    const address = [cell.table, ...Object.values(cell.key), cell.measure].join('/');
    const places = cell.figures.map(({ line, start }) => names.get(`${line}:${start}`) ?? `${line}:${start}?`);
    const known = cells.get(address);
    if (known && !new Big(known.value).eq(cell.value!)) continue;
    cells.set(address, {
      table: cell.table,
      item,
      measure: cell.measure!,
      value: known?.value ?? cell.value!,
      places: new Set([...(known?.places ?? []), ...places]),
      by: known?.by ?? cell.by,
    });
  }
  return [...cells.values()];
}

/** Compares per table, in the order in which tables appear. `byPlace`: a right value must also stand where the curated says. */
export function score(truth: readonly ScoredCell[], suggested: readonly ScoredCell[], byPlace = true): Score[] {
  const tables = [...new Set([...truth, ...suggested].map(({ table }) => table))];
  return tables.map((table) => {
    const rest = suggested.filter((cell) => cell.table === table);
    const right: ScoredCell[] = [];
    const missing: ScoredCell[] = [];
    for (const cell of truth.filter((one) => one.table === table)) {
      const found = rest.findIndex(
        (one) =>
          one.item === cell.item &&
          one.measure === cell.measure &&
          new Big(one.value).eq(cell.value) &&
          (!byPlace || [...one.places].some((place) => cell.places.has(place))),
      );
      if (found < 0) missing.push(cell);
      else right.push(...rest.splice(found, 1));
    }
    return { table, right, wrong: rest, missing };
  });
}
