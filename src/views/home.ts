/** What the home page and the lists of departments show. */
import type { CheckedDepartment } from '../checks/check.ts';
import { reportsOf, type Site } from '../site/site.ts';
import { ABSENT, GRADES, KINDS } from '../tables/report.ts';
import { findingViews } from './findings.ts';
import { numberView, type NumberView } from './numbers.ts';
import { departmentPath, reportPath } from './paths.ts';
import { regionNames } from './regions.ts';
import { proofView, type ProofView } from './report-facts.ts';
import { spentCell } from './report.ts';

/** What the site answers. */
export const QUESTION = '政府部门花了多少钱、花在哪里、前后是否一致';

export interface ReportRow {
  readonly year: number;
  readonly href: string;
  readonly kinds: string;
  readonly spent: NumberView | undefined;
  readonly spentName: string;
  readonly proof: ProofView;
  readonly findings: number;
  readonly absent: number;
}

export interface DepartmentRow {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly href: string;
  readonly regions: readonly string[];
  readonly reports: readonly ReportRow[];
}

export const LEVELS = { province: '省级', city: '市级', county: '县级', township: '乡镇级' } as const;

export interface DepartmentView extends DepartmentRow {
  /** What is known of the department, in order; what is not known is left out. */
  readonly facts: readonly { readonly name: string; readonly text: string; readonly href?: string | undefined }[];
}

export interface NewsItem {
  readonly explanation: string;
  readonly report: string;
  readonly href: string;
}

export interface HomeView {
  /** Findings that bear on a conclusion, latest years first. */
  readonly news: readonly NewsItem[];
  readonly departments: readonly DepartmentRow[];
  readonly totals: {
    readonly reports: number;
    readonly cells: number;
    readonly figures: number;
    readonly proven: number;
    readonly findings: number;
  };
}

export function homeView(site: Site): HomeView {
  const departments = site.departments.map((entry) => departmentRow(site, entry));
  const checked = site.departments.flatMap(({ reports }) => reports);
  const lines = checked.flatMap((one) => one.context.lines);
  return {
    departments,
    news: newsOf(site),
    totals: {
      reports: checked.length,
      cells: checked.reduce((sum, one) => sum + one.report.cells.size, 0),
      figures: lines.length,
      proven: lines.filter(({ status }) => status === 'agrees' || status === 'rounds').length,
      findings: checked.reduce((sum, one) => sum + one.report.meta.findings.length, 0),
    },
  };
}

function newsOf(site: Site): NewsItem[] {
  const all = reportsOf(site).toSorted((a, b) => b.checked.report.year - a.checked.report.year);
  return all.flatMap(({ department, checked }) =>
    findingViews(checked)
      .filter(({ grade }) => grade === GRADES.conclusion)
      .map(({ explanation, id }) => ({
        explanation,
        report: `${department.meta.short} ${checked.report.year}`,
        href: `${reportPath(checked.report)}#finding-${id}`,
      })),
  );
}

export function departmentRow(site: Site, { department, reports }: CheckedDepartment): DepartmentRow {
  return {
    id: department.id,
    name: department.meta.name,
    short: department.meta.short,
    href: departmentPath(department.id),
    regions: regionNames(site, department.meta.region),
    reports: reports.map((checked): ReportRow => {
      const spent = spentCell(checked);
      return {
        year: checked.report.year,
        href: reportPath(checked.report),
        kinds: checked.report.meta.kinds.map((kind) => KINDS[kind]).join('、'),
        spent: spent && numberView(checked, spent),
        spentName: spent?.name ?? '',
        proof: proofView(checked),
        findings: checked.report.meta.findings.length,
        absent: checked.report.meta.absent.filter(({ reason }) => reason in ABSENT).length,
      };
    }),
  };
}

export function departmentView(site: Site, entry: CheckedDepartment): DepartmentView {
  const { meta } = entry.department;
  const row = departmentRow(site, entry);
  const former = meta.former_names.map(({ name, until }) => (until ? `${name}（至 ${until}）` : name));
  const facts = [
    { name: '全称', text: meta.name },
    { name: '地区', text: row.regions.join(' › ') },
    { name: '级次', text: LEVELS[meta.level] },
    { name: '上级', text: meta.superior ?? '' },
    { name: '下属单位', text: meta.subordinates.join('、') },
    { name: '曾用名', text: former.join('、') },
    { name: '职责', text: meta.duties.join('、') },
    { name: '网站', text: meta.website ?? '', href: meta.website },
  ];
  return { ...row, facts: facts.filter(({ text }) => text !== '') };
}
