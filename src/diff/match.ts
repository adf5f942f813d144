/** Which department and report of the base is which of the head: by name, else by what they hold. */
import type { CheckedDepartment, CheckedReport } from '../checks/check.ts';
import { order, plain } from './texts.ts';

export interface Pair<T> {
  readonly before?: T;
  readonly after?: T;
}

/** A report with the short name of its department. */
export interface Entry {
  readonly checked: CheckedReport;
  readonly name: string;
}

const nameOf = ({ checked: { report } }: Entry) => `${report.department}/${report.year}`;

/**
 * Pairs things of the same name, then what is left over and `alike`, the best first; the rest stands alone.
 * @param alike how surely two leftovers are the same thing; 0 when they are not
 */
function pair<T>(
  before: readonly T[],
  after: readonly T[],
  key: (one: T) => string,
  alike: (a: T, b: T) => number,
): Pair<T>[] {
  const [old, now] = [new Map(before.map((one) => [key(one), one])), new Map(after.map((one) => [key(one), one]))];
  const pairs = new Map<T, T>();
  const candidates = [...old.values()]
    .filter((one) => !now.has(key(one)))
    .flatMap((a) => [...now.values()].filter((b) => !old.has(key(b))).map((b) => ({ a, b, score: alike(a, b) })))
    .filter(({ score }) => score > 0)
    .sort((x, y) => y.score - x.score || order(key(x.a) + key(x.b), key(y.a) + key(y.b)));
  const taken = new Set<T>();
  for (const { a, b } of candidates) {
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    pairs.set(b, a);
  }
  const found: Pair<T>[] = [...now.values()].map((one) => {
    const was = old.get(key(one)) ?? pairs.get(one);
    return was ? { before: was, after: one } : { after: one };
  });
  for (const one of old.values()) if (!now.has(key(one)) && !taken.has(one)) found.push({ before: one });
  return found.sort((x, y) => order(key((x.after ?? x.before)!), key((y.after ?? y.before)!)));
}

/**
 * Reports: a leftover with the same content, or that rests on the same document (sha256 of a source), is the same report
 * at another place; of several the one of the same department, then of the same year.
 */
export function pairReports(before: readonly Entry[], after: readonly Entry[]): Pair<Entry>[] {
  const contents = new Map([...before, ...after].map(({ checked: { report } }) => [report, contentOf(report)]));
  return pair(before, after, nameOf, ({ checked: { report: a } }, { checked: { report: b } }) => {
    const shared = b.meta.sources.some(({ sha256 }) => a.meta.sources.some((source) => source.sha256 === sha256));
    const same = contents.get(a) === contents.get(b);
    if (!shared && !same) return 0;
    return 1 + (same ? 4 : 0) + (a.department === b.department ? 2 : 0) + (a.year === b.year ? 1 : 0);
  });
}

/** Departments: a leftover with the same `department.yaml`, or that holds a report which moved, is the same under another id. */
export function pairDepartments(
  before: readonly CheckedDepartment[],
  after: readonly CheckedDepartment[],
  reports: readonly Pair<Entry>[],
): Pair<CheckedDepartment>[] {
  const moved = new Set(
    reports.flatMap(({ before, after }) =>
      before && after ? [`${before.checked.report.department}→${after.checked.report.department}`] : [],
    ),
  );
  return pair(
    before,
    after,
    ({ department }) => department.id,
    ({ department: a }, { department: b }) =>
      (moved.has(`${a.id}→${b.id}`) ? 2 : 0) + (plain(a.meta) === plain(b.meta) ? 1 : 0),
  );
}

/** The cells and documents of a report as one text; where it stands is no part of it. */
function contentOf({ cells, meta }: CheckedReport['report']): string {
  const values = [...cells.values()].map(({ address, text, unit }) => `${address}=${text}${unit}`);
  return [...values, ...meta.sources.map(({ sha256 }) => sha256)].sort(order).join('\n');
}
