/** Reads a CSV file against a table declaration: syntax, columns, kinds, required fields, duplicate keys. */
import Papa from 'papaparse';
import type { Issue } from '../messages/issue.ts';
import { itemOf, type TableDeclaration } from '../tables/table.ts';
import type { DataFile } from './files.ts';
import { readText } from './text.ts';

export interface CsvRow {
  /** Line in the file, from 1. */
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

export interface CsvTable {
  readonly table: TableDeclaration;
  readonly path: string;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  /** The file's text, for publishing as curated. */
  readonly text: string;
}

/** The field's place in the file, from 1; 1 when the table has no such column. */
export function columnIndex(csv: Pick<CsvTable, 'header'>, column: string): number {
  return Math.max(0, csv.header.indexOf(column)) + 1;
}

/** Parses and checks one CSV file. Rows with a wrong number of fields are left out, all others are kept. */
export function readCsv(file: DataFile, table: TableDeclaration): { csv: CsvTable | undefined; issues: Issue[] } {
  const { text, issues } = readText(file);
  if (text === undefined) return { csv: undefined, issues };
  const add = (
    rule: string,
    line: number,
    column: number | undefined,
    problem: string,
    remedy: string,
    more: Partial<Issue> = {},
  ) => issues.push({ severity: 'error', file: file.path, line, column, rule, problem, remedy, ...more });

  if (!text.endsWith('\n'))
    add('FORM-CSV', text.split('\n').length, undefined, '文件末尾缺少换行', '在最后一行后加一个换行');
  const parsed = Papa.parse<string[]>(text.endsWith('\n') ? text.slice(0, -1) : text, {
    delimiter: ',',
    newline: '\n',
  });
  const quote = parsed.errors.find((error) => error.type === 'Quotes');
  if (quote) {
    const line = lineOfBrokenQuote(text);
    add(
      'FORM-CSV',
      line,
      undefined,
      `第 ${line} 行的引号没有成对`,
      '字段内的引号写两遍并给整个字段加引号，或删去多余的引号',
    );
    return { csv: undefined, issues };
  }
  const [header = [], ...body] = parsed.data;
  checkHeader(header, table, add);
  if (body.length === 0)
    add(
      'FORM-EMPTY',
      1,
      undefined,
      '只有表头，没有数据行',
      '填入数据，或删除这个文件并在 report.yaml 的 absent 中说明原因',
    );
  const known = header.map((name) => (Object.hasOwn(table.columns, name) ? table.columns[name] : undefined));

  const rows: CsvRow[] = [];
  const seen = new Map<string, number>();
  let line = 1 + (header.some((name) => name.includes('\n')) ? 1 : 0);
  for (const fields of body) {
    line += 1;
    if (fields.some((field) => field.includes('\n'))) {
      const column = fields.findIndex((field) => field.includes('\n')) + 1;
      add('FORM-CSV', line, column, '字段里有换行', '一行写完；多半是引号没有成对');
      line += fields.join('').split('\n').length - 1;
      continue;
    }
    if (fields.length === 1 && fields[0] === '') {
      add('FORM-CSV', line, undefined, '空行', '删去这一行');
      continue;
    }
    if (fields.length !== header.length) {
      const extra = fields.length > header.length ? '，多半是数字里的千位逗号或没有加引号的逗号' : '';
      add(
        'FORM-CSV',
        line,
        undefined,
        `这一行有 ${fields.length} 个字段，表头有 ${header.length} 个${extra}`,
        '让每行字段数与表头一致；含逗号的文字加引号',
        {
          found: String(fields.length),
          expected: String(header.length),
        },
      );
      continue;
    }
    const values: Record<string, string> = Object.create(null) as Record<string, string>;
    fields.forEach((value, index) => {
      const column = known[index];
      const name = header[index]!;
      values[name] = value;
      if (!column) return;
      if (value === '') {
        if (column.required)
          add('VALUE-REQUIRED', line, index + 1, `“${column.name}”（${name}）没有填`, column.about, { found: '' });
        return;
      }
      const result = column.schema.safeParse(value);
      if (!result.success) {
        const problem = result.error.issues[0]!.message;
        add(
          `VALUE-${column.kind.toUpperCase()}`,
          line,
          index + 1,
          `“${column.name}”（${name}）：${problem}`,
          `原文 ${JSON.stringify(value.slice(0, 60))}`,
          { found: value.slice(0, 200) },
        );
      }
    });
    const item = itemOf(table, values);
    const first = seen.get(item);
    if (first !== undefined) {
      add(
        'KEY-DUPLICATE',
        line,
        columnIndex({ header }, table.key[0]!),
        `“${item}”与第 ${first} 行重复`,
        `${table.title}表的 ${table.key.join('、')} 合起来不可重复，请合并或改正其中一行`,
        { found: item },
      );
      continue;
    }
    seen.set(item, line);
    rows.push({ line, values });
  }
  return { csv: { table, path: file.path, header, rows, text }, issues: capped(issues, file.path) };
}

/** Faults of one file beyond this many are counted, not listed. */
const MOST_ISSUES = 200;

type Add = (
  rule: string,
  line: number,
  column: number | undefined,
  problem: string,
  remedy: string,
  more?: Partial<Issue>,
) => void;

function checkHeader(header: readonly string[], table: TableDeclaration, add: Add): void {
  const names = Object.keys(table.columns);
  header.forEach((name, index) => {
    if (header.indexOf(name) !== index)
      add('FORM-COLUMN', 1, index + 1, `列“${name}”出现两次`, '删去重复的一列', { found: name });
    else if (!Object.hasOwn(table.columns, name))
      add(
        'FORM-COLUMN',
        1,
        index + 1,
        `没有“${name.slice(0, 40)}”这一列`,
        `${table.title}表可用的列：${names.join('、')}`,
        { found: name },
      );
  });
  for (const name of names) {
    if (table.columns[name]!.required && !header.includes(name)) {
      add(
        'FORM-COLUMN',
        1,
        undefined,
        `缺少必有的列“${name}”（${table.columns[name]!.name}）`,
        `在表头加上 ${name} 列`,
        { expected: name },
      );
    }
  }
}

/** The first line on which the quotes do not pair. */
function lineOfBrokenQuote(text: string): number {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => (line.split('"').length - 1) % 2 === 1 || /[^,"]"(?!"|,|$)/.test(line));
  return index < 0 ? lines.length : index + 1;
}

function capped(issues: Issue[], file: string): Issue[] {
  if (issues.length <= MOST_ISSUES) return issues;
  const problem = `还有 ${issues.length - MOST_ISSUES} 个同类问题没有列出`;
  return [
    ...issues.slice(0, MOST_ISSUES),
    { severity: 'error', file, rule: 'FORM-MANY', problem, remedy: '先改好上面列出的，再运行一次' },
  ];
}
