/** The Atom feed: new and changed reports, and findings, newest first. Dates are those that the curators declared. */
import { Feed } from 'feed';
import { fullAddress } from '../site/settings.ts';
import { reportsOf, type Site, type SiteReport } from '../site/site.ts';
import { GRADES } from '../tables/report.ts';
import { reportPath } from '../views/paths.ts';
import { reportView } from '../views/report.ts';

/** Entries in the feed; older ones stay on the site. */
const LIMIT = 200;
const PATH = 'feed.xml';

interface Entry {
  readonly id: string;
  readonly date: string;
  /** Among entries of one day: reports before findings. */
  readonly rank: number;
  readonly title: string;
  readonly link: string;
  readonly text: string;
}

/** Atom (RFC 4287). Undefined when the site's address is not configured: ids and links must be absolute. */
export function feed(site: Site): string | undefined {
  const address = fullAddress('');
  const entries = reportsOf(site)
    .flatMap((entry) => [...changes(site, entry), ...findings(entry)])
    .sort((a, b) => (a.date === b.date ? a.rank - b.rank : a.date < b.date ? 1 : -1))
    .slice(0, LIMIT);
  if (!address || entries.length === 0) return undefined;
  const atom = new Feed({
    id: address,
    link: address,
    title: '明账：新的报告与差异',
    description: '新收录、有更正的报告，和新登记的差异',
    language: 'zh-Hans',
    updated: midnight(entries[0]!.date),
    generator: false,
    copyright: 'CC BY 4.0',
    author: { name: '明账', link: address },
    feedLinks: { atom: fullAddress(PATH) },
  });
  for (const { id, date, title, link, text } of entries)
    atom.addItem({
      id: fullAddress(id),
      link: fullAddress(link),
      title: asHtml(title),
      date: midnight(date),
      description: asHtml(text),
    });
  return atom.atom1();
}

/** One entry for each change in a report's history. */
function changes(site: Site, { department, checked }: SiteReport): Entry[] {
  const view = reportView(department, checked, site);
  const link = reportPath(checked.report);
  return checked.report.meta.history.map(({ date, text }, index) => ({
    id: `${link}#history-${index + 1}`,
    date,
    rank: 0,
    title: `${department.meta.short} ${checked.report.year} 年度：${text}`,
    link,
    text: view.description,
  }));
}

/** One entry for each declared finding, and one for each reply to it. */
function findings({ department, checked }: SiteReport): Entry[] {
  const { meta, year } = checked.report;
  return meta.findings.flatMap((finding) => {
    const date = finding.since ?? meta.history[0]?.date;
    const link = `${reportPath(checked.report)}#finding-${finding.id}`;
    const name = `${department.meta.short} ${year} 年度，差异（${GRADES[finding.grade]}）`;
    const entry = { rank: 1, link, text: finding.explanation };
    const { reply } = finding;
    return [
      ...(date ? [{ ...entry, id: link, date, title: name }] : []),
      ...(reply?.date.length === 10
        ? [{ ...entry, id: `${link}-reply`, date: reply.date, title: `${name}：部门答复`, text: reply.text }]
        : []),
    ];
  });
}

const midnight = (date: string) => new Date(`${date}T00:00:00Z`);

/** The library marks titles and summaries as HTML; ours are plain text. */
const asHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
