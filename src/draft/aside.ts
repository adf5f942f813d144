/** Figures that are no statement whatever the document is: page numbers, the furniture of a web page. */
import type { IGNORED } from '../tables/ledger.ts';
import type { SourceReading } from './reading.ts';

type Reason = keyof typeof IGNORED;

/** What is set aside wherever it stands on a line. */
const WORDS: readonly (readonly [RegExp, Reason])[] = [
  [/^\s*[—–－-]+\s*[0-9]+\s*[—–－-]+\s*$/gu, 'ordinal'],
  [/^\s*第\s*[0-9]+\s*页(?:\s*[/／,，]?\s*共\s*[0-9]+\s*页)?\s*$/gu, 'ordinal'],
  [/(?:^|[\t ])[A-Z][0-9]{1,2}(?=[\t ]|$)/gu, 'ordinal'],
  [
    /(?:发布|公开|发文|成文|填报|编制|打印)(?:日期|时间)\s*[:：]\s*[0-9]{4}\s*[-/.年]\s*[0-9]{1,2}\s*[-/.月]\s*[0-9]{1,2}(?:\s*日)?(?:\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?/gu,
    'date',
  ],
  [/(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s*[:：]\s*[0-9]+/gu, 'template'],
  [/(?:网站标识码|ICP\s*备|公网安备|备案号)[^0-9\t]{0,4}[0-9]+(?:号(?:-[0-9]+)?)?/gu, 'document-number'],
];

/** Figures to be set aside where nothing else is said of them, by their places in the ledger. */
export function asideOf({ document, figures }: SourceReading): { at: string; n: number; reason: Reason }[] {
  return figures.flatMap(({ at, n, line, start }) => {
    const { text } = document.lines[line]!;
    const word = WORDS.find(([pattern]) =>
      [...text.matchAll(pattern)].some(({ index, 0: match }) => start >= index && start < index + match.length),
    );
    return word ? [{ at, n, reason: word[1] }] : [];
  });
}
