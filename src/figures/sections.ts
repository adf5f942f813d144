/** Headings of a text document: which section a line belongs to. */
import { ideographs } from './characters.ts';

const NUMERAL = '[一二三四五六七八九十]+';

/** Heading styles. The first three have a fixed rank; how the others nest follows from the order in which they appear. */
const STYLES: readonly { readonly id: string; readonly rank: number; readonly pattern: RegExp }[] = [
  { id: 'part', rank: 0, pattern: new RegExp(`^第(?:${NUMERAL}|[0-9]+)部分|^附件\\s*[0-9]*$`) },
  { id: 'title', rank: 1, pattern: /^[^。，；：:、\t]{2,40}(?:完成情况表|自评表|决算表|评价报告|自评报告)$/ },
  { id: '一、', rank: 2, pattern: new RegExp(`^${NUMERAL}、`) },
  { id: '（一）', rank: 3, pattern: new RegExp(`^[（(]${NUMERAL}[）)]`) },
  {
    id: '1、',
    rank: 3,
    pattern: /^[0-9]{1,2}\s*(?:[、.．]\s*[^0-9。，；：:\t][^。，；：:\t]{1,19}|、\s*[^。，；：:\t]{2,20}。)$/,
  },
];

export interface Heading {
  readonly style: string;
  readonly rank: number;
  readonly title: string;
}

/** The heading that a line is or opens with, if it is one. `line`: without word-processor residue. */
export function headingOf(line: string): Heading | undefined {
  const text = ideographs(line)
    .replaceAll('*', '')
    .replace(/^[\s#]+/, '')
    .trim();
  // A row of a table, its cells joined by tabs, heads nothing.
  if (text.includes('\t')) return undefined;
  const style = STYLES.find(({ pattern }) => pattern.test(text));
  if (!style) return undefined;
  const title = text
    .split(/[。；：:]/)[0]!
    .replace(/\s+/g, ' ')
    .slice(0, 40);
  return { style: style.id, rank: style.rank, title };
}

/** Keeps the headings in force while lines go by. */
export class SectionTracker {
  #open: Heading[] = [];

  /** Takes the next line and returns the path of its section, e.g. `第二部分 … › 三、支出决算情况说明`. */
  next(line: string): string {
    const heading = headingOf(line);
    if (heading) {
      const same = this.#open.findIndex((open) => open.style === heading.style);
      const above =
        same >= 0
          ? this.#open.slice(0, same)
          : this.#open.filter((open) => open.rank < heading.rank || (open.rank === 3 && heading.rank === 3));
      this.#open = [...above.filter((open) => open.rank <= heading.rank), heading];
    }
    return this.#open.map((open) => open.title).join(' › ');
  }
}
