/** Reads self-evaluation forms from grids: whose form it is, its fund rows and its indicator rows. */
import { filled, type Grid, type GridCell } from './grid.ts';
import { fundColumn, indicatorColumn, plain, type FundColumn, type IndicatorColumn } from './heads.ts';
import { readFundRow, readLabelledFunds, type FundRow } from './funds.ts';
import { readIndicatorRow, type Columns, type IndicatorRow, type Levels } from './indicator-row.ts';
import type { Span } from './span.ts';

export interface Form {
  /** The whole department, a project, or not said in the form. */
  scope: 'department' | 'project' | '';
  /** The project's name as printed; empty when the form does not print it. */
  name: string;
  /** Unit of the funds: 万元, 元, or empty when the form prints none. */
  unit: string;
  /** What the form prints of its funds and indicators, in order. */
  readonly funds: FundRow[];
  readonly indicators: IndicatorRow[];
  /** The grids it stands in. */
  readonly grids: Grid[];
  score?: GridCell;
  /** Weights and scores of single rows. */
  readonly marks: GridCell[];
  /** The paragraphs in front of the form. */
  readonly before: readonly Span[];
}

const TITLE = /绩效.{0,12}表$|(?:自评|自评价|评价|完成情况)表$/u;
const DEPARTMENT = /整体|部门(?:\(单位\))?(?:支出|预算|绩效)/u;
const NAME_LABEL = /^(?:项目|政策|专项|专项资金|项目支出|转移支付|项目政策|专项项目)名称$/u;
const DEPARTMENT_LABEL = /^(?:部门|单位|预算部门|部门单位)名称$/u;
const SIGNS = /一级指标|绩效指标|绩效目标|年度(?:总体)?目标|预期目标|自评/u;
const UNIT = /\((?:单位[:：])?(万元|元)\)|单位[:：](万元|元)/u;

/** A title or a unit stands in the last few paragraphs before its table. */
const NEAR = 6;

/** Whether a line of text is the title of a form. Matched without the year behind it. */
export function isTitle(text: string): boolean {
  const bare = text.replace(/\((?:[0-9]{4}年度?|[^()]*)\)/gu, '').replace(/[0-9]{4}年度?$/u, '');
  return bare.length <= 40 && TITLE.test(bare) && !/[,，。;；]|见附/u.test(bare);
}

/** All forms of a row of grids. A grid that has neither title nor head goes on with the form before. */
export function readForms(grids: readonly Grid[]): Form[] {
  const reader = new FormReader();
  for (const grid of grids) reader.grid(grid);
  return reader.forms;
}

class FormReader {
  readonly forms: Form[] = [];
  #form: Form | undefined;
  #funds: Map<number, FundColumn> | undefined;
  #columns: Columns | undefined;
  #levels: Levels = {};
  #width = 0;
  /** What the cells of the last head row hold, one after the other. */
  #order: (IndicatorColumn | undefined)[] = [];

  grid(grid: Grid): void {
    const near = grid.before.slice(-NEAR);
    const title = near.findLast(({ text }) => isTitle(text));
    const own = grid.rows.some((row) => filled(row).some(({ text }) => SIGNS.test(text) && text.length < 30));
    const head = grid.rows.some((row) => indicatorHead(row));
    const plainBreak = !title && !head && this.#columns !== undefined && nothing(grid.before);
    const narrower = plainBreak && grid.width !== this.#width && grid.width === this.#order.length;
    const goesOn = plainBreak && (grid.width === this.#width || narrower);
    // Without the rows above, a page's grid has no more columns than the head has cells.
    if (narrower)
      this.#columns = new Map(
        this.#order.flatMap((role, column) => (role === undefined ? [] : [[column, role] as const])),
      );
    if (!title && !own && !head && !goesOn) {
      this.#form = undefined;
      this.#columns = undefined;
      return;
    }
    if (title || !this.#form || (head && !nothing(grid.before))) this.#open(grid.before);
    if (title) this.#form!.scope = DEPARTMENT.test(title.text) ? 'department' : 'project';
    this.#width = grid.width;
    this.#form!.grids.push(grid);
    for (const { text } of near) if (text.length < 40) this.#unit(text);
    for (const row of grid.rows) this.#row(row);
  }

  #open(before: readonly Span[]): Form {
    this.#form = { scope: '', name: '', unit: '', funds: [], indicators: [], grids: [], marks: [], before };
    this.forms.push(this.#form);
    this.#funds = undefined;
    this.#columns = undefined;
    this.#levels = {};
    return this.#form;
  }

  #row(row: readonly (GridCell | undefined)[]): void {
    const cells = filled(row);
    if (cells.length === 0) return;
    for (const cell of cells) this.#unit(cell.text);
    if (this.#named(cells)) return;
    const columns = indicatorHead(row);
    if (columns) {
      this.#columns = columns;
      this.#order = [...new Set(row)].map((cell) => cell && columns.get(row.indexOf(cell)));
      this.#funds = undefined;
      return;
    }
    const form = this.#form!;
    if (this.#columns) {
      form.marks.push(...marksIn(row, this.#columns));
      const read = readIndicatorRow(row, this.#columns, this.#levels);
      if (read === 'end') this.#columns = undefined;
      else if (read && 'score' in read) form.score = read.score;
      else if (read && !sameCells(read, form.indicators.at(-1))) form.indicators.push(read);
      return;
    }
    const labelled = readLabelledFunds(cells);
    const heads = labelled.length > 0 ? undefined : fundHead(row);
    if (heads) this.#funds = heads;
    else {
      if (this.#funds) form.marks.push(...marksIn(row, this.#funds));
      const fund = labelled.length === 0 && this.#funds ? readFundRow(row, this.#funds) : undefined;
      form.funds.push(...labelled, ...(fund ? [fund] : []));
    }
  }

  /** Titles and names inside the grid. A second name opens a second form. */
  #named(cells: readonly GridCell[]): boolean {
    if (cells.length === 1 && isTitle(cells[0]!.text)) {
      if (this.#form!.name !== '' || this.#form!.indicators.length > 0) this.#open([]);
      this.#form!.scope = DEPARTMENT.test(cells[0]!.text) ? 'department' : 'project';
      return true;
    }
    for (const [index, cell] of cells.entries()) {
      const [label = '', inside = ''] = cell.text.split(/[:：]/u, 2);
      const kind = NAME_LABEL.test(plain(label)) ? 'project' : DEPARTMENT_LABEL.test(plain(label)) ? 'department' : '';
      if (kind === '') continue;
      const from = cell.text.length - inside.length;
      const name = inside === '' ? (cells[index + 1]?.printed() ?? '') : cell.printed(from);
      if (kind === 'department') {
        if (this.#form!.scope === '') this.#form!.scope = 'department';
        return false;
      }
      if (this.#form!.name !== '' || this.#form!.indicators.length > 0) this.#open([]);
      this.#form!.scope = 'project';
      this.#form!.name = name;
      return true;
    }
    return false;
  }

  #unit(text: string): void {
    const match = UNIT.exec(text);
    if (match && this.#form!.unit === '' && !this.#columns) this.#form!.unit = (match[1] ?? match[2])!;
  }
}

/** The cells in columns of weights and scores. */
function marksIn(
  row: readonly (GridCell | undefined)[],
  columns: ReadonlyMap<number, IndicatorColumn | FundColumn>,
): GridCell[] {
  return [...columns].flatMap(([column, role]) => {
    const cell = role === 'weight' || role === 'score' ? row[column] : undefined;
    return cell && columns.get(cell.column) === role ? [cell] : [];
  });
}

/** True for a row that shows the same merged cells as the row above. */
function sameCells(row: IndicatorRow, above: IndicatorRow | undefined): boolean {
  return row.level3 === above?.level3 && row.target === above.target && row.actual === above.actual;
}

/** True when nothing but a page number, a running head or the like stands there. */
function nothing(spans: readonly Span[]): boolean {
  return (
    spans.length <= 3 && spans.every(({ text }) => text.length <= 30 && !/[。;]$|^[一二三四五六七八九十(]/u.test(text))
  );
}

/** The columns of a head row of indicators: at least a level and a value. */
export function indicatorHead(row: readonly (GridCell | undefined)[]): Columns | undefined {
  const columns: Columns = new Map();
  for (const cell of filled(row)) {
    const role = indicatorColumn(cell.text);
    if (role && ![...columns.values()].includes(role)) columns.set(row.indexOf(cell), role);
  }
  const roles = [...columns.values()];
  const leads = roles.includes('level1') || (roles.includes('level2') && roles.includes('level3'));
  const names = roles.includes('level3') || roles.includes('level2');
  return leads && names && (roles.includes('target') || roles.includes('actual')) ? columns : undefined;
}

/** The columns of a head row of funds: at least two amounts. */
function fundHead(row: readonly (GridCell | undefined)[]): Map<number, FundColumn> | undefined {
  const columns = new Map<number, FundColumn>();
  for (const cell of filled(row)) {
    const role = fundColumn(cell.text);
    if (role && ![...columns.values()].includes(role)) columns.set(row.indexOf(cell), role);
  }
  const amounts = [...columns.values()].filter((role) => role !== 'weight' && role !== 'score' && role !== 'rate');
  return amounts.length >= 2 || (amounts.length === 1 && columns.size >= 3) ? columns : undefined;
}
