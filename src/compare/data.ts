/** What the comparison fetches: the list of reports, and each chosen report once. */
import type { CompareReport, IndexEntry } from '../views/compare/report';

/** Reports to choose from, by key `510811-xzspj/2022`, with the label that the reader picks. */
export type Labels = ReadonlyMap<string, string>;

const fetched = new Map<string, Promise<unknown>>();

/** JSON of a path below the site's root, fetched once. A failure is not kept, so that trying again can help. */
function json<T>(base: string, path: string): Promise<T> {
  let one = fetched.get(path);
  if (!one) {
    one = fetch(base + path).then((response) => {
      if (!response.ok) throw new Error(`${response.status} ${path}`);
      return response.json();
    });
    fetched.set(path, one);
    one.catch(() => fetched.delete(path));
  }
  return one as Promise<T>;
}

export async function fetchLabels(base: string): Promise<Labels> {
  const entries = await json<IndexEntry[]>(base, 'data/compare.json');
  return new Map(
    entries.flatMap(({ id, name, years }) => years.map((year) => [`${id}/${year}`, `${name} ${year}`] as const)),
  );
}

export function fetchReports(base: string, keys: readonly string[]): Promise<CompareReport[]> {
  return Promise.all(keys.map((key) => json<CompareReport>(base, `data/${key}/compare.json`)));
}
