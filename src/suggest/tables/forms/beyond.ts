/**
 * 四川: …财政拨款支出决算明细表, function × economic, often in a part for basic and one for project expenditure: recognised
 * so that every figure is accounted for. Even its 合计 column may be of one part only, so nothing is taken from it.
 */
import type { Form } from '../form.ts';

export const detailTable: Form = {
  id: 'detail',
  title: /(?:财政拨款|一般公共预算|政府性基金|国有资本经营|项目|部门).*支出(?:决算)?明细表/u,
  unlike: /基本支出|三公/u,
  heads: [/编码|科目|项目|名称/u],
  columns: [[{ words: /^/u, means: { beyond: true } }]],
  sides: [{ id: 'rows', codes: 'functional', rows: [{ words: /./u, means: {} }] }],
  states: () => 'beyond',
};
