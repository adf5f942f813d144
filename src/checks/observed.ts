/**
 * Contradictions that no arithmetic finds: entered by a reader, each with its places. An observation is true by its
 * declaration; what is checked is that its places exist.
 */
import { parseAddress } from '../figures/expression.ts';
import type { Report } from '../load/report.ts';
import type { Issue } from '../messages/issue.ts';
import { tableById } from '../tables/index.ts';
import type { Disagreement } from './result.ts';

export const OBSERVED = 'OBSERVED';

/** Declared observations as disagreements, so that the register counts them like any other. */
export function observed(report: Report): Disagreement[] {
  return report.meta.findings.flatMap((finding) =>
    finding.occurrences
      .filter(({ rule }) => rule === OBSERVED)
      .map(({ rule, subject, left, right, at }) => ({
        rule,
        subject,
        left,
        right,
        difference: '',
        unit: '',
        at,
        file: `${report.folder}report.yaml`,
        line: 1,
        column: 1,
        problem: '',
        remedy: '',
      })),
  );
}

const PLACE = /^([a-z][a-z0-9-]*):(L([1-9][0-9]*)|p[1-9][0-9]*|[^!\s]+![A-Z]+[1-9][0-9]*)(?:\.(c?[1-9][0-9]*))?$/;

/** Every place of an observation is in a source, on a line that the document has; a figure named must be in the ledger. */
export function checkObserved(report: Report): Issue[] {
  const issues: Issue[] = [];
  report.meta.findings.forEach((finding, index) =>
    finding.occurrences.forEach((occurrence, position) => {
      if (occurrence.rule !== OBSERVED) return;
      const add = (rule: string, problem: string, remedy: string) => {
        const place = report.locate(['findings', index, 'occurrences', position]);
        issues.push({
          severity: 'error',
          file: `${report.folder}report.yaml`,
          line: place?.line,
          column: place?.column,
          rule,
          problem: `差异“${finding.id}”：${problem}`,
          remedy,
        });
      };
      if (
        parseAddress(occurrence.subject) &&
        tableById(parseAddress(occurrence.subject)!.table) &&
        !report.cells.has(occurrence.subject)
      ) {
        add('OBSERVED-SUBJECT', `没有单元 ${occurrence.subject}`, '改正地址；没有相应的单元时，用几个字说明对象');
      }
      if (occurrence.at.length === 0)
        add('OBSERVED-PLACE', '没有写位置', '读出来的差异要写明两边各在哪里，如 ["accounts:L102"]');
      for (const at of occurrence.at) {
        const match = PLACE.exec(at);
        const source = report.meta.sources.find(({ id }) => id === match?.[1]);
        if (!match || !source) {
          add(
            'OBSERVED-PLACE',
            `位置 ${at} 不是“来源:位置”，或没有这个来源`,
            `来源可用：${report.meta.sources.map(({ id }) => id).join('、')}`,
          );
          continue;
        }
        if (match[3] && source.lines !== undefined && Number(match[3]) > source.lines)
          add('OBSERVED-PLACE', `位置 ${at} 超出文件的 ${source.lines} 行`, '核对行号');
        const rows = report.ledgers.get(source.id)?.rows;
        if (match[4] && rows && !rows.some((row) => row.place === at))
          add('OBSERVED-PLACE', `台账里没有位置 ${at}`, '核对行号与次序，或只写到行');
      }
    }),
  );
  return issues;
}
