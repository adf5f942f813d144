/** Every printed figure of all reports, and what became of it. */
import type { CheckedReport } from '../checks/check.ts';
import { reportsOf, type Site } from '../site/site.ts';
import { choice, text } from '../tables/kinds.ts';
import { ledgerTable } from '../tables/ledger.ts';
import { defineTable } from '../tables/table.ts';
import { describe } from '../views/findings.ts';
import { findingsOfLine } from '../views/ledger.ts';
import { STATUS_NAMES } from '../views/ledger-status.ts';
import type { Record_ } from './csv.ts';
import { where, type Dataset } from './dataset.ts';
import type { Words } from './presented.ts';

export const allLedgerTable = defineTable({
  id: 'ledger',
  title: '全部台账',
  about:
    '各份台账列出的印出的数字，一个数一行，附核对结果。逐数对账的报告列出每一个，部分对账的列出一部分，未对账的不在内。',
  row: ledgerTable.row,
  key: ['department', 'year', 'source', 'at', 'n'],
  columns: {
    ...where,
    source: text('来源', '来源标识', { required: true }),
    at: ledgerTable.columns.at,
    n: ledgerTable.columns.n,
    section: ledgerTable.columns.section,
    printed: text('印出', '照印的数字'),
    sign: ledgerTable.columns.sign,
    unit: ledgerTable.columns.unit,
    states: ledgerTable.columns.states,
    status: choice('结果', '多个说明取最差的', STATUS_NAMES, { required: true }),
    finding: text('差异', '登记的差异标识，空格分隔'),
    ignored: ledgerTable.columns.ignored,
    note: ledgerTable.columns.note,
  },
});

/** What each figure states. */
export const ledgerWords: readonly Words[] = [
  {
    id: 'figure_meaning',
    column: text('说的是', '这个数字说的是什么，由“说明”一列得出'),
    beside: 'states',
    of: (row, checked) => {
      const states = (row['states'] ?? '').split(';').filter((state) => state !== '');
      return states.map((state) => describe(checked, state)).join('；');
    },
  },
];

/** The printed figures of one report, source by source, in document order. */
export function ledgerRows(checked: CheckedReport): Record_[] {
  return [...checked.lines.values()].flat().map((line): Record_ => {
    const { source, at, n, section, printed, sign, unit, ignored, note } = line.row;
    const states = line.row.states.map((expression) => expression.text).join(';');
    const [department, year] = [checked.report.department, String(checked.report.year)];
    return {
      department,
      year,
      source,
      at,
      n,
      section,
      printed,
      sign,
      unit,
      states,
      status: line.status,
      finding: findingsOfLine(checked, line).join(' '),
      ignored,
      note,
    };
  });
}

export function ledger(site: Site): Dataset {
  const rows = reportsOf(site).flatMap(({ checked }) => ledgerRows(checked));
  return { table: allLedgerTable, rows, words: ledgerWords };
}
