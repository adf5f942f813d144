/** The ledger of a source: every figure, with what the reading says about those that a curator has not decided. */
import { parseStates } from '../figures/expression.ts';
import { draftLedger, mergeLedger, type DraftRow } from '../figures/ledger-draft.ts';
import { UNCHECKED } from '../checks/draft.ts';
import type { Stand } from './claims.ts';
import type { SourceReading } from './reading.ts';

/** What a figure or numeral is said to be. */
export interface Statement {
  readonly stand: Stand;
  /** A cell address or a derived expression. */
  readonly text: string;
  /** Nobody has checked this statement, and no note in a table says so. */
  readonly unchecked: boolean;
}

/** A ledger being drafted. */
export class LedgerDraft {
  readonly reading: SourceReading;
  #rows: DraftRow[];
  /** Rows that a curator filled in: they are never changed. */
  readonly #decided: ReadonlySet<DraftRow>;

  constructor(reading: SourceReading, curated: readonly DraftRow[] | undefined) {
    this.reading = reading;
    const fresh = draftLedger(reading.figures);
    const merged = curated ? mergeLedger(curated, fresh) : { rows: fresh, added: fresh };
    const added = new Set(merged.added);
    this.#rows = [...merged.rows];
    this.#decided = new Set(this.#rows.filter((row) => !added.has(row) && (row.states !== '' || row.ignored !== '')));
  }

  get rows(): readonly DraftRow[] {
    return this.#rows;
  }

  /** Figures that state nothing and are not set aside. */
  get open(): readonly DraftRow[] {
    return this.#rows.filter(({ states, ignored }) => states === '' && ignored === '');
  }

  /** What a curator wrote about a figure: its states, or why it is ignored; undefined where nobody decided. */
  decision(stand: Stand): { readonly states: readonly string[]; readonly text: string } | undefined {
    const row = this.#rows.find((one) => this.#isRow(one, stand));
    if (!row || !this.#decided.has(row)) return undefined;
    const states = parseStates(row.states).map((one) => (typeof one === 'string' ? one : one.text));
    return { states, text: row.states || row.ignored };
  }

  /** Writes statements, in this order, into rows that nobody decided; a numeral gets a row of its own. */
  state(statements: readonly Statement[]): void {
    for (const { stand, text, unchecked } of statements) {
      const index = this.#rows.findIndex((row) => this.#isRow(row, stand));
      const row = this.#rows[index];
      if (!row) this.#addNumeral(stand, text);
      else if (!this.#decided.has(row)) {
        const states = row.states === '' ? [] : row.states.split(';');
        this.#rows[index] = {
          ...row,
          states: states.includes(text) ? row.states : [...states, text].join(';'),
          ignored: '',
          // The first statement says how the figure is to be read.
          unit: states.length > 0 ? row.unit : stand.unit,
          sign: states.length > 0 ? row.sign : stand.sign,
          note: unchecked && row.printed !== '' ? UNCHECKED : row.note,
        };
      }
    }
  }

  /** Sets aside figures that state nothing. */
  ignore(figures: readonly { readonly at: string; readonly n: number; readonly reason: string }[]): void {
    const reasons = new Map(figures.map(({ at, n, reason }) => [`${at}.${n}`, reason]));
    this.#rows = this.#rows.map((row) => {
      const reason = reasons.get(`${row.at}.${row.n}`);
      return reason === undefined || row.states !== '' || this.#decided.has(row) ? row : { ...row, ignored: reason };
    });
  }

  #isRow(row: DraftRow, { at, n, printed }: Stand): boolean {
    return row.at === at && (n === undefined ? row.n.startsWith('c') && row.note === printed : row.n === String(n));
  }

  /** A row for a Chinese numeral, after the last figure that is printed before it. */
  #addNumeral(stand: Stand, text: string): void {
    const { line, start } = stand.position;
    const before = this.reading.figures.findLast(
      (figure) => figure.line < line || (figure.line === line && figure.start < start),
    );
    const anchor = before ? this.#rows.findIndex((row) => row.at === before.at && row.n === String(before.n)) : -1;
    let position = anchor + 1;
    while (this.#rows[position]?.n.startsWith('c')) position += 1;
    const count = this.#rows.filter((row) => row.at === stand.at && row.n.startsWith('c')).length;
    const section = before?.section ?? '';
    const row = { at: stand.at, n: `c${count + 1}`, section, printed: '', sign: '', unit: '', ignored: '' };
    this.#rows.splice(position, 0, { ...row, states: text, note: stand.printed });
  }
}
