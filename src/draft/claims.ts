/** Suggestions held against the document and the declarations: which figure, in which unit, is which cell. */
import { Big } from 'big.js';
import type { DocumentFigure } from '../documents/figures.ts';
import type { Position } from '../documents/matching.ts';
import { parseNumeral } from '../figures/numerals.ts';
import { convert } from '../figures/units.ts';
import { RANKS, type CellSuggestion } from '../suggest/suggestion.ts';
import { tableById } from '../tables/index.ts';
import { itemOf, unitOf, type TableDeclaration } from '../tables/table.ts';
import type { SourceReading } from './reading.ts';
import { wordsAround } from './words.ts';

/** Where a cell is printed: a figure, or a Chinese numeral that the ledger gets a row for. */
export interface Stand {
  readonly source: string;
  /** Place in the ledger; a numeral has no number of its own yet. */
  readonly at: string;
  readonly n?: number;
  readonly position: Position;
  readonly printed: string;
  readonly unit: string;
  readonly sign: '' | '+' | '-';
  /** The printed words around it. */
  readonly words: string;
}

/** `source:at.n`, or without the number for a numeral. */
export function placeOf({ source, at, n }: Stand): string {
  return n === undefined ? `${source}:${at}` : `${source}:${at}.${n}`;
}

/** A suggestion whose figures were found and print its value. */
export interface Claim {
  readonly suggestion: CellSuggestion;
  readonly table: TableDeclaration;
  /** Values of the row's key columns and of those besides its measure. */
  readonly row: Readonly<Record<string, string>>;
  readonly item: string;
  /** Cell address; absent for a row that holds only words. */
  readonly address?: string;
  readonly stands: readonly Stand[];
  /** Sorts claims: kind of place, certainty, first place. */
  readonly order: readonly number[];
}

/** What could not be taken over, and why. */
export interface Refusal {
  readonly cell: string;
  readonly value: string;
  readonly by: string;
  readonly place: string;
  readonly words: string;
  readonly why: string;
}

const CERTAINTIES = ['certain', 'likely', 'possible'] as const;

/** Claims of a reading, and the suggestions that contradict a declaration or what the document prints. */
export function claimsOf(reading: SourceReading): { claims: Claim[]; refusals: Refusal[] } {
  const starts = new Map(reading.figures.map((figure) => [`${figure.line}.${figure.start}`, figure]));
  const claims: Claim[] = [];
  const refusals: Refusal[] = [];
  for (const suggestion of reading.suggestions.cells) {
    const claim = claimOf(reading, suggestion, starts);
    if (typeof claim === 'string') refusals.push(refuse(reading, suggestion, claim));
    else claims.push(claim);
  }
  return { claims, refusals };
}

/** Compares claims: the earlier in RANKS, then the more certain, then what is printed first. */
export function byOrder(a: Claim, b: Claim): number {
  const index = a.order.findIndex((part, position) => part !== b.order[position]);
  return index < 0 ? 0 : a.order[index]! - b.order[index]!;
}

function claimOf(
  reading: SourceReading,
  suggestion: CellSuggestion,
  starts: ReadonlyMap<string, DocumentFigure>,
): Claim | string {
  const table = tableById(suggestion.table);
  if (!table) return `没有“${suggestion.table}”这张表`;
  const row: Record<string, string> = { ...ownItem(table, suggestion), ...suggestion.columns, ...suggestion.key };
  for (const [name, value] of Object.entries(row)) {
    const column = table.columns[name];
    if (!column) return `${table.title}表没有“${name}”这一列`;
    if (value !== '' && !column.schema.safeParse(value).success)
      return `“${value.slice(0, 40)}”不能填入“${column.name}”`;
  }
  const missing = table.key.find((name) => table.columns[name]!.required && !row[name]);
  if (missing) return `没有读出“${table.columns[missing]!.name}”`;

  const { measure, value } = suggestion;
  const item = itemOf(table, row);
  const order = (stands: readonly Stand[]) => [
    RANKS.indexOf(suggestion.rank),
    CERTAINTIES.indexOf(suggestion.certainty),
    reading.index,
    stands[0]?.position.line ?? 0,
    stands[0]?.position.start ?? 0,
  ];
  const base = { suggestion, table, row, item };
  if (measure === undefined) return { ...base, stands: [], order: order([]) };
  const column = table.columns[measure];
  if (!column || value === undefined) return `${table.title}表没有“${measure}”这个计量`;
  if (!column.schema.safeParse(value).success) return `“${value.slice(0, 40)}”不能填入“${column.name}”`;
  const found = suggestion.figures.map((position) => {
    const figure = starts.get(`${position.line}.${position.start}`);
    return figure
      ? standOf(reading, figure, suggestion, unitOf(table, row, measure))
      : numeralAt(reading, position, value);
  });
  const stands = found.filter((stand) => typeof stand !== 'string');
  if (stands.length === 0) return found.find((stand) => typeof stand === 'string') ?? '没有指出印在哪里';
  return { ...base, address: `${table.id}/${item}/${measure}`, stands, order: order(stands) };
}

/** The name of an item that the table does not list, from its key where the document's own name was not given. */
function ownItem(table: TableDeclaration, { key, columns }: CellSuggestion): Record<string, string> {
  const item = key['item'];
  return table.items && item && !Object.hasOwn(table.items, item) && !columns?.['name'] ? { name: item } : {};
}

/** The figure as a stand, when it prints the value; else why it does not. */
function standOf(
  reading: SourceReading,
  figure: DocumentFigure,
  suggestion: CellSuggestion,
  cellUnit: string,
): Stand | string {
  const value = new Big(suggestion.value!);
  const digits = new Big(figure.printed.normalize('NFKC').replaceAll(',', ''));
  // What follows a figure in the next column of a table may look like a unit and be none.
  const foreign = figure.unit !== '' && convert(digits, figure.unit, cellUnit) === undefined;
  const unit = figure.unit === '' || foreign ? (suggestion.unit ?? '') : figure.unit;
  if (!convert(digits, unit, cellUnit)?.eq(value.abs()))
    return `印出的 ${figure.printed}${unit} 不是 ${suggestion.value}${cellUnit}`;
  const printed = figure.sign === '-' ? '' : figure.sign;
  const sign = suggestion.sign ?? (value.lt(0) ? '-' : printed);
  const { source } = reading;
  const position = { line: figure.line, start: figure.start };
  const words = wordsAround(reading, position, figure.printed.length + unit.length);
  return { source, at: figure.at, n: figure.n, position, printed: figure.printed, unit, sign, words };
}

/** A Chinese numeral at a place as a stand, when it is the value; else why not. */
function numeralAt(reading: SourceReading, position: Position, value: string): Stand | string {
  const line = reading.document.lines[position.line];
  const numeral = /^[零〇一二两三四五六七八九十百千]+/u.exec(line?.text.slice(position.start) ?? '')?.[0] ?? '';
  const parsed = parseNumeral(numeral);
  if (!line || parsed === undefined || !new Big(parsed).eq(value)) return '所指的地方没有印出这个数';
  const words = wordsAround(reading, position, numeral.length);
  return { source: reading.source, at: line.at, position, printed: numeral, unit: '', sign: '', words };
}

function refuse(reading: SourceReading, suggestion: CellSuggestion, why: string): Refusal {
  const { table, key, measure, value, figures, by } = suggestion;
  const [first] = figures;
  const item = Object.values(key)
    .filter((part) => part !== '')
    .join('.');
  return {
    cell: [table, item, measure].filter(Boolean).join('/'),
    value: value ?? '',
    by,
    place: first ? `${reading.source}:${reading.document.lines[first.line]?.at ?? ''}` : reading.source,
    words: first ? wordsAround(reading, first, 8) : '',
    why,
  };
}
