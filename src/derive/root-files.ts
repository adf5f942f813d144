/** Files at the site's root for programs that visit it. */
import { fullAddress } from '../site/settings.ts';
import type { Site } from '../site/site.ts';
import type { Download } from './download.ts';
import { feed } from './feed.ts';

/** `robots.txt` (RFC 9309), and `feed.xml` where the site knows its own address. */
export function rootFiles(site: Site): Download[] {
  const atom = feed(site);
  const map = fullAddress('sitemap-index.xml');
  const robots = ['User-agent: *', 'Allow: /', ...(map ? [`Sitemap: ${map}`] : [])];
  return [
    { path: 'robots.txt', title: '给搜索引擎', content: () => `${robots.join('\n')}\n` },
    ...(atom ? [{ path: 'feed.xml', title: '订阅（Atom）', content: () => atom }] : []),
  ];
}
