/** A ledger against the document that it lists. */
import type { PlacedFigure } from '../figures/place.ts';
import type { LedgerRow } from '../load/ledger.ts';
import type { Issue } from '../messages/issue.ts';

/** A document read again: its lines with their places, and every figure, both in reading order. */
export interface Original {
  readonly lines: readonly { readonly at: string; readonly text: string }[];
  readonly figures: readonly PlacedFigure[];
}

/** Every figure of the document has its row, in order, with the same digits; every row has its figure or numeral. */
export function compareLedger(original: Original, rows: readonly LedgerRow[], file: string): Issue[] {
  const issues: Issue[] = [];
  const figures = new Map(original.figures.map((figure) => [`${figure.at}.${figure.n}`, figure]));
  const texts = new Map<string, string>();
  for (const { at, text } of original.lines) texts.set(at, `${texts.get(at) ?? ''}${text}\n`);
  const order = new Map([...texts.keys()].map((at, index) => [at, index]));
  const add = (line: number | undefined, rule: string, problem: string, remedy: string) =>
    issues.push({ severity: 'error', file, line, rule, problem, remedy });
  const place = (row: LedgerRow) => `${row.at}.${row.n}`;

  for (const row of rows) {
    if (row.n.startsWith('c')) {
      if (row.note === '' || !(texts.get(row.at) ?? '').includes(row.note))
        add(row.line, 'ORIGINAL-NUMERAL', `原件 ${row.at} 没有中文数字“${row.note}”`, '核对位置与备注');
      continue;
    }
    const figure = figures.get(place(row));
    if (!figure)
      add(row.line, 'ORIGINAL-INVENTED', `原件 ${row.at} 没有第 ${row.n} 个数字`, '用 npm run figures 更新台账');
    else if (figure.printed !== row.printed)
      add(
        row.line,
        'ORIGINAL-DIGITS',
        `原件 ${place(row)} 印出 ${figure.printed}，台账写作 ${row.printed}`,
        '照原件改正 printed',
      );
  }
  const listed = new Set(rows.map(place));
  for (const [at, figure] of figures) {
    if (!listed.has(at))
      add(
        undefined,
        'ORIGINAL-MISSED',
        `原件 ${at} 印出 ${figure.printed}${figure.unit}，台账里没有`,
        '用 npm run figures 更新台账',
      );
  }
  const placed = rows.map((row) => order.get(row.at) ?? -1);
  const misplaced = placed.findIndex((at, index) => index > 0 && at >= 0 && at < placed[index - 1]!);
  if (misplaced > 0)
    add(
      rows[misplaced]!.line,
      'ORIGINAL-ORDER',
      `${rows[misplaced]!.at} 排在 ${rows[misplaced - 1]!.at} 之后`,
      '台账按原文次序排列',
    );
  return issues;
}
