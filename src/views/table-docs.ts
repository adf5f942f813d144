/** Documentation of the tables, from their declarations and the published reports. */
import { RULE_TEXTS, type RuleText } from '../checks/catalogue.ts';
import type { Relation } from '../checks/result.ts';
import { parseExpression } from '../figures/expression.ts';
import { reportsOf, type Site } from '../site/site.ts';
import { tableById } from '../tables/index.ts';
import type { Column, KindName } from '../tables/kinds.ts';
import type { Row, TableDeclaration } from '../tables/table.ts';
import { reportPath } from './paths.ts';

/** Names of the kinds of columns, with how their values are written. */
export const KIND_TEXTS: Readonly<Record<KindName, { readonly name: string; readonly says: string }>> = {
  amount: { name: '金额', says: '万元，精确的十进制小数；不写千位分隔符，红字记负数' },
  count: { name: '个数', says: '0 或正整数，不带小数' },
  percent: { name: '百分数', says: '98.81% 只写 98.81' },
  number: { name: '数值', says: '十进制数，单位另有一列' },
  year: { name: '年度', says: '四位数字，如 2022' },
  operator: { name: '比较符号', says: '说明印出的数是界限还是约数；就是这个数时可空' },
  text: { name: '文字', says: '一行以内，前后没有空格' },
  code: { name: '编码', says: '固定的写法，不能自拟' },
  date: { name: '日期', says: '2022-12-31；没有印出月、日时写 2022-12 或 2022' },
  enum: { name: '选项', says: '从列出的值里取一个' },
  key: { name: '标识', says: '组成单元地址：文字、数字、“-”、“_”，不含空格和标点' },
};

export interface ColumnDoc {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly kind: string;
  readonly unit: string;
  /** Columns that complete a quantity, in words; empty when there are none. */
  readonly beside: string;
  readonly required: boolean;
  readonly inKey: boolean;
  readonly values: readonly { readonly value: string; readonly meaning: string }[];
}

export interface ItemDoc {
  readonly code: string;
  readonly name: string;
  readonly partOf: readonly { readonly code: string; readonly name: string; readonly how: string }[];
}

export interface SampleDoc {
  readonly report: string;
  readonly href: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface TableDoc {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly row: string;
  readonly key: readonly string[];
  /** Curated by hand; otherwise the build makes it. */
  readonly curated: boolean;
  readonly columns: readonly ColumnDoc[];
  /** Columns that the file over all reports has in front. */
  readonly added: readonly ColumnDoc[];
  readonly items: readonly ItemDoc[];
  /** A report may add items of its own. */
  readonly ownItems: boolean;
  /** Sums besides those of the item tree, in words. */
  readonly sums: readonly string[];
  readonly rules: readonly RuleText[];
  readonly sample: SampleDoc | undefined;
  /** Number of reports that have it; all of them for a table that the build makes. */
  readonly reports: number;
  readonly csv: string;
  readonly excel: string;
}

/** A file over all reports: its columns and rows. */
export interface DocSource {
  readonly table: TableDeclaration;
  readonly rows: readonly Row[];
}

const SAMPLE_ROWS = 3;

/** Documentation of every published file over all reports, curated tables first, in the order of the declarations. */
export function tableDocs(site: Site, sources: readonly DocSource[]): TableDoc[] {
  const readers = readersOf(reportsOf(site).flatMap(({ checked }) => checked.relations));
  const docs = sources.map((source): TableDoc => {
    const { id } = source.table;
    const table = tableById(id) ?? source.table;
    const curated = table !== source.table;
    const column = (owner: TableDeclaration) => (name: string) => columnDoc(owner, name);
    const added = Object.keys(source.table.columns).filter((name) => !(name in table.columns));
    const holders = reportsOf(site).filter(({ checked }) => !curated || checked.report.tables.has(id));
    return {
      id,
      title: table.title,
      about: table.about,
      row: table.row,
      key: table.key,
      curated,
      columns: Object.keys(table.columns).map(column(table)),
      added: added.map(column(source.table)),
      items: itemDocs(table),
      ownItems: table.items !== undefined && 'parent' in table.columns,
      sums: sumTexts(table),
      rules: RULE_TEXTS.filter((rule) => sumOwner(rule.id) === id || readers.get(rule.id)?.has(id)),
      sample: sampleDoc(site, source),
      reports: holders.length,
      csv: `data/all/${id}.csv`,
      excel: `data/all/${id}.excel.csv`,
    };
  });
  return [...docs.filter(({ curated }) => curated), ...docs.filter(({ curated }) => !curated)];
}

/** The table whose sum a rule checks: SUM-INCOME-FUNCTIONAL-ROW belongs to income-functional and not to income. */
function sumOwner(rule: string): string | undefined {
  const words = rule.toLowerCase().split('-').slice(1);
  const ids = words.map((_, index) => words.slice(0, words.length - index).join('-'));
  return rule.startsWith('SUM-') ? ids.find((id) => tableById(id)) : undefined;
}

/** By rule, the tables whose cells it was evaluated with. Sums have their own table. */
function readersOf(relations: readonly Relation[]): Map<string, Set<string>> {
  const readers = new Map<string, Set<string>>();
  for (const { rule, subject, operands } of relations) {
    const expression = parseExpression(subject);
    const cells = [...operands, ...(typeof expression === 'string' ? [] : expression.cells)];
    const tables = readers.get(rule) ?? new Set();
    for (const address of cells) tables.add(address.split('/')[0]!);
    readers.set(rule, tables);
  }
  return readers;
}

/** What one declared column holds, in words. */
export function columnDoc(table: TableDeclaration, id: string): ColumnDoc {
  const { name, about, kind, unit = '', required, values = {}, ...column }: Column = table.columns[id]!;
  const beside = [
    ['单位', column.unitFrom],
    ['符号', column.operatorFrom],
    ['上限', column.highFrom],
    ['文字', column.textFrom],
  ].flatMap(([what, where]) => (where ? [`${what}在 ${where} 列`] : []));
  return {
    id,
    name,
    about,
    kind: KIND_TEXTS[kind].name,
    unit,
    required,
    beside: beside.join('，'),
    inKey: table.key.includes(id),
    values: Object.entries(values).map(([value, meaning]) => ({ value, meaning })),
  };
}

function itemDocs(table: TableDeclaration): ItemDoc[] {
  const items = Object.entries(table.items ?? {});
  return items.map(([code, { name }]) => ({
    code,
    name,
    partOf: items.flatMap(([whole, item]) =>
      (item.partitions ?? [])
        .filter(({ parts }) => parts.includes(code))
        .map(({ id, optional }) => ({
          code: whole,
          name: item.name,
          how: [id ? '另一种分法' : '', optional?.includes(code) ? '可缺' : ''].filter((text) => text).join('，'),
        })),
    ),
  }));
}

function sumTexts(table: TableDeclaration): string[] {
  const name = (column: string) => table.columns[column]!.name;
  const last = table.key.at(-1)!;
  return [
    ...(table.classification ? ['下级科目相加等于上级科目，级次由编码的位数看出。'] : []),
    ...Object.entries(table.groups ?? {}).map(
      ([whole, { parts, optional }]) =>
        `${whole} = ${parts.join(' + ')}${optional ? '，没有印出的按 0 计；只印出一个部分而小于整体时无法核对' : ''}。`,
    ),
    ...Object.entries(table.across ?? {}).map(
      ([whole, parts]) => `每一行：${name(whole)} = ${parts.map(name).join(' + ')}，没有印出的按 0 计。`,
    ),
    ...(table.sumOverLastKey ? [`${name(last)}填了的各行相加，等于${name(last)}空着的那一行。`] : []),
  ];
}

/** The first rows of the first report that has the table, under the header that its file has there. */
function sampleDoc(site: Site, { table, rows }: DocSource): SampleDoc | undefined {
  const of = (row: Row | undefined) => `${row?.['department']} ${row?.['year']}`;
  const first = reportsOf(site).find(
    ({ checked: { report } }) => `${report.department} ${report.year}` === of(rows[0]),
  );
  if (!first) return undefined;
  const { report } = first.checked;
  const curated = report.tables.get(table.id);
  const header = curated?.header ?? Object.keys(table.columns);
  return {
    report: `${first.department.meta.short} ${report.year}`,
    href: `${reportPath(report)}${curated ? `#${table.id}` : ''}`,
    header,
    rows: rows
      .slice(0, SAMPLE_ROWS)
      .filter((row) => of(row) === of(rows[0]))
      .map((row) => header.map((column) => row[column] ?? '')),
  };
}
