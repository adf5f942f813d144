/** Codes of the functional classification by the names that a document prints. */
import { ruledEnding } from '../endings.ts';
import { comparable } from '../../figures/characters.ts';
import type { Document } from '../../documents/document.ts';
import type { Reference } from '../../load/reference.ts';

export interface Found {
  readonly code: string;
  /** Whether a list or the document itself gives the code, rather than the way codes are made. */
  readonly listed: boolean;
}

const ROW = /^\s*(2[0-9]{2}(?:[0-9]{2}){0,2})[\s\t]+([^\s\d][^\t\d]*)/u;
const SPLIT_ROW = /^\s*(2[0-9]{2})\s+([0-9]{2})\s+(?:([0-9]{2})\s+)?([^\s\d][^\t\d]*)/u;

/** Names without brackets, spaces and the closing 支出, which documents leave out or add. */
function plain(name: string): string {
  return comparable(name)
    .replaceAll(/[\s()“”"、,]/gu, '')
    .replace(/支出$/u, '');
}

export class CodeBook {
  /** Plain names by code. */
  readonly #names = new Map<string, Set<string>>();
  readonly #economic = new Map<string, string[]>();

  constructor(document: Document, reference: Reference) {
    for (const { code, name } of reference.functional.values()) this.#add(code, name);
    for (const { code, name } of reference.economic.values())
      this.#economic.set(plain(name), [...(this.#economic.get(plain(name)) ?? []), code]);
    for (const { scope, code, old_name, new_name } of reference.changes) {
      if (!/^[类款项]$/u.test(scope)) continue;
      for (const name of [old_name, new_name]) if (name && !name.startsWith('（')) this.#add(code, name);
    }
    for (const { text } of document.lines) {
      const line = comparable(text);
      const split = SPLIT_ROW.exec(line);
      if (split) this.#add(`${split[1]}${split[2]}${split[3] ?? ''}`, split[4]!);
      else {
        const row = ROW.exec(line);
        if (row) this.#add(row[1]!, row[2]!);
      }
    }
  }

  #add(code: string, name: string): void {
    const names = this.#names.get(code) ?? new Set();
    names.add(plain(name));
    this.#names.set(code, names);
  }

  /** Codes of a length under a parent that bear a name. */
  #codes(name: string, length: number, parent: string): string[] {
    const wanted = plain(name);
    return [...this.#names]
      .filter(([code, names]) => code.length === length && code.startsWith(parent) && names.has(wanted))
      .map(([code]) => code);
  }

  /** The code of the economic classification that bears a name, where only one does. */
  economic(name: string): string | undefined {
    const codes = this.#economic.get(plain(name)) ?? [];
    return codes.length === 1 ? codes[0] : undefined;
  }

  /** The code of a 类, 款 or 项 by its name and its parent's code, where that is known. */
  find(name: string, length: 3 | 5 | 7, parent: { code: string; name: string } | undefined): Found | undefined {
    const codes = this.#codes(name, length, parent?.code ?? '');
    if (codes.length === 1) return { code: codes[0]!, listed: true };
    if (codes.length > 1 || !parent || parent.code.length !== length - 2) return undefined;
    const ending = ruledEnding(plain(name), plain(parent.name));
    return ending && (length === 7 || ending === '99') ? { code: `${parent.code}${ending}`, listed: false } : undefined;
  }
}
