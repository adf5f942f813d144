/** One report with everything about it as JSON: for programs that want a report and no tables. */
import { fullAddress } from '../site/settings.ts';
import type { Site, SiteReport } from '../site/site.ts';
import { reportVersion } from '../site/version.ts';
import { reportPath } from '../views/paths.ts';
import { regionsOf } from '../views/regions.ts';
import type { Record_ } from './csv.ts';
import { OCCURRENCES, SECTIONS, type ReportJson, type Section } from './report-schema.ts';

/** The rows of a section as objects: empty columns left out, lists as arrays. */
function objects({ table, elsewhere, lists }: Section, rows: readonly Record_[]): Record<string, string | string[]>[] {
  const names = Object.keys(table.columns).filter((name) => !elsewhere.includes(name));
  return rows.map((row) =>
    Object.fromEntries(
      names.filter((name) => row[name]).map((name) => [name, lists[name] ? row[name]!.split(lists[name]) : row[name]!]),
    ),
  );
}

/** Everything about one report, in the shape of `reportJsonSchema`. */
export function reportJson(site: Site, { department, checked }: SiteReport): ReportJson {
  const { report } = checked;
  const { department: id, absent, findings, ...meta } = report.meta;
  const address = fullAddress(reportPath(report));
  const section = (one: Section) => objects(one, one.rows(checked));
  const occurrences = OCCURRENCES.rows(checked);
  return {
    $schema: '../../report.schema.json',
    meta: {
      ...(address && { address }),
      version: reportVersion(site.files, report),
      license: 'CC-BY-4.0',
      department: { id, regions: regionsOf(site, department.meta.region), ...department.meta },
      ...meta,
      proof: checked.proof,
      ...(report.notes && { notes: report.notes }),
    },
    cells: section(SECTIONS.cells),
    ledger: section(SECTIONS.ledger),
    findings: findings.map(({ id: finding, grade, explanation, reply }) => ({
      id: finding,
      grade,
      explanation,
      ...(reply && { reply }),
      occurrences: objects(
        OCCURRENCES,
        occurrences.filter((row) => row['finding'] === finding),
      ),
    })),
    relations: section(SECTIONS.relations),
    absent,
  };
}

/** The text of report.json. */
export function reportJsonText(site: Site, entry: SiteReport): string {
  return `${JSON.stringify(reportJson(site, entry), null, 1)}\n`;
}
