/** Text and ruling lines of a page, upright, in points from the upper left corner. */

/** A run of characters that stand on one baseline. */
export interface Run {
  readonly text: string;
  /** Where each character begins, and where the last ends. */
  readonly stops: readonly number[];
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
  readonly askew: string;
  readonly rules: Rules;
}

export const middle = (run: Pick<Run, 'top' | 'bottom'>): number => (run.top + run.bottom) / 2;

export function median(values: readonly number[], otherwise: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? otherwise;
}

/** Cuts a run in two before the character with that index (counted in characters, not code units). */
export function cut(run: Run, index: number): Run[] {
  const characters = Array.from(run.text);
  const part = (from: number, to: number): Run[] => {
    let [start, end] = [from, to];
    while (start < end && characters[start]!.trim() === '') start += 1;
    while (end > start && characters[end - 1]!.trim() === '') end -= 1;
    if (start === end) return [];
    const text = characters.slice(start, end).join('');
    return [{ ...run, text, stops: run.stops.slice(start, end + 1), left: run.stops[start]!, right: run.stops[end]! }];
  };
  return [...part(0, index), ...part(index, characters.length)];
}
