/** The list of departments: rows that the filter does not ask for are hidden; the page holds them all. */
import { remember, restore, stateOf, tellIgnored, watch } from './form.ts';
import { matches, type Facets } from './match.ts';
import { fullRegion } from './region.ts';

const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const fields = find('filter');
const table = find<HTMLTableElement>('t-list');
const count = find('count');
const everything = count.textContent;

interface Row extends Facets {
  readonly element: HTMLTableRowElement;
  readonly department: string;
}

const rows = [...table.querySelectorAll<HTMLTableRowElement>('tr[data-text]')].map((element): Row => {
  const { text = '', ...values } = element.dataset as Record<string, string>;
  return {
    element,
    department: element.querySelector('a')!.href,
    text,
    values: Object.fromEntries(Object.entries(values).map(([name, list]) => [name, list.split(' ')])),
  };
});

function list(): void {
  const state = stateOf(fields);
  const found = rows.filter((row) => matches(row, state));
  const kept = new Set(found.map(({ element }) => element));
  for (const { element } of rows) element.hidden = !kept.has(element);
  for (const group of table.tBodies) group.hidden = ![...group.rows].some((row) => kept.has(row));
  table.hidden = found.length === 0;
  const departments = new Set(found.map(({ department }) => department)).size;
  const reports = found.filter(({ values }) => values['year']?.[0] !== '').length;
  count.textContent =
    Object.keys(state).length === 0
      ? everything
      : found.length === 0
        ? `没有符合的部门（${everything}）`
        : `符合的 ${departments} 个部门，${reports} 份报告（${everything}）`;
}

tellIgnored(
  find('ignored'),
  restore(fields, location.search, (name, value) => (name === 'region' ? fullRegion(value) : value)),
);
watch(fields, find('clear'), () => {
  tellIgnored(find('ignored'), []);
  remember(stateOf(fields));
  list();
});
list();
