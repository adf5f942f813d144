/** A named relation: what must hold, in plain Chinese, and how to evaluate it. */
import type { Cell } from '../../load/cells.ts';
import { compare, type Context, type Evaluation } from '../relation.ts';

export interface Rule {
  readonly id: string;
  readonly title: string;
  /** What the rule says, for a citizen. */
  readonly says: string;
  /** Regulation or standard that it follows from. */
  readonly basis?: string;
  /** `explain`: a difference is shown and is no finding. */
  readonly level: 'finding' | 'explain';
  evaluate(context: Context): Evaluation[];
}

/** Two sums of addresses that must be equal, or of which the left must not exceed the right. */
export interface Pair {
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** Addresses that count as 0 when they are not stated. */
  readonly optional?: readonly string[];
}

/**
 * Compares pairs of address sums, for each of some measures (`table/item` plus measure). A pair without its subject is
 * left out; with another operand missing it is unchecked.
 */
export function comparePairs(
  context: Context,
  rule: string,
  sign: '=' | '≤',
  pairs: readonly Pair[],
  measures: readonly string[],
): Evaluation[] {
  return measures.flatMap((measure) =>
    pairs.flatMap(({ left, right, optional = [] }): Evaluation[] => {
      const read = (items: readonly string[]) =>
        items.map((item) => [item, context.cell(`${item}/${measure}`)] as const);
      const [a, b] = [read(left), read(right)];
      const stated = (side: typeof a): Cell[] => side.flatMap(([, cell]) => cell ?? []);
      if (!a[0]?.[1] || stated(b).length === 0) return [];
      const missing = [...a, ...b].some(([item, cell]) => !cell && !optional.includes(item));
      return [compare(context, { rule, left: stated(a), right: stated(b), sign, missing })];
    }),
  );
}

export const FUND_IDS = ['general', 'government-fund', 'state-capital'] as const;
