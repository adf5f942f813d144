/** Breaks of a department: each declared once, and none missing where the declared scope changes. */
import type { Department } from '../load/catalog.ts';
import type { Issue } from '../messages/issue.ts';
import { BREAKS, SCOPE_FUNDS, SCOPE_UNITS } from '../tables/report.ts';

export function checkBreaks({ meta, locate, path, reports }: Department): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  meta.breaks.forEach(({ year, kind }, index) => {
    const place = locate(['breaks', index]);
    if (seen.has(`${year} ${kind}`))
      issues.push({
        severity: 'error',
        file: path,
        line: place?.line,
        column: place?.column,
        rule: 'KEY-DUPLICATE',
        problem: `断点重复：${year} 年的${BREAKS[kind]}`,
        remedy: '同一年同一种断点只写一条，把原因写在一起',
      });
    seen.add(`${year} ${kind}`);
  });
  reports.slice(1).forEach((report, index) => {
    const before = reports[index]!;
    const changes = [
      ...change(before.meta.scope.units, report.meta.scope.units, SCOPE_UNITS),
      ...change(before.meta.scope.funds, report.meta.scope.funds, SCOPE_FUNDS),
    ];
    const declared = meta.breaks.some(({ year }) => year > before.year && year <= report.year);
    const place = report.locate(['scope']);
    if (changes.length > 0 && !declared)
      issues.push({
        severity: 'notice',
        file: `${report.folder}report.yaml`,
        line: place?.line,
        column: place?.column,
        rule: 'YEARS-BREAK',
        problem: `${before.year} 与 ${report.year} 年的口径不同：${changes.join('；')}`,
        remedy: `若确实不可比，在 department.yaml 的 breaks 写一条：{ year: ${report.year}, kind: scope, note: 原因 }；没有断点时各年并列也不算增长`,
      });
  });
  return issues;
}

/** How a scope changed, where both years state it. */
function change<T extends string>(before: T, after: T, names: Readonly<Record<T, string>>): string[] {
  return before === after || before === 'unstated' || after === 'unstated'
    ? []
    : [`${names[before]}，改为${names[after]}`];
}
