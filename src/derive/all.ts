/** The files that hold all reports: one per table, figures, ledger, findings. */
import { identity } from '../checks/result.ts';
import { KIND_NAMES, kindOf } from '../views/findings.ts';
import { findingsOfLine } from '../views/ledger.ts';
import { RESULT_NAMES } from '../views/results.ts';
import { reportsOf, type Site } from '../site/site.ts';
import { choice, number, text, type Column } from '../tables/kinds.ts';
import { ledgerTable } from '../tables/ledger.ts';
import { defineTable, itemOf, nameOf, primaryMeasures, type TableDeclaration } from '../tables/table.ts';
import type { Record_ } from './csv.ts';

export interface Dataset {
  readonly table: TableDeclaration;
  readonly rows: readonly Record_[];
}

const where: Readonly<Record<string, Column>> = {
  department: text('部门', '部门标识'),
  year: text('年度', '财政年度'),
};

/** One table of all reports, `department,year` in front, every declared column. */
export function allRows(site: Site, table: TableDeclaration): Dataset {
  const rows = reportsOf(site).flatMap(({ checked: { report } }) =>
    (report.tables.get(table.id)?.rows ?? []).map(({ values }) => ({
      department: report.department,
      year: String(report.year),
      ...values,
    })),
  );
  return { table: { ...table, columns: { ...where, ...table.columns } }, rows };
}

const figuresTable = defineTable({
  id: 'figures',
  title: '全部单元',
  about: '所有报告的所有单元，一个数一行，附印出它的位置。',
  row: '一个单元',
  key: ['department', 'year', 'cell'],
  columns: {
    ...where,
    cell: text('单元', '表/项目/计量'),
    table: text('表', '表的标识'),
    item: text('项目', '行的标识'),
    item_name: text('项目名称', '行的中文名称'),
    measure: text('计量', '列的标识'),
    operator: text('符号', '≥、≤、>、<、≈'),
    value: number('数值', '照印的数；金额以万元计'),
    value_high: number('上限', '区间的上限'),
    qualifier: text('限定', '限定语'),
    unit: text('单位', '照印的单位，金额为万元'),
    sources: text('位置', '印出它的各处，来源:位置.次序'),
  },
});

export function figures(site: Site): Dataset {
  const rows = reportsOf(site).flatMap(({ checked }) => {
    const { report } = checked;
    return [...report.tables.values()].flatMap(({ table, rows: tableRows }) =>
      tableRows.flatMap(({ values }) =>
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
  });
  return { table: figuresTable, rows };
}

const allLedgerTable = defineTable({
  id: 'ledger',
  title: '全部台账',
  about: '所有文件印出的所有数字，一个数一行，附核对结果。',
  row: ledgerTable.row,
  key: ['department', 'year', 'source', 'at', 'n'],
  columns: {
    ...where,
    source: text('来源', '来源标识'),
    at: ledgerTable.columns.at,
    n: ledgerTable.columns.n,
    section: ledgerTable.columns.section,
    printed: text('印出', '照印的数字'),
    sign: ledgerTable.columns.sign,
    unit: ledgerTable.columns.unit,
    states: ledgerTable.columns.states,
    status: choice('结果', '多个说明取最差的', {
      agrees: '相符',
      rounds: '舍入内',
      differs: '不符',
      unchecked: '无法核对',
      ignored: '不计',
    }),
    finding: text('差异', '登记的差异标识，空格分隔'),
    ignored: ledgerTable.columns.ignored,
    note: ledgerTable.columns.note,
  },
});

export function ledger(site: Site): Dataset {
  const rows = reportsOf(site).flatMap(({ checked }) =>
    [...checked.lines.values()].flat().map((line): Record_ => {
      const { source, at, n, section, printed, sign, unit, ignored, note } = line.row;
      const states = line.row.states.map((expression) => expression.text).join(';');
      const [department, year] = [checked.report.department, String(checked.report.year)];
      return {
        department,
        year,
        source,
        at,
        n,
        section,
        printed,
        sign,
        unit,
        states,
        status: line.status,
        finding: findingsOfLine(checked, line).join(' '),
        ignored,
        note,
      };
    }),
  );
  return { table: allLedgerTable, rows };
}

const findingsTable = defineTable({
  id: 'findings',
  title: '全部差异',
  about: '所有登记的差异，每处一行：两边的数、相差、位置、说明与部门答复。依据文本副本，可能含识别误差。',
  row: '一条差异的一处',
  key: ['department', 'year', 'finding', 'occurrence'],
  columns: {
    finding: text('差异', '差异标识'),
    occurrence: number('处', '本条差异的第几处'),
    ...where,
    rule: text('规则', '规则代号'),
    subject: text('对象', '单元地址或派生式'),
    kind: choice('类别', '差异由什么查出', KIND_NAMES),
    grade: choice('等级', '影响结论、需要说明、笔误或尾差', {
      conclusion: '影响结论',
      explain: '需要说明',
      slip: '笔误或尾差',
    }),
    at: text('位置', '来源:位置，空格分隔'),
    left: text('一方', '印出的数'),
    right: text('另一方', '单元、计算值或各部分之和'),
    difference: number('相差', '两数之差的绝对值；读出来的差异没有'),
    unit: text('单位', '两数的单位'),
    explanation: text('说明', '中性说明'),
    response: text('答复', '部门答复'),
  },
});

export function findings(site: Site): Dataset {
  const rows = reportsOf(site).flatMap(({ checked }) =>
    checked.report.meta.findings.flatMap((finding) =>
      checked.findings
        .filter((entry) => entry.finding === finding.id)
        .map((entry, index): Record_ => ({
          finding: finding.id,
          occurrence: String(index + 1),
          department: checked.report.department,
          year: String(checked.report.year),
          rule: entry.rule,
          subject: entry.subject,
          kind: kindOf(entry.rule),
          grade: finding.grade,
          at: entry.at.join(' '),
          left: entry.left,
          right: entry.right,
          difference: entry.difference,
          unit: entry.unit,
          explanation: finding.explanation,
          response: finding.reply?.text ?? '',
        })),
    ),
  );
  return { table: findingsTable, rows };
}

const relationsTable = defineTable({
  id: 'relations',
  title: '全部核对',
  about: '每一条核对过的关系：合计、比率、重复印出的数、两项之间的关系，及其结果。',
  row: '一条核对过的关系',
  key: ['department', 'year', 'rule', 'subject', 'left', 'right'],
  columns: {
    ...where,
    rule: text('规则', '规则代号，说明见方法页'),
    subject: text('对象', '单元地址或派生式', { max: 4000 }),
    result: choice('结果', '核对的结果', RESULT_NAMES),
    left: text('一方', '左边的数'),
    right: text('另一方', '右边的数，无法核对时为空'),
    difference: number('相差', '两数之差的绝对值'),
    operands: text('相关单元', '参与核对的其他单元，空格分隔', { max: 4000 }),
    finding: text('差异', '登记的差异标识'),
  },
});

export function relations(site: Site): Dataset {
  const rows = reportsOf(site).flatMap(({ checked }) => {
    const declared = new Map(checked.findings.map((entry) => [identity(entry), entry.finding]));
    return checked.relations.map((relation): Record_ => ({
      department: checked.report.department,
      year: String(checked.report.year),
      rule: relation.rule,
      subject: relation.subject,
      result: relation.result,
      left: relation.left,
      right: relation.right,
      difference: relation.difference,
      operands: relation.operands.join(' '),
      finding: declared.get(identity(relation)) ?? '',
    }));
  });
  return { table: relationsTable, rows };
}
