/** Turns the forms that were read into suggested cells. */
import { parseUnit } from '../../figures/units.ts';
import type { CellSuggestion, DerivedSuggestion } from '../suggestion.ts';
import { inTenThousand } from '../amount.ts';
import type { Form } from './forms.ts';
import { amountOf, type Amount, type FundRow } from './funds.ts';
import type { Fund } from './heads.ts';
import { suggestIndicators } from './indicators.ts';
import type { Projects } from './names.ts';
import { nameAt, printedName, projectIn } from './prose/project-name.ts';

interface Suggested {
  readonly cells: CellSuggestion[];
  readonly derived: DerivedSuggestion[];
}

/** Where the funds of a whole department go: table and item. */
const DEPARTMENT_FUNDS: Readonly<Partial<Record<Fund, readonly [table: string, item: string]>>> = {
  total: ['expenditure', 'current'],
  treasury: ['fiscal', 'expenditure'],
  general: ['fiscal', 'expenditure-general'],
  'government-fund': ['fiscal', 'expenditure-government-fund'],
  'state-capital': ['fiscal', 'expenditure-state-capital'],
  basic: ['expenditure', 'basic'],
  project: ['expenditure', 'project'],
  personnel: ['expenditure', 'personnel'],
  public: ['expenditure', 'public'],
};
/** Sources of a project's money. */
const PROJECT_FUNDS: Readonly<Partial<Record<Fund, string>>> = {
  total: '',
  treasury: 'treasury',
  superior: 'superior',
  'carry-over': 'carry-over',
  other: 'other',
};

const MEASURES = ['initial', 'adjusted', 'final'] as const;

/**
 * The cells of all forms. `projects` names the projects for the prose as well; `whole`: a form without a name is about the
 * whole department.
 */
export function suggestForms(forms: readonly Form[], projects: Projects, whole: boolean): Suggested {
  const taken = new Map<string, Set<string>>();
  const fallback = whole ? 'department' : undefined;
  const result: Suggested = { cells: [], derived: [] };
  for (const form of forms) {
    const name = form.name || (form.scope === 'department' ? '' : nameBefore(form));
    const project = name === '' || form.scope === 'department' ? undefined : projects.of(name);
    const scope =
      form.scope === 'department' ? 'department' : (project?.key ?? (form.scope === '' ? fallback : undefined));
    if (scope === undefined) continue;
    const keys = taken.get(scope) ?? new Set();
    taken.set(scope, keys);
    const seen = new Set<Fund>();
    for (const row of sources(form.funds)) {
      // Of two rows of one source only the first is known to be it.
      if (seen.has(row.fund)) continue;
      seen.add(row.fund);
      // Without indicators a table of a department may be anything of its accounts.
      if (form.scope === 'department' && form.indicators.length > 0) departmentFunds(form, row, result);
      else if (project) projectFunds(form, row, project, result);
    }
    if (form.score) {
      const amount = amountOf(form.score);
      if (amount)
        result.cells.push({
          table: 'evaluation',
          key: { scope, item: 'score' },
          columns: { unit: '分' },
          measure: 'value',
          value: amount.value,
          figures: [amount.span.place(amount.index)],
          unit: '分',
          // 总分 under 得分 leaves no doubt where the form says whose it is.
          certainty: form.scope === '' ? 'likely' : 'certain',
          rank: 'performance',
          by: 'form-score',
        });
    }
    result.cells.push(...suggestIndicators(form.indicators, scope, keys));
  }
  return result;
}

/** Money of one level is the treasury's when no other row is; among others nobody says whose it is. */
function sources(rows: readonly FundRow[]): readonly FundRow[] {
  const alone = rows.filter(({ fund }) => ['level', 'treasury', 'superior'].includes(fund)).length === 1;
  return rows.map((row) => (row.fund === 'level' && alone ? { ...row, fund: 'treasury' } : row));
}

/** The project that the paragraphs in front of a form speak of. */
function nameBefore(form: Form): string {
  for (const span of form.before.slice(-3).toReversed()) {
    const name = nameAt(projectIn(span.text.split(/[。;]/u, 1)[0]!));
    if (name !== '') return printedName(span, name);
  }
  return '';
}

function departmentFunds(form: Form, row: FundRow, result: Suggested): void {
  const place = DEPARTMENT_FUNDS[row.fund];
  if (!place) return;
  const [table, item] = place;
  amounts(form, row, { table, key: { item } }, `${table}/${item}`, result);
}

function projectFunds(form: Form, row: FundRow, project: { key: string; name: string }, result: Suggested): void {
  const source = PROJECT_FUNDS[row.fund];
  if (source === undefined) return;
  const target = { table: 'projects', key: { project: project.key, source }, columns: { name: project.name } };
  amounts(form, row, target, `projects/${project.key}${source && `.${source}`}`, result);
}

function amounts(
  form: Form,
  row: FundRow,
  target: Pick<CellSuggestion, 'table' | 'key' | 'columns'>,
  address: string,
  result: Suggested,
): void {
  for (const measure of MEASURES) {
    const amount = row[measure];
    const unit = amount?.unit || form.unit;
    const value = amount && inTenThousand(amount.value, unit || '万元');
    if (!amount || value === undefined) continue;
    result.cells.push({
      ...target,
      measure,
      value,
      figures: [amount.span.place(amount.index)],
      ...(amount.unit === '' && unit !== '' ? { unit } : {}),
      certainty: unit === '' ? 'likely' : 'certain',
      rank: 'performance',
      by: 'form-funds',
    });
  }
  const { rate } = row;
  if (rate && row.final && (row.adjusted ?? row.initial) && isPercent(rate))
    result.derived.push({
      expression: `completion(${address}/final,${row.adjusted ? 'adjusted' : 'initial'})`,
      figure: rate.span.place(rate.index),
      ...(rate.unit === '' ? { unit: '%' } : {}),
      certainty: rate.unit === '%' ? 'certain' : 'likely',
      by: 'form-rate',
    });
}

/** A rate printed as a share of one (0.98) is no percentage. */
function isPercent(rate: Amount): boolean {
  return rate.unit === '%' || (rate.unit === '' && parseUnit(rate.unit).power === 0 && Number(rate.value) > 1.5);
}
