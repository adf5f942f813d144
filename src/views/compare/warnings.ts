/** What a reader should know before comparing: one plain sentence each, naming the reports. Pure: the page uses it too. */
import { between } from '../between.ts';
import { HEADS } from './heads.ts';
import type { CompareReport } from './report.ts';
import type { Funds, Result } from './results.ts';

/** A report with the result that is compared. */
export interface Compared {
  readonly report: CompareReport;
  readonly result: Result;
}

const FUNDS: Readonly<Record<Funds, string>> = {
  treasury: '财政拨款',
  all: '全部资金',
  both: '财政拨款，即全部资金',
  '': '',
};

/** Whose money a result is, in Chinese. */
export const fundsName = (funds: Funds): string => FUNDS[funds];

/** A report as headers and warnings name it. */
export const labelOf = ({ name, year }: Pick<CompareReport, 'name' | 'year'>): string => `${name} ${year}`;

/** What stands in for the usual row in every result: `支出总计` for `本年支出合计`; undefined when that is not so. */
export function standInOf(all: readonly Compared[]): { readonly row: string; readonly insteadOf: string } | undefined {
  const [first] = all;
  if (!first || first.result.insteadOf === '') return undefined;
  const { row, insteadOf } = first.result;
  return all.every(({ result }) => result.row === row && result.insteadOf === insteadOf)
    ? { row, insteadOf }
    : undefined;
}

export function warningsOf(all: readonly Compared[], measure: string): string[] {
  const own = (text: (one: Compared) => string) => ({ all, text });
  const mixed = (of: 'funds' | 'wholeFunds') =>
    ['treasury', 'all'].every((funds) => all.some(({ result }) => result[of] === funds));
  const years = [...new Set(all.map(({ report }) => report.year))].sort((a, b) => a - b);
  const standIn = standInOf(all);
  const lines: readonly (string | false | undefined)[] = [
    differ(
      '单位不同',
      own(({ result }) => result.unit),
    ),
    years.length > 1 && `年度不同：${years.join('、')} 年`,
    scopes(all),
    mixed('funds') &&
      differ(
        '资金不同',
        own(({ result }) => fundsName(result.funds)),
      ),
    mixed('wholeFunds') &&
      differ(
        '分母的资金不同',
        own(({ result }) => fundsName(result.wholeFunds)),
      ),
    differ(
      measure === 'execution' ? '所比的预算不同' : '阶段不同',
      own(({ result }) => result.phase),
    ),
    standIn && `这里的数取自${standIn.row}，不是${standIn.insteadOf}`,
    all.some(({ result }) => result.insteadOf !== '') &&
      differ(
        '取自不同的项目',
        own(({ result }) => result.row),
      ),
    all.some(({ result }) => result.cells.includes(HEADS)) &&
      differ(
        '人数包含的人不同',
        own(({ report }) => report.staff),
      ),
    named(all, ({ result }) => result.unclear, '的预算，文件没有说明是年初还是全年的'),
    ...broken(all),
    named(all, ({ result }) => result.findings.length > 0, '所用的数有登记的差异，见表中的号'),
  ];
  return lines.filter((line): line is string => typeof line === 'string').map((line) => `${line}。`);
}

/** As SCOPE_UNITS in tables/report.ts, which the page need not load. */
const UNSTATED = '文件未说明';

/** Whether the reports cover the same units: a scope that a document does not state may be any. */
function scopes(all: readonly Compared[]): string | undefined {
  const what = all.every(({ result }) => result.funds === '') ? '人数' : '金额';
  const units = new Set(all.map(({ report }) => report.units));
  if (all.length > 1 && units.size === 1 && units.has(UNSTATED)) return `各份文件都没有说明${what}含不含下属单位`;
  const doubt = units.size === 2 && units.has(UNSTATED);
  return differ(`${what}的范围${doubt ? '不明，可能不同' : '不同'}`, { all, text: ({ report }) => report.units });
}

function grouped(all: readonly Compared[], by: (one: Compared) => string): Map<string, Compared[]> {
  const groups = new Map<string, Compared[]>();
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return groups;
}

/** `阶段不同：甲 2022、乙 2021 决算；丙 2020 全年预算`; undefined when all are the same. */
function differ(
  what: string,
  { all, text }: { readonly all: readonly Compared[]; readonly text: (one: Compared) => string },
): string | undefined {
  const groups = grouped(all, text);
  if (groups.size < 2) return undefined;
  const parts = [...groups].map(([key, list]) => `${list.map(({ report }) => labelOf(report)).join('、')} ${key}`);
  return `${what}：${parts.join('；')}`;
}

function named(all: readonly Compared[], is: (one: Compared) => boolean, what: string): string | undefined {
  const list = all.filter(is).map(({ report }) => labelOf(report));
  return list.length > 0 ? `${list.join('、')} ${what}` : undefined;
}

/** Breaks that part years of one department: each once, with the years that it parts. */
function broken(all: readonly Compared[]): string[] {
  return [...grouped(all, ({ report }) => report.department).values()].flatMap((list) => {
    const years = list.map(({ report }) => report.year);
    const { name, breaks } = list[0]!.report;
    return between(breaks, Math.min(...years), Math.max(...years)).map(
      ({ year, what, note }) => `${name} ${year} 年起${what}，与以前各年不可比：${note}`,
    );
  });
}
