/** Turns what a sentence says into cells, derived values and ignored figures. */
import type { Position } from '../../documents/matching.ts';
import type { DocumentFigure } from '../../documents/figures.ts';
import { measures } from '../../tables/table.ts';
import { TABLES } from '../../tables/index.ts';
import type { CellSuggestion, Certainty, DerivedSuggestion, IgnoredSuggestion, Rank } from '../suggestion.ts';
import { digitsOf, inTenThousands } from './amount.ts';
import type { Statement } from './clauses.ts';
import type { Topic } from './topics.ts';
import { impliedWhole, namedWhole } from './wholes.ts';

export interface Said {
  readonly cells: CellSuggestion[];
  readonly derived: DerivedSuggestion[];
  readonly ignored: IgnoredSuggestion[];
}

export interface Circumstances {
  readonly topic: Topic | undefined;
  readonly rank: Rank;
  readonly year: number;
}

const MONEY = new Set(['initial', 'adjusted', 'final', 'change', 'prior']);
const COUNTS = new Set(['groups', 'people', 'batches', 'bought', 'kept', 'count']);
const MEASURES = new Map(TABLES.map((table) => [table.id as string, new Set(measures(table))]));

export const positionOf = ({ line, start }: DocumentFigure): Position => ({ line, start });

export function sayings(statement: Statement, where: Circumstances): Said {
  const said: Said = { cells: [], derived: [], ignored: [] };
  const by = `${statement.subject.id}:${statement.predicate.id}`;
  for (const slot of statement.slots) {
    const figure = positionOf(slot.figure);
    if (slot.name === 'limit') said.ignored.push({ figure, reason: 'legal-threshold', by });
    else if (MONEY.has(slot.name) || COUNTS.has(slot.name))
      said.cells.push(...cellsOf(statement, slot, where, by, said));
    else said.derived.push(...percentages(statement, slot, where, by));
  }
  return said;
}

/** The total of a functional list repeats the amount of the fund; what else is said is said of the fund. */
const IN_LIST = /^functional\/[a-z-]+\.total$/u;

type Slot = Statement['slots'][number];

const signOf = (statement: Statement, slot: Slot): '+' | '-' | undefined => {
  const sign = slot.name === 'change' || slot.name === 'growth' ? statement.predicate.sign : undefined;
  if (!slot.minus) return sign;
  return sign === '-' ? '+' : '-';
};

function cellsOf(statement: Statement, slot: Slot, where: Circumstances, by: string, said: Said): CellSuggestion[] {
  const { subject, predicate, base } = statement;
  const money = MONEY.has(slot.name);
  const sign = signOf(statement, slot);
  const figure = positionOf(slot.figure);
  const certainty = certaintyOf(statement, where, (money && slot.figure.unit === '') || slot.figure.rest !== undefined);
  if (slot.name === 'change' && base !== 'prior') {
    // More or less than the budget: a difference of two cells.
    for (const cell of subject.cells)
      said.derived.push({
        expression: `difference(${cell}/final,${cell}/${base})`,
        figure,
        ...(sign ? { sign } : {}),
        certainty,
        by,
      });
    return [];
  }
  const printed = money ? inTenThousands(slot.figure.printed, slot.figure.unit) : digitsOf(slot.figure.printed);
  const value = sign === '-' && !/^0(?:\.0*)?$/.test(printed) ? `-${printed}` : printed;
  return targetsOf(statement, slot.name)
    .filter((cell) => !(slot.name === 'change' && IN_LIST.test(cell)))
    .flatMap((cell): CellSuggestion[] => {
      const { table, key } = keyOf(cell);
      const measure = measureOf(table, slot.name === 'final' ? (subject.measure ?? 'final') : slot.name);
      if (!MEASURES.get(table)?.has(measure)) return [];
      const columns = columnsOf(statement, table, subject.measure === 'adjusted' ? '未注明' : predicate.note, measure);
      return [
        {
          table,
          key,
          ...(Object.keys(columns).length > 0 ? { columns } : {}),
          measure,
          value,
          figures: slot.figure.rest ? [figure, positionOf(slot.figure.rest)] : [figure],
          ...(sign ? { sign } : {}),
          certainty: key['code'] !== undefined && !/^(?:[a-z]+|[0-9]+)$/.test(key['code']) ? 'possible' : certainty,
          rank: where.rank,
          by,
        },
      ];
    });
}

/** 资产 are counted at the end of the year. */
const measureOf = (table: string, measure: string) => (table === 'assets' && measure === 'final' ? 'closing' : measure);

/** Trips, guests and cars belong to one item of 三公, whatever amount the sentence stands beside. */
function targetsOf({ subject, clause }: Statement, slot: string): readonly string[] {
  const [cell] = subject.cells;
  if (!cell?.startsWith('three-public/')) return subject.cells;
  if (slot === 'bought') return ['three-public/vehicle-purchase'];
  if ((slot === 'batches' || slot === 'people') && cell.startsWith('three-public/reception')) {
    if (/外宾|外事|国外|境外/u.test(clause)) return ['three-public/reception-foreign'];
    if (/国内/u.test(clause)) return ['three-public/reception-domestic'];
  }
  return subject.cells;
}

export function keyOf(cell: string): { table: string; key: Record<string, string> } {
  const [table, item] = [cell.slice(0, cell.indexOf('/')), cell.slice(cell.indexOf('/') + 1)];
  if (table !== 'functional' && table !== 'economic') return { table, key: { item } };
  return { table, key: { fund: item.slice(0, item.indexOf('.')), code: item.slice(item.indexOf('.') + 1) } };
}

function columnsOf(
  { subject }: Statement,
  table: string,
  note: string | undefined,
  measure: string,
): Record<string, string> {
  const named: Record<string, string> = table === 'functional' || table === 'economic' ? { name: subject.words } : {};
  return { ...named, ...subject.own, ...(note && measure === 'adjusted' ? { note } : {}) };
}

function percentages(statement: Statement, slot: Slot, where: Circumstances, by: string): DerivedSuggestion[] {
  const { subject, predicate, base } = statement;
  const figure = positionOf(slot.figure);
  const sign = signOf(statement, slot);
  const certainty = certaintyOf(statement, where, slot.figure.unit === '');
  const one = (expression: string): DerivedSuggestion => ({
    expression,
    figure,
    ...(sign ? { sign } : {}),
    certainty,
    by,
  });
  if (slot.name === 'share') {
    const [part] = subject.cells;
    const whole = predicate.whole
      ? namedWhole(predicate.whole, part!, where.topic, statement.heads)
      : impliedWhole(part!, statement.heads);
    if (!whole || whole === part) return [];
    const final = (cell: string) => `${cell}/${measureOf(cell.split('/')[0]!, subject.measure ?? 'final')}`;
    return [one(`share(${final(part!)},${final(whole)})`)];
  }
  return subject.cells
    .filter((cell) => subject.cells.length === 1 || !IN_LIST.test(cell))
    .map((cell) => {
      if (slot.name === 'completion') return one(`completion(${cell}/final,adjusted)`);
      if (slot.name === 'completion-initial') return one(`completion(${cell}/final,initial)`);
      if (base === 'prior') return one(`growth(${cell}/final)`);
      return one(`share(difference(${cell}/final,${cell}/${base}),${cell}/${base})`);
    });
}

function certaintyOf(statement: Statement, where: Circumstances, unitless: boolean): Certainty {
  if (statement.most === 'possible') return 'possible';
  const direction = statement.slots.some(({ name }) => name === 'change' || name === 'growth');
  if (unitless && direction) return 'possible';
  // An increase over some earlier year is not that over last year.
  if (direction && statement.against !== undefined && statement.against < where.year - 1) return 'possible';
  return unitless || statement.most === 'likely' || statement.subject.likely || where.topic === undefined
    ? 'likely'
    : 'certain';
}
