/** Small reports for tests of checks: the base tree's report with files of its own. */
import { checkReport } from '../../src/checks/check.ts';
import { loadCatalog } from '../../src/load/catalog.ts';
import { caseFiles } from './data-tree.ts';

const FOLDER = 'data/departments/510811-xzspj/2022/';

/** Checks the base report with some of its files replaced; a file set to null is removed. */
export function checkWith(changes: Readonly<Record<string, string | null>>) {
  const files = new Map(caseFiles(undefined));
  for (const [name, content] of Object.entries(changes)) {
    const path = FOLDER + name;
    if (content === null) files.delete(path);
    else {
      const bytes = new TextEncoder().encode(content);
      files.set(path, { path, size: bytes.length, bytes });
    }
  }
  const { catalog, issues } = loadCatalog(files);
  const result = checkReport(catalog.departments[0]!.reports[0]!, catalog.reference);
  return { checked: result.checked, issues: [...issues, ...result.issues] };
}

/**
 * A report that states only some cells, from texts such as `fiscal/basic/final 457.27`; extra columns of a row as
 * `metrics/甲.result/value 3 parent=乙 unit=件`. Its other tables and its ledger are empty.
 */
export function reportOf(cells: readonly string[], keys: Readonly<Record<string, readonly string[]>> = {}) {
  const tables = new Map<string, Map<string, Record<string, string>>>();
  for (const text of cells) {
    const [address = '', value = '', ...more] = text.split(' ');
    const [table = '', item = '', measure = ''] = address.split('/');
    const columns = keys[table] ?? ['item'];
    const rows = tables.get(table) ?? new Map<string, Record<string, string>>();
    const row = rows.get(item) ?? Object.fromEntries(item.split('.').map((part, index) => [columns[index]!, part]));
    Object.assign(row, { [measure]: value }, Object.fromEntries(more.map((pair) => pair.split('='))));
    tables.set(table, rows.set(item, row));
  }
  const files = [...tables].map(([table, rows]) => {
    const header = [...new Set([...rows.values()].flatMap((row) => Object.keys(row)))];
    const lines = [header, ...[...rows.values()].map((row) => header.map((name) => row[name] ?? ''))];
    return [`${table}.csv`, lines.map((line) => `${line.join(',')}\n`).join('')] as const;
  });
  return checkWith({
    'expenditure.csv': null,
    'staff.csv': null,
    'ledger/accounts.csv': null,
    ...Object.fromEntries(files),
  });
}
