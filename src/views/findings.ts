/** Findings as pages show them: both sides, the difference, where each was printed, the explanation. */
import type { CheckedReport } from '../checks/check.ts';
import { gapText } from '../checks/ledger.ts';
import type { Declared } from '../checks/register.ts';
import { parseExpression } from '../figures/expression.ts';
import { GRADES, type Finding } from '../tables/report.ts';
import { group } from './numbers.ts';
import { ledgerPath, lineAnchor } from './paths.ts';

export interface PlaceView {
  readonly text: string;
  readonly href: string;
}

export interface OccurrenceView {
  /** What the two sides are about, in Chinese. */
  readonly subject: string;
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
  readonly reply: Finding['reply'];
  readonly occurrences: readonly OccurrenceView[];
}

/** The findings of a report, in the order of its register. */
export function findingViews(checked: CheckedReport): FindingView[] {
  return checked.report.meta.findings.map((finding, index) => ({
    id: finding.id,
    number: index + 1,
    grade: GRADES[finding.grade],
    explanation: finding.explanation,
    reply: finding.reply,
    occurrences: checked.findings
      .filter((entry) => entry.finding === finding.id)
      .map((entry) => occurrence(checked, entry)),
  }));
}

function occurrence(checked: CheckedReport, entry: Declared): OccurrenceView {
  const sum = entry.rule.startsWith('SUM-');
  const unit = entry.unit === '' ? '' : ` ${entry.unit}`;
  return {
    subject: describe(checked, entry.subject),
    left: entry.printed ?? `${group(entry.left)}${unit}`,
    leftName: sum ? '合计印出' : '此处印出',
    right: `${group(entry.right)}${unit}`,
    rightName: sum ? '各部分之和' : entry.rule === 'LEDGER-DERIVED' ? '按单元计算' : '所采单元',
    difference: gapText(group(entry.difference), entry.unit),
    places: entry.at.map((place) => ({
      text: place.slice(place.indexOf(':') + 1),
      href: `${ledgerPath(checked.report)}#${lineAnchor(place)}`,
    })),
  };
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
  if (typeof expression === 'string') return text;
  if (expression.kind === 'cell') {
    const cell = checked.report.cells.get(text);
    return cell ? `${cell.name} · ${cell.measureName}` : text;
  }
  const names = expression.operands.map((operand) => describe(checked, operand.text));
  if (expression.kind === 'share') return `${names[0]} 占 ${names[1]} 的比重`;
  return `${names.join('、')} ${WORDS[expression.kind]}${expression.budget === 'initial' ? '（年初预算）' : ''}`;
}
