/** Pictures that stand for the site elsewhere: cards for links to it, the icon for home screens. */
import type { Site } from '../../site/site.ts';
import { cardViews } from '../../views/card.ts';
import { ICON, ICON_SIZE } from '../../views/paths.ts';
import { drawCard } from './card.ts';
import type { Download } from '../download.ts';
import { drawIcon } from './icon.ts';

export function pictures(site: Site): Download[] {
  const cards = cardViews(site).map((view) => ({
    path: view.path,
    title: `分享图：${[view.title, view.year].filter(Boolean).join(' ')}`,
    content: () => drawCard(view),
  }));
  return [...cards, { path: ICON, title: '主屏幕图标', content: () => drawIcon(ICON_SIZE) }];
}
