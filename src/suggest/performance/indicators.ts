/** Cells of indicator rows: target and result, each as operator, number, unit or words. */
import type { Certainty, CellSuggestion } from '../suggestion.ts';
import { directionOf } from './direction.ts';
import { amountOf } from './funds.ts';
import type { IndicatorRow } from './indicator-row.ts';
import { keyFor } from './names.ts';
import type { Span } from './span.ts';
import { operatorOf, readValue, type CellValue, type Quantity } from './value.ts';

/** Cells and rows of the `indicators` table. `project`: its key, or `department`; `taken`: keys of its indicators so far. */
export function suggestIndicators(
  rows: readonly IndicatorRow[],
  project: string,
  taken: Set<string>,
): CellSuggestion[] {
  return rows.flatMap((row) => {
    const label = /[\p{L}\p{N}]/u.test(row.level3.text) ? row.level3 : (row.level2 ?? row.level1 ?? row.level3);
    const indicator = keyFor(label.printed().replace(/指标$/u, ''), taken);
    taken.add(indicator);
    return suggestRow(row, { project, indicator });
  });
}

function suggestRow(row: IndicatorRow, key: { project: string; indicator: string }): CellSuggestion[] {
  const target = valueOf(row, row.target);
  const actual = valueOf(row, row.actual);
  const names = {
    level1: levelText(row.level1) || levelText(row.level2) || '绩效指标',
    level2: levelText(row.level2),
    level3: row.level3.printed(),
  };
  const label = `${names.level1} ${names.level2} ${row.level3.text}`;
  const partsOf = (value: CellValue) => (value.kind === 'parts' ? value.parts.map((part) => part.label) : []);
  const labels = [...new Set([...partsOf(target), ...partsOf(actual)])];
  const parts = labels.length === 0 ? [''] : labels;
  const keys = new Set<string>();
  return parts.flatMap((name) => {
    const part = name === '' ? '' : keyFor(name, keys);
    keys.add(part);
    const aim = sideOf(target, name, labels.length > 0, row.target);
    const result = sideOf(actual, name, labels.length > 0, row.actual);
    const unit = unitOf(row, aim.quantity) || (aim.quantity && percentInName(row.level3));
    const resultUnit = unitOf(row, result.quantity) || (result.quantity && !fraction(result.quantity) ? unit : '');
    const nature = row.nature?.text ?? '';
    const columns: Record<string, string> = {
      ...names,
      direction: /正/u.test(nature)
        ? 'more'
        : /[反负逆]/u.test(nature)
          ? 'less'
          : directionOf(aim.quantity ? { kind: 'quantity', ...aim.quantity } : target, unit || '', label),
      ...side('target', aim, unit || ''),
      ...side('actual', result, resultUnit || ''),
    };
    const cells: CellSuggestion[] = [];
    const push = (
      measure: string,
      value: string,
      span: Span,
      index: number,
      own: string,
      given: string,
      sure: boolean,
    ) =>
      cells.push({
        table: 'indicators',
        key: { ...key, part },
        columns,
        measure,
        value,
        figures: [span.place(index)],
        ...(own === '' && given !== '' ? { unit: given } : {}),
        certainty: certainty(row.sure && sure),
        rank: 'performance',
        by: row.sure ? 'form-indicator' : 'form-indicator-moved',
      });
    for (const [measure, { quantity, span }, given] of [
      ['target', aim, unit || ''],
      ['actual', result, resultUnit || ''],
    ] as const) {
      if (!quantity || !span) continue;
      push(measure, quantity.value.value, span, quantity.value.index, quantity.unit, given, quantity.sure);
      if (quantity.high)
        push(`${measure}_high`, quantity.high.value, span, quantity.high.index, quantity.unit, given, quantity.sure);
    }
    const completion = row.completion && amountOf(row.completion);
    if (
      completion &&
      part === '' &&
      completion.unit !== '万元' &&
      (completion.unit === '%' || Number(completion.value) > 1.5)
    )
      push('completion', completion.value, completion.span, completion.index, completion.unit, '%', true);
    if (cells.length === 0)
      cells.push({
        table: 'indicators',
        key: { ...key, part },
        columns,
        figures: [],
        certainty: certainty(row.sure),
        rank: 'performance',
        by: 'form-indicator-words',
      });
    return cells;
  });
}

interface Side {
  readonly quantity?: Quantity;
  readonly words: string;
  readonly span?: Span;
}

/** What one side says of one part; words stand beside every part. */
function sideOf(value: CellValue, part: string, split: boolean, span: Span | undefined): Side {
  const at = span ? { span } : {};
  if (value.kind === 'words') return { words: value.text, ...at };
  if (value.kind === 'quantity')
    return split && part !== '' ? { words: '', ...at } : { quantity: value, words: '', ...at };
  const found = value.kind === 'parts' ? value.parts.find(({ label }) => label === part) : undefined;
  return { ...(found ? { quantity: found } : {}), words: '', ...at };
}

function side(name: 'target' | 'actual', { quantity, words }: Side, unit: string): Record<string, string> {
  return {
    ...(quantity?.operator ? { [`${name}_operator`]: quantity.operator } : {}),
    ...(quantity && unit ? { [`${name}_unit`]: unit } : {}),
    ...(words ? { [`${name}_text`]: [...words].slice(0, 500).join('') } : {}),
  };
}

/** The cell's value; operator and unit may stand in columns of their own. */
function valueOf(row: IndicatorRow, span: Span | undefined): CellValue {
  if (!span) return { kind: 'empty' };
  const value = readValue(span);
  if (value.kind !== 'quantity' || value.operator !== '' || span !== row.target) return value;
  const operator = operatorOf(row.operator?.text ?? '');
  return operator ? { ...value, operator } : value;
}

function unitOf(row: IndicatorRow, quantity: Quantity | undefined): string {
  if (!quantity) return '';
  return quantity.unit || (row.unit?.printed().replace(/^[/无—-]+$/u, '') ?? '');
}

function percentInName(name: Span): string {
  return /\(%\)/.test(name.text) ? '%' : '';
}

/** A result such as 0.98 without a unit may be a share of one: it takes no % from the target. */
function fraction({ value, unit }: Quantity): boolean {
  return unit === '' && /^0\.[0-9]/.test(value.value);
}

/** A level's label without its weight. */
function levelText(span: Span | undefined): string {
  return span?.printed().replace(/[（(]?[0-9.]+分[)）]?$/u, '') ?? '';
}

function certainty(sure: boolean): Certainty {
  return sure ? 'certain' : 'likely';
}
