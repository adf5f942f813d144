/**
 * `npm run validate [-- --json] [--annotations github] [--data DIR]`: checks all data; exit 0, or 1 when there is an error.
 */
import { parseOptions } from './lib/options.ts';
import { loadFolder } from './lib/load-folder.ts';
import { githubAnnotation } from '../src/messages/annotation.ts';
import { formatIssue, shownIssue } from '../src/messages/issue.ts';

const { data, json, annotations } = parseOptions('validate', {
  data: { type: 'string', default: 'data' },
  json: { type: 'boolean', default: false },
  annotations: { type: 'string' },
});
if (annotations !== undefined && annotations !== 'github') {
  console.error(`--annotations 只有 github 一种，现在是 ${annotations}；别的平台请用 --json`);
  process.exit(1);
}
const { departments, issues } = loadFolder(data);
const errors = issues.filter((issue) => issue.severity === 'error');

if (json) console.log(JSON.stringify(issues, null, 2));
else {
  // GitHub shows the first ten of each severity of a step: errors first.
  const notices = issues.filter((issue) => issue.severity !== 'error');
  if (annotations) for (const issue of [...errors, ...notices]) console.log(githubAnnotation(issue, data));
  else
    for (const issue of issues)
      console.log(`${issue.severity === 'error' ? '错误' : '提示'} ${formatIssue(shownIssue(issue, data))}`);
  const reports = departments.flatMap((department) => department.reports);
  const cells = reports.reduce((sum, { report }) => sum + report.cells.size, 0);
  const figures = reports.reduce((sum, { lines }) => sum + [...lines.values()].flat().length, 0);
  console.log(
    `${departments.length} 个部门，${reports.length} 份报告，${cells} 个单元，${figures} 个印出的数字：${errors.length} 个错误，${issues.length - errors.length} 个提示。`,
  );
}
process.exitCode = errors.length > 0 ? 1 : 0;
