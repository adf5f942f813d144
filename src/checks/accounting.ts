/** Nothing missing and nothing invented: rows that account for nothing, addresses that do not exist, cells unproven. */
import type { Expression } from '../figures/expression.ts';
import { parseAddress } from '../figures/expression.ts';
import type { Ledger } from '../load/ledger.ts';
import type { Report } from '../load/report.ts';
import type { Issue } from '../messages/issue.ts';
import { tableById } from '../tables/index.ts';
import { measures } from '../tables/table.ts';
import { LEDGERS, type SourceMeta } from '../tables/report.ts';
import { printedValue, type LedgerLine } from './ledger.ts';

/** How far the figures of a report are accounted for: 逐数 when every source in force has a complete ledger. */
export function proofOf(report: Report): keyof typeof LEDGERS {
  const sources = currentSources(report);
  if (sources.length > 0 && sources.every((source) => source.ledger === 'complete' && report.ledgers.has(source.id)))
    return 'complete';
  return sources.some((source) => source.ledger !== 'none' && report.ledgers.has(source.id)) ? 'partial' : 'none';
}

/** Sources that no later source supersedes. */
export function currentSources(report: Report): SourceMeta[] {
  const superseded = new Set(report.meta.sources.map((source) => source.supersedes));
  return report.meta.sources.filter((source) => !superseded.has(source.id));
}

/** Issues of ledger rows in themselves. */
export function checkRows(report: Report, ledger: Ledger, source: SourceMeta, lines: readonly LedgerLine[]): Issue[] {
  const issues: Issue[] = [];
  for (const { row, statements } of lines) {
    const add = (rule: string, problem: string, remedy: string, found?: string) =>
      issues.push({
        severity: 'error',
        file: row.file,
        line: row.line,
        column: ledger.statesColumn,
        rule,
        problem,
        remedy,
        found,
      });
    const numeral = row.n.startsWith('c');
    if (printedValue(row) === undefined) {
      add(
        'LEDGER-PRINTED',
        numeral ? `备注“${row.note}”不是中文数字` : '没有写印出的数字',
        '数字照印填在 printed；中文数字的行 n 写 c1、c2，备注只写那个中文数字',
      );
      continue;
    }
    const stated = row.states.length > 0;
    if (stated && row.ignored !== '')
      add('LEDGER-BOTH', `${row.at} 的 ${row.printed} 既说明单元又标为不计`, '两者只能有一个');
    if (!stated && row.ignored === '' && source.ledger === 'complete') {
      add(
        'LEDGER-UNACCOUNTED',
        `${row.at} 第 ${row.n} 个数字 ${row.printed}${row.unit} 没有着落`,
        '在 states 写明它说的是哪个单元，或在 ignored 写明为什么不是统计数',
      );
    }
    for (const expression of row.states) {
      const problem = unknownAddress(report, expression);
      if (problem)
        add('LEDGER-ADDRESS', `${expression.text}：${problem}`, '改正地址，或在相应的表里补上这一行', expression.text);
    }
    for (const statement of statements) {
      if (statement.incomparable)
        add(
          'LEDGER-UNIT',
          `印出的单位“${row.unit}”与 ${statement.expression.text} 的单位不是一类`,
          '核对 unit 与 states',
          row.unit,
        );
    }
  }
  return issues;
}

/** Why an expression names a cell that cannot exist or does not; undefined when all is well. */
function unknownAddress(report: Report, expression: Expression): string | undefined {
  for (const address of expression.cells) {
    const { table: id, item, measure } = parseAddress(address)!;
    const table = tableById(id);
    if (!table) return `没有“${id}”这张表`;
    if (report.faulty.has(id)) continue;
    if (!measures(table).includes(measure))
      return `${table.title}表没有“${measure}”这个计量，可用：${measures(table).join('、')}`;
    if (report.cells.has(address)) continue;
    const rows = report.tables.get(id);
    if (!rows) return `本报告没有 ${id}.csv`;
    const filled = [...report.cells.values()].some((cell) => cell.table === id && cell.item === item);
    // A printed share may rest on an amount that is printed nowhere: then the derived value cannot be checked.
    if (expression.kind !== 'cell' && (filled || table.items?.[item])) continue;
    return filled ? `“${item}”这一行的“${measure}”没有填` : `${id}.csv 没有“${item}”这一行`;
  }
  return undefined;
}

/** Cells that no figure states exactly. Only for reports whose every source has a complete ledger. */
export function checkProof(report: Report, lines: readonly LedgerLine[]): Issue[] {
  const proven = new Set<string>();
  const stated = new Set<string>();
  for (const { statements } of lines) {
    for (const { expression, status } of statements) {
      if (expression.kind !== 'cell') continue;
      stated.add(expression.text);
      if (status === 'agrees') proven.add(expression.text);
    }
  }
  return [...report.cells.values()]
    .filter((cell) => !proven.has(cell.address) && !report.faulty.has(cell.table))
    .map((cell) => ({
      severity: 'error',
      file: cell.file,
      line: cell.line,
      column: cell.column,
      rule: 'CELL-UNPROVEN',
      problem: stated.has(cell.address)
        ? `${cell.address}（${cell.name} · ${cell.measureName}）为 ${cell.text}，没有一个印出的数与它完全相等`
        : `${cell.address}（${cell.name} · ${cell.measureName}）为 ${cell.text}，台账里没有一个数说明它`,
      remedy: '核对原件；若确有印出，在台账相应一行的 states 写上这个地址；若没有印出，清空这一格',
      found: cell.text,
    }));
}
