/** Small comparisons that the parts of a difference share. */
import type { TextChange } from './difference.ts';

/** Order of texts by code unit, independent of locale. */
export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A value of a YAML file as one text; the entries of a list in an order of their own, so that their order is no change. */
export function plain(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(plain).sort(order).join('；');
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([, entry]) => plain(entry) !== '')
      .sort(([a], [b]) => order(a, b))
      .map(([key, entry]) => `${key}: ${plain(entry)}`)
      .join('，');
  return String(value);
}

/** The fields of two records that differ. `names`: what each field is called, and which fields are compared. */
export function changedFields(
  before: object | undefined,
  after: object | undefined,
  names: Readonly<Record<string, string>>,
): TextChange[] {
  const text = (record: object | undefined, key: string) =>
    plain((record as Record<string, unknown> | undefined)?.[key]);
  return Object.entries(names)
    .map(([key, place]) => ({ place, before: text(before, key), after: text(after, key) }))
    .filter((change) => change.before !== change.after);
}

/** Keys of both sides, sorted. */
export function keysOf(...sides: readonly { keys(): Iterable<string> }[]): string[] {
  return [...new Set(sides.flatMap((side) => [...side.keys()]))].sort(order);
}
