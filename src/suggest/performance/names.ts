/** Names of projects as a document prints them, in tables and in prose, and the keys made from them. */
import { comparable } from '../../figures/characters.ts';

/** At most this many characters of a name go into its key. */
const LONGEST = 12;

/** Longer ones are compared as a whole only. */
const LONGEST_NAME = 80;

/** A key made from a printed name that none of `taken` is: letters and digits, at most 12 of them. */
export function keyFor(name: string, taken: ReadonlySet<string>): string {
  const letters = [...comparable(name).matchAll(/[\p{L}\p{N}_-]/gu)].map(([letter]) => letter).join('');
  const bare = letters.replace(/^(?:19|20)[0-9]{2}年度?/u, '').replace(/^[_-]+/u, '');
  const stem = [...(bare.replace(/项目$/u, '') || bare || '其他')].slice(0, LONGEST).join('');
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(key)) return key;
  }
}

/** The name without what a document adds or leaves out as it likes. */
export function core(name: string): string {
  return comparable(name)
    .replace(/[\s“”"'‘’《》「」,，。、:：]/gu, '')
    .replace(/^(?:19|20)[0-9]{2}年度?/u, '')
    .replace(/(?:建设)?(?:项目)?$/u, '');
}

/** Parts of names that must not differ: they tell one project from another. */
const DISTINCT = /[0-9一二三四五六七八九十东西南北上下内外新旧甲乙丙丁A-Za-z]/u;

interface Spelling {
  readonly name: string;
  readonly core: string;
  readonly letters: readonly string[];
  /** The letters that must not differ, sorted. */
  readonly distinct: string;
}

function spell(name: string): Spelling {
  const letters = [...core(name)];
  const distinct = letters.filter((letter) => DISTINCT.test(letter)).sort();
  return { name, core: letters.join(''), letters, distinct: distinct.join('') };
}

/** True when two names are one, or differ in a few characters that name nothing else (经费, 服务 …). */
export function sameName(left: string, right: string): boolean {
  return alike(spell(left), spell(right));
}

function alike(a: Spelling, b: Spelling): boolean {
  if (a.core === b.core) return true;
  const lengths = [a.letters.length, b.letters.length];
  if (Math.min(...lengths) < 6 || Math.max(...lengths) > LONGEST_NAME || a.distinct !== b.distinct) return false;
  return 2 * commonLength(a.letters, b.letters) >= 0.8 * (a.letters.length + b.letters.length);
}

/** Length of the longest common subsequence. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let last = Array.from({ length: b.length + 1 }, () => 0);
  for (const letter of a) {
    const next = [0];
    b.forEach((other, index) => {
      next.push(letter === other ? last[index]! + 1 : Math.max(last[index + 1]!, next[index]!));
    });
    last = next;
  }
  return last[b.length]!;
}

interface Project {
  readonly key: string;
  /** As first printed. */
  readonly name: string;
  readonly fixed: boolean;
  readonly spellings: Spelling[];
}

/** The projects of a document: one key for every spelling of a name. */
export class Projects {
  readonly #known: Project[] = [];
  /** By the core of every spelling met. */
  readonly #spelled = new Map<string, Project>();
  readonly #keys = new Set(['department']);

  /** Key of a project. `fixed`: the name stands in the head of a form, and is shown as it is. */
  of(name: string, fixed = false): { key: string; name: string } {
    const spelling = spell(name);
    const known =
      this.#spelled.get(spelling.core) ??
      this.#known.find(({ spellings }) => spellings.some((other) => alike(other, spelling)));
    if (known && !known.spellings.some((other) => other.name === name)) known.spellings.push(spelling);
    const project = known ?? this.#add(spelling, fixed);
    this.#spelled.set(spelling.core, project);
    return project;
  }

  #add(spelling: Spelling, fixed: boolean): Project {
    const { name } = spelling;
    const key = keyFor(name, this.#keys);
    this.#keys.add(key);
    const project = { key, name, fixed, spellings: [spelling] };
    this.#known.push(project);
    return project;
  }

  /** The name of a key as it should be shown: as first printed, or the first spelling that says 项目 when that does not. */
  name(key: string): string {
    const known = this.#known.find((project) => project.key === key)!;
    if (known.fixed || known.name.endsWith('项目')) return known.name;
    const fuller = known.spellings.find(({ name }) => core(name) === core(known.name) && name.endsWith('项目'));
    return fuller?.name ?? known.name;
  }
}
