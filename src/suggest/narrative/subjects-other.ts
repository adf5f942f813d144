/** What sentences on 三公, operating costs, procurement and assets speak of. */
import type { Subject } from './subjects.ts';
import type { Topic } from './topics.ts';

const subject = (
  topics: readonly Topic[],
  id: string,
  words: string,
  cells: string | readonly string[],
  more: Partial<Subject> = {},
): Subject => ({
  id: `${topics[0]}-${id}`,
  topics,
  words,
  cells: typeof cells === 'string' ? [cells] : cells,
  ...more,
});

const T: readonly Topic[] = ['three-public'];
const 费 = '[经费|费用|费][支出]';

export const THREE_PUBLIC: readonly Subject[] = [
  subject(
    T,
    'total',
    '[一般公共预算][财政拨款][安排的][开支的]三公经费[一般公共预算][财政拨款][安排的]',
    'three-public/total',
  ),
  subject(T, 'abroad', `因公[务]出国（境）${费}`, 'three-public/abroad'),
  subject(
    T,
    'vehicles',
    `公务[用]车购置[费](及|和|与|、)[公务用车]运行[维护|维修|保养]+${费}`,
    'three-public/vehicles',
  ),
  subject(T, 'vehicle-purchase', `[更新]公务[用]车[辆]购置[更新]${费}`, 'three-public/vehicle-purchase'),
  subject(
    T,
    'vehicle-operation',
    `(公务[用]车[辆]运行[与|和|及][维护|维修|保养]|运行维护)${费}`,
    'three-public/vehicle-operation',
  ),
  subject(T, 'reception', `公务接待${费}`, 'three-public/reception'),
  subject(T, 'reception-domestic', `(国内[公务]接待|国内接待)${费}`, 'three-public/reception-domestic'),
  subject(
    T,
    'reception-foreign',
    `([国内]外事接待|外宾接待|国（境）外[公务]接待|国外接待)${费}`,
    'three-public/reception-foreign',
  ),
];

const A: readonly Topic[] = ['agency'];
const P: readonly Topic[] = ['procurement'];
const H: readonly Topic[] = ['holdings'];
const HA: readonly Topic[] = ['holdings', 'assets'];

export const OPERATING: readonly Subject[] = [
  subject(A, 'agency-operation', '(机关|机构|单位|行政)运行经费[财政拨款]', 'operating/agency-operation'),
  subject(P, 'procurement', '政府采购[支出|金额]<总>', 'operating/procurement'),
  subject(P, 'procurement-plain', '政府采购(支出|金额)', 'operating/procurement'),
  subject(P, 'goods', '[政府]采购货物|[政府采购]货物(支出|采购|类)', 'operating/procurement-goods'),
  subject(P, 'works', '[政府]采购工程|[政府采购]工程(支出|采购|类)', 'operating/procurement-works'),
  subject(P, 'services', '[政府]采购服务|[政府采购]服务(支出|采购|类)', 'operating/procurement-services'),
  subject(P, 'sme', '[政府采购]授予中小企业[的][政府采购]合同[金额|总额|总金额]', 'operating/procurement-sme'),
  subject(
    P,
    'micro',
    '[政府采购]授予小[型]微[型]企业[的][政府采购]合同[金额|总额|总金额]',
    'operating/procurement-micro',
  ),
  subject(
    H,
    'vehicles',
    '(共有|保有|占有|占用|拥有|实有)[各类|公务用|公务][车辆|汽车|用车]|车辆[共计|合计|共有|总数|数量|数]',
    'operating/vehicles',
  ),
  subject(H, 'ministerial', '副[部]（[部]省）[部]级[及]以上领导[干部]用车', 'operating/vehicles-ministerial'),
  subject(H, 'leadership', '主要(领导干部|负责人|领导)[公务]用车', 'operating/vehicles-leadership'),
  subject(H, 'confidential', '机要通信[应急][公务]用车', 'operating/vehicles-confidential'),
  subject(H, 'emergency', '应急保障[公务]用车', 'operating/vehicles-emergency'),
  subject(H, 'enforcement', '[一般]执法执勤[公务]用车', 'operating/vehicles-enforcement'),
  subject(H, 'special', '特种专业技术[公务]用车', 'operating/vehicles-special'),
  subject(H, 'retired', '离退休干部[服务][公务]用车', 'operating/vehicles-retired'),
  subject(H, 'other', '其他[公务]用车', 'operating/vehicles-other'),
  subject(H, 'ordinary', '一般公务用车', 'operating/一般公务用车', {
    own: { name: '一般公务用车', parent: 'vehicles' },
  }),
  subject(HA, 'assets', '(资产(总额|总计|合计|总值)|资产)', 'assets/total'),
  subject(HA, 'assets-current', '流动资产[合计]', 'assets/current'),
  subject(HA, 'assets-cash', '货币资金', 'assets/cash'),
  subject(HA, 'assets-fixed', '固定资产(净值|净额)', 'assets/fixed-net'),
  // 国有资产占用情况表 lists 固定资产 net without saying so.
  subject(HA, 'assets-fixed-plain', '固定资产', 'assets/fixed-net', { likely: true }),
  subject(HA, 'assets-construction', '在建工程', 'assets/construction'),
  subject(HA, 'assets-intangible', '无形资产[净值|净额]', 'assets/intangible'),
  subject(HA, 'assets-other', '其他资产', 'assets/other'),
];
