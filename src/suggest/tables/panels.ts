/** What each column of a table is: label, code, row number or values; and which columns belong together. */
import { readNumber } from './amount.ts';
import { cellsOf, type GridRow } from './grid.ts';
import type { Form, Meaning, Side, Words } from './form.ts';
import { headPath, isDash, isOrdinalRow } from './heads.ts';
import { plain } from './words.ts';

export interface ValueColumn {
  readonly column: number;
  /** Heads from the top down. */
  readonly path: readonly string[];
  readonly means: Meaning;
}

/** Label columns with the values to their right. */
export interface Panel {
  readonly side: Side;
  readonly labels: readonly number[];
  readonly codes: readonly number[];
  readonly values: readonly ValueColumn[];
}

type Role = 'label' | 'code' | 'ordinal' | 'other' | 'value';

const CODE = /(?:编码|代码|编号)$|^(?:类|款|项)$/u;
const LABEL =
  /名称$|^项目(?:\(.*\))?$|^科目$|^(?:功能|经济)?分类科目$|^(?:支出|收入)?(?:功能|经济)分类(?:科目)?$|^(?:支出|收入|统计|预算)项目$|^内容$|^指标$|^(?:预算)?单位$|^部门$/u;

/** Splits a table into panels; `ordinals` are the columns of row numbers. */
export function panelsOf(
  form: Form,
  heads: readonly GridRow[],
  body: readonly GridRow[],
): { panels: Panel[]; ordinals: number[] } {
  const width = Math.max(0, ...[...heads, ...body].map((row) => row.length));
  const paths = Array.from({ length: width }, (_, column) => headPath(heads, column));
  const used = (column: number) => body.some((row) => row[column]?.column === column && readNumber(row[column].text));
  const columns = paths.map((own, column) => {
    // A head may stand a little to the left of its amounts.
    const beside = own.length === 0 && column > 0 && used(column) && !body.some((row) => row[column - 1]);
    const path = beside ? paths[column - 1]! : own;
    return { column, path, role: roleOf(path, body, column) };
  });
  const groups: (typeof columns)[] = [];
  for (const one of columns) {
    const last = groups.at(-1);
    const opens = one.role === 'label' || one.role === 'code';
    if (!last || (opens && last.some(({ role }) => role === 'value'))) groups.push([one]);
    else last.push(one);
  }
  const panels = groups
    .filter((group) => group.some(({ role }) => role === 'value'))
    .map((group, index): Panel => {
      const all = (role: Role) => group.filter((one) => one.role === role);
      const named = [...all('label'), ...all('code')];
      return {
        side: sideOf(form, (named.length > 0 ? named : group).map(({ path }) => path.join('›')).join(' '), index),
        labels: all('label').map(({ column }) => column),
        codes: all('code').map(({ column }) => column),
        values: all('value').map(({ column, path }) => ({ column, path, means: meaningOf(form, path) })),
      };
    });
  // Heads over both parts that lost their spans may name one side twice.
  const same = form.sides.length > 1 && panels.length > 1 && new Set(panels.map(({ side }) => side)).size === 1;
  return {
    panels: same ? panels.map((panel, index) => ({ ...panel, side: form.sides[index] ?? panel.side })) : panels,
    ordinals: columns.filter(({ role }) => role === 'ordinal').map(({ column }) => column),
  };
}

function roleOf(path: readonly string[], body: readonly GridRow[], column: number): Role {
  const last = path.at(-1) ?? '';
  // A head may be broken over two rows: 科目编 and 码.
  const broken = path.slice(-2).join('');
  if (/^(?:行次|序号|行号)$/u.test(last)) return 'ordinal';
  if (/单位(?:代码|编码)$/u.test(last)) return 'other';
  if (CODE.test(last) || CODE.test(broken)) return 'code';
  if (LABEL.test(last) || LABEL.test(broken)) return 'label';
  const cells = body
    .filter((row) => !isOrdinalRow(row))
    .flatMap((row) => row[column] ?? [])
    .filter(({ text }) => !isDash(text));
  const coded = cells.length > 0 && cells.every(({ text }) => /^[0-9]{3}(?:[0-9]{2}){0,2}$/.test(text));
  if (coded && (last === '' || /科目|^项目$/u.test(broken))) return 'code';
  const words = cells.filter(({ text }) => readNumber(text) === undefined && /\p{L}/u.test(text));
  return words.length > 0 && words.length * 2 > cells.length ? 'label' : 'value';
}

function sideOf(form: Form, heads: string, index: number): Side {
  if (form.sides.length === 1) return form.sides[0]!;
  // Of several heads the most telling word is the last declared: 支出按性质 is not the first expenditure side.
  const named = form.sides.filter(({ head }) => head?.test(heads));
  return named.at(-1) ?? form.sides[Math.min(index, form.sides.length - 1)]!;
}

/** Words of which only one names a column: heads with two of a line are those of two columns run together. */
const APART = [
  '基本支出 项目支出 上缴上级 经营支出 附属单位补助',
  '人员经费 公用经费',
  '上级补助 事业收入 经营收入 附属单位上缴 其他收入',
  '因公出国 公务用车 公务接待',
  '年初结转 年末结转',
  '一般公共预算 政府性基金 国有资本',
  '决算数 预算数',
].map((line) => line.split(' '));

/** What a column's heads say: measures and funds from all heads, items from the deepest head that names one. */
function meaningOf(form: Form, path: readonly string[]): Meaning {
  const joined = path.join('›');
  if (APART.some((words) => words.filter((word) => joined.includes(word)).length > 1)) return { skip: true };
  const facets = form.columns.flatMap((words) => find(words, joined) ?? []);
  const means: Meaning = Object.assign({}, ...facets);
  if (!form.turned) return means;
  for (const head of [...path].reverse()) {
    const item = find(form.sides[0]!.rows, head);
    if (item) return { ...means, ...item };
  }
  return path.some((head) => /^(?:合计|小计|总计)$/u.test(head)) ? { ...means, ...form.turned.total } : means;
}

function find(words: readonly Words[], text: string): Meaning | undefined {
  return words.find((one) => !one.after && one.words.test(text))?.means;
}

/** The texts in some columns of a row, each cell once, without those that are repeated from other panels. */
export function textsIn(row: GridRow, columns: readonly number[]): string[] {
  return [...new Set(columns.flatMap((column) => row[column] ?? []))].map(({ text }) => text);
}

/** Whether any label of a table matches. */
export function hasLabel(body: readonly GridRow[], words: RegExp): boolean {
  return body.some((row) => cellsOf(row).some(({ text }) => words.test(plain(text))));
}
