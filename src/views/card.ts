/** What the picture of a report says, for links to it in messages and social media; nothing that its page does not say. */
import type { CheckedReport } from '../checks/check.ts';
import type { Department } from '../load/catalog.ts';
import { regionPath } from '../load/reference.ts';
import { reportsOf, type Site } from '../site/site.ts';
import { KINDS } from '../tables/report.ts';
import { hundred, type Slice } from './headline.ts';
import { homeView, QUESTION } from './home.ts';
import { keyFigures, type KeyFigure } from './key-figures.ts';
import { group } from './numbers.ts';
import { cardPath, SITE_CARD } from './paths.ts';
import { proofView } from './report-facts.ts';

/** `proven` and `finding` are the two colours that mean something: green for proven, vermilion for findings. */
export type Tone = 'ink' | 'soft' | 'proven' | 'finding';

export interface Span {
  readonly text: string;
  readonly tone: Tone;
}

/** One line of the ledger: what, how much, in which unit. */
export interface CardLine {
  readonly name: string;
  readonly note: string;
  readonly number: string;
  readonly unit: string;
  readonly tone: Tone;
}

export interface CardView {
  /** Relative to the site's root. */
  readonly path: string;
  /** The same in one sentence, for who cannot see the picture. */
  readonly alt: string;
  /** Where and what: region and kinds of report. */
  readonly context: string;
  readonly title: string;
  /** `2022 年度`; empty for the site. */
  readonly year: string;
  readonly lines: readonly CardLine[];
  /** Stands in place of the lines when there are none. */
  readonly empty: string;
  readonly hundred: readonly Slice[] | undefined;
  /** Left and right end of the last line. */
  readonly foot: readonly [readonly Span[], readonly Span[]];
}

/** Pixels: what sites that show links ask for. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** The site's own card in words. */
export const SITE_ALT = `明账：${QUESTION}`;

/** Key figures that a card shows: those that the page puts first. */
const LINES = 3;

const say = (spans: readonly Span[]) => spans.map(({ text }) => text).join('');

function lineOf({ name, number, text, unit, note }: KeyFigure): CardLine {
  const shown = number?.text ?? text;
  const percent = /^(.+)%$/.exec(shown);
  return { name, note, number: percent?.[1] ?? shown, unit: percent ? '%' : unit, tone: 'ink' };
}

/** The card of one report. */
export function reportCard(site: Site, department: Department, checked: CheckedReport): CardView {
  const { report } = checked;
  const { short, region } = department.meta;
  const proof = proofView(checked);
  const regions = regionPath(site.reference, region).map(({ name }) => name);
  const lines = keyFigures(checked).slice(0, LINES).map(lineOf);
  const printed: Span[] =
    proof.figures > 0 ? [{ text: `，印出 ${group(`${proof.figures}`)} 个数字`, tone: 'soft' }] : [];
  const foot: CardView['foot'] = [
    [{ text: proof.level, tone: proof.complete ? 'proven' : 'ink' }, ...printed],
    findingSpans(report.meta.findings.length),
  ];
  const empty = lines.length === 0 ? '本站没有这份报告的收支总数' : '';
  const amounts = lines.map(({ name, number, unit }) => `${name} ${number}${unit === '%' ? '%' : ` ${unit}`}`);
  return {
    path: cardPath(report),
    alt: `${short} ${report.year} 年度：${empty || amounts.join('，')}；${say(foot[0])}，${say(foot[1])}`,
    context: [regions.join(' '), report.meta.kinds.map((kind) => KINDS[kind]).join('、')].filter(Boolean).join('·'),
    title: short,
    year: `${report.year} 年度`,
    lines,
    empty,
    hundred: hundred(checked),
    foot,
  };
}

function findingSpans(count: number): Span[] {
  if (count === 0) return [{ text: '没有登记的差异', tone: 'soft' }];
  return [
    { text: '登记差异 ', tone: 'soft' },
    { text: group(`${count}`), tone: 'finding' },
    { text: ' 条', tone: 'soft' },
  ];
}

/** The card of the whole site, for every page that has none of its own. */
export function siteCard(site: Site): CardView {
  const { totals, departments } = homeView(site);
  const line = (name: string, count: number, unit: string, tone: Tone, note = ''): CardLine => ({
    name,
    note,
    number: group(`${count}`),
    unit,
    tone,
  });
  const lines = [
    line('报告', totals.reports, '份', 'ink', `${departments.length} 个部门`),
    line('印出的数字', totals.figures, '个', 'ink'),
    line('相符或舍入内', totals.proven, '个', 'proven'),
    line('登记的差异', totals.findings, '条', 'finding'),
  ];
  return {
    path: SITE_CARD,
    alt: SITE_ALT,
    context: '政府部门收支与绩效公开数据',
    title: QUESTION,
    year: '',
    lines,
    empty: '',
    hundred: undefined,
    foot: [[{ text: '数字指向原文的位置；对不上的列出两边，不说谁错', tone: 'soft' }], []],
  };
}

/** All cards of a site, its own first. */
export function cardViews(site: Site): CardView[] {
  return [siteCard(site), ...reportsOf(site).map(({ department, checked }) => reportCard(site, department, checked))];
}
