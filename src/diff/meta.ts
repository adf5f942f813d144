/** What `report.yaml`, `department.yaml` and `notes.md` say, before and after. */
import type { Department } from '../load/catalog.ts';
import type { Report } from '../load/report.ts';
import { tableById } from '../tables/index.ts';
import { ABSENT, KINDS, LEDGERS, ORIGINS, SCOPE_FUNDS, SCOPE_UNITS, type SourceMeta } from '../tables/report.ts';
import type { SourceChange, TextChange } from './difference.ts';
import { changedFields, keysOf, order } from './texts.ts';

const REPORT = {
  kinds: '种类',
  coverage: '口径',
  units: '口径的单位',
  funds: '口径的资金',
  history: '本站的变更',
  results: '自评结论',
  problems: '自述问题',
  suggestions: '改进建议',
  notes: '说明（notes.md）',
} as const;

const DEPARTMENT = {
  name: '全称',
  short: '简称',
  region: '行政区划',
  level: '级次',
  superior: '上级',
  subordinates: '下属单位',
  former_names: '曾用名',
  aliases: '俗称',
  breaks: '断点',
  duties: '职责',
  website: '网站',
} as const;

const SOURCE = {
  title: '标题',
  publisher: '发布单位',
  date: '日期',
  file: '文件名',
  sha256: 'sha256',
  url: '网址',
  archived_url: '存档网址',
  retrieved: '取得日期',
  lines: '行数',
  text_origin: '文本来历',
  ledger: '台账',
  supersedes: '取代',
} as const;

/** Texts of the report itself. */
export function reportTexts(before: Report, after: Report): TextChange[] {
  const fields = ({ meta, notes }: Report) => ({
    ...meta.evaluation,
    kinds: meta.kinds.map((kind) => KINDS[kind]),
    coverage: meta.coverage,
    units: SCOPE_UNITS[meta.scope.units],
    funds: SCOPE_FUNDS[meta.scope.funds],
    history: meta.history.map(({ date, text }) => `${date} ${text}`),
    notes: notes.trim(),
  });
  return changedFields(fields(before), fields(after), REPORT);
}

export function departmentTexts(before: Department, after: Department): TextChange[] {
  return changedFields(before.meta, after.meta, DEPARTMENT);
}

/** Which tables a report says it lacks, and why. */
export function absentChanges(before: Report | undefined, after: Report | undefined): TextChange[] {
  const byTable = (report: Report | undefined) =>
    new Map(
      (report?.meta.absent ?? []).map(({ table, reason, note }) => [
        table,
        `${ABSENT[reason]}${note ? `（${note}）` : ''}`,
      ]),
    );
  const [old, now] = [byTable(before), byTable(after)];
  return keysOf(old, now)
    .map((table) => ({
      place: tableById(table)?.title ?? table,
      before: old.get(table) ?? '',
      after: now.get(table) ?? '',
    }))
    .filter((change) => change.before !== change.after);
}

/** Ids of the base's sources as the head calls them: the same id, or another one for the same document (sha256). */
export function pairSources(before: Report | undefined, after: Report | undefined): Map<string, string> {
  const now = after?.meta.sources ?? [];
  const kept = new Set(now.map(({ id }) => id));
  const old = before?.meta.sources ?? [];
  return new Map(
    old.map(({ id, sha256 }) => {
      const twin = kept.has(id)
        ? undefined
        : now.find((one) => one.sha256 === sha256 && !old.some((other) => other.id === one.id));
      return [id, twin?.id ?? id];
    }),
  );
}

export function compareSources(
  before: Report | undefined,
  after: Report | undefined,
  pairs: ReadonlyMap<string, string>,
): SourceChange[] {
  const old = new Map((before?.meta.sources ?? []).map((source) => [pairs.get(source.id)!, source]));
  const now = new Map((after?.meta.sources ?? []).map((source) => [source.id, source]));
  return keysOf(old, now).flatMap((id): SourceChange[] => {
    const [left, right] = [old.get(id), now.get(id)];
    const texts = left && right ? changedFields(shown(left), shown(right), SOURCE) : [];
    const was = left && right && left.id !== right.id ? left.id : undefined;
    const status = !left ? 'added' : !right ? 'removed' : was ? 'renamed' : 'changed';
    if (status === 'changed' && texts.length === 0) return [];
    const supersedes = right?.supersedes;
    const { title } = (right ?? left)!;
    return [{ id, ...(was && { was }), status, title, ...(supersedes && { supersedes }), texts }];
  });
}

const shown = (source: SourceMeta) => ({
  ...source,
  text_origin: ORIGINS[source.text_origin],
  ledger: LEDGERS[source.ledger],
});

/** Entries of `history` that the head adds. */
export function newHistory(before: Report, after: Report): string[] {
  const known = new Set(before.meta.history.map(({ date, text }) => `${date} ${text}`));
  return after.meta.history
    .map(({ date, text }) => `${date} ${text}`)
    .filter((entry) => !known.has(entry))
    .sort(order);
}
