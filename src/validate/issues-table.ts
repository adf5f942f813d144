/** The list of issues: filtered by file and severity, a part at a time, each with the row that it is about. */
import type { Outcome, ShownIssue, ShownRow } from './dropped.ts';
import { button, byId, element } from './element.ts';

/** Rows that are drawn at a time. */
const PART = 200;

type AskRow = (issue: ShownIssue) => Promise<ShownRow | undefined>;

/** Ends the listening of the list before. */
let before = new AbortController();

/** Draws a new list; the filters offer what is in it. */
export function showIssues({ issues }: Outcome, askRow: AskRow): void {
  const [files, severity] = [byId<HTMLSelectElement>('check-file'), byId<HTMLSelectElement>('check-severity')];
  const names = [...new Set(issues.map(({ file }) => file))];
  files.replaceChildren(
    element('option', { value: '' }, '全部文件'),
    ...names.map((name) => element('option', { value: name }, name.replace(/^data\/departments\//, ''))),
  );
  severity.value = '';
  const wanted = (issue: ShownIssue) =>
    (files.value === '' || issue.file === files.value) && (severity.value === '' || issue.severity === severity.value);
  const draw = () => drawRows(issues.filter(wanted), askRow);
  before.abort();
  before = new AbortController();
  for (const filter of [files, severity]) filter.addEventListener('change', draw, { signal: before.signal });
  byId('check-filter').hidden = issues.length < 2;
  byId('check-list').hidden = issues.length === 0;
  draw();
}

function drawRows(issues: readonly ShownIssue[], askRow: AskRow): void {
  const body = byId('check-issues');
  const more = byId('check-more');
  const add = (from: number) => {
    body.append(...issues.slice(from, from + PART).flatMap((issue, index) => rowOf(issue, from + index, askRow)));
    const left = issues.length - from - PART;
    more.replaceChildren(
      ...(left > 0 ? [button(`再列 ${Math.min(left, PART)} 条（还有 ${left} 条）`, () => add(from + PART))] : []),
    );
  };
  body.replaceChildren();
  add(0);
}

function rowOf(issue: ShownIssue, number: number, askRow: AskRow): HTMLTableRowElement[] {
  const { severity, place, cell: at, problem, rule, expected, found, remedy, line } = issue;
  const what = severity === 'error' ? '错误' : '提示';
  const id = `check-row-${number}`;
  const where = `${place}${at === undefined ? '' : `（${at}）`}`;
  const shown = element('tr', { id, hidden: true, class: 'source' });
  const opener = button(where, () => void toggle(), { 'aria-expanded': 'false', 'aria-controls': id });
  const toggle = async () => {
    shown.hidden = !shown.hidden;
    opener.setAttribute('aria-expanded', String(!shown.hidden));
    if (shown.childElementCount > 0) return;
    const cell = element('td', { colspan: '5' });
    shown.append(cell);
    cell.append(drawSource(await askRow(issue)));
  };
  const sides = [
    found === undefined || found === '' ? '' : `找到 ${found}`,
    expected === undefined ? '' : `应为 ${expected}`,
  ];
  const row = element(
    'tr',
    {},
    element('td', { 'data-label': '级别', class: severity === 'error' ? 'differ' : 'soft' }, what),
    element('th', { scope: 'row' }, line === undefined ? where : opener),
    element('td', { 'data-label': '问题' }, visible(problem), ' ', element('code', { class: 'soft' }, rule)),
    element('td', { 'data-label': '找到、应为' }, visible(sides.filter((side) => side !== '').join('；')) || '—'),
    element('td', { 'data-label': '怎样改' }, visible(remedy)),
  );
  return line === undefined ? [row] : [row, shown];
}

/** Control and direction characters of hostile data, spelled out. */
function visible(text: string): string {
  return text.replace(/\p{Cc}|\p{Bidi_Control}/gu, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

/** The row with its header, or lines of a text; what is meant is marked. */
function drawSource(row: ShownRow | undefined): Node {
  if (!row) return element('p', {}, '这个文件里没有可以显示的行。');
  const { header, lines, column } = row;
  if (!header) {
    const texts = lines.map(({ number, fields, marked }) => {
      const text = `${number}  ${visible(fields[0]!)}\n`;
      return marked ? element('mark', {}, text) : text;
    });
    return element('pre', { tabindex: '0', role: 'region', 'aria-label': '文件里的这几行' }, ...texts);
  }
  const [{ number, fields } = { number: 0, fields: [] }] = lines;
  const cells = Array.from({ length: Math.max(header.length, fields.length) }, (_, index) => {
    const text = visible(fields[index] ?? '') || '（空）';
    return element(
      'div',
      { class: index === column ? 'meant' : undefined },
      element('dt', {}, visible(header[index] ?? `第 ${index + 1} 个`)),
      element('dd', {}, index === column ? element('mark', {}, text) : text),
    );
  });
  return element('div', {}, element('p', {}, `第 ${number} 行`), element('dl', {}, ...cells));
}
