/** Fetches from this site what a drop of a few files lacks. Only this: nothing of a dropped file is ever sent. */
import type { Dropped, SiteLists, Wanted } from './dropped.ts';

/** @param base the site's root, with “/” at its end */
export async function fetchLists(base: string): Promise<SiteLists> {
  const response = await fetch(`${base}data/lists.json`);
  if (!response.ok) throw new Error(`名录没有取到（${response.status}）`);
  return (await response.json()) as SiteLists;
}

async function fetchFile(address: string, path: string): Promise<Dropped> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${path} 没有取到（${response.status}）`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { path, size: bytes.length, bytes };
}

/** Published files with their paths in the repository. Rejects when one cannot be fetched. */
export async function fetchWanted(base: string, { departments, reports }: Wanted): Promise<Dropped[]> {
  const people = departments.map((id) =>
    fetchFile(`${base}data/${id}/department.yaml`, `data/departments/${id}/department.yaml`),
  );
  const years = reports.map(async ({ department, year }) => {
    const [from, to] = [`${base}data/${department}/${year}/`, `data/departments/${department}/${year}/`];
    const response = await fetch(`${from}datapackage.json`);
    if (!response.ok) throw new Error(`${department} ${year} 的文件没有取到（${response.status}）`);
    const { resources } = (await response.json()) as { resources: { path: string }[] };
    // The findings are made from report.yaml and are no curated table.
    const names = ['report.yaml', ...resources.map(({ path }) => path).filter((path) => path !== 'findings.csv')];
    return Promise.all(names.map((name) => fetchFile(from + name, to + name)));
  });
  const found = await Promise.all([...people.map(async (one) => [await one]), ...years]);
  return found.flat();
}
