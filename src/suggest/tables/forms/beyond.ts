/** 四川: …财政拨款支出决算明细表, function × economic: recognised so that its figures are accounted for; only its totals are cells. */
import { fundCell, type Form } from '../form.ts';

function detail(id: string, title: RegExp, fund: string | undefined): Form {
  return {
    id,
    title,
    unlike: /基本支出|三公/u,
    heads: [/编码|科目|项目|名称/u],
    columns: [
      [
        { words: /^(?:本年支出)?(?:合计|总计)$/u, means: fund ? { measure: 'final', fund } : { beyond: true } },
        { words: /./u, means: { beyond: true } },
      ],
    ],
    sides: [{ id: 'codes', codes: 'functional', rows: [] }],
    states: (row, { measure }) => (measure && row.code && fund ? [fundCell('functional', fund, row, measure)] : []),
  };
}

export const generalDetail = detail('general-detail', /一般公共预算.*支出(?:决算)?明细表/u, 'general');
export const treasuryDetail = detail(
  'treasury-detail',
  /(?:财政拨款|政府性基金|国有资本经营|项目).*支出(?:决算)?明细表/u,
  undefined,
);
