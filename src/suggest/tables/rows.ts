/** What each row of a panel is: an item by its label, or a classification code. */
import type { Reference } from '../../load/reference.ts';
import type { DocumentFigure } from '../../documents/figures.ts';
import { readNumber } from './amount.ts';
import { CodeReader, leadingCode } from './codes.ts';
import type { Form, RowMeaning, Words } from './form.ts';
import { TOTAL_ROW, UNNAMED } from './forms/heads.ts';
import type { GridCell, GridRow } from './grid.ts';
import type { Panel } from './panels.ts';
import { plain } from './words.ts';

export interface ReadRow {
  readonly meaning: RowMeaning | undefined;
  /** Figures of the row's code. */
  readonly ordinalFigures: readonly DocumentFigure[];
}

/** The cells that stand in a panel's label and code columns, each once. */
export function labelCells(row: GridRow, { labels, codes }: Panel): GridCell[] {
  const columns = [...codes, ...labels].sort((a, b) => a - b);
  return [...new Set(columns.flatMap((column) => row[column] ?? []))];
}

const PHASE_ROW = /(?:预算|决算)(?:统计)?数?$/u;

export class RowReader {
  readonly #form: Form;
  readonly #panel: Panel;
  readonly #codes: CodeReader | undefined;
  readonly #coded: boolean;
  readonly #single: boolean;
  readonly #turned: boolean;
  readonly #seen = new Set<string>();

  constructor(form: Form, panel: Panel, body: readonly GridRow[], reference: Reference) {
    this.#form = form;
    this.#panel = panel;
    const { codes } = panel.side;
    this.#codes = codes && new CodeReader(codes, reference);
    this.#coded =
      codes !== 'functional-classes' &&
      body.some((row) => labelCells(row, panel).some(({ text }) => /^[0-9]{3,7}$/.test(text) || leadingCode(text)));
    this.#turned = form.turned !== undefined && panel.values.some(({ means }) => means.item !== undefined);
    const filled = body.filter((row) => panel.values.some(({ column }) => isNumber(row[column], column)));
    this.#single = filled.length === 1;
  }

  next(row: GridRow): ReadRow {
    const { codes } = this.#panel;
    const cells = labelCells(row, this.#panel);
    const coded = cells.filter((cell) => /^[[(]?[0-9]{2,7}[\])]?$/.test(cell.text.replaceAll('-', '')));
    // 类, 款 and 项 may be heads that stand in the row of the total.
    const words = cells.filter((cell) => !coded.includes(cell) && !/^[类款项]$/u.test(cell.text));
    const label = words.map(({ text }) => text).join('');
    const named = plain(label);
    const ordinalFigures = coded.flatMap(({ figures }) => figures);
    if (this.#turned) return { meaning: this.#phase(named), ordinalFigures: [] };
    const { side } = this.#panel;
    const total = side.codes && side.codes !== 'functional-classes' && side.rows.length === 0 && TOTAL_ROW.test(named);
    if (total) return { meaning: { code: 'total', name: '合计' }, ordinalFigures };
    const item = coded.length === 0 ? this.#item(named, side.rows) : undefined;
    if (item) {
      if (item.item) this.#seen.add(item.item);
      return { meaning: item, ordinalFigures };
    }
    if (!this.#codes) return { meaning: undefined, ordinalFigures };
    const inLabel = leadingCode(label);
    const columns = codes.length > 0 ? codes.map((column) => ownText(row, column)) : coded.map(({ text }) => text);
    const printed = this.#codes.printed(inLabel && coded.length === 0 ? [inLabel.code] : columns);
    const read = printed ?? (this.#coded || named === '' ? undefined : this.#codes.named(named));
    if (!read) return { meaning: undefined, ordinalFigures };
    const text = words.map((cell) => cell.printed).join('');
    const name = plain(inLabel && coded.length === 0 ? text.slice(text.length - inLabel.rest.length) : text);
    const known = name === '' ? undefined : { code: read.code, name, certainty: read.certainty };
    const opening = inLabel ? words.flatMap(({ figures }) => figures.slice(0, 1)) : [];
    return { meaning: known, ordinalFigures: [...ordinalFigures, ...opening] };
  }

  #item(label: string, rows: readonly Words[]): RowMeaning | undefined {
    const found = rows.find(({ words, after }) => (!after || this.#seen.has(after)) && words.test(label));
    if (found) return found.means;
    return this.#form.turned?.total && /^(?:合计|总计|小计)$/u.test(label) ? this.#form.turned.total : undefined;
  }

  /** Items stand in the heads: a row is a phase of the budget, the total, or the only one. */
  #phase(label: string): RowMeaning | undefined {
    if (/年初预算/u.test(label)) return { measure: 'initial' };
    if (PHASE_ROW.test(label))
      return label.includes('决算')
        ? { measure: 'final' }
        : /全年|调整/u.test(label)
          ? { measure: 'adjusted' }
          : UNNAMED;
    if (label.startsWith('上年')) return { measure: 'prior' };
    return this.#single || label === '' || /^(?:合计|总计)$/u.test(label) ? {} : undefined;
  }
}

const isNumber = (cell: GridCell | undefined, column: number) =>
  cell?.column === column && readNumber(cell.text) !== undefined;

/** The text of a cell that starts in this column. */
const ownText = (row: GridRow, column: number) => (row[column]?.column === column ? row[column].text : '');
