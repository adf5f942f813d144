/** Where a department is. */
import { regionPath } from '../load/reference.ts';
import type { Site } from '../site/site.ts';

export interface RegionView {
  /** GB/T 2260. */
  readonly code: string;
  readonly name: string;
}

/** A region and those around it: province, city, county, largest first; empty when the code is in no list. */
export function regionsOf({ reference }: Pick<Site, 'reference'>, code: string): RegionView[] {
  return regionPath(reference, code).map((region) => ({ code: region.code, name: region.name }));
}

/** Their names. */
export function regionNames(site: Pick<Site, 'reference'>, code: string): string[] {
  return regionsOf(site, code).map(({ name }) => name);
}
