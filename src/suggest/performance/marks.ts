/** Weights and scores: 分值 and 得分 of the rows of a form, 产出指标(50分). No table here holds them, but for the total score. */
import type { IgnoredSuggestion } from '../suggestion.ts';
import type { Form } from './forms.ts';
import { filled } from './grid.ts';
import { LEVEL1, LEVEL2 } from './heads.ts';
import { DECIMAL, isFigure, type Span } from './span.ts';

const MARK = new RegExp(`^${DECIMAL}分?$`, 'u');
const WEIGHT = new RegExp(`^([^0-9(]+)([(]?)${DECIMAL}分[)]?$`, 'u');

/** The weights and scores of one form as figures that no table holds. */
export function marksOf(form: Form): IgnoredSuggestion[] {
  const ignored = (span: Span, index: number): IgnoredSuggestion[] =>
    isFigure(span, index) ? [{ figure: span.place(index), reason: 'beyond', by: 'form-mark' }] : [];
  const cells = new Set(form.grids.flatMap((grid) => grid.rows.flatMap(filled)));
  const weights = [...cells].flatMap((cell) => {
    const [, level, open] = WEIGHT.exec(cell.text) ?? [];
    const known = level !== undefined && (LEVEL1.test(level) || LEVEL2.test(level));
    return known ? ignored(cell, level.length + open!.length) : [];
  });
  const marks = new Set(form.marks.filter((cell) => cell !== form.score && MARK.test(cell.text)));
  return [...weights, ...[...marks].flatMap((cell) => ignored(cell, 0))];
}
