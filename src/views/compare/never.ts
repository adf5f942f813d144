/** Measures that an item can never have, as the page tells them. Pure: the page uses it too. */
import type { Named } from './comparison.ts';

/** By measure, why the item cannot have it. */
export type Never = Readonly<Record<string, string>>;

/** `支出不能比“占比”：本项即合计，不算占比`; empty when the item can have every measure. */
export function neverNote(item: string, never: Never, measures: readonly Named[]): string {
  const reasons = [...new Set(Object.values(never))];
  const parts = reasons.map((reason) => {
    const names = measures.filter(({ id }) => never[id] === reason).map(({ name }) => `“${name}”`);
    return `${item}不能用${names.join('')}：${reason}`;
  });
  return parts.join('；');
}
