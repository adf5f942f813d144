/** Numbers by which a form counts its rows: 指标1:…, 1.一般公共预算. */
import type { IgnoredSuggestion } from '../suggestion.ts';
import { filled, type Grid } from './grid.ts';
import { isFigure } from './span.ts';

const NUMBERED = /^(?:指标|\()?(?=[0-9]{1,2}[:.、)](?![0-9]).*[\p{L}]|[0-9]{1,2}[:：]$)/u;

/** The numbers of one grid that belongs to a form. */
export function ordinalsIn(grid: Grid): IgnoredSuggestion[] {
  const cells = new Set(grid.rows.flatMap(filled));
  return [...cells].flatMap((cell): IgnoredSuggestion[] => {
    const lead = NUMBERED.exec(cell.text);
    if (!lead || !isFigure(cell, lead[0].length)) return [];
    return [{ figure: cell.place(lead[0].length), reason: 'ordinal', by: 'form-ordinal' }];
  });
}
