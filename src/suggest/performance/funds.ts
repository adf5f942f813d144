/** Fund rows of a form: 年度资金总额, 财政拨款, 上年结转 … × 年初预算, 全年预算, 执行数, 执行率. */
import { filled, type GridCell } from './grid.ts';
import { fundOf, plain, type Fund, type FundColumn } from './heads.ts';
import { DECIMAL, decimalOf, isFigure, part, type Span } from './span.ts';

export interface Amount {
  readonly span: Span;
  readonly index: number;
  /** The decimal as printed, without separators. */
  readonly value: string;
  /** 万元, 元 or % where the cell prints it. */
  readonly unit: string;
}

export interface FundRow {
  readonly fund: Fund;
  readonly initial?: Amount;
  readonly adjusted?: Amount;
  readonly final?: Amount;
  readonly rate?: Amount;
}

const AMOUNT = new RegExp(`^(-?)(${DECIMAL})(万元|元|万|%)?$`, 'u');

/** The amount that a cell holds and nothing else. */
export function amountOf(span: Span): Amount | undefined {
  const match = AMOUNT.exec(span.text);
  if (!match) return undefined;
  const index = match[1]!.length;
  if (!isFigure(span, index)) return undefined;
  return {
    span,
    index,
    value: `${match[1]}${decimalOf(match[2]!)}`,
    unit: match[3] === '万' ? '万元' : (match[3] ?? ''),
  };
}

/** A row under heads of columns. */
export function readFundRow(
  row: readonly (GridCell | undefined)[],
  heads: ReadonlyMap<number, FundColumn>,
): FundRow | undefined {
  const first = Math.min(...heads.keys());
  const label = filled(row.slice(0, first)).findLast(({ text }) => fundOf(text) !== undefined);
  const fund = label && fundOf(label.text);
  if (!fund) return undefined;
  const amounts: Partial<Record<FundColumn, Amount>> = {};
  for (const [column, role] of heads) {
    const cell = row[column];
    const amount = cell && cell !== label ? amountOf(cell) : undefined;
    if (amount && !Object.values(amounts).some(({ span }) => span === amount.span)) amounts[role] = amount;
  }
  const { initial, adjusted, final, rate } = amounts;
  if (!initial && !adjusted && !final) return undefined;
  return {
    fund,
    ...(initial ? { initial } : {}),
    ...(adjusted ? { adjusted } : {}),
    ...(final ? { final } : {}),
    ...(rate ? { rate } : {}),
  };
}

const MEASURES: readonly (readonly ['adjusted' | 'final', RegExp])[] = [
  ['final', /^(?:全年)?执行数$|^实际(?:支出|执行)数?$/u],
  ['adjusted', /^(?:全年)?预算数$/u],
];

/**
 * Cells that carry their own labels, in one cell (`预算数:31.63万元`) or in the next, as in the older Sichuan form:
 * `预算数 … 执行数 …`, then twice `其中:财政拨款 …`.
 */
export function readLabelledFunds(cells: readonly Span[]): FundRow[] {
  const entries = cells.flatMap((cell, index) => {
    const [label, amount] = labelled(cell, cells[index + 1]);
    return label === '' ? [] : [{ label, amount }];
  });
  const total = entries.map(({ label, amount }) => ({
    measure: MEASURES.find(([, pattern]) => pattern.test(label))?.[0],
    amount,
  }));
  if (total.length === 2 && total[0]!.measure === 'adjusted' && total[1]!.measure === 'final')
    return pair('total', total[0]!.amount, total[1]!.amount);
  const sources = entries.filter(({ label }) => fundOf(label) !== undefined);
  if (sources.length === 2 && sources[0]!.label === sources[1]!.label)
    return pair(fundOf(sources[0]!.label)!, sources[0]!.amount, sources[1]!.amount);
  return [];
}

function pair(fund: Fund, adjusted: Amount | undefined, final: Amount | undefined): FundRow[] {
  if (!adjusted && !final) return [];
  return [{ fund, ...(adjusted ? { adjusted } : {}), ...(final ? { final } : {}) }];
}

const INSIDE = new RegExp(`^([^0-9:]+(?::[^0-9:]+)?):?(?=-?[0-9])`, 'u');

/** A label and its amount, which stands behind it in the same cell or in the next. */
function labelled(cell: Span, next: Span | undefined): [label: string, amount: Amount | undefined] {
  const inside = INSIDE.exec(cell.text);
  if (inside) return [plain(inside[1]!.replace(/^其中[-:]?/u, '')), amountOf(part(cell, inside[0].length))];
  if (/[0-9]/.test(cell.text)) return ['', undefined];
  return [plain(cell.text.replace(/^其中[-:]?/u, '')), next && amountOf(next)];
}
