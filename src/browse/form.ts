/** A filter's form and the address of the page: what is chosen stands in the query string, and comes back from it. */
import type { State } from './match.ts';

type Control = HTMLInputElement | HTMLSelectElement;

const controls = (form: HTMLFormElement) =>
  [...form.elements].filter((one): one is Control => 'name' in one && one.name !== '' && 'value' in one);

/** What the form's fields hold, without those left empty. */
export function stateOf(form: HTMLFormElement): State {
  return Object.fromEntries(
    controls(form)
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
  form: HTMLFormElement,
  query: string,
  full: (name: string, value: string) => string = (_, value) => value,
): string[] {
  form.reset();
  const known = new Map(controls(form).map((control) => [control.name, control]));
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

/** Calls `changed` whenever a field changes or the form is cleared; the page is never reloaded. */
export function watch(form: HTMLFormElement, changed: () => void): void {
  form.addEventListener('input', changed);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields are empty only after the event.
  form.addEventListener('reset', () => queueMicrotask(changed));
}
