/** Reads the sentences of a 部门决算公开, and the passages on income and expenditure of performance reports. */
import type { Document } from '../../documents/document.ts';
import { documentFigures } from '../../documents/figures.ts';
import type { CellSuggestion, SuggestContext, Suggestions } from '../suggestion.ts';
import { CodeBook } from './codes.ts';
import type { Level } from './functional.ts';
import { indexFigures, markFigures } from './marked.ts';
import { outline } from './outline.ts';
import { readPassage } from './reader.ts';
import { start, type State } from './state.ts';
import { positionOf, sayings } from './statements.ts';
import { FUNCTIONAL } from './topics.ts';
import { mirrored } from './treasury.ts';

export function suggestNarrative(document: Document, context: SuggestContext): Suggestions {
  const figures = indexFigures(documentFigures(document));
  const book = new CodeBook(document, context.reference);
  const suggestions = { cells: [], derived: [], ignored: [], absent: [] } as {
    -readonly [Kind in keyof Suggestions]: Suggestions[Kind][number][];
  };
  const rows = new Map<string, CellSuggestion>();
  const reports: string[] = [];
  let without = false;
  let path: string | undefined;
  let state: State = start(undefined);
  for (const passage of outline(document)) {
    const { topic } = passage;
    // Prose on the year's work mentions money of all sorts.
    if (topic === undefined && passage.performance) continue;
    if (passage.path !== path) state = start(topic);
    path = passage.path;
    const rank = passage.performance ? 'performance' : 'accounts';
    const marked = markFigures(document, passage, figures, topic !== undefined && FUNCTIONAL.has(topic));
    const reading = readPassage(marked, topic, book, state);
    for (const statement of reading.statements) {
      const said = sayings(statement, { topic, rank, year: context.year });
      suggestions.cells.push(...said.cells);
      suggestions.derived.push(...said.derived);
      suggestions.ignored.push(...said.ignored);
    }
    for (const figure of reading.codes)
      suggestions.ignored.push({ figure: positionOf(figure), reason: 'ordinal', by: 'code' });
    for (const levels of reading.paths)
      for (const row of headRows(levels, state.fund, rank))
        rows.set(`${state.fund}.${row.key['code']}`, rows.get(`${state.fund}.${row.key['code']}`) ?? row);
    if (passage.performance) reports.push(marked.text);
    if (topic === 'three-public' && NO_PUBLIC_EXPENSES.test(marked.text)) without = true;
  }
  suggestions.cells.push(...mirrored(suggestions.cells, reports));
  const stated = new Set(
    suggestions.cells.filter(({ table }) => table === 'functional').map(({ key }) => `${key['fund']}.${key['code']}`),
  );
  for (const [code, row] of rows) if (!stated.has(code)) suggestions.cells.push(row);
  if (without && !suggestions.cells.some(({ table }) => table === 'three-public'))
    suggestions.absent.push({ table: 'three-public', reason: 'not-applicable', note: '文件称没有“三公”经费支出' });
  return suggestions;
}

const NO_PUBLIC_EXPENSES = /(?:没有|无|未发生|未安排|不涉及).{0,16}三公经费/u;

/** The 类 and 款 over a line, which have rows of their own even where no amount is printed for them. */
function headRows(levels: readonly Level[], fund: string, rank: CellSuggestion['rank']): CellSuggestion[] {
  return levels
    .slice(0, -1)
    .filter(({ code, name }) => code !== '' && name !== '')
    .map(({ code, name, listed }) => ({
      table: 'functional',
      key: { fund, code },
      columns: { name },
      figures: [],
      certainty: listed ? 'certain' : 'likely',
      rank,
      by: 'functional:head',
    }));
}
