/** What was filled in and is to be checked: one entry for each sentence or row of a table, with what to look at. */
import { UNCHECKED } from '../checks/draft.ts';
import type { CheckedReport } from '../checks/check.ts';
import { placeOf, type Claim, type Stand } from './claims.ts';
import type { Draft } from './draft.ts';
import type { Todo } from './todo.ts';
import { wordsAround } from './words.ts';

/** Whether the note of a cell's row says that the cell is still to be checked. */
export function isUnchecked({ report }: CheckedReport, address: string): boolean {
  const cell = report.cells.get(address);
  const note = cell?.row.values['note'] ?? '';
  return cell !== undefined && note.startsWith(UNCHECKED) && note.split('；')[0]!.includes(cell.measureName);
}

/** One figure that is to be checked. */
interface Doubt {
  readonly source: string;
  readonly line: number;
  readonly start: number;
  readonly length: number;
  readonly place: string;
  /** Address or expression, and the value with its unit. */
  readonly cell: string;
  readonly value: string;
  readonly why: string;
}

/** The cells, statements and contested figures that wait for a second look. */
export function uncheckedTodos(draft: Draft, checked: CheckedReport | undefined): Todo[] {
  if (!checked) return [];
  const groups = new Map<string, Doubt[]>();
  for (const doubt of [...cellsIn(draft, checked), ...contestsIn(draft, checked), ...statementsIn(draft)]) {
    const key = `${doubt.source}:${doubt.line}`;
    groups.set(key, [...(groups.get(key) ?? []), doubt]);
  }
  return [...groups.values()].map((group) => todoOf(draft, group));
}

function todoOf({ ledgers }: Draft, group: readonly Doubt[]): Todo {
  const sorted = group.toSorted((a, b) => a.start - b.start);
  const [first, last] = [sorted[0]!, sorted.at(-1)!];
  const { reading } = ledgers.find((ledger) => ledger.reading.source === first.source)!;
  const said = [...new Map(sorted.map((doubt) => [doubt.cell, doubt])).values()];
  const unique = (values: readonly string[]) => [...new Set(values)];
  return {
    work: 'unchecked',
    place: unique(sorted.map(({ place }) => place))
      .map((place, index) => (index === 0 ? place : place.replace(/^.*\./u, '.')))
      .join('、'),
    words: wordsAround(reading, first, Math.min(last.start + last.length - first.start, 60)),
    ...(said.length === 1
      ? { cell: first.cell, value: first.value }
      : { cell: said.map(({ cell, value }) => `${cell} = ${value}`).join('、') }),
    why: unique(sorted.map(({ why }) => why).filter((why) => why !== '')).join('；'),
  };
}

function cellsIn(draft: Draft, checked: CheckedReport): Doubt[] {
  return [...draft.choices.values()]
    .filter(({ address }) => isUnchecked(checked, address))
    .flatMap(({ address, winner }) => {
      const [stand] = winner.stands;
      return stand
        ? [{ ...doubtAt(stand), cell: address, value: winner.suggestion.value!, why: whyOf(draft, winner) }]
        : [];
    });
}

function doubtAt(stand: Stand): Omit<Doubt, 'cell' | 'value' | 'why'> {
  const { source, position, printed } = stand;
  return { source, ...position, length: printed.length, place: placeOf(stand) };
}

/** What to look at: the other reading where there is one, else what the words leave open. */
function whyOf({ claims }: Draft, { suggestion, stands, address, table }: Claim): string {
  const places = stands.map(placeOf);
  const others = claims.filter(
    (claim) =>
      claim.address !== undefined &&
      claim.address !== address &&
      claim.table === table &&
      claim.stands.some((stand) => places.includes(placeOf(stand))),
  );
  if (others.length > 0)
    return `也可读作 ${[...new Set(others.map((claim) => claim.address!))].join('、')}，看原文说的是哪一个`;
  if (suggestion.rank === 'accounts-table') return '表头或单位没有写全，或各项加起来不等于合计：看行、列、单位对不对';
  if (suggestion.rank === 'performance' || suggestion.rank === 'prose')
    return '绩效表格和叙述没有统一的格式：看项目、单位和数对不对';
  if (stands.some(({ unit }) => unit === '')) return '数字后面没有印单位：看单位对不对';
  if (/initial|adjusted|added/u.test(suggestion.measure ?? '')) return '看说的是年初预算还是全年预算，是哪种资金';
  return '看说的是全部资金还是财政拨款，是预算、决算还是增减';
}

/** Figures that two sentences read as different cells; not where a curator decided, or the cell holds something else. */
function contestsIn({ contests, ledgers, choices }: Draft, { report }: CheckedReport): Doubt[] {
  return contests
    .filter(({ stand, kept }) => {
      const ledger = ledgers.find(({ reading }) => reading.source === stand.source);
      return !ledger?.decision(stand) && choices.has(kept.address!) && report.cells.has(kept.address!);
    })
    .map(({ stand, kept, dropped }) => ({
      ...doubtAt(stand),
      cell: kept.address!,
      value: kept.suggestion.value!,
      why: `也可读作 ${dropped.address}，看原文说的是哪一个`,
    }));
}

/** Rows of the ledger that nobody has checked. */
function statementsIn({ ledgers }: Draft): Doubt[] {
  return ledgers.flatMap(({ rows, reading }) => {
    const figures = new Map(reading.figures.map((figure) => [`${figure.at}.${figure.n}`, figure]));
    return rows
      .filter(({ note }) => note.startsWith(UNCHECKED))
      .flatMap(({ at, n, printed, unit, states }) => {
        const figure = figures.get(`${at}.${n}`);
        if (!figure) return [];
        const { line, start } = figure;
        const place = `${reading.source}:${at}.${n}`;
        return [
          {
            source: reading.source,
            line,
            start,
            length: printed.length,
            place,
            cell: states,
            value: `${printed}${unit}`,
            why: '',
          },
        ];
      });
  });
}
