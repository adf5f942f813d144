/** What a group of a table shows: the columns it fills, zeros in a sentence, long lists folded, nothing lost. */
import { describe, expect, test } from 'vitest';
import type { GroupView } from '../../src/views/row-group.ts';
import { tableView } from '../../src/views/table.ts';
import { reportOf } from './make-report.ts';

function groupsOf(table: string, cells: readonly string[]): readonly GroupView[] {
  const { checked } = reportOf(cells, { functional: ['fund', 'code'], projects: ['project'] });
  return tableView(checked, checked.report.tables.get(table)!, () => undefined).groups;
}

const general = ['functional/general.201/final 3 name=甲', 'functional/general.201/basic 3'];

test('a column that no row of the group fills is not shown there; cells stay under their heads', () => {
  const [first, second] = groupsOf('functional', [
    ...general,
    'functional/all.201/final 4',
    'functional/all.201/project 1',
  ]);
  const heads = (group: GroupView) => group.columns.map(({ id }) => id);
  expect([heads(first!), heads(second!)]).toEqual([
    ['final', 'basic'],
    ['final', 'project'],
  ]);
  for (const { columns, rows } of [first!, second!])
    expect(rows[0]!.cells.map(({ column }) => column)).toEqual(columns.map(({ id }) => id));
});

describe('zeros', () => {
  const zeros = (...cells: string[]) => groupsOf('functional', [...general, ...cells])[1]!.zeros;
  const fund = 'functional/government-fund';
  test.each([
    ['all of a fund', [`${fund}.201/final 0`, `${fund}.208/final 0.00`], '政府性基金预算：印出的 2 个数都是 0'],
    ['one is none', [`${fund}.201/final 0`, `${fund}.208/final 0.01`], ''],
    ['a negative one is none', [`${fund}.201/final -1`], ''],
    ['nothing stated is no zero', [`${fund}.201/name 甲`], ''],
  ])('%s', (_, cells, said) => expect(zeros(...cells)).toBe(said));

  test('a table that has no groups keeps its zeros in sight', () =>
    expect(groupsOf('staff', ['staff/total/actual 0'])[0]!.zeros).toBe(''));
});

describe('long groups', () => {
  const rows = (count: number, code: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `functional/all.${code(index)}/final 1`);
  const shown = (cells: readonly string[]) => groupsOf('functional', cells)[0]!.shown;
  test('thirty rows are shown', () => expect(shown(rows(30, (index) => String(2010101 + index)))).toBe(30));
  test('of more, twenty', () => expect(shown(rows(31, (index) => String(2010101 + index)))).toBe(20));
  test('or as many as end with a 类', () => {
    const classes = rows(40, (index) => (index % 9 === 0 ? String(201 + index / 9) : String(2010100 + index)));
    expect(shown(classes)).toBe(18);
  });
  test('only codes are folded', () => {
    const projects = Array.from({ length: 40 }, (_, index) => `projects/p${index}/final 1 name=甲${index}`);
    expect(groupsOf('projects', projects)[0]!.shown).toBe(40);
  });
});
