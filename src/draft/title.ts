/** What a document calls itself: its headings, its title, the day on which it was published. */
import { textOf, type Document } from '../documents/document.ts';
import { ideographs } from '../figures/characters.ts';
import { clean } from '../figures/lexer.ts';

/** Headings and titles: short paragraphs that are no sentence, as printed without residue and marks of Markdown. */
export function headingsOf(document: Document, most: number): string[] {
  const headings: string[] = [];
  for (const block of document.blocks) {
    if (headings.length >= most) break;
    if (block.kind !== 'paragraph') continue;
    const text = ideographs(clean(textOf(document, block)).join(''))
      .replace(/[#*]/g, '')
      .replace(/\s+/gu, ' ')
      .trim();
    // What has a “>” leads to the page and is not on it.
    if (text !== '' && text.length <= 60 && !/[。；，>＞»›]/u.test(text)) headings.push(text);
  }
  return headings;
}

/** A title opens with a name or a year, not with a number of its own, and says whose or of which year. */
const TITLE = /^(?![一二三四五六七八九十]+、|第.{1,3}部分|附|公开)(?:[\p{Script=Han}《“]|[0-9０-９]{4}\s*年)/u;
const YEAR = /[0-9０-９]{4}\s*年/u;
const BODIES = /局|厅|委|办|中心|院|处|署|政府|学校|部门|单位/u;
const SUBJECTS = { 'final-accounts': /决算/u, performance: /绩效|自评|评价/u } as const;
/** One of the tables of final accounts, or what says whose it is. */
const PART = /决算(?:总|明细)?表$|[:：]/u;

const BODY = /(?:局|厅|委|委员会|办公室|中心|院|处|署|部|会|政府|学校|大学|公司|站|所|馆|队|社|部门)(?:（本级）)?$/u;
const YEAR_LINE = /^[0-9０-９]{4}\s*年度?$/u;
const YEAR_BELOW = /^[（(][0-9０-９]{4}\s*年度?[）)]$/u;

/** The title of a document among its headings, from all lines over which a cover spreads it; empty when there is none. */
export function titleOf(document: Document, kind: keyof typeof SUBJECTS): string {
  const headings = headingsOf(document, 30);
  for (const [index, text] of headings.entries()) {
    const compact = text.replace(/\s/gu, '');
    if (!TITLE.test(text) || !SUBJECTS[kind].test(compact) || PART.test(compact)) continue;
    const title = wholeTitle(headings, index);
    if (YEAR.test(title) || BODIES.test(title)) return title;
  }
  return '';
}

/** The title at a heading, with the lines above that hold the department or the year, and a year in brackets below. */
function wholeTitle(headings: readonly string[], index: number): string {
  let title = headings[index]!;
  for (let above = index - 1; above >= Math.max(0, index - 2); above -= 1) {
    const line = headings[above]!;
    const opens = (BODY.test(line) && line.length <= 30) || (YEAR_LINE.test(line) && !YEAR.test(title));
    if (!opens || title.includes(line)) break;
    title = `${line}${title}`;
  }
  const below = headings[index + 1] ?? '';
  return YEAR_BELOW.test(below) && !YEAR.test(title) ? `${title}${below}` : title;
}

const PUBLISHED =
  /(?:发布|公开|发文|成文)(?:日期|时间)\s*[:：]\s*((?:19|20)[0-9]{2})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})/u;

/** The day that a document says it was published, as `2024-09-12`. */
export function publishedOn({ lines }: Document): string | undefined {
  for (const { text } of lines) {
    const [, year, month, day] = PUBLISHED.exec(text) ?? [];
    if (year && month && day) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  return undefined;
}
