/** Derived values and figures set aside, as a reading suggests them, with their figures found. */
import { parseExpression, type Expression } from '../figures/expression.ts';
import { parseAddress } from '../figures/expression.ts';
import type { Cell } from '../load/cells.ts';
import { tableById } from '../tables/index.ts';
import { measures } from '../tables/table.ts';
import type { Refusal, Stand } from './claims.ts';
import type { Statement } from './ledger.ts';
import type { SourceReading } from './reading.ts';
import { wordsAround } from './words.ts';

/**
 * Statements of derived values: those that are certain or likely and whose cells the report has or may have.
 * `cells`: every cell of the report as drafted.
 */
export function derivedOf(
  reading: SourceReading,
  cells: ReadonlyMap<string, Cell>,
): { statements: Statement[]; refusals: Refusal[] } {
  const figures = new Map(reading.figures.map((figure) => [`${figure.line}.${figure.start}`, figure]));
  const rows = new Set([...cells.values()].map(({ table, item }) => `${table}/${item}`));
  const files = new Set([...cells.values()].map(({ table }) => table));
  const statements: Statement[] = [];
  const refusals: Refusal[] = [];
  for (const { expression: source, figure: at, unit, sign, certainty, by } of reading.suggestions.derived) {
    const figure = figures.get(`${at.line}.${at.start}`);
    const expression = parseExpression(source);
    const why = !figure
      ? '所指的地方没有印出数字'
      : typeof expression === 'string'
        ? expression
        : certainty === 'possible'
          ? '只是可能'
          : unfounded(expression, rows, files);
    const words = wordsAround(reading, at, figure?.printed.length ?? 1);
    if (why !== undefined || !figure || typeof expression === 'string') {
      const place = `${reading.source}:${figure ? `${figure.at}.${figure.n}` : (reading.document.lines[at.line]?.at ?? '')}`;
      refusals.push({ cell: source, value: figure?.printed ?? '', by, place, words, why: why ?? '' });
      continue;
    }
    const stand: Stand = {
      source: reading.source,
      at: figure.at,
      n: figure.n,
      position: at,
      printed: figure.printed,
      unit: figure.unit || (unit ?? ''),
      sign: sign ?? figure.sign,
      words,
    };
    statements.push({ stand, text: expression.text, unchecked: certainty === 'likely' });
  }
  return { statements, refusals };
}

/** Why a report has no place for an expression, as the ledger's check would say; undefined when it has. */
function unfounded(expression: Expression, rows: ReadonlySet<string>, files: ReadonlySet<string>): string | undefined {
  for (const address of expression.cells) {
    const { table: id, item, measure } = parseAddress(address)!;
    const table = tableById(id);
    if (!table || !measures(table).includes(measure)) return `没有 ${address} 这样的单元`;
    if (!files.has(id) || (!rows.has(`${id}/${item}`) && !table.items?.[item])) return `没有读出 ${id}/${item}`;
  }
  return undefined;
}

/** Figures that a reading sets aside, by their places in the ledger. */
export function ignoredOf(reading: SourceReading): { at: string; n: number; reason: string }[] {
  const figures = new Map(reading.figures.map((figure) => [`${figure.line}.${figure.start}`, figure]));
  return reading.suggestions.ignored.flatMap(({ figure: at, reason }) => {
    const figure = figures.get(`${at.line}.${at.start}`);
    return figure ? [{ at: figure.at, n: figure.n, reason }] : [];
  });
}
