/** A filter's fields and the address of the page: what is chosen stands in the query string, and comes back from it. */
import type { State } from './match.ts';

type Control = HTMLInputElement | HTMLSelectElement;

const controls = (fields: HTMLElement) => [...fields.querySelectorAll<Control>('input, select')];

/** What the fields hold, without those left empty. */
export function stateOf(fields: HTMLElement): State {
  return Object.fromEntries(
    controls(fields)
      .map(({ name, value }) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
}

/** The query string of a state, with its “?”; empty when nothing is chosen. */
export function queryOf(state: State): string {
  const query = new URLSearchParams(state).toString();
  return query && `?${query}`;
}

/** Writes the state into the address, without a new entry in the history. */
export function remember(state: State): void {
  history.replaceState(history.state, '', location.pathname + queryOf(state) + location.hash);
}

/**
 * Sets every field from a query string; what it does not name is emptied.
 * @param full completes a value before it is looked for among the choices, e.g. 5108 → 510800
 * @returns the parts of the query that no field, or no choice of its field, answers to: `level=village`
 */
export function restore(
  fields: HTMLElement,
  query: string,
  full: (name: string, value: string) => string = (_, value) => value,
): string[] {
  for (const control of controls(fields)) control.value = '';
  const known = new Map(controls(fields).map((control) => [control.name, control]));
  return [...new URLSearchParams(query)]
    .filter(([, value]) => value !== '')
    .filter(([name, value]) => {
      const control = known.get(name);
      const wanted = full(name, value);
      if (control instanceof HTMLSelectElement && ![...control.options].some((option) => option.value === wanted))
        return true;
      if (control) control.value = wanted;
      return control === undefined;
    })
    .map(([name, value]) => `${name}=${value}`);
}

/** Says which parts of the address were not understood; hides the sentence when all were. */
export function tellIgnored(element: HTMLElement, ignored: readonly string[]): void {
  element.hidden = ignored.length === 0;
  element.textContent = ignored.length === 0 ? '' : `地址里的 ${ignored.join('、')} 在这里没有，未采用。`;
}

/** Calls `changed` whenever a field changes, and when all are emptied by the button `clear`. */
export function watch(fields: HTMLElement, clear: HTMLElement, changed: () => void): void {
  fields.addEventListener('input', changed);
  clear.addEventListener('click', () => {
    for (const control of controls(fields)) control.value = '';
    changed();
  });
}
