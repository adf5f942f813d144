/** Reads performance self-evaluations: fund tables, indicator tables, staff, projects, ratings. */
import { Big } from 'big.js';
import type { Document } from '../../documents/document.ts';
import type { CellSuggestion, SuggestContext, Suggestions } from '../suggestion.ts';
import { flatForms } from './flat.ts';
import { readForms } from './forms.ts';
import { gridsOf } from './grid.ts';
import { marksOf } from './marks.ts';
import { Projects } from './names.ts';
import { ordinalsIn } from './ordinals.ts';
import { readProse } from './prose/index.ts';
import { staffInGrid } from './staff-cells.ts';
import { suggestForms } from './suggest-forms.ts';

/** Forms and running text of a self-evaluation. Never throws; what it cannot read it leaves out. */
export function suggestPerformance(document: Document, _context: SuggestContext): Suggestions {
  const projects = new Projects();
  const grids = gridsOf(document);
  const forms = [...readForms(grids), ...flatForms(document)];
  // Forms print the full names, so they are known first; then the prose, then forms whose project the prose names.
  for (const { name } of forms) if (name !== '') projects.of(name, true);
  const prose = readProse(document, projects);
  const tables = suggestForms(forms, projects, isWhole(document));
  const cells = withoutRivals([...tables.cells, ...grids.flatMap(staffInGrid), ...prose.cells]);
  return {
    cells: [...bareProjects(cells), ...cells].map((cell) => named(cell, projects)),
    derived: [...tables.derived, ...prose.derived],
    ignored: [...[...new Set(forms.flatMap((form) => form.grids))].flatMap(ordinalsIn), ...forms.flatMap(marksOf)],
    absent: [],
  };
}

/** Whether the document says in its first lines that it is about a whole department. */
function isWhole(document: Document): boolean {
  return document.lines
    .slice(0, 30)
    .some(({ text }) => /整体(?:支出)?绩效/u.test(text.normalize('NFKC').replace(/\s/gu, '')));
}

/** Rows of projects of which no amount is suggested, but indicators or a rating are. */
function bareProjects(cells: readonly CellSuggestion[]): CellSuggestion[] {
  const listed = new Set(cells.flatMap(({ table, key }) => (table === 'projects' ? [key['project']] : [])));
  const used = cells.flatMap(({ key }) => key['project'] ?? key['scope'] ?? []);
  return [...new Set(used)]
    .filter((project) => project !== 'department' && !listed.has(project))
    .map((project) => ({
      table: 'projects',
      key: { project, source: '' },
      figures: [],
      certainty: 'likely',
      rank: 'performance',
      by: 'project-name',
    }));
}

function named(cell: CellSuggestion, projects: Projects): CellSuggestion {
  if (cell.table !== 'projects') return cell;
  return { ...cell, columns: { ...cell.columns, name: projects.name(cell.key['project']!) } };
}

/** A quantity of the prose stated a second time with another value is only possible: it may be somebody else's. */
function withoutRivals(cells: readonly CellSuggestion[]): CellSuggestion[] {
  const first = new Map<string, string>();
  return cells.map((cell) => {
    if (cell.measure === undefined || cell.value === undefined) return cell;
    const address = [cell.table, ...Object.values(cell.key), cell.measure].join('/');
    const known = first.get(address);
    if (known === undefined) first.set(address, cell.value);
    return known === undefined || new Big(known).eq(cell.value) || cell.rank !== 'prose'
      ? cell
      : { ...cell, certainty: 'possible' };
  });
}
