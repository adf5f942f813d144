/** What the first sheet of a report's workbook says: what this is, and how to read it. */
import { regionPath } from '../load/reference.ts';
import { fullAddress } from '../site/settings.ts';
import type { Site, SiteReport } from '../site/site.ts';
import { reportVersion } from '../site/version.ts';
import { TABLES } from '../tables/index.ts';
import { KINDS, SCOPE_FUNDS, SCOPE_UNITS } from '../tables/report.ts';
import type { Status } from '../checks/ledger.ts';
import { ledgerClaim, originClaim } from './claims.ts';
import { STATUS_NAMES } from './ledger-status.ts';
import { reportPath } from './paths.ts';
import { missingTables, proofView, type ProofView } from './report-facts.ts';

export interface GuideLine {
  readonly topic: string;
  readonly text: string;
}

const READING: readonly (readonly [string, string])[] = [
  ['空格和 0', '空着的格，是文件没有印出这个数，不等于 0；写着 0 的，是文件印出了 0。'],
  [
    '数字',
    '金额单位是万元，其他单位写在表头或单位列。小数位数照文件所印，金额至少显示两位。超过 15 位有效数字的数按文字写出，免得软件改动末位。',
  ],
  [
    '文字',
    "编码、标识、台账里照印的数字按文字写出，前面的 0 不会丢。会被表格软件当成公式的文字，前面加了一个单引号（'）。",
  ],
  [
    '怎样看差异',
    '差异是文件里两个数或两处说法对不上。两边都列出，不判断谁对谁错；原因可能是口径、四舍五入、笔误，也可能是文本识别有误。部门有答复的，写在同一行。',
  ],
];
const LICENCE = '整理的数据以 CC BY 4.0（知识共享 署名 4.0 国际）许可发布：可以自由使用，请注明“明账”和这份报告。';

/** The lines of the guide, in order. Nothing about when or where it was built. */
export function guideLines(site: Site, { department, checked }: SiteReport): GuideLine[] {
  const { report } = checked;
  const { meta } = department;
  const { coverage, scope, history, kinds, findings, sources } = report.meta;
  const origin = originClaim(sources);
  const regions = regionPath(site.reference, meta.region).map((region) => region.name);
  const address = fullAddress(reportPath(report));
  const tables = TABLES.filter(({ id }) => report.tables.has(id));
  const lines: (readonly [string, string])[] = [
    ['报告', `${meta.name} ${report.year} 年度`],
    [
      '这是什么',
      '明账把政府部门公开的决算与绩效文件整理成表。这个工作簿是其中一份报告的全部表，核对到什么程度见“对账”。',
    ],
    ['部门', `${meta.name}，${regions.join(' ')}，标识 ${department.id}`],
    ['年度', String(report.year)],
    ['文件种类', kinds.map((kind) => KINDS[kind]).join('、')],
    ['口径', coverage],
    ['口径归类', `单位：${SCOPE_UNITS[scope.units]}；资金：${SCOPE_FUNDS[scope.funds]}`],
    ['对账', proofText(proofView(checked))],
    ...(origin === '' ? [] : [['文本', origin] as const]),
    ['差异', `登记 ${findings.length} 条`],
    ...READING,
    ['怎样看台账', ledgerClaim(checked.proof)],
    ['许可', LICENCE],
    ...tables.map(({ title, about }) => ['工作表', `${title}：${about}`] as const),
    ...missingTables(report).map(({ name, text }) => ['没有的表', `${name}：${text}`] as const),
    ...history.map(({ date, text }) => ['本站变更', `${date} ${text}`] as const),
    ['数据版本', reportVersion(site.files, report)],
    ...(address === '' ? [] : [['网址', address] as const]),
  ];
  return lines.map(([topic, text]) => ({ topic, text }));
}

/** `逐数对账：印出 512 个数字，相符 480，不符 3`. */
function proofText({ level, figures, counts }: ProofView): string {
  const parts = (Object.keys(STATUS_NAMES) as Status[]).filter((status) => counts[status] > 0);
  const words = parts.map((status) => `，${STATUS_NAMES[status]} ${counts[status]}`);
  return figures === 0 ? level : `${level}：台账 ${figures} 行${words.join('')}`;
}
