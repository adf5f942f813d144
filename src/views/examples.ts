/** Worked examples for the methodology page, taken from the reports themselves so that they stay true. */
import { reportsOf, type Site } from '../site/site.ts';
import type { CheckedReport } from '../checks/check.ts';
import { derivedViews, type DerivedView } from './derived.ts';
import { findingViews, type FindingView } from './findings.ts';
import { numberView, type NumberView } from './numbers.ts';
import { lineOf } from '../checks/relation.ts';
import { reportPath } from './paths.ts';

export interface Example {
  readonly report: string;
  readonly href: string;
}

export interface CellExample extends Example {
  readonly address: string;
  readonly name: string;
  readonly unit: string;
  readonly number: NumberView;
  readonly places: readonly string[];
}

export interface DerivedExample extends Example {
  readonly derived: DerivedView;
}

export interface FindingExample extends Example {
  readonly finding: FindingView;
}

export interface ExamplesView {
  readonly cell: CellExample | undefined;
  readonly rounds: DerivedExample | undefined;
  readonly differs: DerivedExample | undefined;
  readonly repeated: FindingExample | undefined;
  readonly relation: FindingExample | undefined;
  readonly observed: FindingExample | undefined;
}

/** The first example of each sort that the published reports hold. */
export function examplesView(site: Site): ExamplesView {
  const all = reportsOf(site).map(({ department, checked }) => ({
    checked,
    example: { report: `${department.meta.short} ${checked.report.year}`, href: reportPath(checked.report) },
  }));
  const derived = (status: DerivedView['status']): DerivedExample | undefined => {
    for (const { checked, example } of all) {
      const found = [...checked.report.tables.keys()]
        .flatMap((id) => derivedViews(checked, id))
        .find((one) => one.status === status && one.formula !== '');
      if (found) return { ...example, derived: found };
    }
    return undefined;
  };
  const finding = (kind: string): FindingExample | undefined => {
    for (const { checked, example } of all) {
      const found = findingViews(checked).find((one) => one.kind === kind);
      if (found) return { ...example, finding: found };
    }
    return undefined;
  };
  return {
    cell: all.map(({ checked, example }) => cellExample(checked, example)).find((one) => one),
    rounds: derived('rounds'),
    differs: derived('differs'),
    repeated: finding('印出的数与单元'),
    relation: finding('两项之间的关系'),
    observed: finding('读出来的不一致'),
  };
}

function cellExample(checked: CheckedReport, example: Example): CellExample | undefined {
  const cell = checked.report.cells.get('expenditure/basic/final');
  if (!cell) return undefined;
  const places = [...new Set((checked.places.get(cell.address) ?? []).map(lineOf))];
  return {
    ...example,
    address: cell.address,
    name: `${cell.name} · ${cell.measureName}`,
    unit: cell.unit,
    number: numberView(checked, cell),
    places,
  };
}
