/** Lines of a classification as clauses open with them. */
import type { DocumentFigure } from '../../documents/figures.ts';
import { saysOfLine, type Spoken } from './clauses.ts';
import type { CodeBook } from './codes.ts';
import { cutName, readPath, type Level } from './functional.ts';
import type { Marked } from './marked.ts';
import type { State } from './state.ts';
import { FUNCTIONAL, type Topic } from './topics.ts';

export interface Lines {
  /** Figures that are codes. */
  readonly codes: DocumentFigure[];
  /** Lines of the functional classification, from 类 down. */
  readonly paths: (readonly Level[])[];
}

/** A line of the functional classification, or of the economic one where basic expenditure is told. */
export function lineOf(
  clause: Marked,
  topic: Topic,
  book: CodeBook,
  state: State,
  lines: Lines,
): { spoken: Spoken; rest: Marked } | undefined {
  if (topic === 'basic') {
    const cut = cutName(clause, saysOfLine, (name) => book.economic(name) !== undefined);
    const code = cut && book.economic(cut.name);
    if (!code) return undefined;
    return {
      spoken: { id: 'economic', cells: [`economic/general.${code}`], words: cut.name, likely: false },
      rest: cut.rest,
    };
  }
  if (!FUNCTIONAL.has(topic) || !state.announced) return undefined;
  const path = readPath(clause, book, state.levels, saysOfLine);
  if (!path) return undefined;
  const level = path.levels.at(-1)!;
  state.levels = path.levels;
  lines.codes.push(...path.codes);
  lines.paths.push(path.levels);
  const spoken: Spoken = {
    id: 'functional',
    cells: [`functional/${state.fund}.${level.code || level.name}`],
    words: level.name,
    likely: !level.listed || topic === 'expenditure' || topic === 'fiscal' || topic === 'fund',
    ...(level.code === '' ? { unknown: true } : {}),
  };
  return { spoken, rest: path.rest };
}
