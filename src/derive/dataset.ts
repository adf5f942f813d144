/** What every file over all reports has in front. */
import { text, year, type Column } from '../tables/kinds.ts';
import type { TableDeclaration } from '../tables/table.ts';
import type { Record_ } from './csv.ts';
import type { Words } from './presented.ts';

/** A declared table with its rows: all that a download is made of. */
export interface Dataset {
  readonly table: TableDeclaration;
  readonly rows: readonly Record_[];
  /** What its addresses and codes say, for files that people read. */
  readonly words?: readonly Words[];
}

export const where: Readonly<Record<string, Column>> = {
  department: text('部门', '部门标识', { required: true }),
  year: year('年度', '财政年度', { required: true }),
};
