/** Findings as pages show them: both sides, the difference, where each was printed, the explanation. */
import type { CheckedReport } from '../checks/check.ts';
import { ruleText } from '../checks/catalogue.ts';
import { gapText } from '../checks/ledger.ts';
import { OBSERVED } from '../checks/observed.ts';
import type { Declared } from '../checks/register.ts';
import { lineOf } from '../checks/relation.ts';
import { parseExpression } from '../figures/expression.ts';
import { GRADES, type Finding, type SourceMeta } from '../tables/report.ts';
import { originClaim } from './claims.ts';
import { group } from './numbers.ts';
import { ledgerPath, lineAnchor } from './paths.ts';

export interface PlaceView {
  readonly text: string;
  readonly href: string;
}

export interface OccurrenceView {
  /** What the two sides are about, in Chinese. */
  readonly subject: string;
  /** The relation that it breaks, where it is one. */
  readonly rule: string;
  readonly left: string;
  readonly leftName: string;
  readonly right: string;
  readonly rightName: string;
  readonly difference: string;
  readonly places: readonly PlaceView[];
}

export interface FindingView {
  readonly id: string;
  /** Number in the report, from 1. */
  readonly number: number;
  readonly grade: string;
  readonly explanation: string;
  /** The table whose cells it is about; empty when it is about none. */
  readonly table: string;
  /** What found it. */
  readonly kind: string;
  readonly reply: Finding['reply'];
  /** What the texts are in which it was found, unless they are the published files: a sentence. */
  readonly origin: string;
  readonly occurrences: readonly OccurrenceView[];
}

/** The findings of a report, in the order of its register. */
export function findingViews(checked: CheckedReport): FindingView[] {
  return checked.report.meta.findings.map((finding, index) => ({
    id: finding.id,
    number: index + 1,
    grade: GRADES[finding.grade],
    explanation: finding.explanation,
    table: tableOf(checked, finding),
    kind: KIND_NAMES[kindOf(finding.occurrences[0]!.rule)],
    reply: finding.reply,
    origin: originClaim(sourcesOf(checked, finding)),
    occurrences: checked.findings
      .filter((entry) => entry.finding === finding.id)
      .map((entry) => occurrence(checked, entry)),
  }));
}

/** The sources that a finding's occurrences stand in; all of the report where they name none. */
function sourcesOf({ report }: CheckedReport, { occurrences }: Finding): SourceMeta[] {
  const named = new Set(occurrences.flatMap(({ at }) => at.map((place) => place.split(':')[0])));
  const found = report.meta.sources.filter(({ id }) => named.has(id));
  return found.length > 0 ? found : [...report.meta.sources];
}

/** What finds a disagreement: the ledger, a sum, another relation, a reader. */
export const KIND_NAMES = {
  ledger: '印出的数与单元',
  derived: '印出的比率与计算',
  sum: '合计与各部分',
  relation: '两项之间的关系',
  observed: '读出来的不一致',
} as const;

export function kindOf(rule: string): keyof typeof KIND_NAMES {
  if (rule === 'LEDGER-CELL') return 'ledger';
  if (rule === 'LEDGER-DERIVED') return 'derived';
  if (rule === OBSERVED) return 'observed';
  return rule.startsWith('SUM-') ? 'sum' : 'relation';
}

function tableOf(checked: CheckedReport, finding: Finding): string {
  const addresses = finding.occurrences.flatMap(({ subject }) => {
    const expression = parseExpression(subject);
    return typeof expression === 'string' ? [] : expression.cells;
  });
  return addresses.find((address) => checked.report.cells.has(address))?.split('/')[0] ?? '';
}

const SIDES: Readonly<Record<keyof typeof KIND_NAMES, readonly [string, string]>> = {
  ledger: ['此处印出', '所采单元'],
  derived: ['此处印出', '按单元计算'],
  sum: ['合计印出', '各部分之和'],
  relation: ['一方', '另一方'],
  observed: ['一处', '另一处'],
};

function occurrence(checked: CheckedReport, entry: Declared): OccurrenceView {
  const kind = kindOf(entry.rule);
  const unit = entry.unit === '' ? '' : ` ${entry.unit}`;
  const side = (text: string) => (kind === 'observed' || !/^-?[0-9.]+$/.test(text) ? text : `${group(text)}${unit}`);
  const [leftName, rightName] = SIDES[kind];
  return {
    subject: describe(checked, entry.subject),
    rule: kind === 'relation' || kind === 'sum' ? (ruleText(entry.rule)?.title ?? '') : '',
    left: entry.printed ?? side(entry.left),
    leftName,
    right: entry.right === '' ? '' : side(entry.right),
    rightName,
    difference: entry.difference === '' ? '' : gapText(group(entry.difference), entry.unit),
    places: entry.at.map((place) => ({ text: lineOf(place), href: placePath(checked, place) })),
  };
}

/** The ledger line of a place; for a place that names only a line, the first figure of that line, or nothing. */
function placePath(checked: CheckedReport, place: string): string {
  const rows = checked.context.report.ledgers.get(place.split(':')[0]!)?.rows ?? [];
  const row = rows.find((one) => one.place === place) ?? rows.find((one) => `${one.source}:${one.at}` === place);
  return row ? `${ledgerPath(checked.report)}#${lineAnchor(row.place)}` : '';
}

const WORDS: Readonly<Record<string, string>> = {
  share: '占比',
  ratio: '之比',
  growth: '增长率',
  completion: '完成率',
  sum: '之和',
  difference: '之差',
};

/** An expression in Chinese: names of cells and what is derived from them. */
export function describe(checked: CheckedReport, text: string): string {
  const expression = parseExpression(text);
  if (typeof expression === 'string') return /^source\/[^/]+\/title$/.test(text) ? '标题所写的年度' : text;
  if (expression.kind === 'cell') {
    const cell = checked.report.cells.get(text);
    return cell ? `${cell.name} · ${cell.measureName}` : text;
  }
  const names = expression.operands.map((operand) => describe(checked, operand.text));
  if (expression.kind === 'share') return `${names[0]} 占 ${names[1]} 的比重`;
  return `${names.join('、')} ${WORDS[expression.kind]}${expression.budget === 'initial' ? '（年初预算）' : ''}`;
}
