/** All declared table forms. Where a title fits several, the first wins; a new form is one declaration and one line here. */
import type { Form } from '../form.ts';
import { assetsTable } from './assets.ts';
import { detailTable } from './beyond.ts';
import {
  expenditureTable,
  generalTable,
  governmentFundTable,
  incomeTable,
  projectTable,
  stateCapitalTable,
} from './by-function.ts';
import { economicTable } from './economic.ts';
import { agencyTable, procurementTable, runningTable, threePublicTable } from './running.ts';
import { fiscalSummary, summary } from './summary.ts';

export const FORMS: readonly Form[] = [
  threePublicTable,
  detailTable,
  economicTable,
  projectTable,
  fiscalSummary,
  summary,
  governmentFundTable,
  stateCapitalTable,
  incomeTable,
  generalTable,
  expenditureTable,
  assetsTable,
  agencyTable,
  procurementTable,
  runningTable,
];
