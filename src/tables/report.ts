/** `report.yaml`: what a report is, where it comes from, what it lacks, and where it disagrees with itself. */
import { z } from 'zod';
import { DATE, isDate } from './kinds.ts';

const sentence = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: '不能为空' })
    .max(max, { error: `超过 ${max} 字，请概括` });
const day = z
  .string()
  .refine(isDate, { error: '不是日期，请写成 "2022-12-31"、"2022-12" 或 "2022"，并加引号' })
  .meta({ pattern: DATE.source });
const fullDay = day
  .refine((text) => text.length === 10, { error: '应写到日，如 "2022-12-31"' })
  .meta({ pattern: '^[12][0-9]{3}-(?:0[1-9]|1[0-2])-[0-9]{2}$' });
const link = z.url({ protocol: /^https?$/, error: '不是网址（http:// 或 https:// 开头）' });
const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, { error: '只可用小写字母、数字、“-”，以字母开头' });

/** Dates in ascending order, equal ones allowed: a citation names the last, the feed numbers them from the first. */
function requireOrder(history: readonly { readonly date: string }[], context: z.RefinementCtx): void {
  history.forEach(({ date }, index) => {
    const before = history[index - 1]?.date;
    if (before !== undefined && date < before)
      context.addIssue({
        code: 'custom',
        path: [index, 'date'],
        message: `${date} 早于前一条 ${before}，应从旧到新排列，不早于前一条`,
      });
  });
}

export const KINDS = { 'final-accounts': '部门决算', performance: '绩效自评' } as const;
export const ABSENT = {
  undisclosed: '未公开',
  'not-applicable': '不适用',
  'not-attached': '图表未附',
  'not-collected': '本站未收到',
} as const;
export const GRADES = { conclusion: '影响结论', explain: '需要说明', slip: '笔误或尾差' } as const;
export const ORIGINS = {
  original: '原始文件',
  'text-layer': '文字层',
  ocr: '文字识别',
  unknown: '来历不明的文本副本',
} as const;
/** Which units a report's amounts cover. */
export const SCOPE_UNITS = { own: '本级', consolidated: '含下属单位', unstated: '文件未说明' } as const;
/** Whose money a report's totals are. */
export const SCOPE_FUNDS = { treasury: '全部为财政拨款', mixed: '财政拨款与其他资金', unstated: '文件未说明' } as const;
/** Why figures before and after a year do not compare. */
export const BREAKS = { scope: '口径', name: '名称', classification: '科目' } as const;
export const LEDGERS = { complete: '逐数对账', partial: '部分对账', none: '未对账' } as const;

const keys = <T extends Record<string, string>>(values: T) =>
  Object.keys(values) as [keyof T & string, ...(keyof T & string)[]];
/** The Chinese meanings of the words of an enum, in their order, for editors. */
export const MEANINGS = z.registry<{ meanings: readonly string[] }>();
const oneOf = <T extends Record<string, string>>(values: T) =>
  z
    .enum(keys(values), { error: `应为 ${keys(values).join('、')} 之一` })
    .register(MEANINGS, { meanings: Object.values(values) });

export const sourceSchema = z.strictObject({
  id: id.describe('本报告内的来源标识，也是台账文件名'),
  title: sentence(200).describe('文件标题'),
  publisher: sentence(100).describe('发布单位'),
  date: day.optional().describe('发布或落款日期'),
  file: z
    .string()
    .regex(/^[^./\\\s][^/\\]{0,199}$/, { error: '只写文件名，不带文件夹' })
    .describe('文件名'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: '应为 64 位小写十六进制' })
    .describe('文件的 SHA-256，npm run figures 会给出'),
  url: link.optional().describe('原始网址'),
  archived_url: link.optional().describe('存档网址'),
  retrieved: day.optional().describe('取得日期'),
  lines: z.int({ error: '应为行数' }).positive({ error: '应为正整数' }).optional().describe('文本的行数，供核对位置'),
  text_origin: oneOf(ORIGINS).describe('文本从何而来'),
  ledger: oneOf(LEDGERS).describe('台账是否逐数'),
  supersedes: id.optional().describe('取代哪一个来源'),
});

export const occurrenceSchema = z.strictObject({
  rule: z
    .string()
    .regex(/^[A-Z][A-Z0-9-]*$/, { error: '应为规则代号，如 LEDGER-CELL' })
    .describe('规则代号，如 LEDGER-CELL'),
  subject: sentence(500).describe('单元地址或派生式'),
  left: z.string().describe('一方的数，加引号'),
  right: z.string().describe('另一方的数，加引号'),
  at: z.array(z.string()).default([]).describe('位置：来源:L行号.次序'),
});

export const findingSchema = z.strictObject({
  id: id.describe('永久标识，不再改动'),
  grade: oneOf(GRADES).describe('等级'),
  explanation: sentence(500).describe('中性的说明：差多少，什么可以解释'),
  since: fullDay.optional().describe('登记的日期；省略时为这份报告首次收录的日期'),
  reply: z
    .strictObject({ date: day.describe('答复的日期'), text: sentence(2000).describe('答复的内容') })
    .optional()
    .describe('部门答复'),
  occurrences: z.array(occurrenceSchema).min(1, { error: '至少一处' }).describe('每一处：规则、对象、两边的数'),
});

export const reportSchema = z.strictObject({
  department: z.string().describe('部门标识，与文件夹名一致'),
  year: z
    .int({ error: '应为年份整数' })
    .min(1990, { error: '年份过早' })
    .max(2100, { error: '年份过晚' })
    .describe('财政年度'),
  kinds: z.array(oneOf(KINDS)).min(1, { error: '至少一种' }).describe('这份报告有哪几种文件'),
  coverage: sentence(300).describe('口径：包含哪些单位、哪些资金'),
  scope: z
    .strictObject({
      units: oneOf(SCOPE_UNITS).describe('含不含下属单位'),
      funds: oneOf(SCOPE_FUNDS).describe('是不是全部为财政拨款'),
    })
    .default({ units: 'unstated', funds: 'unstated' })
    .describe('口径的归类，供比较：含不含下属单位，是不是全部为财政拨款'),
  history: z
    .array(z.strictObject({ date: fullDay.describe('变更的日期'), text: sentence(200).describe('变更了什么') }))
    .superRefine(requireOrder)
    .default([])
    .describe('这份报告在本站的变更：日期与一句话，旧的在前'),
  sources: z.array(sourceSchema).min(1, { error: '至少一个来源' }).describe('来源文件'),
  evaluation: z
    .strictObject({
      results: z.array(sentence(300)).default([]).describe('自评结论'),
      problems: z.array(sentence(300)).default([]).describe('自述问题'),
      suggestions: z.array(sentence(300)).default([]).describe('改进建议'),
    })
    .default({ results: [], problems: [], suggestions: [] })
    .describe('自评概要，用自己的话'),
  absent: z
    .array(
      z.strictObject({
        table: z.string().describe('表的标识，如 fiscal'),
        reason: oneOf(ABSENT).describe('没有的原因'),
        note: sentence(200).optional().describe('补充说明'),
      }),
    )
    .default([])
    .describe('没有的表和原因'),
  findings: z.array(findingSchema).default([]).describe('登记的差异'),
});

export const departmentSchema = z.strictObject({
  name: sentence(60).describe('部门全称'),
  short: sentence(30).describe('简称'),
  region: z
    .string()
    .regex(/^[0-9]{6}$/, { error: '应为 6 位行政区划代码，加引号' })
    .describe('行政区划代码（GB/T 2260），加引号'),
  level: z
    .enum(['province', 'city', 'county', 'township'], { error: '应为 province、city、county、township 之一' })
    .describe('级次：province 省、city 市、county 县、township 乡镇'),
  superior: sentence(60).optional().describe('主管或上级单位'),
  subordinates: z.array(sentence(60)).default([]).describe('下属单位'),
  former_names: z
    .array(
      z.strictObject({ name: sentence(60).describe('旧名'), until: day.optional().describe('旧名用到哪一天、月或年') }),
    )
    .default([])
    .describe('曾用名'),
  aliases: z.array(sentence(60)).default([]).describe('俗称、缩写，供查找'),
  breaks: z
    .array(
      z.strictObject({
        year: z
          .int({ error: '应为年份整数' })
          .min(1990, { error: '年份过早' })
          .max(2100, { error: '年份过晚' })
          .describe('从哪一年起'),
        kind: oneOf(BREAKS).describe('哪一种断点'),
        note: sentence(200).describe('原因，一句话'),
      }),
    )
    .default([])
    .describe('断点：从这一年起，与以前各年不可比'),
  duties: z.array(sentence(30)).default([]).describe('职责短语'),
  website: link.optional().describe('网站'),
});

export type SourceMeta = z.output<typeof sourceSchema>;
export type Finding = z.output<typeof findingSchema>;
export type ReportMeta = z.output<typeof reportSchema>;
export type DepartmentMeta = z.output<typeof departmentSchema>;
