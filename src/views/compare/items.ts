/** What can be compared, and how: declared once; results, pages and downloads are derived from this. */
import { RECEIVED, SPENT } from '../headline.ts';

/** The whole that an item is a part of. */
export type Whole = 'expenditure' | 'income';

export interface CompareItem {
  /** As in the address of the page; never changed. */
  readonly id: string;
  readonly name: string;
  /** Rows `table/item`, the first that is stated counts. Rows of one table after its first are stand-ins. */
  readonly rows: readonly string[];
  /** Column of a number of people. Money has its phases instead. */
  readonly count?: 'actual' | 'authorized';
  /** The whole of its share; absent for people. */
  readonly whole?: Whole;
  /** The item is the whole itself. */
  readonly isWhole?: true;
  /** The only row that is its whole; absent where the funds of a row decide. */
  readonly base?: string;
}

const rowOf = (address: string) => address.slice(0, address.lastIndexOf('/'));
const spent = (id: string, name: string, rows: readonly string[]): CompareItem => ({
  id,
  name,
  rows,
  whole: 'expenditure',
});

export const ITEMS: readonly CompareItem[] = [
  { ...spent('expenditure', '支出', SPENT.map(rowOf)), isWhole: true },
  { id: 'income', name: '收入', rows: RECEIVED.map(rowOf), whole: 'income', isWhole: true },
  {
    id: 'income-treasury',
    name: '财政拨款收入',
    rows: ['income/treasury', 'fiscal/income'],
    whole: 'income',
    base: 'income/current',
  },
  spent('basic', '基本支出', ['expenditure/basic', 'fiscal/basic', 'economic/general.basic']),
  spent('project', '项目支出', ['expenditure/project', 'fiscal/project']),
  spent('personnel', '人员经费', ['expenditure/personnel', 'fiscal/personnel', 'economic/general.personnel']),
  spent('public', '公用经费', ['expenditure/public', 'fiscal/public', 'economic/general.public']),
  spent('three-public', '“三公”经费合计', ['three-public/total']),
  spent('abroad', '因公出国（境）费', ['three-public/abroad']),
  spent('vehicles', '公务用车购置及运行维护费', ['three-public/vehicles']),
  spent('vehicle-operation', '公务用车运行维护费', ['three-public/vehicle-operation']),
  spent('reception', '公务接待费', ['three-public/reception']),
  spent('agency-operation', '机关运行经费', ['operating/agency-operation']),
  spent('procurement', '政府采购支出', ['operating/procurement']),
  { id: 'staff', name: '实有人数', rows: ['staff/total'], count: 'actual' },
  { id: 'authorized', name: '编制人数', rows: ['staff/total'], count: 'authorized' },
];

export const MEASURES = [
  { id: 'amount', name: '金额或人数' },
  { id: 'share', name: '占本年支出（收入）的比' },
  { id: 'head', name: '按实有人数平均' },
  { id: 'growth', name: '比上年' },
  { id: 'execution', name: '预算执行' },
] as const;

export type MeasureId = (typeof MEASURES)[number]['id'];

/** Phases of money, in the order in which they are taken. */
export const PHASES = ['final', 'adjusted', 'initial'] as const;

/** The whole of a share: its name, and the row that states it for all funds and for treasury funds. */
export const WHOLES: Readonly<
  Record<Whole, { readonly name: string; readonly all: string; readonly treasury: string }>
> = {
  expenditure: { name: '本年支出', all: 'expenditure/current', treasury: 'fiscal/expenditure' },
  income: { name: '本年收入', all: 'income/current', treasury: 'fiscal/income' },
};

/** Why an item can never be measured so, whatever a report states: from what the item is. Undefined when it can be. */
export function neverOf(item: CompareItem, measure: MeasureId): string | undefined {
  if (item.count && measure !== 'amount') return '人数只比人数';
  return item.isWhole && measure === 'share' ? '本项即合计，不算占比' : undefined;
}

/** Whose money a row is: treasury funds by its nature, or all funds. Tables without an entry hold all funds. */
export const TREASURY: { readonly tables: readonly string[]; readonly rows: readonly string[] } = {
  tables: ['fiscal', 'economic', 'three-public'],
  rows: ['income/treasury', 'operating/agency-operation'],
};

/** Most reports that stand side by side. */
export const MOST = 6;
