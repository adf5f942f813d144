/** Loads one report: a department's folder for one fiscal year. */
import { hasErrors, type Issue } from '../messages/issue.ts';
import { TABLES, tableById } from '../tables/index.ts';
import { reportSchema, type ReportMeta } from '../tables/report.ts';
import { cellsOf, type Cell } from './cells.ts';
import { readCsv, type CsvTable } from './csv.ts';
import { childrenOf, type DataFiles } from './files.ts';
import { loadLedger, type Ledger } from './ledger.ts';
import { readText } from './text.ts';
import { readYaml, type Locate } from './yaml.ts';

export interface Report {
  readonly department: string;
  readonly year: number;
  /** Folder with a closing “/”. */
  readonly folder: string;
  readonly meta: ReportMeta;
  readonly locate: Locate;
  /** By table id, in the order of the declarations. */
  readonly tables: ReadonlyMap<string, CsvTable>;
  readonly cells: ReadonlyMap<string, Cell>;
  /** By source id. */
  readonly ledgers: ReadonlyMap<string, Ledger>;
  /** Ids of tables (and `ledger`) whose file has faults: what follows from those is not reported as well. */
  readonly faulty: ReadonlySet<string>;
  /** Markdown; empty when the report has no notes. */
  readonly notes: string;
}

/** Reads every file of a report's folder. The report is undefined only when its `report.yaml` is unusable. */
export function loadReport(
  files: DataFiles,
  folder: string,
  department: string,
  year: number,
): { report: Report | undefined; issues: Issue[] } {
  const issues: Issue[] = [];
  const error = (file: string, rule: string, problem: string, remedy: string) =>
    issues.push({ severity: 'error', file, rule, problem, remedy });

  const tables = new Map<string, CsvTable>();
  const ledgers = new Map<string, Ledger>();
  const faulty = new Set<string>();
  let notes = '';
  for (const name of childrenOf(files, folder)) {
    if (name === 'report.yaml' || name === 'ledger/') continue;
    const path = folder + name;
    const table = tableById(name.replace(/\.csv$/, ''));
    if (name === 'notes.md') {
      const read = readText(files.get(path)!);
      issues.push(...read.issues);
      notes = withoutComments(read.text ?? '') === '' ? '' : read.text!;
    } else if (name.endsWith('.csv') && table) {
      const read = readCsv(files.get(path)!, table);
      issues.push(...read.issues);
      if (hasErrors(read.issues)) faulty.add(table.id);
      if (read.csv) tables.set(table.id, read.csv);
    } else {
      const list = TABLES.map((known) => `${known.id}.csv`).join('、');
      error(
        path,
        'FORM-FILE',
        '报告文件夹里没有约定这个文件',
        `可用的文件：report.yaml、notes.md、${list}、ledger/来源.csv`,
      );
    }
  }
  for (const name of childrenOf(files, `${folder}ledger/`)) {
    const path = `${folder}ledger/${name}`;
    const source = name.replace(/\.csv$/, '');
    if (name === source || name.endsWith('/')) {
      error(path, 'FORM-FILE', '台账文件夹里只放 CSV 文件', '文件名写作 ledger/来源标识.csv');
      continue;
    }
    const read = loadLedger(files.get(path)!, source);
    issues.push(...read.issues);
    if (hasErrors(read.issues)) faulty.add('ledger');
    if (read.ledger) ledgers.set(source, read.ledger);
  }

  const file = files.get(`${folder}report.yaml`);
  if (!file) {
    error(
      `${folder}report.yaml`,
      'FORM-MISSING',
      '缺少 report.yaml',
      '每个年度文件夹都要有 report.yaml，写明来源、口径与未公开的表',
    );
    return { report: undefined, issues };
  }
  const { yaml, issues: faults } = readYaml(file, reportSchema);
  issues.push(...faults);
  if (!yaml) return { report: undefined, issues };
  const ordered = new Map(TABLES.flatMap(({ id }) => (tables.has(id) ? [[id, tables.get(id)!] as const] : [])));
  const cells = new Map([...ordered.values()].flatMap(cellsOf).map((cell) => [cell.address, cell]));
  return {
    report: {
      department,
      year,
      folder,
      meta: yaml.value,
      locate: yaml.locate,
      tables: ordered,
      cells,
      ledgers,
      faulty,
      notes,
    },
    issues,
  };
}

/** What a reader of Markdown sees: a new report's notes hold only a comment for the curator, and so are none. */
function withoutComments(text: string): string {
  return text.replace(/<!--.*?-->/gs, '').trim();
}
