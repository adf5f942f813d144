/** Last two digits that mean the same under every 款 of 支出功能分类. */

/** 农业农村 (21301) and 林业和草原 (21302) have 事业运行 elsewhere; the list of codes names them. */
const ENDINGS: Readonly<Record<string, string>> = {
  行政运行: '01',
  一般行政管理事务: '02',
  机关服务: '03',
  事业运行: '50',
};

/** The ending of a 款 or 项 from its name and that of the one above, both without 支出 at the end; undefined where no rule tells. */
export function ruledEnding(name: string, above: string): string | undefined {
  if (name === `其他${above}` || (name === above && name.startsWith('其他'))) return '99';
  return ENDINGS[name];
}
