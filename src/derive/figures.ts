/** Every cell of all reports, with the places that print it. */
import type { CheckedReport } from '../checks/check.ts';
import { reportsOf, type Site } from '../site/site.ts';
import { number, operator, text } from '../tables/kinds.ts';
import { tableById } from '../tables/index.ts';
import { defineTable, itemOf, nameOf, primaryMeasures } from '../tables/table.ts';
import type { Record_ } from './csv.ts';
import { where, type Dataset } from './dataset.ts';
import type { Words } from './presented.ts';

export const figuresTable = defineTable({
  id: 'figures',
  title: '全部单元',
  about: '所有报告的所有单元，一个数一行，附印出它的位置。',
  row: '一个单元',
  key: ['department', 'year', 'cell'],
  columns: {
    ...where,
    cell: text('单元', '表/项目/计量', { required: true }),
    table: text('表', '表的标识', { required: true }),
    item: text('项目', '行的标识', { required: true }),
    item_name: text('项目名称', '行的中文名称', { required: true }),
    measure: text('计量', '列的标识', { required: true }),
    operator: operator('符号', '印出的数是界限还是约数；就是这个数时可空'),
    value: number('数值', '照印的数；金额以万元计', { required: true }),
    value_high: number('上限', '区间的上限'),
    qualifier: text('限定', '限定语'),
    unit: text('单位', '照印的单位，金额为万元'),
    sources: text('位置', '印出它的各处，来源:位置.次序', { max: 4000 }),
  },
});

/** The Chinese names of what each figure stands in. */
const figuresWords: readonly Words[] = [
  {
    id: 'table_name',
    column: text('表名称', '表的中文名称'),
    beside: 'table',
    of: (row) => tableById(row['table']!)!.title,
  },
  {
    id: 'measure_name',
    column: text('计量名称', '列的中文名称'),
    beside: 'measure',
    of: (row) => tableById(row['table']!)!.columns[row['measure']!]!.name,
  },
];

/** The cells of one report, in the order of its tables. */
export function figureRows(checked: CheckedReport): Record_[] {
  const { report } = checked;
  return [...report.tables.values()].flatMap(({ table, rows }) =>
    rows.flatMap(({ values }) =>
      primaryMeasures(table).flatMap((measure): Record_[] => {
        const item = itemOf(table, values);
        const cell = report.cells.get(`${table.id}/${item}/${measure}`);
        if (!cell) return [];
        const { operatorFrom, highFrom } = table.columns[measure]!;
        const high = highFrom ? report.cells.get(`${table.id}/${item}/${highFrom}`) : undefined;
        const sources = [cell, high].flatMap((one) => (one ? (checked.places.get(one.address) ?? []) : []));
        return [
          {
            department: report.department,
            year: String(report.year),
            cell: cell.address,
            table: table.id,
            item,
            item_name: nameOf(table, values),
            measure,
            operator: operatorFrom ? (values[operatorFrom] ?? '') : '',
            value: cell.text,
            value_high: high?.text ?? '',
            qualifier: values['qualifier'] ?? '',
            unit: cell.unit,
            sources: [...new Set(sources)].join(' '),
          },
        ];
      }),
    ),
  );
}

export function figures(site: Site): Dataset {
  const rows = reportsOf(site).flatMap(({ checked }) => figureRows(checked));
  return { table: figuresTable, rows, words: figuresWords };
}
