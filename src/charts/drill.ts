/** Functional classes open into their 款 and 项: by buttons under the chart, which the keyboard reaches too. */
import { rowsBeside } from './numbers.ts';

interface Level {
  readonly rows: string;
  readonly name: string;
}

const levels = new WeakMap<HTMLElement, Level[]>();

/** Makes buttons of the rows that have rows below them (the page already shows those of the first level), and one that leads back. `redraw` is called after a change. */
export function drillable(figure: HTMLElement, redraw: (figure: HTMLElement) => void): void {
  const trail = levels.get(figure) ?? [];
  const bar = figure.querySelector<HTMLElement>('.drill')!;
  const buttons: HTMLButtonElement[] = [];
  const show = (rows: string, next: Level[]) => {
    levels.set(figure, next);
    figure.dataset['rows'] = rows;
    const opened = next.at(-1);
    if (opened) figure.dataset['part'] = opened.name;
    else delete figure.dataset['part'];
    redraw(figure);
    figure.querySelector<HTMLButtonElement>('.drill button')?.focus();
  };
  const add = (text: string, action: () => void) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.addEventListener('click', action);
    buttons.push(button);
  };
  const last = trail.at(-1);
  if (last) add('返回上一级', () => show(last.rows, trail.slice(0, -1)));
  for (const key of figure.dataset['rows']!.split(' ')) {
    const below = childrenOf(figure, key);
    if (below.length > 0)
      add(`展开：${labelOf(figure, key)}`, () =>
        show(below.join(' '), [...trail, { rows: figure.dataset['rows']!, name: key }]),
      );
  }
  bar.replaceChildren(...buttons);
}

/** Rows with an amount whose code starts with that of `key` and that stand directly below it. */
function childrenOf(figure: HTMLElement, key: string): string[] {
  const keys = rowsBeside(figure)
    .filter((row) => row.querySelector('[data-measure="final"] data'))
    .map((row) => row.dataset['key']!)
    .filter((other) => other !== key && other.startsWith(key));
  return keys.filter((one) => !keys.some((other) => other !== one && one.startsWith(other)));
}

/** The label of a row in a chart's table. */
export function labelOf(figure: HTMLElement, key: string): string {
  const row = rowsBeside(figure).find((one) => one.dataset['key'] === key);
  return row?.cells[0]?.firstChild?.textContent?.trim() ?? key;
}
