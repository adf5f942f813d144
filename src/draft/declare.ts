/** Entries of the register for disagreements that nobody has declared yet, ready to be pasted below `findings`. */
import { Big } from 'big.js';
import { UNCHECKED } from '../checks/draft.ts';
import { gapText } from '../checks/ledger.ts';
import { declarationOf } from '../checks/register.ts';
import type { Disagreement } from '../checks/result.ts';

/** Disagreements of one cause: the same rule about the same cell. */
export interface Cause {
  readonly entries: readonly Disagreement[];
  /** Lines of YAML, indented as an item of `findings`. */
  readonly block: string;
}

/** Groups disagreements by cause. `taken`: ids that the report's findings have. */
export function causesOf(undeclared: readonly Disagreement[], taken: readonly string[]): Cause[] {
  const groups = new Map<string, Disagreement[]>();
  for (const entry of undeclared) {
    const key = `${entry.rule} ${entry.subject}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const ids = new Set(taken);
  return [...groups.values()].map((entries) => {
    const id = freeId(entries[0]!, ids);
    ids.add(id);
    return { entries, block: blockOf(id, entries) };
  });
}

function blockOf(id: string, entries: readonly Disagreement[]): string {
  return [
    `  - id: ${id}`,
    '    grade: explain # conclusion 影响结论｜explain 需要说明｜slip 笔误或尾差',
    `    explanation: ${UNCHECKED}：${sentenceOf(entries)}`,
    '    occurrences:',
    ...entries.map((entry) => `      - ${declarationOf(entry)}`),
  ].join('\n');
}

/** Both sides and how far apart they are; nothing about who is wrong. */
function sentenceOf(entries: readonly Disagreement[]): string {
  const sides = entries.map(({ left, right, unit, difference }) => {
    const shown = (text: string) => (text === '' ? '空' : `${text} ${unit}`.trimEnd());
    const gap =
      /^-?[0-9.]+$/.test(difference) && !new Big(difference).eq(0) ? `，相差 ${gapText(difference, unit)}` : '';
    return `两边是 ${shown(left)} 与 ${shown(right)}${gap}`;
  });
  return `${[...new Set(sides)].slice(0, 3).join('；')}${sides.length > 3 ? `；共 ${sides.length} 处` : ''}；有什么可以解释，照原件写`;
}

/** An id from the cell's address, with the rule where that is taken or has no Latin letters; ids hold no others. */
function freeId({ rule, subject }: Disagreement, taken: ReadonlySet<string>): string {
  const slug = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '')
      .slice(0, 34)
      .replace(/-+$/, '');
  const base = slug(subject) || slug(rule);
  let id = taken.has(base) ? slug(`${rule}-${subject}`) : base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
}
