/** One report with everything about it as JSON: for programs that want a report and no tables. */
import { fullAddress } from '../site/settings.ts';
import type { Site, SiteReport } from '../site/site.ts';
import { reportVersion } from '../site/version.ts';
import { reportJsonPath, reportPath } from '../views/paths.ts';
import { regionsOf } from '../views/regions.ts';
import type { Record_ } from './csv.ts';
import { LICENSE } from './descriptions/about.ts';
import { addressFrom } from './descriptions/address.ts';
import { OCCURRENCES, SCHEMA_PATH, SECTIONS, type ReportJson, type Section } from './report-schema.ts';

/** The rows of a section as objects: empty columns left out, lists as arrays. */
function objects({ table, elsewhere, lists }: Section, rows: readonly Record_[]): Record<string, string | string[]>[] {
  const names = Object.keys(table.columns).filter((name) => !elsewhere.includes(name));
  return rows.map((row) =>
    Object.fromEntries(
      names.filter((name) => row[name]).map((name) => [name, lists[name] ? row[name]!.split(lists[name]) : row[name]!]),
    ),
  );
}

/** Everything about one report, in the shape of `reportJsonSchema`. @param schema address of that; seen from the file's place on the site, if not given */
export function reportJson(site: Site, entry: SiteReport, schema = schemaAddress(entry)): ReportJson {
  const { department, checked } = entry;
  const { report } = checked;
  const { department: id, absent, findings, ...meta } = report.meta;
  const address = fullAddress(reportPath(report));
  const section = (one: Section) => objects(one, one.rows(checked));
  const occurrences = OCCURRENCES.rows(checked);
  return {
    $schema: schema,
    meta: {
      ...(address && { address }),
      version: reportVersion(site.files, report),
      license: LICENSE.id,
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

/** The text of report.json. @param schema see `reportJson` */
export function reportJsonText(site: Site, entry: SiteReport, schema?: string): string {
  return `${JSON.stringify(reportJson(site, entry, schema), null, 1)}\n`;
}

function schemaAddress({ checked: { report } }: SiteReport): string {
  return addressFrom(reportJsonPath(report), SCHEMA_PATH);
}
