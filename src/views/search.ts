/** What can be found: departments, regions, terms, and every row and finding of every report, newest reports first. */
import type { CheckedReport } from '../checks/check.ts';
import type { CsvRow, CsvTable } from '../load/csv.ts';
import { regionPath, type Region } from '../load/reference.ts';
import type { Entry, OtherName } from '../search/entry.ts';
import { reportsOf, type Site, type SiteReport } from '../site/site.ts';
import { plain } from '../search/text.ts';
import { itemOf, nameOf, type Row } from '../tables/table.ts';
import { GRADES } from '../tables/report.ts';
import { glossaryView } from './glossary.ts';
import { departmentPath, reportPath, rowAnchor } from './paths.ts';
import { pinyinOf } from './pinyin.ts';
import { amountOf } from './search-amount.ts';
import { groupTitle } from './table.ts';

/** Tables whose rows are not items of money, staff or assets. */
const ROW_KINDS: Readonly<Record<string, Entry['kind']>> = {
  projects: 'project',
  indicators: 'indicator',
  metrics: 'indicator',
};
/** How much of an explanation stands beside a term. */
const LINE = 40;

/** Everything that can be found, in the order in which equally good results are shown. */
export function searchEntries(site: Site): Entry[] {
  const reports = reportsOf(site).toSorted((a, b) => b.checked.report.year - a.checked.report.year);
  return [
    ...departmentEntries(site),
    ...regionEntries(site),
    ...termEntries(site),
    ...reports.flatMap((entry) => [...rowEntries(site, entry), ...findingEntries(entry)]),
  ];
}

/** An entry that is found by its names; other names that say the same as one before are left out. */
function named(entry: Omit<Entry, 'also' | 'pinyin'>, others: readonly OtherName[]): Entry {
  const names = [entry.title, ...others.map(({ name }) => name)];
  const also = others.filter(({ name }, index) => name !== '' && names.indexOf(name) === index + 1);
  const pinyin = [entry.title, ...also.map(({ name }) => name)].map(pinyinOf);
  return { ...entry, ...(also.length > 0 ? { also } : {}), pinyin };
}

function departmentEntries(site: Site): Entry[] {
  return site.departments.map(({ department: { id, meta }, reports }) => {
    const regions = regionPath(site.reference, meta.region).map(({ name }) => name);
    const years = reports.map(({ report }) => report.year);
    return named(
      {
        kind: 'department',
        title: meta.name,
        context: [regions.join(' '), years.join('、')].filter((text) => text !== '').join(' · '),
        href: departmentPath(id),
      },
      [
        { why: '简称', name: meta.short },
        ...meta.aliases.map((name) => ({ why: '别名', name })),
        ...meta.former_names.map(({ name }) => ({ why: '曾用名', name })),
        ...meta.subordinates.map((name) => ({ why: '下属单位', name })),
      ],
    );
  });
}

/** Regions that have a department, and the regions that these lie in. */
function regionEntries(site: Site): Entry[] {
  const counts = new Map<Region, number>();
  for (const { department } of site.departments)
    for (const region of regionPath(site.reference, department.meta.region))
      counts.set(region, (counts.get(region) ?? 0) + 1);
  const regions = [...counts].sort(([a], [b]) => (a.code < b.code ? -1 : 1));
  return regions.map(([{ code, name }, count]) => {
    const above = regionPath(site.reference, code).slice(0, -1);
    return named(
      {
        kind: 'region',
        title: name,
        context: [...above.map((region) => region.name), `${count} 个部门`].join(' · '),
        href: `departments/?region=${code}`,
      },
      [],
    );
  });
}

function termEntries(site: Site): Entry[] {
  return glossaryView(site).map(({ slug, name, aliases, text }) =>
    named(
      {
        kind: 'term',
        title: name,
        context: text.length > LINE ? `${text.slice(0, LINE)}…` : text,
        href: `glossary/#${slug}`,
      },
      aliases.map((alias) => ({ why: '别名', name: alias })),
    ),
  );
}

function rowEntries(site: Site, entry: SiteReport): Entry[] {
  return [...entry.checked.report.tables.values()].flatMap((csv) =>
    csv.rows.filter((row) => !isPart(csv, row)).map((row) => rowEntry(site, entry, csv, row)),
  );
}

/** A row that only splits the row before it, such as a project by source of money. */
function isPart({ table }: CsvTable, { values }: CsvRow): boolean {
  return table.sumOverLastKey === true && (values[table.key.at(-1)!] ?? '') !== '';
}

function rowEntry(site: Site, { department, checked }: SiteReport, csv: CsvTable, { values }: CsvRow): Entry {
  const { table } = csv;
  const group = table.groupBy ? groupTitle(checked, table, values[table.groupBy] ?? '') : '';
  const amount = amountOf(checked, table, values);
  return named(
    {
      kind: ROW_KINDS[table.id] ?? 'item',
      title: nameOf(table, values),
      context: [`${department.meta.short} ${checked.report.year}`, table.title, group]
        .filter((text, index, all) => text !== '' && all.indexOf(text) === index)
        .join(' · '),
      ...(amount === '' ? {} : { amount }),
      href: rowPath(checked, table.id, itemOf(table, values)),
    },
    [
      ...(table.classification ? codeNames(site, table.classification, values['code'] ?? '') : []),
      ...keyNames(csv, values),
    ],
  );
}

/** Short Chinese words that the curator chose as the key of a row whose printed name is long: 好差评满意率. */
function keyNames({ table }: CsvTable, values: Row): OtherName[] {
  return table.key
    .filter(
      (name) =>
        name !== table.groupBy && table.columns[name]!.kind === 'key' && /\p{Script=Han}/u.test(values[name] ?? ''),
    )
    .map((name) => ({ why: '标识', name: values[name]! }))
    .filter(({ name }) => !plain(nameOf(table, values)).includes(plain(name)));
}

function rowPath({ report }: CheckedReport, table: string, item: string): string {
  return `${reportPath(report)}#${rowAnchor(table, item)}`;
}

/** A classification code and the names that it had or was given later. */
function codeNames(site: Site, classification: 'functional' | 'economic', code: string): OtherName[] {
  if (!/^[0-9]+$/.test(code)) return [];
  const changes = site.reference.changes.filter(
    (change) => change.code === code && change.scope.startsWith('经济') === (classification === 'economic'),
  );
  return [
    { why: '编码', name: code },
    ...changes.flatMap(({ old_name: former, new_name: later, certainty }) => {
      const doubt = certainty === 'verified' || certainty === 'observed' ? '' : '（待核）';
      return [
        { why: `旧名${doubt}`, name: former },
        { why: `新名${doubt}`, name: later },
      ];
    }),
  ];
}

/** Findings are found by any words of their explanations, which are sentences and have no pinyin. */
function findingEntries({ department, checked: { report } }: SiteReport): Entry[] {
  return report.meta.findings.map(({ id, grade, explanation }) => ({
    kind: 'finding',
    title: explanation,
    context: `${department.meta.short} ${report.year} · ${GRADES[grade]}`,
    href: `${reportPath(report)}#finding-${id}`,
  }));
}
