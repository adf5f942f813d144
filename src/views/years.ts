/** A department's years side by side: a few main figures, as each report prints them. */
import type { CheckedDepartment, CheckedReport } from '../checks/check.ts';
import { firstCell, RECEIVED, SPENT } from './headline.ts';
import { numberView, type NumberView } from './numbers.ts';

export interface YearRow {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly numbers: readonly (NumberView | undefined)[];
}

export interface YearsView {
  readonly years: readonly number[];
  readonly rows: readonly YearRow[];
}

const LINES: readonly {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly addresses: readonly string[];
}[] = [
  { key: 'spent', name: '支出', unit: '万元', addresses: SPENT },
  { key: 'received', name: '收入', unit: '万元', addresses: RECEIVED },
  { key: 'basic', name: '基本支出', unit: '万元', addresses: ['expenditure/basic/final', 'fiscal/basic/final'] },
  { key: 'project', name: '项目支出', unit: '万元', addresses: ['expenditure/project/final', 'fiscal/project/final'] },
  { key: 'three-public', name: '“三公”经费', unit: '万元', addresses: ['three-public/total/final'] },
  { key: 'agency-operation', name: '机关运行经费', unit: '万元', addresses: ['operating/agency-operation/final'] },
  { key: 'staff', name: '实有人数', unit: '人', addresses: ['staff/total/actual'] },
];

/** Rows that at least one year states; years oldest first. */
export function yearsView({ reports }: CheckedDepartment): YearsView {
  const number = (checked: CheckedReport, addresses: readonly string[]) => {
    const cell = firstCell(checked, addresses);
    return cell && { ...numberView(checked, cell), findings: [] };
  };
  const rows = LINES.map(({ key, name, unit, addresses }) => ({
    key,
    name,
    unit,
    numbers: reports.map((checked) => number(checked, addresses)),
  }));
  return {
    years: reports.map(({ report }) => report.year),
    rows: rows.filter(({ numbers }) => numbers.some((one) => one !== undefined)),
  };
}
