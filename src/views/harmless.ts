/** Texts that a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@＝＋－＠\t\r]/;
const NUMBER = /^-?[0-9]+(?:\.[0-9]+)?$/;

/** A text that a spreadsheet would run as a formula gets a leading apostrophe. */
export function harmless(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
