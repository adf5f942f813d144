/** The list of indicators: filtered and sorted from `data/indicators.json`, which is fetched when a reader first asks. */
import { saveCsv } from '../browser/save.ts';
import { rowOf, shownRow, type IndicatorsData, type Names, type ShownRow } from '../views/indicator-row.ts';
import { queryOf, remember, restore, stateOf, tellIgnored, watch } from './form.ts';
import { matches, type Facets } from './match.ts';
import { ordered, type Entry } from './order.ts';

interface Listed extends Entry, Facets {
  /** What the CSV says of it: codes as words. */
  readonly fields: Readonly<Record<string, string>>;
}

interface Loaded {
  /** Chinese headers by id. */
  readonly columns: IndicatorsData['columns'];
  readonly names: Names;
  readonly entries: readonly Listed[];
}

const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const fields = find('filter');
const table = find<HTMLTableElement>('t-list');
const body = table.tBodies[0]!;
const template = find<HTMLTemplateElement>('row');
const count = find('count');
const more = find<HTMLButtonElement>('more');
const save = find<HTMLButtonElement>('save');
const sort = fields.querySelector<HTMLSelectElement>('[name="sort"]')!;
const { source = '', base = '' } = table.dataset;
const step = Number(table.dataset['step']);

let loading: Promise<Loaded> | undefined;
/** The query that the rows now in the table answer to. */
let answered = '';

/** Everything, fetched once; after a failure the next wish fetches again. */
function load(): Promise<Loaded> {
  loading ??= fetch(source)
    .then((response) => {
      if (!response.ok) throw new Error(`${source}: ${response.status}`);
      return response.json() as Promise<IndicatorsData>;
    })
    .then(loaded);
  loading.catch(() => (loading = undefined));
  return loading;
}

function loaded({ columns, names, rows, byName }: IndicatorsData): Loaded {
  const ids = Object.keys(columns);
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = names;
  const entries = rows.map((texts, index): Listed => {
    const row = rowOf(texts, ids);
    const { department, year, kind, result, role, target_unit, actual_unit } = row;
    return {
      row,
      fields: Object.fromEntries(texts.map((text, at) => [ids[at]!, words[ids[at]!]?.[text] ?? text])),
      byName: byName[index]!,
      text: `${row.name} ${row.path}`,
      values: {
        department: [department],
        year: [year],
        kind: [kind],
        result: [result],
        role: [role],
        unit: [target_unit, actual_unit],
      },
    };
  });
  return { columns, names, entries };
}

/** All entries that the filter asks for, in the order it asks for. */
function chosen({ entries }: Loaded): Listed[] {
  const { sort: order = '', ...filter } = stateOf(fields);
  return ordered(
    entries.filter((entry) => matches(entry, filter)),
    order,
  ) as Listed[];
}

/** A row of the page's own template with its texts filled in. */
function element({ row }: Entry, names: Names): Node {
  const copy = template.content.cloneNode(true) as DocumentFragment;
  const shown = shownRow(row, names);
  for (const slot of copy.querySelectorAll<HTMLElement>('[data-slot]')) {
    slot.textContent = shown[slot.dataset['slot'] as keyof ShownRow];
    if (slot instanceof HTMLAnchorElement) slot.href = base + shown.href;
    if (slot.classList.contains('tag') && shown.tag) slot.classList.add(shown.tag);
  }
  for (const cell of copy.querySelectorAll('td')) cell.classList.toggle('empty', cell.textContent.trim() === '');
  return copy;
}

/** Lists the first `wanted` of the chosen rows and says how many there are. */
function list(all: Loaded, rows: readonly Listed[], kept: number, wanted: number): void {
  const added = rows.slice(kept, wanted).map((entry) => element(entry, all.names));
  if (kept === 0) body.replaceChildren(...added);
  else body.append(...added);
  answered = queryOf(stateOf(fields));
  const total = all.entries.length;
  const found = rows.length === total ? `共 ${total} 行` : `符合的 ${rows.length} 行（共 ${total} 行）`;
  count.textContent =
    rows.length === 0 ? `没有符合的行（共 ${total} 行）` : `${found}，这里列出 ${Math.min(wanted, rows.length)} 行`;
  table.hidden = rows.length === 0;
  more.hidden = wanted >= rows.length;
  more.textContent = `再列 ${Math.min(step, rows.length - wanted)} 行`;
  save.hidden = rows.length === 0;
  save.textContent = `下载这 ${rows.length} 行 CSV`;
}

/** Does something with all rows, or says that they could not be fetched. */
async function withAll(action: (all: Loaded) => void | Promise<void>): Promise<void> {
  const all = await load().catch(() => undefined);
  if (all) await action(all);
  else tellLost();
}

function tellLost(): void {
  count.textContent = '没有取到全部数据，请检查网络再试；下面的表没有变。';
}

function showSort(order: string): void {
  for (const head of table.querySelectorAll<HTMLElement>('th[data-sort]')) {
    const direction = { [head.dataset['sort']!]: 'ascending', [`-${head.dataset['sort']}`]: 'descending' }[order];
    if (direction) head.setAttribute('aria-sort', direction);
    else head.removeAttribute('aria-sort');
  }
}

function update(): void {
  const state = stateOf(fields);
  remember(state);
  showSort(state['sort'] ?? '');
  void withAll((all) => list(all, chosen(all), 0, step));
}

for (const head of table.querySelectorAll<HTMLElement>('th[data-sort]')) {
  head.querySelector('button')!.addEventListener('click', () => {
    const order = head.dataset['sort']!;
    sort.value = sort.value === order ? `-${order}` : order;
    update();
  });
}
more.addEventListener('click', () => {
  void withAll((all) => {
    const kept = answered === queryOf(stateOf(fields)) ? body.rows.length : 0;
    list(all, chosen(all), kept, kept + step);
    body.rows[kept]?.querySelector('a')?.focus();
  });
});
save.addEventListener('click', () => {
  void withAll(async (all) => {
    const csv = await import('../derive/csv.ts').catch(tellLost);
    if (!csv) return;
    // Codes are words here, numbers are left alone by what makes formulas harmless.
    const columns = Object.entries(all.columns).map(([id, header]) => ({ id, header, numeric: false }));
    const rows = chosen(all).map((entry) => entry.fields);
    saveCsv(csv.toExcelCsv(columns, rows), 'mingzhang-indicators.csv');
  });
});
tellIgnored(find('ignored'), restore(fields, location.search));
watch(fields, find('clear'), () => {
  tellIgnored(find('ignored'), []);
  update();
});
if (Object.keys(stateOf(fields)).length > 0) update();
