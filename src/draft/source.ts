/** What a document is, told from its words: accounts or self-evaluation, its title. */
import { UNCHECKED } from '../checks/draft.ts';
import type { Document } from '../documents/document.ts';
import type { KINDS, ORIGINS } from '../tables/report.ts';
import type { Reading } from './reading.ts';
import { headingsOf, publishedOn, titleOf } from './title.ts';

export type Kind = keyof typeof KINDS;

/** Source ids by what a document mainly is. */
const ROLES: Readonly<Record<Kind, string>> = { 'final-accounts': 'accounts', performance: 'evaluation' };

const TEXT_ORIGINS: Readonly<Record<Document['format'], keyof typeof ORIGINS>> = {
  text: 'unknown',
  pdf: 'text-layer',
  word: 'original',
  workbook: 'original',
  html: 'original',
};

export interface SourceFacts {
  readonly file: string;
  readonly sha256: string;
  readonly kinds: readonly Kind[];
  /** `accounts` or `evaluation`. */
  readonly role: string;
  readonly title: string;
  /** The day that the document says it was published. */
  readonly date?: string;
  /** Number of lines, of a text document. */
  readonly lines?: number;
  readonly origin: keyof typeof ORIGINS;
  /** What was guessed and not read, in Chinese. */
  readonly assumed: readonly string[];
}

const ACCOUNTS = /决算(?:公开|情况说明|说明|总表|表|报告|信息)?$|决算情况说明|部门决算/u;
const EVALUATION = /(?:绩效|支出).{0,12}(?:自评|评价)(?:报告|表|情况)?|绩效目标.{0,6}完成情况表|自评表/u;

/** The facts that `report.yaml` records of a source. */
export function factsOf({ file, sha256, document, suggestions }: Reading): SourceFacts {
  const assumed: string[] = [];
  const headings = headingsOf(document, 400);
  const ranks = new Set(suggestions.cells.map(({ rank }) => rank));
  const kinds: Kind[] = [];
  if (ranks.has('accounts') || ranks.has('accounts-table') || headings.some((text) => ACCOUNTS.test(text)))
    kinds.push('final-accounts');
  if (ranks.has('performance') || headings.some((text) => EVALUATION.test(text))) kinds.push('performance');
  if (kinds.length === 0) {
    kinds.push('final-accounts');
    assumed.push(`${file} 看不出是决算还是绩效自评，按决算登记（report.yaml 的 kinds）`);
  }
  const title = titleOf(document, kinds[0]!);
  const date = publishedOn(document);
  if (title === '') assumed.push(`${file} 没有读出标题，来源的 title 待填`);
  return {
    file,
    sha256,
    kinds,
    role: ROLES[kinds[0]!],
    title: title === '' ? `${UNCHECKED}：${file} 的标题` : title,
    ...(document.format === 'text' ? { lines: document.lines.length } : {}),
    ...(date === undefined ? {} : { date }),
    origin: TEXT_ORIGINS[document.format],
    assumed,
  };
}
