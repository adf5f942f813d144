/** What a check finds. */

/** 相符 · 舍入内 · 不符 · 无法核对 (an operand is not stated) · 不可比 (a zero base). */
export type Result = 'holds' | 'rounds' | 'differs' | 'unchecked' | 'not-comparable';

/** Two entries that disagree, identified by rule, subject and both values. */
export interface Disagreement {
  readonly rule: string;
  /** Cell address or derived expression. */
  readonly subject: string;
  readonly left: string;
  readonly right: string;
  readonly difference: string;
  readonly unit: string;
  /** The left side as printed, with its unit; absent when it is a cell. */
  readonly printed?: string;
  /** Where the figures stand: `source:at.n`. */
  readonly at: readonly string[];
  /** Place for the message. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Chinese sentence without its full stop. */
  readonly problem: string;
  readonly remedy: string;
}

export interface Relation {
  readonly rule: string;
  readonly subject: string;
  readonly result: Result;
  readonly left: string;
  readonly right: string;
  readonly difference: string;
  readonly unit: string;
  /** Addresses of the cells on the right-hand side. */
  readonly operands: readonly string[];
}

export function identity(entry: Pick<Disagreement, 'rule' | 'subject' | 'left' | 'right'>): string {
  return [entry.rule, entry.subject, entry.left, entry.right].join('|');
}

/** Disagreements with the same identity become one with all places. */
export function merge(found: readonly Disagreement[]): Disagreement[] {
  const merged = new Map<string, Disagreement>();
  for (const entry of found) {
    const known = merged.get(identity(entry));
    merged.set(identity(entry), known ? { ...known, at: [...new Set([...known.at, ...entry.at])] } : entry);
  }
  return [...merged.values()];
}
