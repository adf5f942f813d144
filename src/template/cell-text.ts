/** The curated text of one cell of a filled workbook, and what is wrong with it. */
import type { CellValue, Sheet } from 'hucre';
import type { Issue } from '../messages/issue.ts';
import { isNumeric } from '../tables/kinds.ts';
import type { TableDeclaration } from '../tables/table.ts';
import { numberText } from './cells.ts';
import { fromLabel } from './labels.ts';

export interface CellReading {
  readonly text: string;
  readonly problem?: Pick<Issue, 'severity' | 'rule' | 'problem' | 'remedy'>;
}

const EMPTY: CellReading = { text: '' };

/**
 * What a cell says, as curated CSV has it. The value that a formula had when the file was saved counts, with a notice.
 * @param id the column that it fills; undefined when that is not known
 * @param row @param column from 0
 */
export function cellText(
  sheet: Sheet,
  table: TableDeclaration,
  id: string | undefined,
  row: number,
  column: number,
): CellReading {
  const cell = sheet.cells?.get(`${row},${column}`);
  const formula = cell?.formula;
  const value =
    formula === undefined ? (sheet.rows[row]?.[column] ?? null) : (cell?.formulaResult ?? cell?.value ?? null);
  if (cell?.type === 'error')
    return fault('TEMPLATE-ERROR', `这一格是错误值 ${String(value)}`, '改成文件印出的数，或清空');
  if (formula !== undefined && (value === null || value === ''))
    return fault(
      'TEMPLATE-FORMULA',
      `这一格是公式 =${formula.slice(0, 60)}，文件里没有存下它的结果`,
      '在 Excel 中重新保存，或“只粘贴数值”',
    );
  const text = plainText(value, cell?.style?.numFmt, id !== undefined && isNumeric(table.columns[id]!));
  if (text === undefined)
    return fault('TEMPLATE-VALUE', `这一格是${typeof value === 'boolean' ? '逻辑值' : '读不懂的内容'}`, '改成文字或数');
  if (text === '') return EMPTY;
  const curated = id === undefined ? text : fromLabel(table, id, text);
  if (formula === undefined) return { text: curated };
  return {
    text: curated,
    problem: {
      severity: 'notice',
      rule: 'TEMPLATE-FORMULA',
      problem: `这一格是公式 =${formula.slice(0, 60)}，取了文件里存下的结果 ${curated}`,
      remedy: '数应照文件印出的填，不用公式计算',
    },
  };
}

function fault(rule: string, problem: string, remedy: string): CellReading {
  return { text: '', problem: { severity: 'error', rule, problem, remedy } };
}

/** Undefined for what curated data cannot hold. Dates are UTC, as the library reads them. */
function plainText(value: CellValue, format: string | undefined, numeric: boolean): string | undefined {
  if (value === null) return '';
  if (typeof value === 'string') return value.trim() === '' ? '' : value;
  if (typeof value === 'number') return numberText(value, numeric ? format : undefined);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return undefined;
}
