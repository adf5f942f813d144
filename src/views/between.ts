/** Breaks between years. Pure, so that scripts in the page use it too. */

/** Breaks that part two years: at a break's year begins what does not compare with the years before. */
export function between<T extends { readonly year: number }>(breaks: readonly T[], one: number, other: number): T[] {
  const [from, to] = one < other ? [one, other] : [other, one];
  return breaks.filter(({ year }) => year > from && year <= to);
}

/** Breaks that part a year from the year before. */
export function startingIn<T extends { readonly year: number }>(breaks: readonly T[], year: number): T[] {
  return between(breaks, year - 1, year);
}
