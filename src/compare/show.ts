/** Shows a comparison in the page, in the very elements that CompareTable.astro makes. */
import { slotsOf, type Comparison, type ComparisonRow } from '../views/compare/comparison';
import { wordsOf, type Words } from '../views/compare/words';
import { byId, element } from './elements';

export function showComparison(shown: Comparison, base: string): void {
  byId('compare-caption').textContent = shown.caption;
  byId('compare-header').textContent = shown.header;
  byId('compare-rows').replaceChildren(...shown.rows.map((row) => rowElement(row, shown.header, base)));
  byId('compare-warnings').replaceChildren(...shown.warnings.map((line) => element('li', {}, line)));
  byId('compare-notes').hidden = shown.warnings.length === 0;
  byId('compare-result').hidden = shown.rows.length === 0;
  byId('compare-empty').hidden = shown.rows.length > 0;
  showChart(shown);
}

/** Takes the comparison away: rows, warnings and chart of what is no longer chosen. */
export function clearComparison(): void {
  for (const id of ['compare-rows', 'compare-warnings']) byId(id).replaceChildren();
  for (const id of ['compare-notes', 'compare-chart', 'compare-result', 'compare-empty']) byId(id).hidden = true;
}

function rowElement(row: ComparisonRow, header: string, base: string): HTMLElement {
  const number =
    row.value === '' ? element('span', { class: 'none' }, row.shown) : element('data', { value: row.value }, row.shown);
  const marks = row.findings.map(({ number: n, href }) =>
    element('a', { class: 'mk', href: base + href, 'aria-label': `差异 ${n}` }, String(n)),
  );
  const cells = row.cells.map(({ text, href }) =>
    element('li', {}, href === undefined ? text : element('a', { href: base + href }, text)),
  );
  return element(
    'tr',
    { 'data-key': row.key, 'data-label': row.label },
    element('th', { scope: 'row' }, element('a', { href: base + row.href }, row.label)),
    element(
      'td',
      { class: 'n', 'data-measure': 'value', 'data-label': header },
      number,
      ...(marks.length > 0 ? [element('span', { class: marks.length > 1 ? 'marks many' : 'marks' }, ...marks)] : []),
    ),
    element(
      'td',
      { class: cells.length > 0 ? 'how' : 'how empty', 'data-label': '怎样来的' },
      ...(row.work === '' ? [] : [element('span', { class: 'formula' }, row.work)]),
      ...(cells.length > 0 ? [element('ul', {}, ...cells)] : []),
    ),
    element('td', { 'data-label': '说明' }, row.note),
  );
}

function showChart(shown: Comparison): void {
  const { title, unit, rows } = shown;
  const figure = byId('compare-chart');
  const drawn = rows.filter(({ value }) => value !== '');
  figure.hidden = drawn.length === 0;
  figure.dataset['rows'] = drawn.map(({ key }) => key).join(' ');
  figure.dataset['unit'] = unit;
  const words = wordsOf(shown);
  figure.querySelector('figcaption')!.textContent = words.title;
  tell(figure.querySelector<HTMLElement>('.takeaway')!, words);
  figure.querySelector('.canvas')!.className = `canvas ${slotsOf(drawn.length)}`;
  figure.querySelector('canvas')!.setAttribute('aria-label', `${title}。数字见下面的表。`);
  // A chart that was never near the viewport is drawn by charts/watch, which knows those that the page began with.
  const watched = figure.dataset['chart'] !== undefined && figure.dataset['drawn'] === undefined;
  figure.dataset['chart'] = 'compare';
  if (!figure.hidden && !watched) void import('../charts/draw').then(({ draw }) => draw(figure));
}

/** What the chart says of itself when it is taken away; its address asks for what the page's address now asks for. */
function tell(tools: HTMLElement, words: Words): void {
  Object.assign(tools.dataset, words);
  // Without a choice in the address, the page shows what it was built with, and so does the chart's own address.
  if (location.search === '') return;
  const address = new URL(tools.dataset['address']!, location.href);
  address.search = location.search;
  tools.dataset['address'] = address.href;
}
