/** Breaks between years. Pure, so that scripts in the page use it too. */

/** Breaks that part two years: at a break's year begins what does not compare with the years before. */
export function between<T extends { readonly year: number }>(breaks: readonly T[], one: number, other: number): T[] {
  const [from, to] = one < other ? [one, other] : [other, one];
  return breaks.filter(({ year }) => year > from && year <= to);
}
