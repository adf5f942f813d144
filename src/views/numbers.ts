/** How numbers are shown. The exact value always stands beside, in a <data> element. */
import type { Big } from 'big.js';
import type { CheckedReport } from '../checks/check.ts';
import type { Cell } from '../load/cells.ts';
import { proofPath } from './paths.ts';

export interface NumberView {
  /** As shown: thousands separators, money with at least two decimals, zero as printed. */
  readonly text: string;
  /** Exactly as curated. */
  readonly value: string;
  readonly address: string;
  /** The ledger line that proves it. */
  readonly proof: string | undefined;
  /** Ids of the findings in which this cell is a side. */
  readonly findings: readonly string[];
}

const MINUS = '\u2212';

/** Groups the integer part in thousands; a real minus sign. */
export function group(text: string): string {
  const [whole = '', fraction] = text.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${text.startsWith('-') ? MINUS : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** Money in 万元 with at least two decimals; a printed zero stays 0. */
export function money(text: string): string {
  if (/^-?0+(?:\.0+)?$/.test(text)) return '0';
  const [whole = '', fraction = ''] = text.split('.');
  return group(`${whole}.${fraction.padEnd(2, '0')}`);
}

export function numberView(checked: CheckedReport, cell: Cell): NumberView {
  const isMoney = cell.unit === '万元' && cell.row.values['unit'] === undefined && cell.table !== 'indicators';
  return {
    text: isMoney ? money(cell.text) : group(cell.text),
    value: cell.text,
    address: cell.address,
    proof: proofPath(checked, cell.address),
    findings: [
      ...new Set(
        checked.findings.filter(({ subject }) => mentions(subject, cell.address)).map(({ finding }) => finding),
      ),
    ],
  };
}

/** A cell is marked when it is the subject of a finding, or the first operand of the derived value that is. */
function mentions(subject: string, address: string): boolean {
  return subject === address || /^[a-z]+\(([^,()]+)/.exec(subject)?.[1] === address;
}

/**
 * A share in percent as decimal text without its sign %, two decimals, rounded half up from the exact quotient; what
 * rounds to zero has no minus. Undefined for a zero whole.
 */
export function percent(part: Big, whole: Big): string | undefined {
  if (whole.eq(0)) return undefined;
  return part
    .times(100)
    .div(whole)
    .toFixed(2)
    .replace(/^-0\.00$/, '0.00');
}

/** `percent` with its sign: `70.02%`. */
export function percentage(part: Big, whole: Big): string | undefined {
  const value = percent(part, whole);
  return value === undefined ? undefined : `${value}%`;
}

/** A change as shown: `+` before what is above zero, a real minus sign before what is below. */
export function signed(text: string): string {
  return `${/^[0-9.]*[1-9]/.test(text) ? '+' : ''}${group(text)}`;
}

/** An operand after an operator: what is below zero stands in parentheses, `1.38 − （−0.47）`. */
export function operand(text: string): string {
  return text.startsWith('-') ? `（${group(text)}）` : group(text);
}

/** Keeps a number and its unit on one line: a no-break space before the unit, a word joiner inside 万元. */
export function unbroken(sentence: string): string {
  return sentence.replace(/([0-9%]) (?=万元|人|分)/g, '$1\u00A0').replaceAll('万元', '万\u2060元');
}
