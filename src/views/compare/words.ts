/** What a comparison's chart says of itself when it leaves the page. Pure: the page uses it too. */
import type { Comparison } from './comparison.ts';

export interface Words {
  readonly title: string;
  readonly heading: string;
  /** Where the numbers come from, everything that should be known before comparing, and what is not drawn. */
  readonly source: string;
}

export function wordsOf({ title, unit, rows, warnings }: Comparison): Words {
  const drawn = rows.filter(({ value }) => value !== '');
  const left = rows.filter(({ value }) => value === '').map(({ label }) => label);
  return {
    title: `${title}（${unit}）`,
    heading: `${drawn.length} 份报告并列`,
    source: [
      `来源：${drawn.map(({ label }) => label).join('、')} 公开的报告，依据文本副本整理的可能含识别误差；算式和出处见下面的网址。`,
      ...warnings,
      left.length > 0 ? `${left.join('、')} 不在图里，原因也在那里。` : '',
    ].join(''),
  };
}
