/** A difference as plain text for a terminal: the figures that changed, old and new; lists in full are in Markdown and JSON. */
import { tableById } from '../tables/index.ts';
import type { Difference, ReportChange } from './difference.ts';
import { visible } from './escape.ts';
import { STATUS } from './markdown-parts.ts';
import { countsOf, inOrder, renamedOf, rewrittenOf, stepOf } from './overview.ts';

/** Lines of one list that are shown. */
const MOST = 20;

/** Every line ends with a line break; control characters of the data are spelled out. */
export function differenceText(difference: Difference): string {
  const { base, head, same, departments, reports, unreadable, lists } = difference;
  const lines = [`从 ${side(base)} 到 ${side(head)}。`];
  if (base.errors > 0 || head.errors > 0) lines.push('有错误的数据按读得出的部分比较；先运行 npm run validate。');
  if (same) return text([...lines, '数据没有变化。']);
  lines.push(
    ...warning(
      '改写了已发布的数据，请与原件逐项核对',
      rewrittenOf(difference).flatMap(({ report, what, cells, unexplained }) => [
        `${titleOf(report)}：${what}${unexplained ? '；report.yaml 的 history 没有新的一条说明这次变更' : ''}`,
        ...few(cells.map((cell) => `  ${cell.name}（${cell.address}）：${stepOf(cell)}`)),
      ]),
    ),
    ...warning(
      '改了已公开的标识，引用旧标识的网址都会断',
      few(renamedOf(difference).map(({ what, before, after }) => `${what}：${before} → ${after}`)),
    ),
    '',
    ...countsOf(difference).map(
      ([what, added, removed, changed]) => `${what}：增加 ${added}，减少 ${removed}，改动 ${changed}`,
    ),
    ...departments.map(({ id, name, status, texts }) =>
      [`部门${STATUS[status]}：${name}（${id}）`, ...texts.map(({ place }) => place)].join('，'),
    ),
    ...inOrder(reports).flatMap(reportLines),
    ...unreadable.map(({ side, path }) => `读不出来，没有比较：${{ base: '基准', head: '现在' }[side]}的 ${path}`),
    ...lists.map(
      ({ name, added, removed, changed }) =>
        `${name}：增加 ${added.length}，减少 ${removed.length}，改动 ${changed.length}`,
    ),
    '',
    '逐项的清单：加 --markdown 或 --json。',
  );
  return text(lines);
}

const text = (lines: readonly string[]) =>
  `${lines.map((line) => line.replace(/\S.*/, (words) => visible(words, 400))).join('\n')}\n`;

function side({ name, departments, reports, cells, errors }: Difference['base']): string {
  return `${name}（${departments} 个部门，${reports} 份报告，${cells} 个单元${errors > 0 ? `，${errors} 个错误` : ''}）`;
}

const titleOf = ({ name, department, year }: ReportChange) => `${name} ${year}（${department}/${year}）`;

const few = (lines: readonly string[]): string[] =>
  lines.length > MOST ? [...lines.slice(0, MOST), `  ……还有 ${lines.length - MOST} 项`] : [...lines];

function warning(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', `注意：${title}`, ...lines.map((line) => `  ${line}`)] : [];
}

/** One report: what became of it and how much of each kind; new totals and shares with their numbers. */
function reportLines(report: ReportChange): string[] {
  const { status, was, cells, rows, tables, absent, findings, sources, ledger, texts, totals, shares, faulty } = report;
  const counts = [
    ['单元', cells.length],
    ['只改了标识的行', rows.length],
    ['登记的差异', findings.length],
    ['来源', sources.length],
    ['没有的表', absent.length],
    ['台账的数字', ledger.figures.length],
    ['换了位置的数字', ledger.moved],
    ['文字', texts.length],
  ] as const;
  const names = (ids: readonly string[]) => ids.map((id) => tableById(id)?.title ?? id).join('、');
  const parts = [
    ...(was ? [`原为 ${was.department}/${was.year}`] : []),
    ...(tables.added.length > 0 ? [`新增的表 ${names(tables.added)}`] : []),
    ...(tables.removed.length > 0 ? [`删去的表 ${names(tables.removed)}`] : []),
    ...(faulty.length > 0 ? ['有形式错误，只比较了读得出的部分'] : []),
    ...counts.flatMap(([what, count]) => (count > 0 ? [`${what} ${count}`] : [])),
  ];
  return [
    '',
    `${STATUS[status]}：${titleOf(report)}${parts.length > 0 ? `：${parts.join('，')}` : ''}`,
    ...(status === 'removed'
      ? []
      : [...totals.map((cell) => `  ${cell.name}：${stepOf(cell)}`), ...shares.map(shareLine)]),
  ];
}

const shareLine = ({ name, before, after }: ReportChange['shares'][number]) =>
  `  ${name}：${before ?? '—'} → ${after ?? '—'}`;
