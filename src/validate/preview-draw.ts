/** Draws the preview: the report page's own words and tables from dropped data, node by node. */
import type { CellView, ColumnView, GroupView } from '../views/row-group.ts';
import type { TableView } from '../views/table.ts';
import type { PreviewView } from '../views/preview.ts';
import type { NumberView } from '../views/numbers.ts';
import { element } from './element.ts';

/** The whole preview. Headings go on from the h2 of the result. */
export function drawPreview(view: PreviewView): DocumentFragment {
  const drawn = document.createDocumentFragment();
  const marks = new Map(view.findings.map(({ id, number }) => [id, number]));
  drawn.append(
    element('p', { class: 'headline' }, view.headline),
    element('p', { class: 'soft' }, view.lede),
    element(
      'dl',
      { class: 'keys' },
      ...view.keys.map((key) => term(key.name, `${key.number?.text ?? key.text}`, key.unit, key.note)),
      term(
        '对账',
        view.proof.level,
        '',
        `${view.proof.figures} 个印出的数字${view.register === '' ? '' : `；${view.register}`}`,
      ),
    ),
    ...view.sections.flatMap(({ title, name, table }) => [
      element('h3', {}, title),
      ...(title === name ? [] : [element('p', { class: 'kicker' }, name)]),
      ...table.groups.flatMap((group) => drawGroup(table, group, marks)),
    ]),
    ...list(
      '自评说了什么',
      view.evaluation.flatMap(({ name, lines }) => lines.map((line) => `${name}：${line}`)),
    ),
    element('h3', {}, view.findings.length > 0 ? `共 ${view.findings.length} 处前后不一` : '没有登记的差异'),
    ...view.findings.map(({ number, grade, explanation, occurrences }) =>
      element(
        'article',
        { class: 'finding' },
        element('p', {}, element('b', {}, `差异 ${number} · ${grade}`)),
        element('p', {}, explanation),
        element(
          'ul',
          {},
          ...occurrences.map((one) =>
            element(
              'li',
              {},
              `${one.subject}${one.rule && `（${one.rule}）`}：${one.leftName} ${one.left}${one.right && `，${one.rightName} ${one.right}`}${one.difference && `，相差 ${one.difference}`}　${one.places.map(({ text }) => text).join(' ')}`,
            ),
          ),
        ),
      ),
    ),
    ...(view.notes === '' ? [] : [element('h3', {}, '这一年'), element('pre', { class: 'notes' }, view.notes)]),
    ...list(
      '这份报告没有的内容',
      view.missing.map(({ name, text }) => `${name}：${text}`),
    ),
  );
  return drawn;
}

function list(title: string, lines: readonly string[]): HTMLElement[] {
  if (lines.length === 0) return [];
  return [element('h3', {}, title), element('ul', {}, ...lines.map((line) => element('li', {}, line)))];
}

function term(name: string, text: string, unit: string, note: string): HTMLElement {
  return element(
    'div',
    {},
    element('dt', {}, name),
    element(
      'dd',
      {},
      element('b', {}, text),
      element('small', { class: 'unit' }, unit),
      element('small', { class: 'line' }, note),
    ),
  );
}

/** A group as on the report page: a sentence where all is zero, long ones folded. */
function drawGroup(table: TableView, group: GroupView, marks: ReadonlyMap<string, number>): HTMLElement[] {
  const fold = (title: string, rows: GroupView['rows']) =>
    element('details', { class: 'fold' }, element('summary', {}, title), drawTable(table, group, rows, marks));
  if (group.zeros) return [fold(group.zeros, group.rows)];
  const rest = group.rows.slice(group.shown);
  return [
    drawTable(table, group, group.rows.slice(0, group.shown), marks),
    ...(rest.length > 0 ? [fold(`${group.title}：其余 ${rest.length} 行`, rest)] : []),
  ];
}

function drawTable(
  table: TableView,
  group: GroupView,
  shown: GroupView['rows'],
  marks: ReadonlyMap<string, number>,
): HTMLElement {
  const wide = group.columns.length + (group.shares ? 1 : 0) > 2;
  const head = group.columns.map(({ name, numeric, unit }) =>
    element(
      'th',
      { scope: 'col', class: numeric ? 'n' : undefined },
      name,
      numeric && unit !== '' && unit !== table.unit ? `（${unit}）` : undefined,
    ),
  );
  const rows = shown.map((row) =>
    element(
      'tr',
      { class: `d${Math.min(row.depth, 3)}` },
      element(
        'th',
        { scope: 'row' },
        row.label,
        row.code ? element('span', { class: 'code' }, `${row.code}${row.doubt ? `（${row.doubt}）` : ''}`) : undefined,
        ...row.under.map((text) => element('small', { class: 'note' }, text)),
      ),
      ...row.cells.map((cell, index) => drawCell(cell, group.columns[index]!, marks)),
      ...(group.shares ? [element('td', { class: row.share ? 'n share' : 'n share empty' }, row.share ?? '')] : []),
    ),
  );
  const title = `${group.title}${table.unit && `（单位：${table.unit}）`}`;
  return element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `预览：${group.title}` },
    element(
      'table',
      { class: `data${wide ? ' wide' : ''}${table.tree ? ' tree' : ''}` },
      element('caption', {}, title),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', { scope: 'col' }, table.labelName),
          ...head,
          group.shares ? element('th', { scope: 'col', class: 'n' }, table.shareOf) : undefined,
        ),
      ),
      element('tbody', {}, ...rows),
    ),
  );
}

function drawCell(cell: CellView, { numeric, name }: ColumnView, marks: ReadonlyMap<string, number>): HTMLElement {
  const number = ({ value, text }: NumberView) => element('data', { value }, text);
  const found = cell.number?.findings ?? [];
  return element(
    'td',
    {
      class: `${numeric ? 'n' : ''}${cell.number || cell.text ? '' : ' empty'}`.trim() || undefined,
      'data-label': name,
    },
    cell.operator && cell.operator !== '=' ? element('span', { class: 'op' }, cell.operator) : undefined,
    cell.number && number(cell.number),
    cell.high ? ' 至 ' : undefined,
    cell.high && number(cell.high),
    cell.number && cell.unit ? element('span', { class: 'unit' }, cell.unit) : undefined,
    cell.text ? element('span', { class: 'words' }, cell.text) : undefined,
    numeric && !cell.number && !cell.text ? element('span', { class: 'none' }, '—') : undefined,
    found.length > 0
      ? element(
          'span',
          { class: 'marks' },
          ...found.map((id) =>
            element('span', { class: 'mk', 'aria-label': `差异 ${marks.get(id)}`, role: 'img' }, String(marks.get(id))),
          ),
        )
      : undefined,
  );
}
