/** The tools of the comparison's chart, for what the page shows before anything is chosen. */
import { fullAddress } from '../../site/settings.ts';
import type { Site } from '../../site/site.ts';
import { dataVersion } from '../../site/version.ts';
import type { Takeaway } from '../portable.ts';
import type { Comparison } from './comparison.ts';
import { ITEMS, MEASURES } from './items.ts';
import { wordsOf } from './words.ts';

/** The address names the reports shown, so that it shows the same when others have come. */
export function compareTakeaway(site: Site, shown: Comparison): Takeaway {
  const reports = shown.rows.map(({ key }) => key).join(',');
  const page = `compare/?reports=${reports}&item=${ITEMS[0]!.id}&measure=${MEASURES[0].id}#compare-chart`;
  return {
    ...wordsOf(shown),
    version: dataVersion(site.files),
    page,
    address: fullAddress(page),
    file: 'compare',
  };
}
