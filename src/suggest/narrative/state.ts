/** What goes on from clause to clause of a section. */
import type { Spoken } from './clauses.ts';
import type { Level } from './functional.ts';
import type { Base } from './predicates.ts';
import type { Subject } from './subjects.ts';
import type { Topic } from './topics.ts';

const INCOME_PARTS: ReadonlySet<string> = new Set(['income/basic', 'income/personnel', 'income/public']);
const HEADS: ReadonlySet<string> = new Set([
  'income/total',
  'income/current',
  'expenditure/total',
  'expenditure/current',
  'fiscal/income',
  'fiscal/expenditure',
]);

/** What goes on from clause to clause, and from passage to passage within a section. */
export interface State {
  subject: Spoken | undefined;
  /** What an increase is measured against. */
  base: Base;
  /** The year that the document names for it. */
  against: number | undefined;
  explaining: boolean;
  readonly fund: string;
  levels: readonly Level[];
  /** The measure of bare amounts until the sentence ends, when its head is a budget. */
  measure: Subject['measure'];
  heads: Readonly<Record<string, string>>;
  /** In performance reports: whether the passage speaks of treasury money, and whether it announced a functional list. */
  treasury: boolean;
  announced: boolean;
}

export const start = (topic: Topic | undefined): State => ({
  subject: undefined,
  base: 'prior',
  against: undefined,
  explaining: false,
  fund: topic === 'government-fund' || topic === 'state-capital' ? topic : topic === 'expenditure' ? 'all' : 'general',
  levels: [],
  measure: undefined,
  heads: {},
  treasury: false,
  announced: topic !== 'fund',
});

/** What a declared subject stands for here. */
export function spokenOf(subject: Subject, words: string, topic: Topic | undefined, state: State): Spoken {
  // Another total begins anew.
  if (subject.cells.some((cell) => HEADS.has(cell))) state.measure = undefined;
  const measure = subject.measure ?? state.measure;
  return {
    id: subject.id,
    cells: cellsOf(subject, topic, state),
    words,
    likely: subject.likely ?? false,
    ...(measure ? { measure } : {}),
    ...(subject.own ? { own: subject.own } : {}),
  };
}

/** Within a performance report, parts of treasury money belong to `fiscal` alone, and parts of basic income to `income`. */
function cellsOf(subject: Subject, topic: Topic | undefined, state: State): readonly string[] {
  if (topic !== 'fund') return subject.cells;
  if (subject.id === 'income-treasury' && !state.heads['income']) return ['fiscal/income'];
  if (INCOME_PARTS.has(state.subject?.cells[0] ?? '') && (subject.id === 'personnel' || subject.id === 'public'))
    return [`income/${subject.id}`];
  if (!state.treasury) return subject.cells;
  const parts = subject.cells.map((cell) =>
    cell.replace(/^expenditure\/(basic|project|personnel|public)$/u, 'fiscal/$1'),
  );
  const fiscal = parts.filter((cell) => cell.startsWith('fiscal/'));
  return fiscal.length > 0 ? fiscal : parts;
}

/** What a subject tells about the clauses after it. */
export function remember(spoken: Spoken, topic: Topic | undefined, state: State): void {
  if (spoken.measure) state.measure = spoken.measure;
  for (const cell of spoken.cells) if (HEADS.has(cell)) state.heads = { ...state.heads, [cell.split('/')[0]!]: cell };
  const [cell] = spoken.cells;
  if (cell === 'fiscal/expenditure' || cell === 'fiscal/income') state.treasury = true;
  if (cell === 'income/current' || cell === 'expenditure/current') state.treasury = false;
  state.announced = topic !== 'fund' || cell === 'fiscal/expenditure-general';
}
