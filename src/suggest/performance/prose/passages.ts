/** The running text of a document: paragraphs, with those that a page or a hard line end broke put together again. */
import type { Document, Paragraph } from '../../../documents/document.ts';
import { joined, spanOf, type Span } from '../span.ts';

/** What opens a paragraph of its own. */
const OPENING =
  /^(?:[一二三四五六七八九十]+[、是]|\([一二三四五六七八九十0-9]+\)|[0-9]{1,2}[、.](?![0-9])|第[一二三四五六七八九十]+部分|附件|附表|注[:：]|[#*])/u;
const STOP = /[。；;：:!！?？|]["”’)]*$/u;
/** Shorter lines that stop short of a full stop are headings. */
const SHORTEST = 16;

/** Passages in reading order. Tables part them, but for rows of a single cell. */
export function passagesOf(document: Document): Span[] {
  const result: Span[] = [];
  let open: Paragraph[] = [];
  const flush = () => {
    if (open.length > 0) result.push(joined(document, open));
    open = [];
  };
  for (const block of document.blocks) {
    if (block.kind === 'table') {
      flush();
      // A report set in a frame: rows of one cell with whole sentences.
      for (const row of block.rows) {
        const [only, ...others] = row.map((cell) => spanOf(document, cell)).filter(({ text }) => text !== '');
        if (only && others.length === 0 && only.text.length > SHORTEST && /。/u.test(only.text)) result.push(only);
      }
      continue;
    }
    const span = spanOf(document, block);
    if (span.text === '') continue;
    const last = open.length > 0 ? spanOf(document, open.at(-1)!).text : '';
    if (last === '' || last.length < SHORTEST || STOP.test(last) || OPENING.test(span.text)) flush();
    open.push(block);
  }
  flush();
  return result;
}
