/** A curated row with what it lacks filled in; where the document says otherwise, that is listed and the row stays. */
import { Big } from 'big.js';
import type { CsvRow } from '../load/csv.ts';
import { isNumeric } from '../tables/kinds.ts';
import { measures, type TableDeclaration } from '../tables/table.ts';
import { placeOf } from './claims.ts';
import { uncheckedNote, type DraftedRow } from './rows.ts';
import type { Choice } from './settle.ts';

/** A curated value that the document does not bear out. */
export interface Difference {
  /** File below the report's folder, with the line where it is known. */
  readonly file: string;
  readonly line?: number;
  /** Cell address, or the place in the ledger. */
  readonly subject: string;
  readonly curated: string;
  readonly document: string;
  /** `source:at.n` */
  readonly place: string;
  readonly words: string;
}

/** The curated row with its empty cells filled; undefined when nothing is added. */
export function fillRow(
  table: TableDeclaration,
  { line, values }: CsvRow,
  row: DraftedRow,
  { typed, differences }: { readonly typed: boolean; readonly differences: Difference[] },
): Record<string, string> | undefined {
  const differenceOf = (
    choice: Choice | undefined,
    sides: Pick<Difference, 'subject' | 'curated' | 'document'>,
  ): Difference => {
    const [stand] = choice?.winner.stands ?? [];
    return { file: `${table.id}.csv`, line, place: stand ? placeOf(stand) : '', words: stand?.words ?? '', ...sides };
  };
  const filled = { ...values };
  const unchecked: string[] = [];
  let changed = false;
  for (const [measure, choice] of row.choices) {
    const { unitFrom, operatorFrom } = table.columns[measure]!;
    const bound = [unitFrom, operatorFrom].filter((name) => name !== undefined);
    const now = values[measure] ?? '';
    const clash = now === '' && bound.some((name) => values[name] && values[name] !== row.values[name]);
    if (now !== '' || clash) {
      if (clash || !choice.claims.some(({ suggestion }) => equal(suggestion.value!, now)))
        differences.push(
          differenceOf(choice, { subject: choice.address, document: choice.winner.suggestion.value!, curated: now }),
        );
      continue;
    }
    for (const name of [measure, ...bound]) filled[name] = row.values[name] ?? '';
    if (choice.uncertain) unchecked.push(measure);
    changed = true;
  }
  for (const name of wordColumns(table, filled, typed)) {
    const [now, read] = [values[name] ?? '', row.values[name] ?? ''];
    if (read === '' || sameWords(now, read)) continue;
    if (now === '') {
      filled[name] = read;
      changed = true;
    } else if (table.columns[name]!.kind === 'text') {
      const [choice] = row.choices.values();
      differences.push(
        differenceOf(choice, { subject: `${table.id}/${row.item}/${name}`, document: read, curated: now }),
      );
    }
  }
  const note = uncheckedNote(table, unchecked, filled['note'] ?? '');
  if (note !== (filled['note'] ?? '')) filled['note'] = note;
  return changed ? filled : undefined;
}

/** Columns of words of their own: no key, none that says how to read a number; words in place of a number that is not there. */
function wordColumns(table: TableDeclaration, values: Readonly<Record<string, string>>, notes: boolean): string[] {
  const bound = measures(table).flatMap((measure) => {
    const { unitFrom, operatorFrom, textFrom } = table.columns[measure]!;
    return [unitFrom, operatorFrom, values[measure] ? textFrom : undefined];
  });
  return Object.keys(table.columns).filter(
    (name) =>
      !isNumeric(table.columns[name]!) &&
      !table.key.includes(name) &&
      !bound.includes(name) &&
      (notes || name !== 'note'),
  );
}

/** Whether two texts are the same but for width and spaces. */
function sameWords(a: string, b: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s/gu, '');
  return plain(a) === plain(b);
}

function equal(a: string, b: string): boolean {
  return /^-?[0-9]+(?:\.[0-9]+)?$/.test(b) && new Big(a).eq(b);
}
