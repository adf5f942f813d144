/** What a share is a part of: the denominator that the sentence names, or that its section implies. */
import { parseAddress } from '../../figures/expression.ts';
import type { Topic } from './topics.ts';

/** Cells (`table/item`) that a named denominator may mean; that of the part's own table comes first. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  income: ['income/current'],
  expenditure: ['expenditure/current'],
  'treasury-income': ['fiscal/income'],
  general: ['functional/general.total', 'fiscal/expenditure-general'],
  treasury: ['fiscal/expenditure', 'functional/general.total'],
  basic: ['economic/general.basic', 'fiscal/basic', 'expenditure/basic'],
  'three-public': ['three-public/total'],
  vehicles: ['three-public/vehicles'],
  procurement: ['operating/procurement'],
  sme: ['operating/procurement-sme'],
  assets: ['assets/total'],
  'assets-current': ['assets/current'],
};

type Heads = Readonly<Record<string, string>>;

/** @param heads the total of each table that was spoken of last. @param part `table/item`. Within sections on treasury money, 本年收入 and 本年支出 are those of the treasury. */
export function namedWhole(name: string, part: string, topic: Topic | undefined, heads: Heads): string {
  if (topic === 'fiscal' && name === 'income') return 'fiscal/income';
  if (topic === 'fiscal' && name === 'expenditure' && part.startsWith('fiscal/')) {
    if (part !== 'fiscal/expenditure') return 'fiscal/expenditure';
  }
  const head = name === 'income' || name === 'expenditure' ? heads[name] : undefined;
  if (head) return head;
  const cells = NAMED[name]!;
  const fund = /^functional\/([a-z-]+)\./.exec(part)?.[1];
  if (fund && cells.some((cell) => cell.startsWith('functional/'))) return `functional/${fund}.total`;
  const table = part.split('/')[0]!;
  return cells.find((cell) => cell.startsWith(`${table}/`)) ?? cells[0]!;
}

/** The whole of which the template states shares of a part, when the sentence names none. */
export function impliedWhole(part: string, heads: Heads): string | undefined {
  const address = parseAddress(`${part}/final`);
  if (!address) return undefined;
  const { table, item } = address;
  if (table === 'functional') return `functional/${item.split('.')[0]}.total`;
  if (table === 'economic') return `economic/${item.split('.')[0]}.basic`;
  if (table === 'income') return heads['income'] ?? 'income/current';
  if (table === 'expenditure') return heads['expenditure'] ?? 'expenditure/current';
  if (table === 'fiscal') return item.startsWith('income') ? 'fiscal/income' : 'fiscal/expenditure';
  if (table === 'three-public') return 'three-public/total';
  if (table === 'assets') return 'assets/total';
  return item.startsWith('procurement') ? 'operating/procurement' : undefined;
}
