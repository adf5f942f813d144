/** A difference as Markdown for a pull request: the summary first, then each report, long lists folded. */
import type { DepartmentChange, Difference, TextChange } from './difference.ts';
import { escapeText } from './escape.ts';
import { countsOf, inOrder, renamedOf, rewrittenOf, stepOf } from './overview.ts';
import { reportSection } from './markdown-report.ts';
import { block, changes, STATUS } from './markdown-parts.ts';

/** Stands in the comment, so that the next run finds it again and replaces it. */
export const COMMENT_MARK = '<!-- mingzhang-diff -->';

/** GitHub takes 65,536 characters in a comment. */
const LONGEST = 60_000;

/** Rewritten reports that are named at the top. */
const MOST = 100;

/** Departments and reports beyond the length of a comment are named and left to the JSON. */
export function differenceMarkdown(difference: Difference): string {
  const head = [COMMENT_MARK, '## 数据差异', summary(difference)];
  if (difference.same) return `${head.join('\n\n')}\n`;
  const parts = [...head, ...published(difference), ...unreadable(difference), ...lists(difference)];
  let length = parts.join('\n\n').length;
  const omitted: string[] = [];
  const sections = [
    ...difference.departments.map((one) => [one.id, department(one)] as const),
    ...inOrder(difference.reports).map(
      (report) => [`${report.department}/${report.year}`, reportSection(report)] as const,
    ),
  ];
  for (const [name, section] of sections) {
    if (length + section.length > LONGEST) omitted.push(name);
    else {
      parts.push(section);
      length += section.length + 2;
    }
  }
  if (omitted.length > 0)
    parts.push(
      `另有 ${omitted.length} 个部门和报告太长，没有列在这里：${omitted
        .slice(0, 50)
        .map((name) => escapeText(name))
        .join('、')}${omitted.length > 50 ? '……' : ''}。全部见 JSON。`,
    );
  return `${parts.join('\n\n')}\n`;
}

function summary(difference: Difference): string {
  const { base, head, same } = difference;
  const side = ({ name, departments, reports, cells, errors }: Difference['base']) =>
    `${escapeText(name)}（${departments} 个部门，${reports} 份报告，${cells} 个单元${errors > 0 ? `，**${errors} 个错误**` : ''}）`;
  const lines = [`从 ${side(base)} 到 ${side(head)}。`];
  if (base.errors > 0 || head.errors > 0) lines.push('有错误的数据按读得出的部分比较；先运行 `npm run validate`。');
  if (same) return [...lines, '**数据没有变化。**'].join('\n\n');
  const rows = countsOf(difference);
  const table = ['| | 增加 | 减少 | 改动 |', '|---|--:|--:|--:|', ...rows.map((row) => `| ${row.join(' | ')} |`)];
  return [...lines, ...(rows.length > 0 ? [table.join('\n')] : [])].join('\n\n');
}

/** Figures of one report that the box names. */
const NAMED = 10;

/** Changes to what is already published, before everything else: figures with old and new value, ids that cite it. */
function published(difference: Difference): string[] {
  const reports = rewrittenOf(difference);
  const figures = reports
    .slice(0, MOST)
    .flatMap(({ report, what, cells, unexplained }) => [
      `- ${escapeText(report.name)} ${report.year}（${escapeText(report.department)}/${report.year}）：${what}${unexplained ? '；`report.yaml` 的 `history` 没有新的一条说明这次变更' : ''}`,
      ...cells.slice(0, NAMED).map((cell) => `  - ${escapeText(cell.name)}：${escapeText(stepOf(cell))}`),
      ...(cells.length > NAMED ? [`  - 还有 ${cells.length - NAMED} 个`] : []),
    ]);
  if (reports.length > MOST) figures.push(`- 还有 ${reports.length - MOST} 份，见 JSON`);
  const ids = renamedOf(difference);
  const renames = [
    ...ids
      .slice(0, NAMED)
      .map(({ what, before, after }) => `- ${escapeText(what)}：${escapeText(before)} → ${escapeText(after)}`),
    ...(ids.length > NAMED ? [`- 还有 ${ids.length - NAMED} 个`] : []),
  ];
  const parts = [
    ...(figures.length > 0 ? ['**改写了已发布的数据**，请与原件逐项核对。', ...figures] : []),
    ...(renames.length > 0 ? ['**改了已公开的标识**，引用旧标识的网址都会断。', ...renames] : []),
  ];
  if (parts.length === 0) return [];
  // A blank line about each bold sentence, so that the list does not take it up.
  const lines = parts.flatMap((line, index) =>
    line.startsWith('**') ? [...(index > 0 ? [''] : []), line, ''] : [line],
  );
  return [['> [!WARNING]', ...lines.map((line) => `> ${line}`.trimEnd())].join('\n')];
}

function unreadable({ unreadable }: Difference): string[] {
  if (unreadable.length === 0) return [];
  const sides = { base: '基准', head: '现在' } as const;
  return [
    block(
      '读不出来，没有比较',
      unreadable.map(({ side, path }) => `- ${sides[side]}的 ${escapeText(path)}`),
    ),
  ];
}

function department({ id, name, status, was, texts }: DepartmentChange): string {
  const title = `### 部门${STATUS[status]}：${escapeText(name)}（${was ? `${escapeText(was)} → ` : ''}${escapeText(id)}）`;
  return [title, ...(texts.length > 0 ? [changes('文字', texts)] : [])].join('\n\n');
}

function lists({ lists }: Difference): string[] {
  if (lists.length === 0) return [];
  const texts = lists.flatMap(({ name, added, removed, changed }): TextChange[] => [
    ...added.map((key) => ({ place: `${name}：${key}`, before: '', after: '新增' })),
    ...removed.map((key) => ({ place: `${name}：${key}`, before: '原有', after: '' })),
    ...changed.map((key) => ({ place: `${name}：${key}`, before: '原有', after: '内容有改动' })),
  ]);
  return [changes('名录与名词', texts)];
}
