/** All tables, in the order in which a report shows them. A new table is one file and one line here. */
import { assets } from './assets.ts';
import { economic } from './economic.ts';
import { evaluation } from './evaluation.ts';
import { expenditure } from './expenditure.ts';
import { fiscal } from './fiscal.ts';
import { functional } from './functional.ts';
import { incomeFunctional } from './income-functional.ts';
import { income } from './income.ts';
import { indicators } from './indicators.ts';
import { metrics } from './metrics.ts';
import { operating } from './operating.ts';
import { projects } from './projects.ts';
import { staff } from './staff.ts';
import type { TableDeclaration } from './table.ts';
import { threePublic } from './three-public.ts';

export const TABLES: readonly TableDeclaration[] = [
  income,
  expenditure,
  fiscal,
  functional,
  incomeFunctional,
  economic,
  threePublic,
  operating,
  projects,
  indicators,
  metrics,
  staff,
  assets,
  evaluation,
];

export function tableById(id: string): TableDeclaration | undefined {
  return TABLES.find((table) => table.id === id);
}
