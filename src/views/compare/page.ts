/** What the comparison page shows before anything is chosen, and what can be chosen. */
import type { Site } from '../../site/site.ts';
import { comparison, keyOf, SORTS, type Comparison } from './comparison.ts';
import { ITEMS, MEASURES, MOST, neverOf, type CompareItem } from './items.ts';
import { neverNote, type Never } from './never.ts';
import { defaultReports } from './report.ts';
import { labelOf } from './warnings.ts';

export interface ComparePage {
  readonly chosen: readonly { readonly key: string; readonly label: string }[];
  readonly shown: Comparison;
  readonly items: readonly { readonly id: string; readonly name: string; readonly never: Never }[];
  readonly measures: typeof MEASURES;
  /** Which measures the first item cannot have; empty when it can have all. */
  readonly note: string;
  readonly sorts: typeof SORTS;
  readonly most: number;
}

export function comparePage(site: Site): ComparePage {
  const reports = defaultReports(site);
  const items = ITEMS.map((item) => ({ id: item.id, name: item.name, never: neversOf(item) }));
  return {
    chosen: reports.map((report) => ({ key: keyOf(report), label: labelOf(report) })),
    shown: comparison(reports, ITEMS[0]!, MEASURES[0], SORTS[0].id),
    items,
    measures: MEASURES,
    note: neverNote(items[0]!.name, items[0]!.never, MEASURES),
    sorts: SORTS,
    most: MOST,
  };
}

function neversOf(item: CompareItem): Never {
  return Object.fromEntries(
    MEASURES.flatMap(({ id }) => {
      const reason = neverOf(item, id);
      return reason === undefined ? [] : [[id, reason]];
    }),
  );
}
