/** Files that the comparison page fetches: the list to choose from, and each report with its results. */
import { type Site, type SiteReport } from '../site/site.ts';
import { compareIndex, compareReport } from '../views/compare/report.ts';
import { dataPath } from '../views/paths.ts';
import type { Download } from './download.ts';

export function compareList(site: Site): Download {
  return {
    path: 'data/compare.json',
    title: '可以比较的报告',
    internal: true,
    content: () => `${JSON.stringify(compareIndex(site))}\n`,
  };
}

export function compareFile(site: Site, entry: SiteReport): Download {
  return {
    path: `${dataPath(entry.checked.report)}compare.json`,
    title: '比较用的数，都已算好',
    internal: true,
    content: () => `${JSON.stringify(compareReport(site, entry))}\n`,
  };
}
