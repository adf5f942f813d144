/** Several readings of one figure, and one reading printed twice: what is certain then. */
import { describe, expect, test } from 'vitest';
import { doubtContested } from '../../src/suggest/contested.ts';
import { believeCorroborated } from '../../src/suggest/corroborated.ts';
import type { CellSuggestion, Certainty, DerivedSuggestion } from '../../src/suggest/suggestion.ts';

/** `table/item/measure value line by certainty` */
function cell(text: string): CellSuggestion {
  const [address = '', value = '', line, by = '', certainty] = text.split(' ');
  const [table = '', item = '', measure = ''] = address.split('/');
  const figures = [{ line: Number(line), start: 0 }];
  return { table, key: { item }, measure, value, figures, certainty: certainty as Certainty, rank: 'accounts', by };
}

/** `expression line by certainty` */
function share(text: string): DerivedSuggestion {
  const [expression = '', line, by = '', certainty] = text.split(' ');
  return { expression, figure: { line: Number(line), start: 0 }, by, certainty: certainty as Certainty };
}

const CONTESTED: readonly (readonly [name: string, cells: string[], certainties: string])[] = [
  ['two patterns, two cells', ['a/x/final 1 1 p certain', 'a/y/final 1 1 q certain'], 'likely likely'],
  ['one sentence means both', ['a/x/final 1 1 p certain', 'a/y/final 1 1 p certain'], 'certain certain'],
  ['cells of two tables', ['a/x/final 1 1 p certain', 'b/y/final 1 1 q certain'], 'certain certain'],
  ['the same cell', ['a/x/final 1 1 p certain', 'a/x/final 1 1 q certain'], 'certain certain'],
  ['two measures', ['a/x/final 1 1 p certain', 'a/x/initial 1 1 q certain'], 'likely likely'],
  ['two figures', ['a/x/final 1 1 p certain', 'a/y/final 1 2 q certain'], 'certain certain'],
  ['one merely possible', ['a/x/final 1 1 p certain', 'a/y/final 1 1 q possible'], 'certain possible'],
];

describe('contested', () => {
  test.each(CONTESTED)('%s', (_, cells, certainties) => {
    const said = doubtContested({ cells: cells.map(cell), derived: [] });
    expect(said.cells.map(({ certainty }) => certainty).join(' ')).toBe(certainties);
  });

  test('two derived values', () => {
    const derived = [share('share(a/x/final,a/z/final) 1 p certain'), share('growth(a/x/final) 1 q certain')];
    expect(doubtContested({ cells: [], derived }).derived.map(({ certainty }) => certainty)).toEqual([
      'likely',
      'likely',
    ]);
  });
});

const CORROBORATED: readonly (readonly [name: string, cells: string[], certainties: string])[] = [
  ['the same value elsewhere', ['a/x/final 1 1 p likely', 'a/x/final 1.0 2 q certain'], 'certain certain'],
  ['another value', ['a/x/final 1 1 p likely', 'a/x/final 2 2 q certain'], 'likely certain'],
  ['the same figure', ['a/x/final 1 1 p likely', 'a/x/final 1 1 q certain'], 'likely certain'],
  ['both only likely', ['a/x/final 1 1 p likely', 'a/x/final 1 2 q likely'], 'likely likely'],
  [
    'the budget of a line whose amount is borne out',
    ['a/x/initial 3 1 functional:initial likely', 'a/x/final 1 1 functional:amount likely', 'a/x/final 1 2 q certain'],
    'certain certain certain',
  ],
  [
    'the budget of another line',
    ['a/y/initial 3 1 functional:initial likely', 'a/x/final 1 1 functional:amount likely', 'a/x/final 1 2 q certain'],
    'likely certain certain',
  ],
];

describe('corroborated', () => {
  test.each(CORROBORATED)('%s', (_, cells, certainties) => {
    const said = believeCorroborated({ cells: cells.map(cell), derived: [] });
    expect(said.cells.map(({ certainty }) => certainty).join(' ')).toBe(certainties);
  });

  test('a percentage of a line whose amount is borne out', () => {
    const cells = ['a/x/final 1 1 functional:amount likely', 'a/x/final 1 2 q certain'].map(cell);
    const derived = ['x', 'y'].map((item) =>
      share(`completion(a/${item}/final,initial) 1 functional:completion likely`),
    );
    expect(believeCorroborated({ cells, derived }).derived.map(({ certainty }) => certainty)).toEqual([
      'certain',
      'likely',
    ]);
  });
});
