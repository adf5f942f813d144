/** A CSV file for machines together with the declaration that describes it. */
import type { TableDeclaration } from '../../tables/table.ts';
import type { Download } from '../download.ts';

/** W3C Model for Tabular Data and Metadata on the Web: what CSV is here. */
export const TABULAR = 'https://www.w3.org/TR/tabular-data-model/';

export interface TableFile extends Download {
  /** The table's name among the files that one description covers. */
  readonly name: string;
  readonly table: TableDeclaration;
  /** Names of the file's columns, in its order. */
  readonly header: readonly string[];
}

export function tableFile(file: Omit<TableFile, 'conformsTo'>): TableFile {
  return { ...file, conformsTo: TABULAR };
}
