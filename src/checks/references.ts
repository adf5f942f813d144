/** References between files: regions, years, items, codes, projects, sources, absent tables. */
import type { Catalog, Department } from '../load/catalog.ts';
import { columnIndex, type CsvTable } from '../load/csv.ts';
import type { Reference } from '../load/reference.ts';
import type { Report } from '../load/report.ts';
import type { Issue } from '../messages/issue.ts';
import { TABLES, tableById } from '../tables/index.ts';
import { itemOf } from '../tables/table.ts';

/** The scope word for a whole department in tables that are kept by project. */
export const WHOLE = 'department';

export function checkDepartment(department: Department, catalog: Catalog): Issue[] {
  const { region } = department.meta;
  const place = department.locate(['region']);
  const issue = (rule: string, problem: string, remedy: string): Issue => ({
    severity: 'error',
    file: department.path,
    line: place?.line,
    column: place?.column,
    rule,
    problem,
    remedy,
  });
  if (!catalog.reference.regions.has(region))
    return [
      issue(
        'REGION-UNKNOWN',
        `行政区划代码 ${region} 不在 data/regions.csv 中`,
        '核对代码（GB/T 2260）；若是新设的区划，先在 regions.csv 加一行',
      ),
    ];
  if (!department.id.startsWith(`${region}-`))
    return [
      issue(
        'REGION-FOLDER',
        `文件夹 ${department.id} 与行政区划代码 ${region} 不一致`,
        '文件夹名写作“代码-简拼”，如 510811-xzspj',
      ),
    ];
  return [];
}

export function checkReferences(report: Report, reference: Reference): Issue[] {
  const issues: Issue[] = [];
  const inMeta = (
    path: readonly PropertyKey[],
    rule: string,
    problem: string,
    remedy: string,
    severity: Issue['severity'] = 'error',
  ) => {
    const place = report.locate(path);
    issues.push({
      severity,
      file: `${report.folder}report.yaml`,
      line: place?.line,
      column: place?.column,
      rule,
      problem,
      remedy,
    });
  };
  if (report.meta.year !== report.year)
    inMeta(
      ['year'],
      'YEAR-FOLDER',
      `report.yaml 的年度 ${report.meta.year} 与文件夹 ${report.year} 不一致`,
      '文件夹按财政年度命名；改正其中一处',
    );
  if (report.meta.department !== report.department)
    inMeta(
      ['department'],
      'DEPARTMENT-FOLDER',
      `report.yaml 的部门“${report.meta.department}”与文件夹 ${report.department} 不一致`,
      '改正其中一处',
    );

  const absent = new Set<string>();
  report.meta.absent.forEach(({ table }, index) => {
    if (!tableById(table))
      inMeta(
        ['absent', index, 'table'],
        'TABLE-UNKNOWN',
        `没有“${table}”这张表`,
        `可用：${TABLES.map(({ id }) => id).join('、')}`,
      );
    else if (report.tables.has(table))
      inMeta(['absent', index], 'TABLE-PRESENT', `${table}.csv 存在，却列为没有`, '删去 absent 中的这一条，或删去文件');
    else if (absent.has(table)) inMeta(['absent', index], 'KEY-DUPLICATE', `absent 中“${table}”重复`, '删去一条');
    absent.add(table);
  });
  const silent = TABLES.filter(({ id }) => !report.tables.has(id) && !report.faulty.has(id) && !absent.has(id));
  if (silent.length > 0)
    inMeta(
      ['absent'],
      'TABLE-SILENT',
      `没有说明为何缺少：${silent.map(({ id, title }) => `${id}（${title}）`).join('、')}`,
      '在 absent 写明原因：undisclosed 未公开、not-applicable 不适用、not-attached 图表未附、not-collected 本站未收到',
      'notice',
    );

  const first = report.meta.history[0]?.date;
  report.meta.findings.forEach(({ since }, index) => {
    if (since !== undefined && first !== undefined && since < first)
      inMeta(
        ['findings', index, 'since'],
        'SINCE-EARLY',
        `差异登记于 ${since}，早于报告首次收录的 ${first}`,
        `写成 ${first} 或以后的日期，或改正 history`,
      );
  });

  const ids = report.meta.sources.map(({ id }) => id);
  report.meta.sources.forEach((source, index) => {
    if (ids.indexOf(source.id) !== index)
      inMeta(['sources', index, 'id'], 'KEY-DUPLICATE', `来源标识“${source.id}”重复`, '每个来源用不同的标识');
    if (source.supersedes && ids.indexOf(source.supersedes) >= index)
      inMeta(
        ['sources', index, 'supersedes'],
        'SOURCE-ORDER',
        `来源“${source.id}”只能取代排在它前面的来源`,
        '按发布先后排列来源',
      );
    if (source.supersedes && !ids.includes(source.supersedes))
      inMeta(
        ['sources', index, 'supersedes'],
        'SOURCE-UNKNOWN',
        `取代的来源“${source.supersedes}”不存在`,
        `可用：${ids.join('、')}`,
      );
    if ((source.ledger !== 'none') !== report.ledgers.has(source.id)) {
      const problem =
        source.ledger === 'none'
          ? `来源“${source.id}”写明没有台账，却有 ledger/${source.id}.csv`
          : `来源“${source.id}”的台账 ledger/${source.id}.csv 不存在`;
      inMeta(
        ['sources', index, 'ledger'],
        'LEDGER-FILE',
        problem,
        '用 npm run figures 生成台账，或改正 ledger 一项（complete、partial、none）',
      );
    }
  });
  for (const ledger of report.ledgers.values()) {
    if (!ids.includes(ledger.source))
      issues.push({
        severity: 'error',
        file: ledger.path,
        rule: 'SOURCE-UNKNOWN',
        problem: `report.yaml 没有来源“${ledger.source}”`,
        remedy: `台账文件名应是来源标识之一：${ids.join('、')}`,
      });
  }
  for (const csv of report.tables.values()) issues.push(...checkItems(csv, report));
  issues.push(...checkCodes([...report.tables.values()], reference));
  return issues;
}

function checkItems(csv: CsvTable, report: Report): Issue[] {
  const issues: Issue[] = [];
  const { table } = csv;
  const rows = new Set(csv.rows.map(({ values }) => itemOf(table, values)));
  const projects = report.tables.get('projects')?.rows.map(({ values }) => values['project']!);
  for (const { line, values } of csv.rows) {
    const add = (column: string, rule: string, problem: string, remedy: string) =>
      issues.push({
        severity: 'error',
        file: csv.path,
        line,
        column: columnIndex(csv, column),
        rule,
        problem,
        remedy,
        found: values[column],
      });
    if (table.items) {
      const item = values['item']!;
      if (!Object.hasOwn(table.items, item) && !values['name']) {
        add(
          'item',
          'ITEM-UNKNOWN',
          `${table.title}表没有“${item}”这一项`,
          `可用：${Object.entries(table.items)
            .map(([id, { name }]) => `${id}（${name}）`)
            .join('、')}；若是报告自列的项目，请在 name 列写明名称`,
        );
      }
      const parent = values['parent'];
      if (parent && !Object.hasOwn(table.items, parent) && ![...rows].some((row) => row.split('.').at(-1) === parent))
        add('parent', 'PARENT-UNKNOWN', `上级项目“${parent}”不存在`, '填本表的项目代号');
    } else if (table.parent) {
      const parent = values[table.parent];
      if (parent && ![...rows].some((row) => row.split('.')[0] === parent))
        add(table.parent, 'PARENT-UNKNOWN', `上级“${parent}”不存在`, '填本表某一行的标识');
    }
    const scope = table.id === 'projects' ? undefined : ['project', 'scope'].find((name) => table.key.includes(name));
    if (scope && projects && values[scope] !== WHOLE && !projects.includes(values[scope]!)) {
      add(
        scope,
        'PROJECT-UNKNOWN',
        `项目“${values[scope]}”不在 projects.csv 中`,
        `填项目标识，或 ${WHOLE}（部门整体）；可用：${[...new Set(projects)].join('、')}`,
      );
    }
  }
  return issues;
}

/** One notice for each code that no list has, at its first place. */
function checkCodes(tables: readonly CsvTable[], reference: Reference): Issue[] {
  const found = new Map<string, Issue & { readonly places: string[] }>();
  for (const csv of tables) {
    const { classification } = csv.table;
    if (!classification) continue;
    for (const { line, values } of csv.rows) {
      const code = values['code'] ?? '';
      if (!/^[0-9]+$/.test(code) || reference[classification].has(code)) continue;
      const key = `${classification} ${code}`;
      const known = found.get(key);
      if (known) known.places.push(`${csv.table.id}.csv:${line}`);
      else
        found.set(key, {
          severity: 'notice',
          file: csv.path,
          line,
          column: columnIndex(csv, 'code'),
          rule: 'CODE-UNKNOWN',
          problem: `科目编码 ${code}（${values['name'] ?? ''}）不在 data/classification 的名录中`,
          remedy: '请核对；若报告确实印出，可以保留，页面会注明名称取自报告',
          found: code,
          places: [],
        });
    }
  }
  return [...found.values()].map(({ places, problem, ...issue }) => ({
    ...issue,
    problem:
      places.length === 0
        ? problem
        : `${problem}，另有 ${places.length} 处（${places[0]}${places.length > 1 ? ' 等' : ''}）`,
  }));
}
