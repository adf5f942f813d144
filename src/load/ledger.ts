/** Loads the ledger of one source document. */
import type { Issue } from '../messages/issue.ts';
import { parseStates, type Expression } from '../figures/expression.ts';
import { ledgerTable } from '../tables/ledger.ts';
import { columnIndex, readCsv } from './csv.ts';
import type { DataFile } from './files.ts';

export interface LedgerRow {
  readonly source: string;
  readonly at: string;
  readonly n: string;
  /** `source:at.n` */
  readonly place: string;
  readonly section: string;
  readonly printed: string;
  readonly sign: string;
  readonly unit: string;
  readonly states: readonly Expression[];
  readonly ignored: string;
  readonly note: string;
  readonly file: string;
  readonly line: number;
}

export interface Ledger {
  readonly source: string;
  readonly path: string;
  readonly header: readonly string[];
  readonly rows: readonly LedgerRow[];
  /** Field number of `states`, for messages. */
  readonly statesColumn: number;
  readonly text: string;
}

/** Reads `ledger/<source>.csv`; a malformed expression is an error and left out of its row. */
export function loadLedger(file: DataFile, source: string): { ledger: Ledger | undefined; issues: Issue[] } {
  const { csv, issues } = readCsv(file, ledgerTable);
  if (!csv) return { ledger: undefined, issues };
  const statesColumn = columnIndex(csv, 'states');
  const rows = csv.rows.map(({ line, values }): LedgerRow => {
    const field = (name: string) => values[name] ?? '';
    const states: Expression[] = [];
    for (const parsed of parseStates(field('states'))) {
      if (typeof parsed !== 'string') states.push(parsed);
      else {
        issues.push({
          severity: 'error',
          file: file.path,
          line,
          column: statesColumn,
          rule: 'LEDGER-SYNTAX',
          problem: parsed,
          remedy: '改成 表/项目/计量，例如 expenditure/basic/final',
        });
      }
    }
    const [at, n] = [field('at'), field('n')];
    return {
      source,
      at,
      n,
      place: `${source}:${at}.${n}`,
      section: field('section'),
      printed: field('printed'),
      sign: field('sign'),
      unit: field('unit'),
      states,
      ignored: field('ignored'),
      note: field('note'),
      file: file.path,
      line,
    };
  });
  return { ledger: { source, path: file.path, header: csv.header, rows, statesColumn, text: csv.text }, issues };
}
