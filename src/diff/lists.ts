/** The glossary and the reference lists, before and after. */
import type { Site } from '../site/site.ts';
import type { ListChange } from './difference.ts';
import { keysOf, plain } from './texts.ts';

/** Lists in which something changed, each with the keys concerned. */
export function compareLists(before: Site, after: Site): ListChange[] {
  const [old, now] = [listsOf(before), listsOf(after)];
  return Object.keys(now).flatMap((name): ListChange[] => {
    const [left, right] = [old[name]!, now[name]!];
    const keys = keysOf(left, right);
    const added = keys.filter((key) => !left.has(key));
    const removed = keys.filter((key) => !right.has(key));
    const changed = keys.filter((key) => left.has(key) && right.has(key) && left.get(key) !== right.get(key));
    return added.length + removed.length + changed.length === 0 ? [] : [{ name, added, removed, changed }];
  });
}

function listsOf({ reference, glossary }: Site): Record<string, Map<string, string>> {
  const texts = (list: ReadonlyMap<string, unknown>) => new Map([...list].map(([key, value]) => [key, plain(value)]));
  return {
    行政区划: texts(reference.regions),
    支出功能分类: texts(reference.functional),
    支出经济分类: texts(reference.economic),
    科目更名: new Map(
      reference.changes.map((change) => [`${change.scope} ${change.code} ${change.new_name}`, plain(change)]),
    ),
    名词解释: new Map([...glossary].map(([key, text]) => [key, text.trim()])),
  };
}
