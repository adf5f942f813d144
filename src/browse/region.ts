/** Region codes as they come in an address: `51` or `5108` for all that starts so, or all six digits (GB/T 2260). */

/** The code of the region itself: 5108 → 510800. What is no code stays as it is. */
export function fullRegion(code: string): string {
  return /^(?:\d{2}|\d{4}|\d{6})$/.test(code) ? code.padEnd(6, '0') : code;
}
