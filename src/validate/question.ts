/** The form for what the files do not tell: department, year, and the table of each file that fits none. */
import type { Answers, Question } from './dropped.ts';
import { byId, element } from './element.ts';

/** Shows the form. @param known departments that the site has */
export function askQuestion({ place, tables }: Question, known: readonly string[]): void {
  const form = byId<HTMLFormElement>('check-question');
  form.hidden = false;
  byId('check-place').hidden = !place;
  for (const id of ['check-department', 'check-year']) byId<HTMLInputElement>(id).required = place;
  byId('check-known').replaceChildren(...known.map((id) => element('option', { value: id })));
  byId('check-tables').replaceChildren(
    ...tables.map(({ path, candidates }) =>
      element(
        'label',
        {},
        element('span', {}, `${path} 是哪张表`),
        element(
          'select',
          { 'data-path': path },
          ...candidates.map(({ id, title }) => element('option', { value: id }, `${title}（${id}）`)),
        ),
      ),
    ),
  );
  form.querySelector<HTMLElement>('label:not([hidden] *) input, label:not([hidden] *) select')?.focus();
}

export function answersOf(): Answers {
  const value = (id: string) => byId<HTMLInputElement>(id).value.trim();
  const tables = [...byId('check-tables').querySelectorAll<HTMLSelectElement>('select')].map(
    (one) => [one.dataset['path']!, one.value] as const,
  );
  return { department: value('check-department'), year: value('check-year'), tables: Object.fromEntries(tables) };
}
