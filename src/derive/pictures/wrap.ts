/** Breaks Chinese text into lines by the commonest rules of typesetting (GB/T 15834: which marks may not begin or end a line). */

/** The width of a text. */
export type Measure = (text: string) => number;

/** Marks that may not begin a line. */
const CLOSING = /^[、，。：；！？）》〉」』】〕”’％%·…—]/u;
/** Marks that may not end a line. */
const OPENING = /[（《〈「『【〔“‘]$/u;
/** What is never broken inside: a number, a Latin word, or else one character. */
const ATOMS = /[\p{Script=Latin}\p{Nd}.,\u2212-]+|\s+|./gsu;

/** The pieces between which a line may end; one that is wider than the line by itself is broken anywhere. */
function pieces(text: string, width: number, measure: Measure): string[] {
  const list: string[] = [];
  for (const [atom] of text.matchAll(ATOMS)) {
    const last = list.at(-1);
    if (last !== undefined && (CLOSING.test(atom) || OPENING.test(last) || /^\s/.test(atom)))
      list[list.length - 1] = last + atom;
    else list.push(atom);
  }
  return list.flatMap((piece) => (measure(piece.trimEnd()) <= width ? [piece] : [...piece]));
}

/** Lines of whole pieces, each as long as it goes. A piece wider than `width` has a line of its own. */
function fill(parts: readonly string[], width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let used = Infinity;
  for (const part of parts) {
    if (used + measure(part.trimEnd()) <= width) lines[lines.length - 1] += part;
    else {
      lines.push(part);
      used = 0;
    }
    used += measure(part);
  }
  return lines.map((line) => line.trim());
}

/**
 * Lines no wider than `width`, each as long as it goes. A piece that is wider by itself is broken anywhere.
 * @param measure gives widths in the unit of `width`; the width of a line is taken to be that of its pieces together
 */
export function wrap(text: string, width: number, measure: Measure): string[] {
  return fill(pieces(text, width, measure), width, measure);
}

/**
 * As few lines as `wrap` makes, as even as possible, so that no single character is left over on the last one. Breaks only
 * where `wrap` may: a piece that fits `width` stays whole.
 */
export function wrapEvenly(text: string, width: number, measure: Measure): string[] {
  const known = new Map<string, number>();
  const remembered: Measure = (piece) => {
    const found = known.get(piece) ?? measure(piece);
    known.set(piece, found);
    return found;
  };
  const parts = pieces(text, width, remembered);
  let best = fill(parts, width, remembered);
  if (best.length < 2) return best;
  for (let narrower = width * 0.98; narrower > width / 2; narrower *= 0.98) {
    const lines = fill(parts, narrower, remembered);
    if (lines.length > best.length) break;
    best = lines;
  }
  return best;
}
