/** One report of a difference as Markdown. */
import { tableById } from '../tables/index.ts';
import { LEDGERS } from '../tables/report.ts';
import type { CellChange, FindingChange, LedgerChange, ReportChange, SourceChange } from './difference.ts';
import { escapeText } from './escape.ts';
import { block, changes, row, side, STATUS } from './markdown-parts.ts';

/** @returns heading and lists, each list only where something changed */
export function reportSection(report: ReportChange): string {
  const { department, year, name, status, was } = report;
  const from = was ? `${escapeText(was.department)}/${was.year} → ` : '';
  const heading = `### ${STATUS[status]}：${escapeText(name)} ${year} 年度（${from}${escapeText(department)}/${year}）`;
  if (status === 'removed') return [heading, gone(report)].join('\n\n');
  const parts = [
    heading,
    ...faults(report),
    ...list(report.totals, (cells) => cellTable('合计', cells)),
    ...list(report.shares, (shares) =>
      block(
        '占比',
        shares.map((share) => row(escapeText(share.name), side(share.before), side(share.after))),
        ['| 占比 | 原来 | 现在 |', '|---|--:|--:|'],
      ),
    ),
    ...tables(report),
    ...list(report.cells, (cells) => cellTable('单元', cells)),
    ...list(report.rows, (rows) =>
      block(
        '只改了标识的行',
        rows.map(({ before, after, name }) => `- ${escapeText(name)}：${escapeText(before)} → ${escapeText(after)}`),
      ),
    ),
    ...list(report.findings, (findings) => block('登记的差异', findings.map(finding))),
    ...list(report.sources, (sources) => block('来源', sources.map(source))),
    ...list(report.absent, (absent) => changes('没有的表', absent)),
    ...ledger(report.ledger),
    ...list(report.texts, (texts) => changes('文字', texts)),
  ];
  return parts.join('\n\n');
}

/** Of a report that is gone, how much: what it held is where it was. */
function gone({ cells, findings, ledger }: ReportChange): string {
  return `随之删去 ${cells.length} 个单元，台账的 ${ledger.before} 个数字，${findings.length} 条登记的差异。逐项见 JSON。`;
}

function list<T>(entries: readonly T[], show: (entries: readonly T[]) => string): string[] {
  return entries.length > 0 ? [show(entries)] : [];
}

function faults({ faulty }: ReportChange): string[] {
  if (faulty.length === 0) return [];
  const sides = { base: '基准', head: '现在' } as const;
  const names = faulty.map(({ side, table }) => `${sides[side]}的${table === 'ledger' ? '台账' : titleOf(table)}`);
  return [`${names.join('、')}有形式错误，只比较了读得出的部分。`];
}

const titleOf = (table: string) => escapeText(tableById(table)?.title ?? table);

function cellTable(title: string, cells: readonly CellChange[]): string {
  return block(
    title,
    cells.map((cell) => {
      const was = cell.unitBefore === undefined ? side(cell.before) : `${side(cell.before)} ${side(cell.unitBefore)}`;
      const gap =
        cell.difference === undefined ? '' : `${/^[0-9.]*[1-9]/.test(cell.difference) ? '+' : ''}${cell.difference}`;
      return row(escapeText(cell.address), escapeText(cell.name), was, side(cell.after), gap, escapeText(cell.unit));
    }),
    ['| 单元 | 名称 | 原来 | 现在 | 相差 | 单位 |', '|---|---|--:|--:|--:|---|'],
  );
}

function tables({ tables: { added, removed } }: ReportChange): string[] {
  return [
    ...(added.length > 0 ? [`新增的表：${added.map(titleOf).join('、')}`] : []),
    ...(removed.length > 0 ? [`删去的表：${removed.map(titleOf).join('、')}`] : []),
  ];
}

const FINDING = { opened: '新登记', closed: '撤下', renamed: '改标识', changed: '改动' } as const;

function finding({ id, was, status, grade, explanation, opened, closed, texts }: FindingChange): string {
  const places = (word: string, occurrences: FindingChange['opened']) =>
    occurrences.map(
      ({ rule, subject, left, right }) =>
        `  - ${word}一处 ${escapeText(rule)} ${escapeText(subject)}：${side(left)} 与 ${side(right)}`,
    );
  return [
    `- ${FINDING[status]}（${grade}）${was ? `${escapeText(was)} → ` : ''}${escapeText(id)}：${escapeText(explanation)}`,
    ...places('新增', opened),
    ...places('撤下', closed),
    ...texts.map(({ place, before, after }) => `  - ${place}：${side(before)} → ${side(after)}`),
  ].join('\n');
}

function source({ id, was, status, title, supersedes, texts }: SourceChange): string {
  const instead = supersedes ? `，取代 ${escapeText(supersedes)}` : '';
  return [
    `- ${STATUS[status]} ${was ? `${escapeText(was)} → ` : ''}${escapeText(id)}《${escapeText(title)}》${instead}`,
    ...texts.map(({ place, before, after }) => `  - ${place}：${side(before)} → ${side(after)}`),
  ].join('\n');
}

function ledger({ before, after, proofBefore, proofAfter, moved, figures }: LedgerChange): string[] {
  const proof =
    proofBefore === proofAfter
      ? []
      : [`对账：${proofBefore ? LEDGERS[proofBefore] : '—'} → ${proofAfter ? LEDGERS[proofAfter] : '—'}`];
  const words = { added: '新增', removed: '删去', restated: '改动' } as const;
  return [
    ...proof,
    ...(moved > 0 ? [`台账：${moved} 个数字换了位置，内容没有变`] : []),
    ...list(figures, (figures) =>
      block(
        `台账（${before} → ${after} 个数字）`,
        figures.map((one) => row(escapeText(one.place), words[one.status], side(one.before), side(one.after))),
        ['| 位置 | | 原来 | 现在 |', '|---|---|---|---|'],
      ),
    ),
  ];
}
