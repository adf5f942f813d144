/** Every rule that a report can be measured by, with what it says: the named relations, the sums and the ledger. */
import { TABLES } from '../tables/index.ts';
import { RULES } from './rules/index.ts';

export interface RuleText {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly basis?: string;
  readonly level: 'finding' | 'explain';
}

const LEDGER_RULES: readonly RuleText[] = [
  {
    id: 'LEDGER-CELL',
    title: '同一个数两处相同',
    says: '文件在几处印出同一个量，各处应相同；整理时取决算说明、绩效表格、文字叙述中靠前的一处。',
    level: 'finding',
  },
  {
    id: 'LEDGER-DERIVED',
    title: '印出的比率与金额相合',
    says: '印出的占比、增长率、完成率、小计，与按单元计算的结果相同，允许印出精度内的四舍五入或截尾。',
    level: 'finding',
  },
  {
    id: 'OBSERVED',
    title: '读出来的不一致',
    says: '算术查不出的矛盾：两处名称、日期、说法不同，由人读出，两边的位置都写明。',
    level: 'finding',
  },
];

/** Names of partitions that are sums of their own. */
const SUMS: readonly RuleText[] = TABLES.flatMap((table): RuleText[] => {
  const rule = `SUM-${table.id.toUpperCase()}`;
  const text = (id: string, title: string, says: string): RuleText => ({ id, title, says, level: 'finding' });
  const named = Object.values(table.items ?? {}).flatMap(({ partitions = [] }) =>
    partitions.flatMap(({ id }) => id ?? []),
  );
  const split = Object.values(table.items ?? {}).some(({ partitions }) => partitions !== undefined);
  const additive = split || table.classification || table.sumOverLastKey;
  return [
    ...(additive
      ? [
          text(
            rule,
            `${table.title}：合计等于各部分之和`,
            `${table.title}表里，合计等于它的各部分相加，按科目编码的逐级相加。`,
          ),
        ]
      : []),
    ...[...new Set(named)].map((id) =>
      text(
        `${rule}-${id}`,
        `${table.title}：另一种分法之和`,
        `${table.title}表里，按另一种分法（如基本与项目）相加，也等于合计。`,
      ),
    ),
    ...(table.across
      ? [
          text(
            `${rule}-ROW`,
            `${table.title}：一行的合计等于各列之和`,
            `${table.title}表里，每一行的合计等于这一行的各列相加。`,
          ),
        ]
      : []),
  ];
});

/** In the order in which they are explained. */
export const RULE_TEXTS: readonly RuleText[] = [...LEDGER_RULES, ...SUMS, ...RULES];

export function ruleText(id: string): RuleText | undefined {
  return RULE_TEXTS.find((rule) => rule.id === id);
}
