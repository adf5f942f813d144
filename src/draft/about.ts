/** Whom and which year a document is about, by its own words; and whether that is what it was imported for. */
import type { Document } from '../documents/document.ts';
import { ideographs } from '../figures/characters.ts';
import { headingsOf, titleOf } from './title.ts';

const NAME =
  /([\p{Script=Han}]{1,12}(?:省|市|县|区|州|盟|旗|镇|乡)[\p{Script=Han}]{0,24}?(?:人民政府|委员会|管理局|局|厅|办公室|服务中心|中心|人民法院|人民检察院|法院|检察院|研究院|学院|大学|学校|医院|委|馆|站|所))(?=(?:（本级）|\(本级\)|本级)?\s*(?:关于)?\s*(?:[0-9０-９]{4}|部门|（|$))/u;
/** What a form prints before a name. */
const LABEL = /^(?:预算|填报|编制|公开|主管|评价|自评)?(?:部门|单位)(?:名称|全称)?\s*[:：]?\s*/u;
const LABELLED =
  /(?:^|\s)(?:预算|填报|编制|公开)?(?:部门|单位)(?:名称)?(?:（公章）|\(公章\)|（盖章）)?\s*[:：]\s*([\p{Script=Han}（）]{4,30})(?=\s|$)/u;

/**
 * The full name of the department that a document is about: from its title or an early heading, from the line above a table
 * that says whose it is, else the body of its own region that the text names most.
 * @param regions names of its region and those above, the largest first
 */
export function departmentName(document: Document, regions: readonly string[]): string | undefined {
  const headings = headingsOf(document, 40);
  for (const heading of headings) {
    const text = heading.replace(/^关于/u, '').replace(/\s/gu, '');
    const name = NAME.exec(text.replace(/^[0-9０-９]{4}年度?/u, '').replace(LABEL, ''))?.[1];
    if (name && name.length >= 4) return name;
  }
  for (const { text } of document.lines) {
    const name = LABELLED.exec(ideographs(text))?.[1];
    if (name && !/元$|^部门|^单位/u.test(name)) return name;
  }
  return mostNamed(document, regions);
}

function mostNamed(document: Document, regions: readonly string[]): string | undefined {
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

/** The years that a document is about when it is not about `year`: that of its title, and the one it names most. */
function otherYears(document: Document, year: number): number[] {
  const named = new Map<number, number>();
  for (const { text } of document.lines)
    for (const [, printed] of text.normalize('NFKC').matchAll(/((?:19|20)[0-9]{2})\s*年/gu))
      named.set(Number(printed), (named.get(Number(printed)) ?? 0) + 1);
  const [most, times] = [...named].toSorted((a, b) => b[1] - a[1])[0] ?? [year, 0];
  const titles = (['final-accounts', 'performance'] as const).map((kind) => titleOf(document, kind).normalize('NFKC'));
  const told = titles.map((title) => /((?:19|20)[0-9]{2})\s*年/u.exec(title)?.[1]).find((one) => one !== undefined);
  // A title may bear the year in which it was published; a word or two of another year are no sign of anything.
  if (most === year || Number(told) === year) return [];
  if (told === undefined) return times > (named.get(year) ?? 0) + 2 ? [most] : [];
  return [...new Set([Number(told), most])];
}

/** What a document was imported for. */
export interface Target {
  readonly year: number;
  /** Name, short and former names of the department; empty for one that is not there yet. */
  readonly names: readonly string[];
}

/** Why a document is about another year or department than it was imported for, in Chinese; undefined when it may be right. */
export function clashOf(file: string, document: Document, { year, names }: Target): string | undefined {
  const years = otherYears(document, year);
  const otherYear = years.length > 0;
  const name = departmentName(document, []);
  const all = document.lines.map(({ text }) => compact(text)).join('');
  const otherName = names.length > 0 && name !== undefined && !names.some((one) => all.includes(compact(one)));
  if (!otherYear && !otherName) return undefined;
  const said = [...(otherYear ? [`${years.join('、')} 年度`] : []), ...(otherName ? [name] : [])];
  const asked = [...(otherYear ? [`${year} 年度`] : []), ...(otherName ? [names[0]!] : [])];
  return `${file} 写的是 ${said.join('、')}；你给的是 ${asked.join('、')}`;
}

function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}
