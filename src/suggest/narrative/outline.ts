/** The passages of a document in reading order, each with what its section is about. */
import { textOf, type Document, type Passage } from '../../documents/document.ts';
import { ideographs } from '../../figures/characters.ts';
import { headingOf, SectionTracker } from '../../figures/sections.ts';
import { closesBelow, topicOf, type Topic } from './topics.ts';

export interface TopicPassage extends Passage {
  /** Undefined where no heading tells. */
  readonly topic: Topic | undefined;
  /** The headings in force, largest first. */
  readonly path: string;
  /** Whether it stands in a performance report. */
  readonly performance: boolean;
}

const GENERAL: ReadonlySet<Topic> = new Set(['overall', 'income', 'expenditure']);
const PAGE_NUMBER = /^[\s—–-]*(?:第\s*)?[0-9０-９]{1,3}(?:\s*页)?[\s—–-]*$/u;
const PERFORMANCE = /(?:绩效|自评).*(?:报告|评价|自评)|自评报告|评价报告/u;
const ENDS = /[。；;：:！!？?]\s*$/u;
const OPENS_ITEM = /^\s*(?:[（(]?\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]+)\s*[）)、.．]|[①-⑳]|其中)/u;

/** Passages of open sections; a sentence that goes on in the next paragraph is one passage. */
export function outline(document: Document): TopicPassage[] {
  const sections = new SectionTracker();
  const passages: TopicPassage[] = [];
  let heading: { path: string; topic: Topic | null } | undefined;
  let open: TopicPassage | undefined;
  let opening = 0;
  let performance = false;
  const close = () => {
    if (open) passages.push(open);
    open = undefined;
  };
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph') continue;
    const text = ideographs(textOf(document, block)).replaceAll(/\[bookmark: [^\]]*\]/gu, '');
    if (text.trim() === '' || PAGE_NUMBER.test(text)) continue;
    opening += 1;
    if (opening <= 8 && PERFORMANCE.test(text) && text.length <= 60) performance = true;
    const path = sections.next(text);
    const isHeading = headingOf(text) !== undefined;
    const plain = isHeading ? undefined : plainHeading(text);
    if (isHeading) heading = undefined;
    if (plain !== undefined) heading = { path, topic: plain };
    const titles = path.split(' › ');
    const report = performance || titles.some((title) => PERFORMANCE.test(title));
    const told = heading ? heading.topic : topicOfPath(titles);
    // Performance reports tell of all their money in one place, in whatever words.
    const topic = report && told && GENERAL.has(told) ? 'fund' : told;
    if (open && (isHeading || plain !== undefined || OPENS_ITEM.test(text) || ENDS.test(textOf(document, open))))
      close();
    if (plain !== undefined || topic === null) {
      close();
      continue;
    }
    if (open) open = { ...open, pieces: [...open.pieces, ...block.pieces] };
    else {
      open = {
        pieces: block.pieces,
        topic,
        path: heading ? `${path} › ${String(heading.topic)}` : path,
        performance: report,
      };
    }
    if (isHeading && text.trim().length <= 30) close();
  }
  close();
  return passages;
}

/** The deepest heading that tells something decides. */
function topicOfPath(titles: readonly string[]): Topic | null | undefined {
  if (titles.some(closesBelow)) return null;
  const told = titles.toReversed().flatMap((title) => {
    const words = title.replace(/^(?:第[^部]{1,4}部分|[（(]?[一二三四五六七八九十0-9]+[）)、.．])\s*/u, '');
    const topic = topicOf(words);
    // 基本支出 within the section on all expenditure is not that of the treasury.
    return topic === undefined || (topic === 'basic' && !/财政|预算/u.test(words) && titles.length > 1) ? [] : [topic];
  });
  return told.length > 0 ? told[0] : titles.map((title) => topicOf(title)).find((topic) => topic !== undefined);
}

/** The topic of a short line without a number that is a heading all the same: 收入决算情况说明. */
function plainHeading(text: string): Topic | null | undefined {
  const line = text.trim();
  if (line.length > 40 || /[。，,；;：:、\t0-9０-９]/u.test(line.replace(/20[0-9]{2}年?度?/u, ''))) return undefined;
  if (!/(?:情况|说明|解释|职责|职能|设置|表|报告)$/u.test(line)) return undefined;
  return topicOf(line);
}
