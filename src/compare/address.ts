/** The address of a comparison: what it asks for, and what is wrong with it. Pure. */

export interface Choice {
  /** Keys `510811-xzspj/2022`, in the order chosen. */
  readonly reports: readonly string[];
  readonly item: string;
  readonly measure: string;
  readonly sort: string;
}

/** What can be chosen. The first of each list is taken when the address names none. */
export interface Offer {
  readonly knows: (report: string) => boolean;
  readonly items: readonly string[];
  readonly measures: readonly string[];
  /** Why an item cannot be measured so, a Chinese sentence without its full stop; undefined when it can. */
  readonly never: (item: string, measure: string) => string | undefined;
  readonly sorts: readonly string[];
  readonly most: number;
}

/** Longest text of an address that a message repeats. */
const REPEATED = 40;

/**
 * Reads `?reports=a/2022,b/2020&item=…&measure=…&sort=…`.
 * @param start the reports that are shown when the address names none
 * @returns the choice that can be shown, and a Chinese sentence for each thing that cannot
 */
export function readAddress(
  search: string,
  offer: Offer,
  start: readonly string[],
): { choice: Choice; problems: string[] } {
  const asked = new URLSearchParams(search);
  const problems: string[] = [];
  const one = (name: string, what: string, known: readonly string[]) => {
    const text = asked.get(name) ?? '';
    if (text !== '' && !known.includes(text)) problems.push(`地址里的${what}“${short(text)}”本站没有，改用默认的。`);
    return known.includes(text) ? text : known[0]!;
  };
  const named = asked.get('reports');
  const keys = [...new Set((named ?? '').split(',').filter((key) => key !== ''))];
  const known = keys.filter(offer.knows);
  const unknown = keys.filter((key) => !offer.knows(key)).map((key) => `“${short(key)}”`);
  if (unknown.length > 0) problems.push(`本站没有地址里的报告 ${unknown.slice(0, offer.most).join('、')}，其余照列。`);
  if (known.length > offer.most)
    problems.push(`最多比较 ${offer.most} 份报告，地址里有 ${known.length} 份，只列前 ${offer.most} 份。`);
  const item = one('item', '项目', offer.items);
  const measure = one('measure', '比法', offer.measures);
  const sort = one('sort', '次序', offer.sorts);
  const never = offer.never(item, measure);
  if (never !== undefined) problems.push(`地址里的比法用不上：${never}。改用默认的。`);
  return {
    choice: {
      reports: named === null ? start : known.slice(0, offer.most),
      item,
      measure: never === undefined ? measure : offer.measures[0]!,
      sort,
    },
    problems,
  };
}

/** The query of a choice, readable: slashes and commas stay. Ids hold only letters, digits and “-”. */
export function writeAddress({ reports, item, measure, sort }: Choice): string {
  return `?reports=${reports.join(',')}&item=${item}&measure=${measure}${sort === 'chosen' ? '' : `&sort=${sort}`}`;
}

function short(text: string): string {
  return text.length > REPEATED ? `${text.slice(0, REPEATED)}…` : text;
}
