/** Text and ruling lines of a page, upright, in points from the upper left corner. */

/** A run of characters that stand on one baseline. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Baseline. */
  readonly base: number;
  /** Font size; the run reaches from `top` to `bottom`. */
  readonly size: number;
  readonly top: number;
  readonly bottom: number;
}

/** A horizontal or vertical ruling line: at `at` across its direction, from `from` to `to` along it. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

export interface PageContent {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** Text set at another angle than most of the page: stamps, watermarks. */
  readonly askew: readonly string[];
  readonly rules: Rules;
}

export const middle = (run: Pick<Run, 'top' | 'bottom'>): number => (run.top + run.bottom) / 2;

export function median(values: readonly number[], otherwise: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? otherwise;
}

/** How much of an ideograph's width a character takes, about. */
function weight(character: string): number {
  if (/[.,:;'|!il\u00b7]/u.test(character)) return 0.3;
  return character.codePointAt(0)! < 0x2000 ? 0.52 : 1;
}

/** Where each character of a run begins, and where the last ends: widths are shared out by kind of character. */
export function edges(run: Run): number[] {
  const weights = Array.from(run.text, (character) => weight(character));
  const total = weights.reduce((sum, one) => sum + one, 0) || 1;
  const scale = (run.right - run.left) / total;
  const result = [run.left];
  for (const one of weights) result.push(result.at(-1)! + one * scale);
  return result;
}

/** Cuts a run in two before the character with that index (counted in characters, not code units). */
export function cut(run: Run, index: number): Run[] {
  const characters = Array.from(run.text);
  const positions = edges(run);
  const part = (from: number, to: number): Run[] => {
    let [start, end] = [from, to];
    while (start < end && characters[start]!.trim() === '') start += 1;
    while (end > start && characters[end - 1]!.trim() === '') end -= 1;
    if (start === end) return [];
    const text = characters.slice(start, end).join('');
    return [{ ...run, text, left: positions[start]!, right: positions[end]! }];
  };
  return [...part(0, index), ...part(index, characters.length)];
}
