/** The comparison page: the controls, the address and what is shown stay the same thing. */
import '../charts/watch';
import { copy } from '../browser/clipboard';
import { comparison, type Comparison, type Named } from '../views/compare/comparison';
import { neverNote, type Never } from '../views/compare/never';
import { readAddress, writeAddress, type Choice } from './address';
import { fetchLabels, fetchReports, type Labels } from './data';
import { byId, element } from './elements';
import { clearComparison, showComparison } from './show';

const form = byId<HTMLFormElement>('compare-form');
const base = form.dataset['base']!;
const most = Number(form.dataset['most']);
const items = byId<HTMLSelectElement>('compare-item');
const sorts = byId<HTMLSelectElement>('compare-sort');
const measures = [...form.querySelectorAll<HTMLInputElement>('input[name="measure"]')];
const chosen = byId('compare-chosen');
const input = byId<HTMLInputElement>('compare-add');
const status = byId('compare-status');
const retry = byId<HTMLButtonElement>('compare-retry');
const downloads = ['compare-csv', 'compare-excel'].map((id) => byId<HTMLButtonElement>(id));

const chosenKeys = () => [...chosen.children].map((one) => (one as HTMLElement).dataset['key']!);
const item = (): Named => ({ id: items.value, name: items.selectedOptions[0]!.text });
const measure = (): Named => {
  const radio = measures.find(({ checked }) => checked)!;
  return { id: radio.value, name: radio.dataset['name']! };
};
const allMeasures: readonly Named[] = measures.map((radio) => ({ id: radio.value, name: radio.dataset['name']! }));
const optionOf = (id: string) => [...items.options].find(({ value }) => value === id)!;
const neverOf = (id: string) => JSON.parse(optionOf(id).dataset['never']!) as Never;
const choiceNow = (): Choice => ({
  reports: chosenKeys(),
  item: items.value,
  measure: measure().id,
  sort: sorts.value,
});

let labels: Labels = new Map();
/** What stands in the page, with the item and the measure that it was made for; undefined before and while it is made. */
let shown: Comparison | undefined;
let turn = 0;

/**
 * Begins to make what the controls or the address ask for; only the latest turn is shown. Rows of an earlier choice
 * never stand below the controls of this one: they are gone, and so cannot be downloaded, until it has arrived.
 */
function begin(): number {
  turn += 1;
  shown = undefined;
  clearComparison();
  allow({ download: false, again: false });
  say('正在取数据。');
  return turn;
}

/** What a turn waits for; undefined when it fails after a later turn has begun. Failing itself, it can be tried again. */
async function arrival<T>(mine: number, coming: Promise<T>): Promise<T | undefined> {
  try {
    return await coming;
  } catch (error) {
    if (mine !== turn) return undefined;
    allow({ download: false, again: true });
    throw error;
  }
}

function allow({ download, again }: { readonly download: boolean; readonly again: boolean }): void {
  for (const button of downloads) button.disabled = !download;
  retry.hidden = !again;
}

/** Offers only the measures that the chosen item can have. @returns what is said of those that it cannot have */
function offerMeasures(): string {
  const never = neverOf(items.value);
  for (const radio of measures) {
    radio.disabled = never[radio.value] !== undefined;
    radio.parentElement!.classList.toggle('soft', radio.disabled);
    if (radio.disabled && radio.checked) measures[0]!.checked = true;
  }
  const note = neverNote(item().name, never, allMeasures);
  byId('compare-never').textContent = note;
  byId('compare-never').hidden = note === '';
  return note && `${note}。`;
}

/** Fetches what is chosen and shows it; a choice that comes later wins. */
async function update(said = '', also = ''): Promise<void> {
  const mine = begin();
  const [choice, what, how] = [choiceNow(), item(), measure()];
  const reports = await arrival(mine, fetchReports(base, choice.reports));
  if (mine !== turn || !reports) return;
  shown = comparison(reports, what, how, choice.sort);
  showComparison(shown, base);
  allow({ download: true, again: false });
  say(`${said || `已更新：${shown.caption}`}${also}`);
}

/** Reads the choice from the controls, puts it into the address and shows it. */
async function changed(said = '', also = ''): Promise<void> {
  history.replaceState(null, '', writeAddress(choiceNow()));
  byId('compare-address').textContent = location.href;
  byId('compare-problems').hidden = true;
  await update(said, also);
}

function say(text: string): void {
  status.textContent = text;
}

/** Anything that fails to arrive is said, and can be tried again. */
function attempt(action: () => Promise<void>): void {
  action().catch((error: unknown) => {
    say(`没有取到数据，${retry.hidden ? '' : '所以没有可列的表。'}请检查网络，再试一次。`);
    console.error(error);
  });
}

async function loadLabels(): Promise<void> {
  if (labels.size > 0) return;
  labels = await fetchLabels(base);
  const list = byId('compare-reports');
  list.replaceChildren(...[...labels.values()].map((label) => element('option', { value: label })));
}

function showChosen(keys: readonly string[], nameOf: (key: string) => string): void {
  chosen.replaceChildren(
    ...keys.map((key) =>
      element(
        'li',
        { 'data-key': key },
        element('span', {}, nameOf(key)),
        element('button', { type: 'button', 'aria-label': `移除 ${nameOf(key)}` }, '移除'),
      ),
    ),
  );
}

/** Adds the report whose label is typed, or the only one whose label holds the typed text. */
async function add(): Promise<void> {
  await loadLabels();
  const text = input.value.trim();
  if (text === '') return say('请写部门名称和年度，或从列表里选。');
  const all = [...labels];
  const exact = all.filter(([, label]) => label === text);
  const matches = exact.length > 0 ? exact : all.filter(([, label]) => label.includes(text));
  if (matches.length !== 1)
    return say(
      matches.length === 0 ? `没有“${text}”，请从列表里选。` : `“${text}”有 ${matches.length} 份，请写明年度。`,
    );
  const [key, label] = matches[0]!;
  if (chosenKeys().includes(key)) return say(`${label} 已在比较中。`);
  if (chosenKeys().length >= most) return say(`最多比较 ${most} 份报告，请先移除一份。`);
  showChosen([...chosenKeys(), key], (one) => labels.get(one)!);
  input.value = '';
  await changed(`已加入 ${label}。`);
}

/** Sets every control as the address says, and tells what in it cannot be shown. */
async function restore(): Promise<void> {
  const mine = begin();
  await arrival(mine, loadLabels());
  if (mine !== turn) return;
  const offer = {
    knows: (key: string) => labels.has(key),
    items: [...items.options].map(({ value }) => value),
    measures: measures.map(({ value }) => value),
    never: (id: string, asked: string) => {
      const { [asked]: reason } = neverOf(id);
      return reason && neverNote(optionOf(id).text, { [asked]: reason }, allMeasures);
    },
    sorts: [...sorts.options].map(({ value }) => value),
    most,
  };
  const { choice, problems } = readAddress(location.search, offer, chosenKeys());
  showChosen(choice.reports, (key) => labels.get(key)!);
  items.value = choice.item;
  sorts.value = choice.sort;
  for (const radio of measures) radio.checked = radio.value === choice.measure;
  offerMeasures();
  byId('compare-problems').replaceChildren(...problems.map((line) => element('li', {}, line)));
  byId('compare-problems').hidden = problems.length === 0;
  byId('compare-address').textContent = location.href;
  await update('', problems.join(''));
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  attempt(add);
});
input.addEventListener('focus', () => attempt(loadLabels));
// Picked from the list, a report is added at once; typed, it waits for Enter or the button.
input.addEventListener('input', (event) => {
  const picked = (event as InputEvent).inputType === 'insertReplacementText';
  if (picked && [...labels.values()].includes(input.value)) attempt(add);
});
items.addEventListener('change', () => attempt(() => changed('', offerMeasures())));
for (const control of [sorts, ...measures]) control.addEventListener('change', () => attempt(() => changed()));
chosen.addEventListener('click', ({ target }) => {
  const entry = target instanceof HTMLButtonElement ? target.closest('li') : null;
  if (!entry) return;
  const next = entry.nextElementSibling ?? entry.previousElementSibling;
  const name = entry.firstElementChild!.textContent!;
  entry.remove();
  (next?.querySelector('button') ?? input).focus();
  attempt(() => changed(`已移除 ${name}。`));
});
byId('compare-copy').addEventListener('click', () => {
  const address = new URL(writeAddress(choiceNow()), location.href).href;
  void copy(address).then((done) => say(done ? '已复制本次比较的网址。' : `浏览器不让复制，网址是 ${address}`));
});
for (const button of downloads)
  button.addEventListener('click', () =>
    attempt(async () => {
      if (!shown) await update();
      button.focus();
      const saved = shown;
      if (!saved) return;
      const { saveCsv } = await import('./save');
      saveCsv(saved, button.id === 'compare-excel');
      say(`已下载 ${saved.rows.length} 行。`);
    }),
  );
retry.addEventListener('click', () =>
  attempt(() => restore().finally(() => (retry.hidden ? byId('compare-result') : retry).focus())),
);

form.classList.add('live');
if (location.search !== '') attempt(restore);
