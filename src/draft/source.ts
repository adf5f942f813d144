/** What a document is, told from its words: accounts or self-evaluation, its title, whose it is. */
import { ideographs } from '../figures/characters.ts';
import { UNCHECKED } from '../checks/draft.ts';
import { textOf, type Document } from '../documents/document.ts';
import { clean } from '../figures/lexer.ts';
import type { KINDS, ORIGINS } from '../tables/report.ts';
import type { Reading } from './reading.ts';

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
  /** Number of lines, of a text document. */
  readonly lines?: number;
  readonly origin: keyof typeof ORIGINS;
  /** What was guessed and not read, in Chinese. */
  readonly assumed: readonly string[];
}

const ACCOUNTS = /决算(?:公开|情况说明|说明|总表|表|报告|信息)?$|决算情况说明|部门决算/u;
const EVALUATION = /(?:绩效|支出).{0,12}(?:自评|评价)(?:报告|表|情况)?|绩效目标.{0,6}完成情况表|自评表/u;

/** Headings and titles: short paragraphs that are no sentence, as printed without residue and marks of Markdown. */
function headingsOf(document: Document, most: number): string[] {
  const headings: string[] = [];
  for (const block of document.blocks) {
    if (headings.length >= most) break;
    if (block.kind !== 'paragraph') continue;
    const text = ideographs(clean(textOf(document, block)).join(''))
      .replace(/[#*]/g, '')
      .replace(/\s+/gu, ' ')
      .trim();
    if (text !== '' && text.length <= 60 && !/[。；，]/u.test(text)) headings.push(text);
  }
  return headings;
}

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
  const first = headings.slice(0, 30);
  const subject = kinds[0] === 'final-accounts' ? /决算/u : /绩效|自评|评价/u;
  const found = first.findIndex(
    (text) => TITLE.test(text) && subject.test(text) && (YEAR.test(text) || BODIES.test(text)),
  );
  const title = found < 0 ? '' : titleAt(first, found);
  if (title === '') assumed.push(`${file} 没有读出标题，来源的 title 待填`);
  return {
    file,
    sha256,
    kinds,
    role: ROLES[kinds[0]!],
    title: title === '' ? `${UNCHECKED}：${file} 的标题` : title,
    ...(document.format === 'text' ? { lines: document.lines.length } : {}),
    origin: TEXT_ORIGINS[document.format],
    assumed,
  };
}

/** A title opens with a name or a year, not with a number of its own, and says whose or of which year. */
const TITLE = /^(?![一二三四五六七八九十]+、|第.{1,3}部分|附|公开)(?:[\p{Script=Han}《“]|[0-9０-９]{4}\s*年)/u;
const YEAR = /[0-9０-９]{4}\s*年/u;
const BODIES = /局|厅|委|办|中心|院|处|署|政府|学校|部门|单位/u;

const BODY = /(?:局|厅|委|委员会|办公室|中心|院|处|署|部|会|政府|学校|大学|公司|站|所|馆|队|社)(?:（本级）)?$/u;

/** A title; where a cover prints the department on the line before, both lines. */
function titleAt(headings: readonly string[], index: number): string {
  const [before, title] = [headings[index - 1], headings[index]!];
  return before && BODY.test(before) && before.length <= 30 && !title.includes(before) ? `${before}${title}` : title;
}

const NAME =
  /([\p{Script=Han}]{1,12}(?:省|市|县|区|州|盟|旗|镇|乡)[\p{Script=Han}]{0,24}?(?:人民政府|委员会|管理局|局|厅|办公室|服务中心|中心|人民法院|人民检察院|法院|检察院|研究院|学院|大学|学校|医院|委|馆|站|所))(?=(?:（本级）|\(本级\)|本级)?\s*(?:关于)?\s*(?:[0-9０-９]{4}|部门|（|$))/u;

/**
 * The full name of the department that a document is about: from its title or an early heading, else the body of its own
 * region that the text names most. `regions`: names of its region and those above, the largest first.
 */
export function departmentName(document: Document, regions: readonly string[]): string | undefined {
  const headings = headingsOf(document, 40).map((text) =>
    text.replace(/\s/gu, '').replace(/^(?:关于|(?:预算|部门)?单位(?:名称)?[:：]?|部门名称[:：]?)/u, ''),
  );
  for (const text of headings) {
    const name = NAME.exec(text.replace(/^[0-9０-９]{4}年度?/u, ''))?.[1];
    if (name && name.length >= 4) return name;
  }
  const own = regions.at(-1);
  if (!own) return undefined;
  const above = regions.slice(0, -1).map((name) => `(?:${name})?`);
  const pattern = new RegExp(
    `${above.join('')}(${own}[\\p{Script=Han}]{2,16}?(?:局|委员会|办公室|中心|院|厅))(?![\\p{Script=Han}]{0,2}(?:长|党))`,
    'gu',
  );
  const found = new Map<string, { count: number; name: string }>();
  for (const { text } of document.lines) {
    for (const [name, core = ''] of ideographs(text).matchAll(pattern)) {
      const known = found.get(core);
      const longer = known && known.name.length >= name.length ? known.name : name;
      found.set(core, { count: (known?.count ?? 0) + 1, name: longer });
    }
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count)[0]?.name;
}
