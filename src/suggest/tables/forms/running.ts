/** “三公”经费, 机关运行经费, 政府采购 and 国有资产占用: alone or together, items as rows or as columns. */
import { itemCell, type Form, type Meaning, type Words } from '../form.ts';
import { PHASES } from './heads.ts';

const of =
  (table: string) =>
  (words: RegExp, item: string, count?: string, more: Meaning = {}): Words => ({
    words,
    means: { table, item, ...(count ? { count } : {}), ...more },
  });
const spent = of('three-public');
const used = of('operating');

const COUNTS: readonly Words[] = [
  spent(/(?:出国|出境).*团组/u, 'abroad', 'groups'),
  spent(/(?:出国|出境).*(?:人次|人数|累计)/u, 'abroad', 'people'),
  spent(/(?:公务)?用车(?:当年)?购置(?:数|量|辆)|购置(?:公务)?(?:用)?车(?:数|辆)/u, 'vehicle-purchase', 'bought'),
  spent(/(?:公务)?用车(?:年末)?保有(?:量|数)/u, 'vehicles', 'kept'),
  spent(/国\(境\)外(?:公务)?接待.*批次/u, 'reception-foreign', 'batches'),
  spent(/国\(境\)外(?:公务)?接待.*(?:人次|人数)/u, 'reception-foreign', 'people'),
  spent(/外[事宾](?:公务)?接待.*批(?:次|数|$)/u, 'reception-foreign', 'batches', { certainty: 'possible' }),
  spent(/外[事宾](?:公务)?接待.*(?:人次|人数)/u, 'reception-foreign', 'people', { certainty: 'possible' }),
  spent(/国内(?:公务)?接待.*批(?:次|数|$)/u, 'reception-domestic', 'batches'),
  spent(/国内(?:公务)?接待.*(?:人次|人数)/u, 'reception-domestic', 'people'),
  spent(/(?:公务)?接待.*批(?:次|数|$)/u, 'reception', 'batches'),
  spent(/(?:公务)?接待.*(?:人次|人数)/u, 'reception', 'people'),
];

/** Lines of the form whose parts no table here holds. */
const PARTS_OF_PARTS: readonly Words[] = [
  { words: /^行政单位$|^参照公务员法管理(?:的)?事业单位$/u, means: { beyond: true } },
];

const MONEY: readonly Words[] = [
  spent(/^三公经费(?:支出)?(?:合计|总计|总额|小计)?$|^(?:三公经费)?支出合计$/u, 'total'),
  spent(/^因公(?:出国|出境|临时出国)|^出国\(境\)费/u, 'abroad'),
  spent(/^公务(?:用)?车购置(?:费)?(?:及|和|与|、)(?:公务用车)?运行|^公务用车(?:费|费用|经费)$/u, 'vehicles'),
  spent(/^公务(?:用)?车购置(?:费|经费|费用|支出)?$|^购置费$/u, 'vehicle-purchase'),
  spent(/^公务(?:用)?车运行|^运行(?:维护)?费(?:用)?$/u, 'vehicle-operation'),
  spent(/^国\(境\)外(?:公务)?接待/u, 'reception-foreign'),
  spent(/^外[事宾](?:公务)?接待/u, 'reception-foreign', undefined, { certainty: 'possible' }),
  spent(/^国内(?:公务)?接待/u, 'reception-domestic'),
  spent(/^公务接待/u, 'reception'),
  used(/^机关运行经费(?:支出)?(?:合计)?$/u, 'agency-operation'),
  used(/^会议费$/u, '会议费', undefined, { certainty: 'likely' }),
  used(/^培训费$/u, '培训费', undefined, { certainty: 'likely' }),
  used(/^政府采购(?:支出)?(?:合计|总额|金额)?$|^政府采购支出(?:总额)?$/u, 'procurement'),
  used(/^(?:政府采购)?货物(?:类)?(?:支出|采购)?(?:金额)?$/u, 'procurement-goods'),
  used(/^(?:政府采购)?工程(?:类)?(?:支出|采购)?(?:金额)?$/u, 'procurement-works'),
  used(/^(?:政府采购)?服务(?:类)?(?:支出|采购)?(?:金额)?$/u, 'procurement-services'),
  used(/授予小微企业/u, 'procurement-micro'),
  used(/授予中小企业/u, 'procurement-sme'),
];

const HELD: readonly Words[] = [
  used(/(?:副部|部|省)\(?[部省]?\)?级及以上领导/u, 'vehicles-ministerial', 'count'),
  used(/^主要(?:领导|负责)(?:干部|人|同志)?用车/u, 'vehicles-leadership', 'count'),
  used(/^机要通信(?:用车|车辆)/u, 'vehicles-confidential', 'count'),
  used(/^应急保障(?:用车|车辆)/u, 'vehicles-emergency', 'count'),
  used(/执法执勤(?:用车|车辆)/u, 'vehicles-enforcement', 'count'),
  used(/特种专业技术(?:用车|车辆)/u, 'vehicles-special', 'count'),
  used(/^离退休干部(?:服务)?(?:用车|车辆)/u, 'vehicles-retired', 'count'),
  used(/^其他(?:用车|车辆)/u, 'vehicles-other', 'count'),
  used(/^(?:公务)?车辆(?:数|数量)?(?:合计|总数|小计)?(?:\(.*\))?$/u, 'vehicles', 'count'),
  used(/50万元.*通用设备/u, 'equipment-general', 'count'),
  used(/100万元.*专用设备/u, 'equipment-special', 'count'),
  used(/100万元.*设备/u, 'equipment-large', 'count'),
];

/** Items of our own making that no declared list holds, with the names that are printed for them. */
const OWN: Readonly<Record<string, string>> = {
  会议费: '会议费',
  培训费: '培训费',
};

function form(id: string, title: RegExp, heads: readonly RegExp[], more: Partial<Form>): Form {
  return {
    id,
    title,
    heads,
    columns: [PHASES],
    turned: {},
    sides: [{ id: 'items', rows: [...COUNTS, ...HELD, ...MONEY, ...PARTS_OF_PARTS] }],
    states(row, column) {
      const { table, item, count } = row.item ? row : column;
      if (!table || !item) return [];
      const phase = row.measure ?? column.measure ?? 'final';
      if (count && phase !== 'final') return [];
      const cell = itemCell(table, item, count ?? phase);
      return [OWN[item] ? { ...cell, columns: { name: OWN[item] } } : cell];
    },
    ...more,
  };
}

export const threePublicTable = form('three-public', /三公/u, [/接待|预算|决算|金额|统计数|项目/u], {
  unlike: /政府性基金|国有资本/u,
  turned: { total: { table: 'three-public', item: 'total' } },
  labels: [/^公务接待费$/u, /^因公出国/u],
  notes: [{ words: /预算数[^。;；]{0,16}年初/u, from: 'adjusted', to: 'initial' }],
  whole: 'three-public',
});

/** 江苏: 机关运行经费 by economic code; the codes are details of a part of basic expenditure. */
export const agencyTable: Form = {
  id: 'agency-operation',
  title: /机关运行经费(?:支出)?(?:决算|情况)?表/u,
  unlike: /三公|会议费/u,
  heads: [/编码|科目|名称|项目/u],
  columns: [PHASES],
  sides: [
    {
      id: 'codes',
      codes: 'economic',
      rows: [{ words: /^(?:合计|总计|机关运行经费(?:支出)?(?:合计)?)$/u, means: { item: 'agency-operation' } }],
    },
  ],
  states: (row, { measure = 'final' }) => (row.item ? [itemCell('operating', row.item, measure)] : 'beyond'),
};

export const procurementTable = form('procurement', /政府采购/u, [/./u], {
  unlike: /三公|机关运行|国有资产|机构运行/u,
  turned: { total: { table: 'operating', item: 'procurement' } },
});

export const runningTable = form('running', /国有资产|机构运行信息|机关运行|政府采购|固定资产占用|会议费/u, [/./u], {
  labels: [/^政府采购支出|^授予中小企业/u, /用车$/u],
});
