/** 一般公共预算财政拨款基本支出决算(明细)表: economic codes in one to three columns, 人员经费 and 公用经费 below. */
import { fundCell, type Form, type Words } from '../form.ts';
import { PHASES } from './heads.ts';

const group = (words: RegExp, item: string): Words => ({ words, means: { item } });
const NAMES: Readonly<Record<string, string>> = { basic: '合计', personnel: '人员经费', public: '公用经费' };

export const economicTable: Form = {
  id: 'basic-by-economic',
  title: /基本支出(?:决算)?(?:明细)?表|基本支出(?:按)?经济分类/u,
  heads: [/编码|科目|名称|项目/u, /金额|决算|支出数|合计/u],
  labels: [/^基本工资$/u, /^办公费$/u, /^津贴补贴$/u],
  columns: [PHASES, [group(/人员经费/u, 'personnel'), group(/公用经费/u, 'public')]],
  sides: [
    {
      id: 'codes',
      codes: 'either',
      rows: [
        group(/^人员经费(?:合计|小计|支出)?$/u, 'personnel'),
        group(/^(?:日常)?公用经费(?:合计|小计|支出)?$/u, 'public'),
        group(/^(?:合计|总计|基本支出合计|支出合计|本年支出合计|基本支出)$/u, 'basic'),
      ],
    },
  ],
  states(row, column) {
    const { code, name } = row;
    const measure = column.measure ?? (column.item ? 'final' : undefined);
    if (!measure) return [];
    if (code?.startsWith('2'))
      return column.item || measure !== 'final' ? 'beyond' : [fundCell('functional', 'general', row, 'basic')];
    // 政府预算经济分类 has codes of its own, 501 and up.
    if (code?.startsWith('5')) return 'beyond';
    if (code) return [fundCell('economic', 'general', { code, name: name! }, measure)];
    const item = row.item === 'basic' ? (column.item ?? 'basic') : row.item;
    return item && (!column.item || column.item === item)
      ? [fundCell('economic', 'general', { code: item, name: NAMES[item]! }, measure)]
      : [];
  },
};
