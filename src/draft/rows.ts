/** Rows of the draft's tables, from the cells that were chosen and the words beside them. */
import { isNumeric } from '../tables/kinds.ts';
import { measures, type TableDeclaration } from '../tables/table.ts';
import { UNCHECKED } from '../checks/draft.ts';
import { byOrder, type Claim } from './claims.ts';
import type { Choice } from './settle.ts';

export interface DraftedRow {
  readonly table: TableDeclaration;
  readonly item: string;
  /** By column; empty ones left out. The note holds only what the document's words ask for. */
  readonly values: Readonly<Record<string, string>>;
  /** The cells of the row by measure. */
  readonly choices: ReadonlyMap<string, Choice>;
}

/** Rows by table id, in document order; a row of words alone is made when it is certain or likely. */
export function draftRows(claims: readonly Claim[], choices: ReadonlyMap<string, Choice>): Map<string, DraftedRow[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims.filter(({ suggestion }) => suggestion.certainty !== 'possible')) {
    const key = `${claim.table.id}/${claim.item}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  const rows = new Map<string, DraftedRow[]>();
  for (const group of groups.values()) {
    const row = draftRow(group, choices);
    rows.set(row.table.id, [...(rows.get(row.table.id) ?? []), row]);
  }
  return rows;
}

function draftRow(group: readonly Claim[], choices: ReadonlyMap<string, Choice>): DraftedRow {
  const { table, item } = group[0]!;
  const values: Record<string, string> = {};
  const notes = new Set<string>();
  const chosen = new Map<string, Choice>();
  const bound = boundColumns(table);
  const fill = (claim: Claim, allowed: (column: string) => boolean) => {
    for (const [column, value] of Object.entries(claim.row)) {
      if (column === 'note') notes.add(value);
      else if (value !== '' && allowed(column)) values[column] ??= value;
    }
  };
  for (const measure of measures(table)) {
    const choice = choices.get(`${table.id}/${item}/${measure}`);
    if (!choice) continue;
    chosen.set(measure, choice);
    values[measure] = choice.winner.suggestion.value!;
    // A unit or an operator belongs to the number that was chosen, not to another reading of it.
    fill(choice.winner, (column) => bound.has(column));
  }
  for (const claim of group.toSorted(byOrder)) {
    const supplies = claim.address === undefined || choices.get(claim.address)?.winner === claim;
    if (supplies) fill(claim, (column) => !isNumeric(table.columns[column]!));
    else
      fill(
        { ...claim, row: { ...claim.row, note: '' } },
        (column) => !bound.has(column) && !isNumeric(table.columns[column]!),
      );
  }
  const note = [...notes].filter((text) => text !== '').join('；');
  return { table, item, values: note === '' ? values : { ...values, note }, choices: chosen };
}

/** Columns that say how to read a measure: its unit, operator, or the words in place of it. */
function boundColumns(table: TableDeclaration): Set<string> {
  return new Set(
    Object.values(table.columns).flatMap(({ unitFrom, operatorFrom, textFrom }) =>
      [unitFrom, operatorFrom, textFrom].filter((name) => name !== undefined),
    ),
  );
}

/** A note that says which measures of the row nobody has checked yet, before what it said already. */
export function uncheckedNote(table: TableDeclaration, unchecked: readonly string[], note: string): string {
  if (unchecked.length === 0) return note;
  const names = unchecked.map((measure) => table.columns[measure]!.name).join('、');
  return `${UNCHECKED}：${names}${note === '' ? '' : `；${note}`}`;
}
