/**
 * Forms whose tables a copy flattened to lines: cells follow each other, parted by spaces, and a cell that was wrapped goes on
 * in the next line. What reads as one thing only is taken; all of it is worth a second look.
 */
import type { Document } from '../../documents/document.ts';
import { readFlatRows, type FlatHead } from './flat-rows.ts';
import { isTitle, type Form } from './forms.ts';
import { readFundRow, readLabelledFunds } from './funds.ts';
import type { GridCell } from './grid.ts';
import { fundColumn, plain, type FundColumn } from './heads.ts';
import { spanOf, type Span } from './span.ts';

/** A line and its words. */
export interface FlatLine extends Span {
  readonly words: readonly GridCell[];
}

const HEAD = /^一级指标二级指标/u;
/** What ends the rows: a heading, or the next numbered paragraph. */
const END =
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|附件|说明|备注|填报人|联系人)|^[0-9]{1,2}[.、][^0-9][^;；]*。$/u;

/** Forms outside the tables that a reader of the format has found. */
export function flatForms(document: Document): Form[] {
  const forms: Form[] = [];
  let form: Form | undefined;
  let heads: Map<number, FundColumn> | undefined;
  let rows: FlatLine[] | undefined;
  let before: Span[] = [];
  const close = () => {
    if (form && rows) form.indicators.push(...readFlatRows(rows, headOf(rows)));
    rows = undefined;
  };
  for (const line of linesOf(document)) {
    if (isTitle(line.text)) {
      close();
      form = {
        scope: /整体/u.test(line.text) ? 'department' : 'project',
        name: '',
        unit: '',
        funds: [],
        indicators: [],
        grids: [],
        marks: [],
        before,
      };
      forms.push(form);
      heads = undefined;
      before = [];
    } else if (form && HEAD.test(line.text)) rows = [line];
    else if (rows && END.test(line.text)) {
      close();
      form = undefined;
    } else if (rows) rows.push(line);
    else if (form) heads = readLine(form, line, heads);
    else before = [...before, line].slice(-3);
  }
  close();
  return forms.filter(({ funds, indicators }) => funds.length + indicators.length > 0);
}

/** Name and funds. */
function readLine(form: Form, line: FlatLine, heads: Map<number, FundColumn> | undefined): typeof heads {
  const [first, ...rest] = line.words;
  if (!first) return heads;
  const name = /^项目名称:?/u.exec(line.text);
  if (name && form.name === '') {
    form.name = line.printed(name[0].length);
    return heads;
  }
  const unit = /(万元|元)\)/u.exec(line.text);
  if (unit) form.unit ||= unit[1]!;
  const roles = line.words.map(({ text }) => fundColumn(text));
  if (roles.filter(Boolean).length >= 3)
    return new Map(roles.filter((role) => role !== undefined).map((role, index) => [index + 1, role]));
  const labelled = readLabelledFunds(line.words);
  const row = labelled.length === 0 && heads && rest.length === heads.size ? readFundRow(line.words, heads) : undefined;
  form.funds.push(...labelled, ...(row ? [row] : []));
  return heads;
}

/** The order of the value columns, from the words of the head. */
function headOf(rows: readonly FlatLine[]): FlatHead {
  const text = rows
    .slice(0, 8)
    .map((line) => plain(line.text))
    .join('');
  const at = (pattern: RegExp) => text.search(pattern);
  const found = [
    ['target', at(/(?:预期|年度|目标|计划)?(?:指标)?值/u)],
    ['actual', at(/实际|完成值|全年完成/u)],
    ['weight', at(/分值|权重/u)],
    ['score', at(/得分/u)],
  ] as const;
  const order = found.filter(([, index]) => index >= 0).sort(([, a], [, b]) => a - b);
  return order.map(([role]) => role);
}

function linesOf(document: Document): FlatLine[] {
  const pieces = document.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.pieces : []));
  return pieces.flatMap((piece) => {
    const text = document.lines[piece.line]!.text.slice(piece.start, piece.start + piece.length);
    if (text.includes('\t')) return [];
    const words = [...text.matchAll(/\S+/gu)].map((match, column): GridCell => {
      const passage = { pieces: [{ line: piece.line, start: piece.start + match.index, length: match[0].length }] };
      return { ...spanOf(document, passage), column, row: piece.line };
    });
    return words.length === 0 ? [] : [{ ...spanOf(document, { pieces: [piece] }), words }];
  });
}
