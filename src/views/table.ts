/** What a page shows of one curated table: columns in use, rows with their depth, numbers with their proof. */
import { attainment } from '../checks/attainment.ts';
import type { CheckedReport } from '../checks/check.ts';
import type { CsvRow, CsvTable } from '../load/csv.ts';
import type { Reference } from '../load/reference.ts';
import { WHOLE } from '../checks/references.ts';
import { isNumeric } from '../tables/kinds.ts';
import { itemOf, nameOf, type TableDeclaration } from '../tables/table.ts';
import { ATTAINMENT_NAMES } from './attainment.ts';
import { numberView } from './numbers.ts';
import { groupView, type CellView, type ColumnView, type GroupView, type RowView } from './row-group.ts';
import { SHARE_BASES, shareOf } from './shares.ts';

export interface TableView {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Unit of all fixed-unit money columns, if any. */
  readonly unit: string;
  readonly labelName: string;
  readonly columns: readonly ColumnView[];
  readonly groups: readonly GroupView[];
  /** Header of the share column: of what the shares are. Empty when the table has none. */
  readonly shareOf: string;
  /** Rows stand under one another, as items or codes do. */
  readonly tree: boolean;
}

export type Doubt = (code: string, classification: 'functional' | 'economic') => string | undefined;

/** Says of a code that it stands in no list, or in one from memory. */
export function doubtOf(reference: Pick<Reference, 'functional' | 'economic'>): Doubt {
  return (code, classification) => {
    const known = reference[classification].get(code);
    if (!known) return '名称依报告';
    return ['recalled', 'inferred'].includes(known.certainty) ? '编码待核' : undefined;
  };
}

export function tableView(checked: CheckedReport, csv: CsvTable, doubt: Doubt): TableView {
  const { table } = csv;
  const columns = columnsOf(csv);
  const rowViews = csv.rows.map((row) => ({ row, view: rowView(checked, csv, row, columns, doubt) }));
  const groupKeys = table.groupBy ? [...new Set(csv.rows.map((row) => row.values[table.groupBy!] ?? ''))] : [''];
  const shown = table.id === 'indicators' ? [...columns, ATTAINMENT_COLUMN] : columns;
  const groups = groupKeys.map((key) =>
    groupView(
      key === '' ? table.id : `${table.id}-${key}`,
      key === '' ? table.title : groupTitle(checked, table, key),
      shown,
      rowViews.filter(({ row }) => key === '' || row.values[table.groupBy!] === key).map(({ view }) => view),
      { isPart: key !== '', isTree: table.classification !== undefined },
    ),
  );
  const units = new Set(columns.filter((column) => column.numeric).map((column) => column.unit));
  return {
    id: table.id,
    title: table.title,
    about: table.about,
    unit: units.size === 1 ? [...units][0]! : units.has('万元') ? '万元' : '',
    labelName: table.label ? (table.columns[table.label]?.name ?? '名称') : '项目',
    columns: shown,
    groups,
    tree: table.items !== undefined || table.classification !== undefined,
    shareOf: rowViews.some(({ view }) => view.share !== undefined) ? `占${SHARE_BASES[table.id]!.name}` : '',
  };
}

/** Columns that some row fills, less those that only make up keys, labels and quantities. */
function columnsOf(csv: CsvTable): ColumnView[] {
  const { table } = csv;
  const auxiliary = new Set<string | undefined>([
    ...table.key,
    table.label,
    table.parent,
    table.groupBy,
    'name',
    'parent',
    'note',
    ...(table.under ?? []),
    ...(table.unseen ?? []),
  ]);
  if (table.key.includes('role')) auxiliary.delete('role');
  for (const column of Object.values(table.columns)) {
    for (const name of [column.unitFrom, column.operatorFrom, column.highFrom, column.textFrom]) auxiliary.add(name);
  }
  const used = (name: string) => csv.rows.some((row) => (row.values[name] ?? '') !== '');
  return Object.entries(table.columns)
    .filter(
      ([name, column]) =>
        !auxiliary.has(name) && (used(name) || (column.textFrom !== undefined && used(column.textFrom))),
    )
    .map(([id, column]) => ({ id, name: column.name, unit: column.unit ?? '', numeric: isNumeric(column) }));
}

function rowView(
  checked: CheckedReport,
  csv: CsvTable,
  row: CsvRow,
  columns: readonly ColumnView[],
  doubt: Doubt,
): RowView {
  const { table } = csv;
  const { values } = row;
  const item = itemOf(table, values);
  const code = table.classification && /^[0-9]+$/.test(values['code'] ?? '') ? values['code']! : '';
  const source = table.columns['source'] ? choiceName(table, 'source', values['source'] ?? '') : '';
  const label = source ? `其中：${source}` : nameOf(table, values);
  return {
    key: item,
    label,
    code,
    depth: depthOf(csv, row),
    cells: [
      ...columns.map((column) => cellView(checked, table, values, item, column)),
      ...(table.id === 'indicators' ? [attainmentCell(values)] : []),
    ],
    share: shareOf(checked, table, values, item),
    under: [(table.under ?? []).map((name) => values[name] ?? '').join(' › '), values['note'] ?? ''].filter((text) =>
      /[^ ›]/.test(text),
    ),
    doubt: code ? doubt(code, table.classification!) : undefined,
  };
}

/** Whether the indicator reaches its target, as the site judges it. */
const ATTAINMENT_COLUMN: ColumnView = { id: 'attainment', name: '结果', unit: '', numeric: false };

function attainmentCell(values: Readonly<Record<string, string>>): CellView {
  const met = attainment(values);
  return { column: 'attainment', text: ATTAINMENT_NAMES[met], tag: met };
}

function cellView(
  checked: CheckedReport,
  table: TableDeclaration,
  values: Readonly<Record<string, string>>,
  item: string,
  view: ColumnView,
): CellView {
  const column = table.columns[view.id]!;
  if (!view.numeric) {
    const text = values[view.id] ?? '';
    return { column: view.id, text: column.values?.[text] ?? text };
  }
  const cell = checked.report.cells.get(`${table.id}/${item}/${view.id}`);
  const text = column.textFrom ? values[column.textFrom] : '';
  if (!cell) return { column: view.id, text: text ?? '' };
  const high = column.highFrom ? checked.report.cells.get(`${table.id}/${item}/${column.highFrom}`) : undefined;
  return {
    column: view.id,
    number: numberView(checked, cell),
    operator: column.operatorFrom ? (values[column.operatorFrom] ?? '') : '',
    ...(high ? { high: numberView(checked, high) } : {}),
    unit: column.unitFrom ? cell.unit || '（未印单位）' : column.kind === 'percent' ? '%' : '',
    text: text ?? '',
  };
}

/** How deep a row stands under others: by code length, item tree, own parent, or as a part. */
function depthOf(csv: CsvTable, row: CsvRow): number {
  const { table } = csv;
  const { values } = row;
  if (table.classification) return codeDepth(values['code'] ?? '', table.groups !== undefined);
  if (values['source'] || values['part']) return 1;
  const parentColumn = table.parent ?? (table.items ? 'parent' : undefined);
  const own = parentColumn ? values[parentColumn] : undefined;
  if (table.items) {
    const depth = (item: string): number => {
      const above = Object.entries(table.items!).find(([, { partitions = [] }]) =>
        partitions.some(({ parts }) => parts.includes(item)),
      );
      return above ? 1 + depth(above[0]) : 0;
    };
    return table.items[values['item']!] ? depth(values['item']!) : own ? 1 + depth(own) : 0;
  }
  return own ? 1 : 0;
}

/** Totals 0, words in place of codes 1, then 类, 款, 项; below 人员 and 公用 one step deeper. */
function codeDepth(code: string, grouped: boolean): number {
  if (code === 'total' || code === 'basic') return 0;
  if (!/^[0-9]+$/.test(code)) return 1;
  return (code.length - 1) / 2 + (grouped ? 1 : 0);
}

function choiceName(table: TableDeclaration, column: string, value: string): string {
  return value === '' ? '' : (table.columns[column]!.values?.[value] ?? value);
}

/** The heading of a group of rows: a project, a fund, a topic. */
export function groupTitle(checked: CheckedReport, table: TableDeclaration, key: string): string {
  const name = choiceName(table, table.groupBy!, key);
  if (key === WHOLE) return '部门整体';
  const project = checked.report.tables
    .get('projects')
    ?.rows.find(({ values }) => values['project'] === key && !values['source']);
  return ['project', 'scope'].includes(table.groupBy!) ? (project?.values['name'] ?? name) : name;
}
