/**
 * `npm run verify -- --sources DIR [--data DIR]`: ledgers against the original documents: sha256, each row's place and
 * digits, nothing missing, nothing invented. Exit 0 with a clear word when the originals are absent.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareLedger } from '../src/checks/originals.ts';
import { sha256 } from '../src/derive/checksums.ts';
import { documentFigures } from '../src/documents/figures.ts';
import { readDocument } from '../src/documents/read.ts';
import { formatIssue, hasErrors, sortIssues, type Issue } from '../src/messages/issue.ts';
import { loadFolder } from './lib/load-folder.ts';
import { parseOptions } from './lib/options.ts';
import { progressOf } from './lib/progress.ts';

const { data, sources } = parseOptions('verify', {
  data: { type: 'string', default: 'data' },
  sources: { type: 'string' },
});
if (!sources || !existsSync(sources)) {
  console.log(`跳过：没有原始文件（${sources ?? '未指定 --sources'}）。台账未与原件核对；这不影响构建和测试。`);
  process.exit(0);
}
const site = loadFolder(data);
if (hasErrors(site.issues)) {
  for (const issue of site.issues) if (issue.severity === 'error') console.log(`错误 ${formatIssue(issue)}`);
  console.error('数据有错误，先改好再与原件核对。');
  process.exit(1);
}
const { departments } = site;
const issues: Issue[] = [];
let figures = 0;
let documents = 0;
for (const { report, lines } of departments.flatMap((department) => department.reports)) {
  for (const [index, source] of report.meta.sources.entries()) {
    const file = join(sources, source.file);
    const place = report.locate(['sources', index, 'file']);
    const at = {
      severity: 'error',
      file: `${report.folder}report.yaml`,
      line: place?.line,
      column: place?.column,
    } as const;
    if (!existsSync(file)) {
      issues.push({
        ...at,
        rule: 'ORIGINAL-MISSING',
        problem: `${sources} 里没有 ${source.file}`,
        remedy: '放入原始文件，或改正 file 一项',
      });
      continue;
    }
    const bytes = readFileSync(file);
    const hash = sha256(bytes);
    if (hash !== source.sha256)
      issues.push({
        ...at,
        rule: 'ORIGINAL-SHA256',
        problem: `${source.file} 的 sha256 是 ${hash}，登记的是 ${source.sha256}`,
        remedy: '确认文件没有换过；若是重新发布的文件，请作为新的来源登记',
      });
    const rows = (lines.get(source.id) ?? []).map((line) => line.row);
    const ledger = report.ledgers.get(source.id);
    documents += 1;
    figures += rows.length;
    if (!ledger) continue;
    const read = await readDocument({ name: source.file, bytes }, progressOf(source.file));
    issues.push(...read.issues.map((issue) => ({ ...issue, ...at, severity: issue.severity })));
    if (read.document) {
      const { lines } = read.document;
      issues.push(...compareLedger({ lines, figures: documentFigures(read.document) }, rows, ledger.path));
    }
  }
}
for (const issue of sortIssues(issues))
  console.log(`${issue.severity === 'error' ? '错误' : '提示'} ${formatIssue(issue)}`);
const wrong = issues.filter(({ severity }) => severity === 'error').length;
console.log(`与原件核对：${documents} 份文件，${figures} 行台账，${wrong} 处不一致。`);
process.exitCode = wrong > 0 ? 1 : 0;
