/** What a template workbook shows in place of codes: Chinese names to choose from, and the way back to the curated text. */
import type { Reference } from '../load/reference.ts';
import type { TableDeclaration } from '../tables/table.ts';

/** The choices of one column. */
export interface Choices {
  /** What a cell shows, by curated text, in the order of the declaration. */
  readonly labels: ReadonlyMap<string, string>;
  /** Other texts are allowed: items of the report's own, codes that are in no list. */
  readonly open: boolean;
}

type Lists = Pick<Reference, 'functional' | 'economic'>;

/** Names as labels; a name that two values share is told apart by the value in brackets. */
function named(values: Iterable<readonly [string, string]>): Map<string, string> {
  const pairs = [...values];
  const count = (name: string) => pairs.filter(([, other]) => other === name).length;
  return new Map(pairs.map(([value, name]) => [value, count(name) > 1 ? `${name}（${value}）` : name]));
}

/**
 * The choices of a column; undefined when it is filled in freely.
 * @param lists classification codes, shown as `2010301 行政运行`; without them a code column is free
 */
export function choicesOf(table: TableDeclaration, column: string, lists?: Lists): Choices | undefined {
  const { kind, values } = table.columns[column]!;
  if (kind === 'operator') return { labels: new Map(Object.keys(values!).map((sign) => [sign, sign])), open: false };
  if (values) return { labels: named(Object.entries(values)), open: false };
  if (table.items && (column === 'item' || column === 'parent'))
    return { labels: named(Object.entries(table.items).map(([id, { name }]) => [id, name])), open: true };
  if (lists && table.classification && column === 'code') {
    const words = Object.keys(table.groups ?? { total: {} }).filter((word) => /^[a-z]/.test(word));
    const codes = [...lists[table.classification].values()].map(({ code, name }) => [code, `${code} ${name}`] as const);
    return { labels: new Map([...words.map((word) => [word, word] as const), ...codes]), open: true };
  }
  return undefined;
}

/** The curated text of what a cell shows: a label, the text itself, or a code with its name behind it. */
export function fromLabel(table: TableDeclaration, column: string, shown: string): string {
  if (table.classification && column === 'code') return /^([0-9]{3,7})[\s　]/u.exec(shown)?.[1] ?? shown;
  const choices = choicesOf(table, column);
  if (!choices || choices.labels.has(shown)) return shown;
  return [...choices.labels].find(([, label]) => label === shown)?.[0] ?? shown;
}

/** A column's Chinese header with its unit: `决算（万元）`. */
export function headerOf(table: TableDeclaration, column: string): string {
  const { name, unit } = table.columns[column]!;
  return unit ? `${name}（${unit}）` : name;
}

const plain = (text: string) => text.normalize('NFKC').replace(/[\s*]/gu, '');

/**
 * The column that a header names: by its id, its Chinese name, or both with its unit, whatever the width of characters.
 * @returns undefined when it names none, or several
 */
export function columnOf(table: TableDeclaration, header: string): string | undefined {
  if (Object.hasOwn(table.columns, header.trim())) return header.trim();
  const wanted = plain(header);
  const found = Object.keys(table.columns).filter(
    (id) => wanted !== '' && [headerOf(table, id), table.columns[id]!.name].some((name) => plain(name) === wanted),
  );
  return found.length === 1 ? found[0] : undefined;
}
