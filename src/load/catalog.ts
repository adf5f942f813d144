/** Loads everything: reference lists, glossary, departments and their reports. */
import type { Issue } from '../messages/issue.ts';
import { departmentSchema, type DepartmentMeta } from '../tables/report.ts';
import { childrenOf, type DataFiles } from './files.ts';
import { loadReference, type Reference } from './reference.ts';
import { loadReport, type Report } from './report.ts';
import { readText } from './text.ts';
import { readYaml, type Locate } from './yaml.ts';

export interface Department {
  readonly id: string;
  readonly meta: DepartmentMeta;
  readonly locate: Locate;
  readonly path: string;
  /** By year, oldest first. */
  readonly reports: readonly Report[];
}

export interface Catalog {
  readonly reference: Reference;
  /** By id. */
  readonly departments: readonly Department[];
  /** Markdown by term file name. */
  readonly glossary: ReadonlyMap<string, string>;
}

const KNOWN = ['regions.csv', 'classification/', 'glossary/', 'departments/', 'LICENSE.md'];
const LISTS = ['functional.csv', 'economic.csv', 'name_changes.csv'];

/** Reads all files. Never throws on bad data: what is unusable is left out and named in the issues. */
export function loadCatalog(files: DataFiles): { catalog: Catalog; issues: Issue[] } {
  const { reference, issues } = loadReference(files);
  const error = (file: string, rule: string, problem: string, remedy: string) =>
    issues.push({ severity: 'error', file, rule, problem, remedy });

  for (const name of childrenOf(files, 'data/')) {
    if (!KNOWN.includes(name))
      error(`data/${name}`, 'FORM-FILE', '数据文件夹里没有约定这个名字', `可用：${KNOWN.join('、')}`);
  }
  for (const name of childrenOf(files, 'data/classification/')) {
    if (!LISTS.includes(name))
      error(`data/classification/${name}`, 'FORM-FILE', '名录文件夹里没有约定这个文件', `可用：${LISTS.join('、')}`);
  }

  const glossary = new Map<string, string>();
  for (const name of childrenOf(files, 'data/glossary/')) {
    const file = files.get(`data/glossary/${name}`);
    if (!file || !name.endsWith('.md')) {
      error(`data/glossary/${name}`, 'FORM-FILE', '名词文件夹里只放 Markdown 文件', '文件名写作 拼音.md');
      continue;
    }
    const { text, issues: faults } = readText(file);
    issues.push(...faults);
    if (text !== undefined) glossary.set(name.slice(0, -3), text);
  }

  const departments: Department[] = [];
  for (const name of childrenOf(files, 'data/departments/')) {
    const folder = `data/departments/${name}`;
    if (!name.endsWith('/')) {
      error(folder, 'FORM-FILE', 'departments 下只放部门文件夹', '移到某个部门的文件夹里，或删除');
      continue;
    }
    const id = name.slice(0, -1);
    if (!/^[0-9]{6}-[a-z0-9-]{1,40}$/.test(id)) {
      error(folder, 'FORM-FILE', '部门文件夹的名字应为“六位代码-小写字母或数字”', '改名，例如 510811-xzspj');
      continue;
    }
    const reports = loadReports(files, folder, id, issues);
    const file = files.get(`${folder}department.yaml`);
    if (!file) {
      error(
        `${folder}department.yaml`,
        'FORM-MISSING',
        '部门文件夹缺少 department.yaml',
        '写明部门全称、简称、行政区划代码与级次',
      );
      continue;
    }
    const { yaml, issues: faults } = readYaml(file, departmentSchema);
    issues.push(...faults);
    if (yaml) departments.push({ id, meta: yaml.value, locate: yaml.locate, path: file.path, reports });
  }
  if (childrenOf(files, 'data/departments/').length === 0)
    error('data/departments/', 'FORM-MISSING', '没有任何部门的数据', '检查 --data 指向的文件夹');
  return { catalog: { reference, departments, glossary }, issues };
}

function loadReports(files: DataFiles, folder: string, department: string, issues: Issue[]): Report[] {
  const reports: Report[] = [];
  for (const name of childrenOf(files, folder)) {
    if (name === 'department.yaml') continue;
    const year = /^([12][0-9]{3})\/$/.exec(name)?.[1];
    if (!year) {
      issues.push({
        severity: 'error',
        file: folder + name,
        rule: 'FORM-FILE',
        problem: '部门文件夹里只放 department.yaml 和年度文件夹（如 2022/）',
        remedy: '改名、移走或删除',
      });
      continue;
    }
    const read = loadReport(files, folder + name, department, Number(year));
    issues.push(...read.issues);
    if (read.report) reports.push(read.report);
  }
  return reports;
}
