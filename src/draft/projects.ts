/** Projects that a curator gave another key: what a document says of them goes to the row that is there. */
import type { CsvTable } from '../load/csv.ts';
import type { Suggestions } from '../suggest/suggestion.ts';

/** Columns whose value may be the key of a project. */
const KEYS = ['project', 'scope'] as const;

/** The suggestions with the curated keys of projects whose printed name is curated under one. `csv`: the projects' table. */
export function withCuratedProjects(suggestions: Suggestions, csv: CsvTable | undefined): Suggestions {
  const keys = curatedKeys(suggestions, csv);
  if (keys.size === 0) return suggestions;
  const renamed = (key: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(key).map(([column, value]) => [
        column,
        KEYS.some((name) => name === column) ? (keys.get(value) ?? value) : value,
      ]),
    );
  // Keys of projects hold neither “/” nor “.”, which end them in an address.
  const inAddress = (expression: string) =>
    expression.replace(/\b(projects|indicators|evaluation)\/([^/.,()]+)/gu, (whole, table: string, key: string) =>
      keys.has(key) ? `${table}/${keys.get(key)}` : whole,
    );
  return {
    ...suggestions,
    cells: suggestions.cells.map((cell) => ({ ...cell, key: renamed(cell.key) })),
    derived: suggestions.derived.map((one) => ({ ...one, expression: inAddress(one.expression) })),
  };
}

/** Curated keys by those that the reading made up, of projects with the same name. */
function curatedKeys({ cells }: Suggestions, csv: CsvTable | undefined): Map<string, string> {
  const known = new Set(csv?.rows.map(({ values }) => values['project']!));
  const byName = new Map(csv?.rows.map(({ values }) => [plain(values['name']), values['project']!]));
  return new Map(
    cells.flatMap(({ table, key, columns }) => {
      const [own, curated] = [key['project'], byName.get(plain(columns?.['name']))];
      return table === 'projects' && own && curated && !known.has(own) ? [[own, curated]] : [];
    }),
  );
}

function plain(name = ''): string {
  return name.normalize('NFKC').replace(/\s/gu, '');
}
