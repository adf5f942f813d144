/** Classification codes of table rows: as printed in one or three columns, or found by name. */
import type { Code, Reference } from '../../load/reference.ts';
import type { Certainty } from '../suggestion.ts';
import { ruledEnding } from '../endings.ts';
import { nameKey } from './words.ts';

export interface ReadCode {
  readonly code: string;
  readonly certainty: Certainty;
}

type Kind = 'functional' | 'economic' | 'functional-classes' | 'either';

const SHAPE = /^(?:[0-9]{3}|[0-9]{5}|[0-9]{7})$/;

/** Digits of a printed code: brackets and dashes around it removed. */
const digitsOf = (text: string) => text.replace(/^[[(【]|[\])】]$/gu, '').replace(/[-.\s]/gu, '');

/** A code that opens a label: 2010301行政运行, [201]一般公共服务支出. */
export function leadingCode(label: string): { code: string; rest: string } | undefined {
  const match = /^[[(【]?([0-9]{7}|[0-9]{5}|[0-9]{3})[\])】]?[-—_]?(?=[^0-9.])(.+)$/u.exec(label);
  return match ? { code: match[1]!, rest: match[2]! } : undefined;
}

/** Reads the codes of one panel from the top down: blank upper levels are those of the row above. */
export class CodeReader {
  readonly #names: ReadonlyMap<string, readonly string[]>;
  readonly #classes: boolean;
  readonly #functional: boolean;
  /** Codes of one column may leave the 类 out below its own row: 301, then 01. */
  readonly #economic: boolean;
  #last = '';
  /** Names of 款 by code, and all codes read by name: a code comes once. */
  readonly #read = new Map<string, string>();

  constructor(kind: Kind, reference: Reference) {
    this.#names = namesOf(kind, reference);
    this.#economic = kind === 'economic' || kind === 'either';
    this.#classes = kind === 'functional-classes';
    this.#functional = kind === 'functional';
  }

  /** The code printed in the code columns, one text per column, empty where blank. */
  printed(columns: readonly string[]): ReadCode | undefined {
    let code = '';
    columns.forEach((text, level) => {
      const digits = digitsOf(text);
      if (!/^[0-9]+$/.test(digits)) return;
      if (SHAPE.test(digits) && digits.length >= 3 && (digits.startsWith(code) || code === '')) code = digits;
      else if (digits.length === 2 && (level > 0 || this.#economic))
        code = (code || this.#last.slice(0, Math.max(3, 1 + 2 * level))) + digits;
      else code += digits;
    });
    if (!SHAPE.test(code)) return undefined;
    this.#last = code;
    return { code, certainty: 'certain' };
  }

  /**
   * The code that a name stands for, nearest to the row above, by the lists or by the rule for its ending; undefined when
   * neither tells. What stands below an unknown name may belong to it.
   */
  named(name: string): ReadCode | undefined {
    const read = this.#listed(name) ?? this.#ruled(name);
    if (this.#classes) return read;
    if (!read || this.#read.has(read.code)) {
      this.#last = '';
      return undefined;
    }
    this.#last = read.code;
    this.#read.set(read.code, nameKey(name));
    return read;
  }

  #ruled(name: string): ReadCode | undefined {
    if (!this.#functional) return undefined;
    const above = this.#last.slice(0, 5);
    const ending = above.length === 5 ? ruledEnding(nameKey(name), this.#read.get(above) ?? '') : undefined;
    return ending === undefined ? undefined : { code: `${above}${ending}`, certainty: 'likely' };
  }

  #listed(name: string): ReadCode | undefined {
    const exact = this.#names.get(nameKey(name));
    const codes = exact ?? (this.#classes ? this.#alike(nameKey(name)) : []);
    const below = (length: number) =>
      codes.filter((code) => code.length > length && code.startsWith(this.#last.slice(0, length)));
    const nearest = [this.#last.length, 5, 3].flatMap((length) =>
      this.#last.length >= length && length > 0 ? below(length).slice(0, 1) : [],
    )[0];
    const top = codes.find((code) => code.length === 3);
    const code = nearest ?? top ?? (codes.length === 1 ? codes[0] : undefined);
    return code === undefined ? undefined : { code, certainty: exact ? 'certain' : 'likely' };
  }

  /** The one class whose name is much the same: names of 类 change a little over the years. */
  #alike(name: string): readonly string[] {
    const near = [...this.#names].filter(([other]) => likeness(name, other) >= ALIKE);
    return new Set(near.flatMap(([, codes]) => codes)).size === 1 ? near[0]![1] : [];
  }
}

/** Least share of equal pairs of characters for two names to be taken for one. */
const ALIKE = 0.6;

function likeness(a: string, b: string): number {
  const pairs = (text: string) => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
  const [left, right] = [pairs(a), pairs(b)];
  const shared = left.filter((pair) => right.includes(pair)).length;
  return left.length + right.length === 0 ? 0 : (2 * shared) / (left.length + right.length);
}

/** Codes by name, short ones first, with the names of earlier years. */
function namesOf(kind: Kind, reference: Reference): ReadonlyMap<string, readonly string[]> {
  const lists: ReadonlyMap<string, Code>[] = [
    ...(kind === 'economic' ? [] : [reference.functional]),
    ...(kind === 'economic' || kind === 'either' ? [reference.economic] : []),
  ];
  const entries = lists.flatMap((list) => [...list.values()].map(({ code, name }) => [nameKey(name), code] as const));
  const scopes = kind === 'economic' ? /^经济/u : kind === 'either' ? /./u : /^[类款项]$/u;
  const former = reference.changes
    .filter(({ scope, old_name, code }) => old_name !== '' && scopes.test(scope) && SHAPE.test(code))
    .flatMap(({ old_name, new_name, code }) =>
      [nameKey(old_name), nameKey(new_name)].map((name) => [name, code] as const),
    );
  const names = new Map<string, string[]>();
  for (const [name, code] of [...entries, ...former]) {
    if (kind === 'functional-classes' && code.length !== 3) continue;
    const codes = names.get(name) ?? [];
    if (!codes.includes(code))
      names.set(
        name,
        [...codes, code].sort((a, b) => a.length - b.length || a.localeCompare(b)),
      );
  }
  return names;
}
