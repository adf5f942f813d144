/** Staff counts that a form prints in cells: a label, and the number in the next cell or below. */
import type { CellSuggestion } from '../suggestion.ts';
import { amountOf } from './funds.ts';
import { filled, type Grid } from './grid.ts';
import { plain } from './heads.ts';

const LABELS: readonly (readonly [item: string, measure: 'authorized' | 'actual', label: RegExp])[] = [
  ['total', 'authorized', /^(?:人员)?编制(?:人员|人)?(?:总)?数?$|^人员编制数?$/u],
  ['administrative', 'authorized', /^行政编制(?:人)?数?$/u],
  ['institution', 'authorized', /^事业编制(?:人)?数?$/u],
  ['total', 'actual', /^(?:年末|期末|实际)?(?:实有|在职|在编|在岗|在编在岗)(?:人员)?(?:总)?(?:人)?数?$/u],
  ['retired', 'actual', /^退休(?:人员)?(?:人)?数?$/u],
];

/** Cells of one grid, when it prints both an 编制 and an actual number. */
export function staffInGrid(grid: Grid): CellSuggestion[] {
  const cells = grid.rows.flatMap((row, index) =>
    filled(row).flatMap((label, position): CellSuggestion[] => {
      const known = LABELS.find(([, , pattern]) => pattern.test(plain(label.text).replace(/^[0-9]{4}年/u, '')));
      if (!known || label.row !== index) return [];
      const [item, measure] = known;
      const below = grid.rows[index + 1]?.[label.column];
      const amount = [filled(row)[position + 1], below]
        .map((cell) => cell && amountOf(cell))
        .find((one) => one && /^(?:0|[1-9][0-9]*)$/.test(one.value) && one.unit === '');
      if (!amount) return [];
      const figures = [amount.span.place(amount.index)];
      const by = 'form-staff';
      return [
        {
          table: 'staff',
          key: { item },
          measure,
          value: amount.value,
          figures,
          certainty: 'likely',
          rank: 'performance',
          by,
        },
      ];
    }),
  );
  const both = (['authorized', 'actual'] as const).every((one) => cells.some(({ measure }) => measure === one));
  return both ? cells : [];
}
