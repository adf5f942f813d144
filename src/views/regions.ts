/** The regions that a department lies in. */
import { regionPath, type Reference } from '../load/reference.ts';

export interface RegionView {
  /** GB/T 2260. */
  readonly code: string;
  readonly name: string;
}

/** Province, city, county …, largest first; empty when the code is in no list. */
export function regionsOf(reference: Reference, code: string): RegionView[] {
  return regionPath(reference, code).map((region) => ({ code: region.code, name: region.name }));
}
