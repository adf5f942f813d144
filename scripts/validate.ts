/** `npm run validate [-- --json] [--data DIR]`: checks all data; exit 0, or 1 when there is an error. */
import { parseOptions } from './lib/options.ts';
import { loadFolder } from './lib/load-folder.ts';
import { formatIssue } from '../src/messages/issue.ts';

const { data, json } = parseOptions('validate', {
  data: { type: 'string', default: 'data' },
  json: { type: 'boolean', default: false },
});
const { departments, issues } = loadFolder(data);
const errors = issues.filter((issue) => issue.severity === 'error').length;

if (json) console.log(JSON.stringify(issues, null, 2));
else {
  for (const issue of issues) console.log(`${issue.severity === 'error' ? '错误' : '提示'} ${formatIssue(issue)}`);
  const reports = departments.flatMap((department) => department.reports);
  const cells = reports.reduce((sum, { report }) => sum + report.cells.size, 0);
  const figures = reports.reduce((sum, { lines }) => sum + [...lines.values()].flat().length, 0);
  console.log(
    `${departments.length} 个部门，${reports.length} 份报告，${cells} 个单元，${figures} 个印出的数字：${errors} 个错误，${issues.length - errors} 个提示。`,
  );
}
process.exitCode = errors > 0 ? 1 : 0;
