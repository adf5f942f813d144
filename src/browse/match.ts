/** Whether an entry of a list is what a filter asks for. */

export interface Facets {
  /** Texts that a free word may occur in. */
  readonly text: string;
  /** For each choice of the filter the values that the entry answers to. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** Fields of the form that are filled in, by name. */
export type State = Readonly<Record<string, string>>;

/** Full and half width, capitals and small letters count as one. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Every word of `q` occurs in the text, and every other field holds one of the entry's values. */
export function matches({ text, values }: Facets, { q = '', ...chosen }: State): boolean {
  const searched = plain(text);
  const words = plain(q).split(/\s+/u).filter(Boolean);
  return (
    words.every((word) => searched.includes(word)) &&
    Object.entries(chosen).every(([name, value]) => values[name]?.includes(value) === true)
  );
}
