/** What the comparison page shows before anything is chosen, and what can be chosen. */
import type { Site } from '../../site/site.ts';
import { comparison, keyOf, SORTS, type Comparison } from './comparison.ts';
import { ITEMS, MEASURES, MOST } from './items.ts';
import { defaultReports } from './report.ts';
import { labelOf } from './warnings.ts';

export interface ComparePage {
  readonly chosen: readonly { readonly key: string; readonly label: string }[];
  readonly shown: Comparison;
  readonly items: typeof ITEMS;
  readonly measures: typeof MEASURES;
  readonly sorts: typeof SORTS;
  readonly most: number;
}

export function comparePage(site: Site): ComparePage {
  const reports = defaultReports(site);
  return {
    chosen: reports.map((report) => ({ key: keyOf(report), label: labelOf(report) })),
    shown: comparison(reports, ITEMS[0]!, MEASURES[0], SORTS[0].id),
    items: ITEMS,
    measures: MEASURES,
    sorts: SORTS,
    most: MOST,
  };
}
