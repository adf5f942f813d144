/** The registers of two states of a report: findings and occurrences opened and closed. */
import type { Report } from '../load/report.ts';
import { GRADES, type Finding } from '../tables/report.ts';
import type { FindingChange, OccurrenceChange } from './difference.ts';
import type { Rename } from './ledger.ts';
import { changedFields, keysOf, order } from './texts.ts';

const FIELDS = { grade: '等级', explanation: '说明', since: '登记日期', reply: '部门答复', places: '位置' } as const;

/** Findings are the same by id; a finding with another id and the same occurrences is renamed. */
export function compareRegisters(
  before: Report | undefined,
  after: Report | undefined,
  rename: Rename,
): FindingChange[] {
  const byId = (report: Report | undefined) => new Map((report?.meta.findings ?? []).map((entry) => [entry.id, entry]));
  const [old, now] = [byId(before), byId(after)];
  const was = new Map<string, string>();
  for (const [id, finding] of now) {
    if (old.has(id)) continue;
    const same = [...old.values()].find(
      (other) =>
        !now.has(other.id) &&
        ![...was.values()].includes(other.id) &&
        [...occurrencesOf(other, rename).keys()].join('\n') === [...occurrencesOf(finding).keys()].join('\n'),
    );
    if (same) was.set(id, same.id);
  }
  return keysOf(old, now)
    .filter((id) => ![...was.values()].includes(id))
    .flatMap((id): FindingChange[] => {
      const [left, right] = [old.get(was.get(id) ?? id), now.get(id)];
      const [held, holds] = [occurrencesOf(left, rename), occurrencesOf(right)];
      const opened = [...holds].flatMap(([key, one]) => (held.has(key) ? [] : [one]));
      const closed = [...held].flatMap(([key, one]) => (holds.has(key) ? [] : [one]));
      const texts = left && right ? changedFields(fieldsOf(left), fieldsOf(right), FIELDS) : [];
      const renamed = was.get(id);
      const status = !left ? 'opened' : !right ? 'closed' : renamed ? 'renamed' : 'changed';
      if (status === 'changed' && opened.length + closed.length + texts.length === 0) return [];
      const { grade, explanation } = (right ?? left)!;
      return [
        { id, ...(renamed && { was: renamed }), status, grade: GRADES[grade], explanation, opened, closed, texts },
      ];
    });
}

function fieldsOf(finding: Finding): Record<string, unknown> {
  return { ...finding, grade: GRADES[finding.grade], places: finding.occurrences.flatMap(({ at }) => at) };
}

/** By identity (rule, subject, both values), sorted. */
function occurrencesOf(finding: Finding | undefined, rename: Rename = (text) => text): Map<string, OccurrenceChange> {
  const entries = (finding?.occurrences ?? []).map(({ rule, subject, left, right }) => {
    const one = { rule, subject: rename(subject), left, right };
    return [Object.values(one).join('\n'), one] as const;
  });
  return new Map(entries.sort(([a], [b]) => order(a, b)));
}
