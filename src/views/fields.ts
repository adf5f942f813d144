/** Fields of a filter above a list: one free text, and choices among what the list holds. */

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface Field {
  /** Name in the form and in the address. */
  readonly name: string;
  readonly label: string;
  /** Undefined for free text. */
  readonly choices?: readonly Choice[];
  /** What the empty choice, or the empty text field, says. */
  readonly empty: string;
}

/** Choices from a record of names, in its order, less those that `used` does not hold. */
export function choicesOf(names: Readonly<Record<string, string>>, used: ReadonlySet<string>): Choice[] {
  return Object.entries(names)
    .filter(([value]) => used.has(value))
    .map(([value, text]) => ({ value, text }));
}
