/** The ledgers of two states of a report: figures added, removed, restated, moved. */
import type { CheckedReport } from '../checks/check.ts';
import type { LedgerRow } from '../load/ledger.ts';
import type { FigureChange, LedgerChange } from './difference.ts';
import { order } from './texts.ts';

/** Writes an address or expression of the base as the head names its rows. */
export type Rename = (text: string) => string;

/** A renaming of rows (`table/item`) applied to every address inside a text. */
export function renaming(renamed: ReadonlyMap<string, string>): Rename {
  return (text) =>
    text
      .split(/([(),])/)
      .map((part) => {
        const end = part.lastIndexOf('/');
        const row = renamed.get(part.slice(0, end));
        return row === undefined ? part : row + part.slice(end);
      })
      .join('');
}

/**
 * Compares the figures of all sources by their place.
 * @param sources ids of the base's sources as the head calls them
 */
export function compareLedgers(
  before: CheckedReport | undefined,
  after: CheckedReport | undefined,
  rename: Rename,
  sources: ReadonlyMap<string, string>,
): LedgerChange {
  const hidden = [before, after].some((side) => side?.report.faulty.has('ledger') && side.report.ledgers.size === 0);
  const rowsOf = (side: CheckedReport | undefined) =>
    hidden ? [] : [...(side?.report.ledgers.values() ?? [])].flatMap(({ rows }) => rows);
  const [old, now] = [
    new Map(
      rowsOf(before).map((row) => [
        `${sources.get(row.source) ?? row.source}:${row.at}.${row.n}`,
        content(row, rename),
      ]),
    ),
    new Map(rowsOf(after).map((row) => [row.place, content(row, (text) => text)])),
  ];
  const gone = [...old].filter(([place]) => !now.has(place));
  const come = [...now].filter(([place]) => !old.has(place));
  const waiting = new Map<string, string[]>();
  for (const [place, text] of gone)
    waiting.set(sourceOf(place) + text, [...(waiting.get(sourceOf(place) + text) ?? []), place]);
  const moved = new Set<string>();
  for (const [place, text] of come) {
    const from = waiting.get(sourceOf(place) + text)?.shift();
    if (from !== undefined) moved.add(from).add(`→${place}`);
  }
  const figures: FigureChange[] = [
    ...come
      .filter(([place]) => !moved.has(`→${place}`))
      .map(([place, text]) => ({ place, status: 'added' as const, after: text })),
    ...gone
      .filter(([place]) => !moved.has(place))
      .map(([place, text]) => ({ place, status: 'removed' as const, before: text })),
    ...[...now].flatMap(([place, text]) => {
      const was = old.get(place);
      return was === undefined || was === text
        ? []
        : [{ place, status: 'restated' as const, before: was, after: text }];
    }),
  ];
  return {
    before: old.size,
    after: now.size,
    ...(before && { proofBefore: before.proof }),
    ...(after && { proofAfter: after.proof }),
    moved: moved.size / 2,
    figures: figures.sort((a, b) => comparePlaces(a.place, b.place)),
  };
}

/** What a row says: `715.87万元 → expenditure/current/final`, in whatever order its states stand. */
function content(row: LedgerRow, rename: Rename): string {
  const states = row.states.map(({ text }) => rename(text)).sort(order);
  const says = [...states, ...(row.ignored === '' ? [] : [`不计：${row.ignored}`])].join(';') || '没有着落';
  return `${row.sign}${row.printed}${row.unit} → ${says}${row.note === '' ? '' : `（${row.note}）`}`;
}

const sourceOf = (place: string) => place.slice(0, place.indexOf(':') + 1);

/** `L9.10` after `L9.2`: numbers by value, the rest by code unit. */
function comparePlaces(a: string, b: string): number {
  const pad = (place: string) => place.replace(/[0-9]+/g, (digits) => digits.padStart(9, '0'));
  return order(pad(a), pad(b));
}
