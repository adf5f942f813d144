/** Headings of a text document: which section a line belongs to. */

const NUMERAL = '[一二三四五六七八九十]+';
const LEVELS: readonly RegExp[] = [
  new RegExp(`^第(?:${NUMERAL}|[0-9]+)部分`),
  /^附件\s*[0-9]*$/,
  /^[^。，；：:、\t]{2,40}(?:完成情况表|自评表|决算表|评价报告|自评报告)$/,
  new RegExp(`^${NUMERAL}、`),
  new RegExp(`^[（(]${NUMERAL}[）)]`),
];
/** Rank of each pattern above: part and appendix, table or report title, 一、, （一）. */
const RANK = [0, 0, 1, 2, 3] as const;

export interface Heading {
  readonly rank: number;
  readonly title: string;
}

/** The heading that a line is or opens with, if it is one. `line`: without word-processor residue. */
export function headingOf(line: string): Heading | undefined {
  const text = line.replaceAll('*', '').replace(/^[\s#]+/, '').trim();
  const index = LEVELS.findIndex((pattern) => pattern.test(text));
  if (index < 0) return undefined;
  const title = text.split(/[。；：:]/)[0]!.replace(/\s+/g, ' ').slice(0, 40);
  return { rank: RANK[index]!, title };
}

/** Keeps the headings in force while lines go by. */
export class SectionTracker {
  #open: Heading[] = [];

  /** Takes the next line and returns the path of its section, e.g. `第二部分 … › 三、支出决算情况说明`. */
  next(line: string): string {
    const heading = headingOf(line);
    if (heading) this.#open = [...this.#open.filter((open) => open.rank < heading.rank), heading];
    return this.#open.map((open) => open.title).join(' › ');
  }
}
