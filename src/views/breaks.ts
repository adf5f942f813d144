/** Where the years of a department stop comparing: breaks as declared, and changes of name. */
import { BREAKS, type DepartmentMeta } from '../tables/report.ts';

export interface Break {
  /** The first year that does not compare with those before. */
  readonly year: number;
  readonly kind: keyof typeof BREAKS;
  /** 口径有变 */
  readonly what: string;
  readonly note: string;
}

/**
 * All breaks by year. A former name gives one of kind `name` in the year in which the next name was first used, unless
 * the file declares it: the year of the last day of the old name, or the year after when that is the end of a year.
 */
export function breaksOf(meta: Pick<DepartmentMeta, 'breaks' | 'former_names'>): Break[] {
  const renamed = meta.former_names.flatMap(({ name, until }) =>
    until ? [{ year: firstYearAfter(until), kind: 'name' as const, note: `“${name}”用到 ${until}` }] : [],
  );
  const declared = meta.breaks.map(({ year, kind, note }) => ({ year, kind, note }));
  const known = new Set(declared.map(({ year, kind }) => `${year} ${kind}`));
  return [...declared, ...renamed.filter(({ year, kind }) => !known.has(`${year} ${kind}`))]
    .map((one) => ({ ...one, what: `${BREAKS[one.kind]}有变` }))
    .sort((a, b) => a.year - b.year);
}

/** @param day 2019-12-31, 2019-12 or 2019. */
function firstYearAfter(day: string): number {
  const year = Number(day.slice(0, 4));
  return ['', '-12', '-12-31'].includes(day.slice(4)) ? year + 1 : year;
}
