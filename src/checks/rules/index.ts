/** All named relations, in the order in which they are explained. A new rule is one file and one line here. */
import { agencyOperation } from './agency-operation.ts';
import { balance } from './balance.ts';
import { budget } from './budget.ts';
import { carryOver } from './carry-over.ts';
import { change } from './change.ts';
import { functionalTotal } from './functional-total.ts';
import { incomeTreasury } from './income-treasury.ts';
import { indicatorCompletion } from './indicator-completion.ts';
import { moneyCount } from './money-count.ts';
import { partWhole } from './part-whole.ts';
import { procurement } from './procurement.ts';
import { projectClosing } from './project-closing.ts';
import { projectsTotal } from './projects-total.ts';
import type { Rule } from './rule.ts';
import { sharesTotal } from './shares-total.ts';
import { staffAuthorized } from './staff-authorized.ts';
import { threePublicEconomic } from './three-public-economic.ts';
import { treasuryPart } from './treasury-part.ts';
import { vehiclesKept } from './vehicles-kept.ts';
import { year } from './year.ts';
import { years } from './years.ts';

export const RULES: readonly Rule[] = [
  balance,
  incomeTreasury,
  functionalTotal,
  treasuryPart,
  carryOver,
  change,
  budget,
  agencyOperation,
  threePublicEconomic,
  moneyCount,
  vehiclesKept,
  procurement,
  staffAuthorized,
  projectClosing,
  projectsTotal,
  indicatorCompletion,
  partWhole,
  sharesTotal,
  year,
  years,
];
