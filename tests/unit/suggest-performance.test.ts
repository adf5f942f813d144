import { describe, expect, test } from 'vitest';
import { spanOf } from '../../src/suggest/performance/span.ts';
import { directionOf } from '../../src/suggest/performance/direction.ts';
import { keyFor, Projects, sameName } from '../../src/suggest/performance/names.ts';
import { isTitle } from '../../src/suggest/performance/forms.ts';
import { readValue, type Part, type Quantity } from '../../src/suggest/performance/value.ts';
import { KEY } from '../../src/tables/kinds.ts';
import { cellsOf, documentOf, suggestionsOf } from './performance-document.ts';

function read(text: string) {
  const document = documentOf([text]);
  return readValue(spanOf(document, { pieces: [{ line: 0, start: 0, length: text.length }] }));
}
const word = ({ operator, value, high, unit, sure }: Quantity) =>
  `${operator}${value.value}${high ? `~${high.value}` : ''}|${unit}${sure ? '' : '?'}`;
function show(text: string): string {
  const value = read(text);
  if (value.kind === 'quantity') return word(value);
  if (value.kind === 'parts') return value.parts.map((part: Part) => `${part.label}=${word(part)}`).join(' ');
  return value.kind === 'words' ? `“${value.text}”` : '';
}

/** A value cell, and what it is read as: operator, number, unit; ? when words around it were passed over. */
const VALUES: readonly (readonly [cell: string, read: string])[] = [
  ['', ''],
  ['100%', '100|%'],
  ['≥95%', '≥95|%'],
  ['>=1000000人次', '≥1000000|人次'],
  ['＞50次', '>50|次'],
  ['＜3％', '<3|％'],
  ['=907项', '=907|项'],
  ['≤90个工作日', '≤90|个工作日'],
  ['95%以上', '≥95|%'],
  ['95%（含）以上', '≥95|%'],
  ['达到95%以上', '≥95|%?'],
  ['不低于 98%', '≥98|%'],
  ['不少于12次', '≥12|次'],
  ['大于等于3个', '≥3|个'],
  ['不超过5天', '≤5|天'],
  ['30天以内', '≤30|天'],
  ['20个工作日内', '≤20|个工作日'],
  ['约200件', '≈200|件'],
  ['200余件', '>200|件'],
  ['1.2万余件', '>1.2|万件'],
  ['22.6万件', '22.6|万件'],
  ['3000件（个、台、套）', '3000|件（个、台、套）'],
  ['12次/年', '12|次/年'],
  ['112.5万元/处', '112.5|万元/处?'],
  ['1,234.50万元', '1234.50|万元'],
  ['38400', '38400|'],
  ['0', '0|'],
  ['-0.5', '-0.5|'],
  ['4—6个', '4~6|个'],
  ['90%-95%', '90~95|%'],
  ['15至20年', '15~20|年'],
  ['1年', '1|年'],
  ['6个月', '6|个月?'],
  ['150 ㎡', '150|㎡'],
  ['85公顷', '85|公顷?'],
  ['展厅 800 ㎡，办公用房 1200 ㎡，共计 2000 ㎡', '展厅=800|㎡? 办公用房=1200|㎡? =2000|㎡?'],
  ['软件维护费 13000元、专线租用费 17000元', '软件维护费=13000|元? 专线租用费=17000|元?'],
  ['男职工不少于10人；女职工不少于8人', '男职工=≥10|人? 女职工=≥8|人?'],
  // Words, deadlines and numbers that the words around them change.
  ['稳定', '“稳定”'],
  ['/', '“/”'],
  ['2022年', '“2022年”'],
  ['2022年12月底前', '“2022年12月底前”'],
  ['12月底前', '“12月底前”'],
  ['2022年11月30日', '“2022年11月30日”'],
  ['12月31日前完成', '“12月31日前完成”'],
  ['第1名', '“第1名”'],
  ['提高10%', '“提高10%”'],
  ['12个项目已完成', '“12个项目已完成”'],
  ['完成了大厅改造（共3处）并验收', '“完成了大厅改造（共3处）并验收”'],
  ['每名保安 3000元/月，4名保安 12000元/月', '“每名保安3000元/月，4名保安12000元/月”'],
  ['①完成验收', '“①完成验收”'],
  ['优良中低差', '“优良中低差”'],
];

/** Target, name of the indicator, direction. */
const DIRECTIONS: readonly (readonly [target: string, label: string, direction: string])[] = [
  ['≥95%', '满意度', 'more'],
  ['98%以上', '亮灯率', 'more'],
  ['不低于3次', '培训', 'more'],
  ['≤3%', '差错率', 'less'],
  ['3个工作日以内', '办理', 'less'],
  ['不超过30分钟', '响应', 'less'],
  ['100%', '验收合格率', 'more'],
  ['90%', '群众满意度', 'more'],
  ['85%', '任务完成率', 'more'],
  ['100%', '减免率', 'more'],
  ['12%', '占比', 'unknown'],
  ['5%', '增长率', 'unknown'],
  ['0%', '有效投诉率', 'less'],
  ['2%', '故障发生率', 'less'],
  ['98%', '投诉办结率', 'more'],
  ['0次', '安全事故发生次数', 'less'],
  ['0起', '食品安全事故', 'less'],
  ['5个工作日', '办理时限', 'less'],
  ['200天', '产出指标 数量指标 供餐天数', 'unknown'],
  ['15.6公里', '产出指标 数量指标 铺设电缆长度', 'unknown'],
  ['12次/年', '业务培训', 'unknown'],
  ['12次/年', '产出指标 数量指标 业务培训', 'more'],
  ['2名', '产出指标 数量指标 保安人数', 'unknown'],
  ['900㎡', '租赁面积', 'exact'],
  ['1年', '服务期', 'unknown'],
  ['60万元', '成本指标 水电费', 'exact'],
  ['=19万元', '成本指标 服务人员经费', 'exact'],
  ['38400', '产出指标 成本指标 系统基础设置', 'exact'],
  ['300万元', '全年成本控制', 'less'],
  ['1', '监理服务', 'unknown'],
  ['稳定', '运行情况', 'unknown'],
];

describe('value cells', () => {
  test.each(VALUES)('%s', (cell, expected) => {
    expect(show(cell)).toBe(expected);
  });

  test.each(DIRECTIONS)('%s %s: %s', (target, label, expected) => {
    const value = read(target);
    expect(directionOf(value, value.kind === 'quantity' ? value.unit : '', label)).toBe(expected);
  });
});

describe('names', () => {
  test.each([
    ['“惠民通”便民服务平台建设项目', '惠民通便民服务平台建设'],
    ['2022年农村饮水安全巩固提升工程（二期）项目', '农村饮水安全巩固提升工程'],
    ['/', '其他'],
    ['项目', '项目'],
  ])('%s has the key %s', (name, key) => {
    expect(keyFor(name, new Set())).toBe(key);
    expect(KEY.test(key)).toBe(true);
    expect(keyFor(name, new Set([key]))).toBe(`${key}-2`);
  });

  test.each([
    ['政务大厅运行经费项目', '政务服务大厅运行经费项目', true],
    ['办公场地租赁费', '“办公场地租赁费”项目', true],
    ['河道治理一期工程', '河道治理二期工程', false],
    ['保安服务费', '保洁服务费', false],
    ['2021年度食品抽检项目', '2022年度食品抽检项目', true],
  ])('%s and %s are one: %s', (left, right, same) => {
    expect(sameName(left, right)).toBe(same);
  });

  test('a name in the head of a form stays; one of the prose may grow by 项目', () => {
    const projects = new Projects();
    const form = projects.of('办公场地租赁费', true).key;
    const prose = projects.of('服务平台建设').key;
    projects.of('“办公场地租赁费”项目');
    projects.of('服务平台建设项目');
    expect([projects.name(form), projects.name(prose)]).toEqual(['办公场地租赁费', '服务平台建设项目']);
  });

  test.each([
    ['项目支出绩效自评表', true],
    ['2022年度部门整体支出绩效目标自评表', true],
    ['项目支出绩效目标完成情况表(2020年度)', true],
    ['自评表见附件，不再列出', false],
    ['一般公共预算财政拨款支出决算表', false],
  ])('%s is the title of a form: %s', (text, expected) => {
    expect(isTitle(text)).toBe(expected);
  });
});

const NATIONAL = [
  '项目名称|<|饮水安全工程|<|<|<|<|<|<',
  '主管部门|<|某部门|<|<|实施单位|某部门|<|<',
  '项目资金（万元）|<||年初预算数|全年预算数|全年执行数|分值|执行率|得分',
  '^|<|年度资金总额|1,200.00|1,350.50|1,301.25|10|96.35%|9.64',
  '^|<|其中：当年财政拨款|1,000.00|1,150.50|1,101.25|—||—',
  '^|<|上年结转资金|200|200|200|—||—',
  '^|<|其他资金||||—||—',
  '年度总体目标|预期目标|<|<|<|实际完成情况|<|<|<',
  '^|新建供水工程12处。|<|<|<|建成12处。|<|<|<',
  '绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施',
  '^|产出指标（50分）|数量指标|新建工程数量|≥12处|13|20|20|',
  '^|^|^|受益人口|3.5万人|3.6万人|10|10|',
  '^|^|时效指标|完工时间|12月底前|11月30日|10|10|',
  '^|满意度指标|服务对象满意度指标|用水户满意度|≥90%|89%|10|9|管网末梢水压不足',
  '总分|<|<|<|<|<|100|98.64|',
];

describe('forms', () => {
  test('the national form of a project', () => {
    const { cells, derived } = suggestionsOf(['项目支出绩效自评表', '（2022年度）', NATIONAL]);
    expect(cellsOf(['项目支出绩效自评表', NATIONAL])).toEqual([
      'projects/饮水安全工程/initial 1200.00',
      'projects/饮水安全工程/adjusted 1350.50',
      'projects/饮水安全工程/final 1301.25',
      'projects/饮水安全工程.treasury/initial 1000.00',
      'projects/饮水安全工程.treasury/adjusted 1150.50',
      'projects/饮水安全工程.treasury/final 1101.25',
      'projects/饮水安全工程.carry-over/initial 200',
      'projects/饮水安全工程.carry-over/adjusted 200',
      'projects/饮水安全工程.carry-over/final 200',
      'evaluation/饮水安全工程.score/value 98.64',
      'indicators/饮水安全工程.新建工程数量/target 12',
      'indicators/饮水安全工程.新建工程数量/actual 13',
      'indicators/饮水安全工程.受益人口/target 3.5',
      'indicators/饮水安全工程.受益人口/actual 3.6',
      'indicators/饮水安全工程.完工时间',
      'indicators/饮水安全工程.用水户满意度/target 90',
      'indicators/饮水安全工程.用水户满意度/actual 89',
    ]);
    expect(derived.map(({ expression }) => expression)).toEqual(['completion(projects/饮水安全工程/final,adjusted)']);
    expect(cells.find(({ measure }) => measure === 'target')!.columns).toEqual({
      level1: '产出指标',
      level2: '数量指标',
      level3: '新建工程数量',
      direction: 'more',
      target_operator: '≥',
      target_unit: '处',
      actual_unit: '处',
    });
    expect(cells.find(({ measure, table }) => table === 'indicators' && !measure)!.columns).toMatchObject({
      direction: 'unknown',
      target_text: '12月底前',
      actual_text: '11月30日',
    });
  });

  test('the money of a whole department goes to its accounts; thousands of 元 are told by the unit', () => {
    const rows = [
      '部门名称|某部门|<|<|<',
      '预算资金（元）|项目|年初预算数|全年预算数|全年执行数',
      '^|年度资金总额|44360000|71587000.5|71587000',
      '^|1.一般公共预算|44360000|71587000.5|71587000',
      '^|基本支出|30000000|30000000|30000000',
      '一级指标|二级指标|三级指标|指标值|完成值',
      '产出指标|数量指标|指标1：清淤长度|30公里|32公里',
      '^|^|指标2：||',
    ];
    const { ignored } = suggestionsOf(['部门整体支出绩效自评表', rows]);
    expect(ignored.map(({ figure, reason }) => [figure.line, reason])).toEqual([
      [4, 'ordinal'],
      [7, 'ordinal'],
      [8, 'ordinal'],
    ]);
    // Without indicators it may be any table of the accounts.
    expect(cellsOf(['部门整体支出绩效自评表', rows.slice(0, 5)])).toEqual([]);
    expect(cellsOf(['部门整体支出绩效自评表', rows])).toEqual([
      'expenditure/current/initial 4436',
      'expenditure/current/adjusted 7158.70005',
      'expenditure/current/final 7158.7',
      'fiscal/expenditure-general/initial 4436',
      'fiscal/expenditure-general/adjusted 7158.70005',
      'fiscal/expenditure-general/final 7158.7',
      'expenditure/basic/initial 3000',
      'expenditure/basic/adjusted 3000',
      'expenditure/basic/final 3000',
      'indicators/department.清淤长度/target 30',
      'indicators/department.清淤长度/actual 32',
    ]);
  });

  test('weights and scores are details that no table holds, but for the total score', () => {
    const { ignored, cells } = suggestionsOf([
      '项目支出绩效自评表',
      [
        '项目名称|道路养护|<|<|<|<',
        '资金（万元）|全年预算数|全年执行数|分值|执行率|得分',
        '年度资金总额|10|9|10|90%|9',
        '一级指标|二级指标|三级指标|指标值|完成值|得分',
        '产出指标（50分）|数量指标|清淤长度|30公里|32公里|20',
        '满意度指标|满意度指标|满意度|满意|满意|10分',
        '总分|<|<|<|<|95',
      ],
    ]);
    expect(ignored.map(({ figure: { line, start }, reason }) => [line, start, reason])).toEqual([
      [5, 5, 'beyond'],
      [3, 12, 'beyond'],
      [3, 19, 'beyond'],
      [5, 30, 'beyond'],
      [6, 22, 'beyond'],
    ]);
    expect(cells.find(({ by }) => by === 'form-score')).toMatchObject({ value: '95', figures: [{ line: 7 }] });
  });

  test('money of one level is the treasury’s only where no other level is listed', () => {
    const head = ['项目名称|道路养护|<', '资金（万元）|全年预算数|全年执行数'];
    const one = [...head, '年度资金总额|10|9', '县级财政资金|10|9'];
    const two = [...head, '年度资金总额|30|29', '中央补助|10|9', '省级财政资金|10|10', '县级财政资金|10|10'];
    const total = ['projects/道路养护/adjusted', 'projects/道路养护/final'];
    expect(cellsOf(['项目支出绩效自评表', one])).toEqual([
      `${total[0]} 10`,
      `${total[1]} 9`,
      'projects/道路养护.treasury/adjusted 10',
      'projects/道路养护.treasury/final 9',
    ]);
    expect(cellsOf(['项目支出绩效自评表', two])).toEqual([
      `${total[0]} 30`,
      `${total[1]} 29`,
      'projects/道路养护.superior/adjusted 10',
      'projects/道路养护.superior/final 9',
    ]);
  });

  test('labels and amounts in one cell or in two, as in the older form', () => {
    const own = [
      '项目名称|系统运维费|<|<',
      '预算数：3万元|<|执行数：2.5万元|<',
      '其中-财政拨款：3万|<|其中-财政拨款：2.5万|<',
    ];
    const next = [
      '项目名称|系统运维费|<|<',
      '预算数|3万元|执行数|2.5万元',
      '其中：财政拨款|3万元|其中：财政拨款|2.5万元',
    ];
    const expected = [
      'projects/系统运维费/adjusted 3',
      'projects/系统运维费/final 2.5',
      'projects/系统运维费.treasury/adjusted 3',
      'projects/系统运维费.treasury/final 2.5',
    ];
    for (const rows of [own, next]) expect(cellsOf(['项目支出绩效目标完成情况表', rows])).toEqual(expected);
  });

  test('operator, unit and direction in columns of their own', () => {
    const rows = [
      '一级指标|二级指标|三级指标|指标性质|指标值|计量单位|完成值|指标方向',
      '产出指标|数量指标|清淤长度|≥|30|公里|32.4|正向指标',
      '^|质量指标|质量事故|≤|0|次|0|反向指标',
      '^|时效指标|支付及时性|定性|及时||及时|',
    ];
    const all = suggestionsOf(['某项目绩效自评表', ['项目名称|河道治理|<|<|<|<|<|<', ...rows]]).cells;
    const cells = all.filter(({ table }) => table === 'indicators');
    expect(cells.map(({ columns, measure, value, unit }) => [measure, value, unit, columns!['direction']])).toEqual([
      ['target', '30', '公里', 'more'],
      ['actual', '32.4', '公里', 'more'],
      ['target', '0', '次', 'less'],
      ['actual', '0', '次', 'less'],
      [undefined, undefined, undefined, 'unknown'],
    ]);
    expect(cells[0]!.columns).toMatchObject({ target_operator: '≥', target_unit: '公里', actual_unit: '公里' });
  });

  test('one indicator with several figures has parts and a total', () => {
    const rows = [
      '项目名称|场地租赁|<|<|<',
      '一级指标|二级指标|三级指标|预期指标值|实际完成指标值',
      '产出指标|数量指标|租赁面积|大厅100㎡，库房50㎡，共计150㎡|大厅100㎡，库房50㎡，共计150㎡',
    ];
    expect(cellsOf(['项目支出绩效目标完成情况表', rows])).toEqual([
      // A project that has indicators has a row, also when the form prints no amount.
      'projects/场地租赁?',
      'indicators/场地租赁.租赁面积.大厅/target 100?',
      'indicators/场地租赁.租赁面积.大厅/actual 100?',
      'indicators/场地租赁.租赁面积.库房/target 50?',
      'indicators/场地租赁.租赁面积.库房/actual 50?',
      'indicators/场地租赁.租赁面积/target 150?',
      'indicators/场地租赁.租赁面积/actual 150?',
    ]);
  });

  test('rows whose first cells were lost are moved back and marked', () => {
    const rows = [
      '一级指标|二级指标|目标指标|目标值|业绩指标|完成率',
      '产出指标|成本指标|系统设置|38400|38400|100%',
      '应用维护||52500|52500|100%|',
      '效益指标|经济效益指标|/|/||',
      '可持续影响指标|/||||',
      '满意度指标|满意度指标|使用满意度|>=95%|99%|100%',
    ];
    const before = '二是系统运行维护费项目，完成了全年任务。';
    const { cells } = suggestionsOf([before, rows]);
    expect(cellsOf([before, rows])).toEqual([
      'projects/系统运行维护费?',
      'indicators/系统运行维护费.系统设置/target 38400',
      'indicators/系统运行维护费.系统设置/actual 38400',
      'indicators/系统运行维护费.系统设置/completion 100',
      'indicators/系统运行维护费.应用维护/target 52500?',
      'indicators/系统运行维护费.应用维护/actual 52500?',
      'indicators/系统运行维护费.应用维护/completion 100?',
      'indicators/系统运行维护费.经济效益',
      'indicators/系统运行维护费.可持续影响?',
      'indicators/系统运行维护费.使用满意度/target 95',
      'indicators/系统运行维护费.使用满意度/actual 99',
      'indicators/系统运行维护费.使用满意度/completion 100',
    ]);
    expect(cells.find(({ key }) => key['indicator'] === '可持续影响')!.columns).toMatchObject({
      level1: '效益指标',
      level2: '可持续影响指标',
      level3: '/',
    });
  });

  test('a table over two pages, and a second project in the same table', () => {
    const pages = [NATIONAL.slice(0, 11), ['|||受益人口|3.5万人|3.6万人|10|10|', ...NATIONAL.slice(12)]];
    const split = cellsOf(['项目支出绩效自评表', pages[0]!, '- 2 -', pages[1]!]);
    expect(split).toEqual(cellsOf(['项目支出绩效自评表', NATIONAL]));
    // The grid of the second page has fewer columns where the rows above had more borders.
    const wide = NATIONAL.map((row) => row.replace('|', '|<|'));
    const narrow = ['|||受益人口|3.5万人|3.6万人|10|10|', ...NATIONAL.slice(12)];
    expect(cellsOf(['项目支出绩效自评表', wide.slice(0, 11), narrow])).toEqual(split);
    const second = NATIONAL.map((row) => row.replace('饮水安全工程', '河道治理'));
    const both = cellsOf(['项目支出绩效自评表', [...NATIONAL, ...second]]);
    expect(both.filter((cell) => cell.includes('河道治理'))).toHaveLength(17);
    expect(both).toHaveLength(34);
  });

  test('lines of a flattened table: only what reads as one thing', () => {
    const lines = [
      '项目支出绩效目标完成情况表',
      '项目名称 系统运维费',
      '预算数: 3万元 执行数: 2.5万元',
      '其他资金: 其他资金:',
      '一级指标 二级指标 三级指标',
      '预期指标值(包含数字',
      '及文字描述)',
      '实际完成指标值',
      '项目完成指',
      '标',
      '数量指标 租赁面积',
      '大厅 100 ㎡，库房 50 ㎡，共计',
      '150 ㎡',
      '大厅 100 ㎡，库房 50',
      '㎡，共计 150 ㎡',
      '质量指标 系统运行 安全稳定 安全稳定',
      '时效指标 完成时间',
      '全年维护，1 个工作日处理完毕',
      '全年 3 次维护',
      '满意度指标',
      '满意度指',
      '标',
      '市、县监督部',
      '门满意度',
      '≥95% 95%以上',
      '群众满意度 ≥90% 92%',
      '2.部门评价结果。',
    ];
    expect(cellsOf(lines).map((cell) => cell.replace('系统运维费', '…'))).toEqual([
      'projects/…/adjusted 3',
      'projects/…/final 2.5',
      'indicators/….租赁面积.大厅/target 100?',
      'indicators/….租赁面积.大厅/actual 100?',
      'indicators/….租赁面积.库房/target 50?',
      'indicators/….租赁面积.库房/actual 50?',
      'indicators/….租赁面积/target 150?',
      'indicators/….租赁面积/actual 150?',
      'indicators/….系统运行?',
      'indicators/….市县监督部门满意度/target 95?',
      'indicators/….市县监督部门满意度/actual 95?',
      'indicators/….群众满意度/target 90?',
      'indicators/….群众满意度/actual 92?',
    ]);
  });

  test('staff that a form prints in cells', () => {
    expect(cellsOf([['联系人|某人|人员编制|21|实有人数|19']], 'staff')).toEqual([
      'staff/total/authorized 21?',
      'staff/total/actual 19?',
    ]);
    expect(cellsOf([['编制数|在职人员控制率', '21|95%']], 'staff')).toEqual([]);
  });

  test.each([
    ['accounts', ['收入支出决算总表', ['项目|年初预算数|全年预算数|决算数', '基本支出|10|12|11', '项目支出|5|6|6']]],
    [
      'accounts below the heading 预算绩效管理情况',
      ['（四）预算绩效管理情况', ['项目|年初预算数|全年预算数|决算数', '合计|10|12|11', '财政拨款|5|6|6']],
    ],
    ['a list of contracts', [['合同名称|指标|金额', '采购合同|1|20']]],
    [
      'a form without names',
      ['项目支出绩效自评表', ['一级指标|二级指标|三级指标|指标值|完成值', '产出指标|数量指标|数|5|6']],
    ],
  ])('no cell from %s', (_, contents) => {
    expect(cellsOf(contents)).toEqual([]);
  });
});
