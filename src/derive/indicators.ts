/** All indicators and volumes in one file, for the page that filters and sorts them. */
import type { Site } from '../site/site.ts';
import { INDICATORS_PATH, indicatorsData } from '../views/indicators.ts';
import type { Download } from './download.ts';

/** Rows as the page `/indicators/` lists them: `IndicatorsData` as JSON. */
export function indicatorsDownload(site: Site): Download {
  return {
    path: INDICATORS_PATH,
    title: '全部指标与工作量，供网页筛选',
    internal: true,
    content: () => `${JSON.stringify(indicatorsData(site))}\n`,
  };
}
