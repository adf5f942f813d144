/** All checks of a report and of a catalog. Pure: no disk, no network, no clock. */
import type { Catalog, Department } from '../load/catalog.ts';
import type { Reference } from '../load/reference.ts';
import type { Report } from '../load/report.ts';
import { sortIssues, type Issue } from '../messages/issue.ts';
import type { LEDGERS } from '../tables/report.ts';
import { checkProof, checkRows, currentSources, proofOf } from './accounting.ts';
import { checkBreaks } from './breaks.ts';
import { checkDraft, checkDraftDepartment } from './draft.ts';
import { checkGlossary } from './glossary.ts';
import { readLine, type LedgerLine } from './ledger.ts';
import { precisionOf } from './precision.ts';
import { checkDepartment, checkReferences } from './references.ts';
import { checkRegister, type Declared } from './register.ts';
import { checkObserved, observed } from './observed.ts';
import type { Context, Evaluation } from './relation.ts';
import { identity, merge, type Disagreement, type Relation } from './result.ts';
import { RULES } from './rules/index.ts';
import { statementRelations } from './statements.ts';
import { checkSums } from './sums.ts';

/** A report with everything that the checks found out about it. */
export interface CheckedReport {
  readonly report: Report;
  readonly proof: keyof typeof LEDGERS;
  readonly context: Context;
  /** By source id, in document order. */
  readonly lines: ReadonlyMap<string, readonly LedgerLine[]>;
  readonly relations: readonly Relation[];
  readonly findings: readonly Declared[];
  /** Disagreements that no finding declares; each is an error too. */
  readonly undeclared: readonly Disagreement[];
  /** Places (`source:at.n`) that state a cell, by address, exact ones first. */
  readonly places: ReadonlyMap<string, readonly string[]>;
}

export interface CheckedDepartment {
  readonly department: Department;
  readonly reports: readonly CheckedReport[];
}

/** Checks one report. `previous`: the department's report of the year before, if there is one. */
export function checkReport(
  report: Report,
  reference: Reference,
  previous?: Report,
): { checked: CheckedReport; issues: Issue[] } {
  const issues = checkReferences(report, reference);
  const precision = precisionOf(report);
  const lines = new Map<string, LedgerLine[]>();
  const current = currentSources(report);
  for (const source of report.meta.sources) {
    const ledger = report.ledgers.get(source.id);
    if (!ledger) continue;
    const read = ledger.rows.map((row) => readLine(report, row, precision));
    lines.set(source.id, read);
    if (current.includes(source)) issues.push(...checkRows(report, ledger, source, read));
  }
  const inForce = current.flatMap((source) => lines.get(source.id) ?? []);
  const places = placesOf(inForce);
  const proof = proofOf(report);
  if (proof === 'complete' && !report.faulty.has('ledger')) issues.push(...checkProof(report, inForce));

  const context: Context = {
    report,
    previous,
    precision,
    lines: inForce,
    cell: (address) => report.cells.get(address),
    places: (cell) => places.get(cell.address) ?? [],
  };
  const evaluations = [...checkSums(context), ...checkRules(context)];
  const disagreements = inForce.flatMap(({ statements }) =>
    statements.flatMap(({ disagreement }) => disagreement ?? []),
  );
  const found = merge([
    ...evaluations.flatMap(({ disagreement }) => disagreement ?? []),
    ...disagreements,
    ...observed(report),
  ]);
  const register = checkRegister(report, found);
  issues.push(...register.issues, ...checkObserved(report), ...checkDraft(report));
  const relations = distinct([...statementRelations(context), ...evaluations.map(({ relation }) => relation)]);
  return {
    checked: {
      report,
      proof,
      context,
      lines,
      relations,
      findings: register.declared,
      undeclared: register.undeclared,
      places,
    },
    issues,
  };
}

/** A relation that a document states twice counts once. */
function distinct(relations: readonly Relation[]): Relation[] {
  return [...new Map(relations.map((relation) => [identity(relation), relation])).values()];
}

/** Evaluates the named rules; those that only explain report no disagreement. */
function checkRules(context: Context): Evaluation[] {
  return RULES.flatMap((rule) => {
    const evaluations = rule
      .evaluate(context)
      .filter(
        ({ relation }) =>
          ![relation.subject, ...relation.operands].some((address) =>
            context.report.faulty.has(address.split('/')[0]!),
          ),
      );
    return rule.level === 'finding' ? evaluations : evaluations.map(({ relation }) => ({ relation }));
  });
}

/** Places by cell: figures equal to it first, among these such as say nothing else, then document order. */
function placesOf(lines: readonly LedgerLine[]): Map<string, string[]> {
  const found = new Map<string, { place: string; rank: number }[]>();
  for (const { row, statements } of lines) {
    for (const { expression, status } of statements) {
      if (expression.kind !== 'cell') continue;
      const rank = status !== 'agrees' ? 2 : statements.length > 3 ? 1 : 0;
      found.set(expression.text, [...(found.get(expression.text) ?? []), { place: row.place, rank }]);
    }
  }
  return new Map(
    [...found].map(([address, places]) => [address, places.sort((a, b) => a.rank - b.rank).map(({ place }) => place)]),
  );
}

/** Checks everything. @returns the checked departments and all issues, sorted. `loaded`: the issues of loading. */
export function checkCatalog(
  catalog: Catalog,
  loaded: readonly Issue[] = [],
): { departments: CheckedDepartment[]; issues: Issue[] } {
  const issues = [...loaded, ...checkGlossary(catalog.glossary)];
  const departments = catalog.departments.map((department) => {
    issues.push(
      ...checkDepartment(department, catalog),
      ...checkBreaks(department),
      ...checkDraftDepartment(department),
    );
    const reports = department.reports.map((report, index) => {
      const result = checkReport(report, catalog.reference, department.reports[index - 1]);
      issues.push(...result.issues);
      return result.checked;
    });
    return { department, reports };
  });
  return { departments, issues: sortIssues(issues) };
}
