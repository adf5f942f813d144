/** A chart's numbers, read from the table beside it. */

export interface Series {
  readonly name: string;
  /** NaN where the table states nothing. */
  readonly values: readonly number[];
  /** The texts, as shown. */
  readonly texts: readonly string[];
  /** The exact decimals, as curated; empty where the table states nothing. */
  readonly exact: readonly string[];
}

export interface ChartNumbers {
  readonly labels: readonly string[];
  readonly series: readonly Series[];
}

/** The rows that a chart may show; those of a long table stand in two tables, one of them folded. */
export function rowsBeside(figure: HTMLElement): HTMLTableRowElement[] {
  return [...document.getElementById(figure.dataset['table']!)!.querySelectorAll<HTMLTableRowElement>('tbody tr')];
}

/** Reads the rows and measures that a chart names. Throws when the table lacks one, so that a test sees it. */
export function readNumbers(figure: HTMLElement): ChartNumbers {
  const { table: id, rows = '', measures = '' } = figure.dataset;
  const all = rowsBeside(figure);
  const keys = rows.split(' ');
  const row = (key: string) => {
    const found = all.find((one) => one.dataset['key'] === key);
    if (!found) throw new Error(`no row ${key} in ${id}`);
    return found;
  };
  const names = new Map([...all[0]!.cells].map((cell) => [cell.dataset['measure'], cell.dataset['label'] ?? '']));
  return {
    labels: keys.map((key) => row(key).dataset['label'] ?? row(key).cells[0]!.firstChild!.textContent!.trim()),
    series: measures.split(' ').map((measure) => {
      const data = keys.map((key) => row(key).querySelector<HTMLDataElement>(`[data-measure="${measure}"] data`));
      return {
        name: names.get(measure) ?? measure,
        values: data.map((one) => (one ? Number(one.value) : Number.NaN)),
        texts: data.map((one) => one?.textContent ?? '—'),
        exact: data.map((one) => one?.value ?? ''),
      };
    }),
  };
}
