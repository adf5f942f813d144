/** A ledger against the text of its document. */
import { clean, listFigures } from '../figures/lexer.ts';
import type { LedgerRow } from '../load/ledger.ts';
import type { Issue } from '../messages/issue.ts';

/** Every figure of the document has its row, in order, with the same digits; every row has its figure or numeral. */
export function compareLedger(text: string, rows: readonly LedgerRow[], file: string): Issue[] {
  const issues: Issue[] = [];
  const lines = clean(text);
  const figures = new Map(listFigures(text).map((figure) => [`L${figure.line}.${figure.n}`, figure]));
  const add = (line: number | undefined, rule: string, problem: string, remedy: string) =>
    issues.push({ severity: 'error', file, line, rule, problem, remedy });
  const place = (row: LedgerRow) => `${row.at}.${row.n}`;

  for (const row of rows) {
    if (row.n.startsWith('c')) {
      const line = lines[Number(row.at.slice(1)) - 1] ?? '';
      if (row.note === '' || !line.includes(row.note))
        add(row.line, 'ORIGINAL-NUMERAL', `原件 ${row.at} 没有中文数字“${row.note}”`, '核对行号与备注');
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
  const order = rows.map((row) => [Number(row.at.slice(1)), Number(row.n.replace('c', ''))] as const);
  const misplaced = order.findIndex((at, index) => index > 0 && at[0] < order[index - 1]![0]);
  if (misplaced > 0)
    add(
      rows[misplaced]!.line,
      'ORIGINAL-ORDER',
      `${rows[misplaced]!.at} 排在 ${rows[misplaced - 1]!.at} 之后`,
      '台账按原文次序排列',
    );
  return issues;
}
