/** Where a department is. */
import { regionPath } from '../load/reference.ts';
import type { Site } from '../site/site.ts';

/** Names of a region and those around it, largest first. @param code GB/T 2260 */
export function regionNames({ reference }: Pick<Site, 'reference'>, code: string): string[] {
  return regionPath(reference, code).map(({ name }) => name);
}
