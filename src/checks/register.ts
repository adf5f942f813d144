/** The register of findings: every disagreement declared, every declaration still true. */
import type { Report } from '../load/report.ts';
import type { Issue } from '../messages/issue.ts';
import { identity, type Disagreement } from './result.ts';

/** A disagreement with the id of the finding that declares it. */
export interface Declared extends Disagreement {
  readonly finding: string;
}

/** Whether a disagreement cannot be looked for until a faulty file is mended. */
function restsOnFaulty(report: Report, subject: string): boolean {
  return report.faulty.has('ledger') || subject.split(/[(),]/).some((part) => report.faulty.has(part.split('/')[0]!));
}

/** Matches what was found with what `report.yaml` declares. */
export function checkRegister(
  report: Report,
  found: readonly Disagreement[],
): { declared: Declared[]; undeclared: Disagreement[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const file = `${report.folder}report.yaml`;
  const open = new Map(found.map((entry) => [identity(entry), entry]));
  const declared: Declared[] = [];
  const ids = new Set<string>();
  report.meta.findings.forEach((finding, index) => {
    const add = (path: readonly PropertyKey[], rule: string, problem: string, remedy: string) => {
      const place = report.locate(['findings', index, ...path]);
      issues.push({ severity: 'error', file, line: place?.line, column: place?.column, rule, problem, remedy });
    };
    if (ids.has(finding.id)) add(['id'], 'KEY-DUPLICATE', `差异标识“${finding.id}”重复`, '每条差异用不同的标识');
    ids.add(finding.id);
    finding.occurrences.forEach((occurrence, position) => {
      const path = ['occurrences', position];
      const match = open.get(identity(occurrence));
      if (!match && restsOnFaulty(report, occurrence.subject)) return;
      if (!match) {
        const now = found.find((entry) => entry.rule === occurrence.rule && entry.subject === occurrence.subject);
        const state = now ? `现在是 ${now.left} 与 ${now.right}` : '现在两处一致，或已不再核对';
        add(
          path,
          'REGISTER-STALE',
          `差异“${finding.id}”登记的 ${occurrence.rule} ${occurrence.subject} ${occurrence.left} 与 ${occurrence.right} 已不出现，${state}`,
          '数据有改动：改正数值，或删去这一处；一条差异的各处都不再出现时，整条删去',
        );
        return;
      }
      open.delete(identity(occurrence));
      for (const place of occurrence.at) {
        if (!match.at.includes(place))
          add(
            [...path, 'at'],
            'REGISTER-PLACE',
            `差异“${finding.id}”登记的位置 ${place} 不在实际位置中`,
            `实际位置：${match.at.join('、')}`,
          );
      }
      declared.push({ ...match, finding: finding.id });
    });
  });
  for (const entry of open.values()) {
    issues.push({
      severity: 'error',
      file: entry.file,
      line: entry.line,
      column: entry.column,
      rule: entry.rule,
      problem: entry.problem,
      remedy: `${entry.remedy}。如果原件就是这样，请在 report.yaml 的 findings 登记一处：${declarationOf(entry)}`,
      found: entry.left,
      expected: entry.right,
      difference: entry.difference,
    });
  }
  return { declared, undeclared: [...open.values()], issues };
}

/** The occurrence that declares a disagreement, as `report.yaml` writes it. */
export function declarationOf({ rule, subject, left, right, at }: Disagreement): string {
  const places = at.map((place) => `"${place}"`).join(', ');
  return `{rule: ${rule}, subject: "${subject}", left: "${left}", right: "${right}", at: [${places}]}`;
}
