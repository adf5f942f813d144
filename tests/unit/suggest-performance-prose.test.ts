import { describe, expect, test } from 'vitest';
import { cellsOf, suggestionsOf } from './performance-document.ts';

type Case = readonly [text: string, cells: readonly string[]];

const STAFF: readonly Case[] = [
  [
    '行政编制 25 名，工勤编制 3 名。设局长 1 名，副局长 2 名，机关党委书记 1 名；正科级领导职数 8 名，副科级领导职数 5 名。',
    [
      'administrative/authorized 25',
      'worker/authorized 3',
      'director/authorized 1',
      'deputy-director/authorized 2',
      'party-secretary/authorized 1',
      'section-chief/authorized 8',
      'section-deputy/authorized 5',
    ],
  ],
  [
    '编制数50名，其中行政编制20人，事业编制30人。年末实有人数47名，其中行政人员19人，事业人员28人。',
    [
      'total/authorized 50',
      'administrative/authorized 20',
      'institution/authorized 30',
      'total/actual 47',
      'administrative/actual 19',
      'institution/actual 28',
    ],
  ],
  [
    '截至2022年末，核定编制45名；实有在职人员42人，其中：行政14人、事业26人、工勤2人；退休人员31人。',
    [
      'total/authorized 45',
      'total/actual 42',
      'administrative/actual 14',
      'institution/actual 26',
      'worker/actual 2',
      'retired/actual 31',
    ],
  ],
  [
    '行政编制20名，实有18人；事业编制30名，实有28人。',
    ['administrative/authorized 20', 'administrative/actual 18', 'institution/authorized 30', 'institution/actual 28'],
  ],
  ['行政编制12个，年末实有人数10人。', ['administrative/authorized 12', 'total/actual 10']],
  [
    '我局在编在岗60人，其中公务员22人、工勤人员4人、事业人员34人。',
    ['total/actual 60', 'administrative/actual 22', 'worker/actual 4', 'institution/actual 34'],
  ],
  ['按财政供给率分，财政全额供给36人。', ['supported/actual 36']],
  ['实有人员70人，其中长期聘用6人。', ['total/actual 70', 'contract/actual 6']],
  // Others, and figures that count no people.
  ['离退休人员20人，离休1人，遗属3人。', []],
  ['下属市政务服务中心编制10名。', []],
  ['编制绩效目标12个，行政村150个，窗口工作人员80人。', []],
  ['本单位预算编制人员培训3次，进驻单位工作人员90人。', []],
];

const EVALUATION: readonly Case[] = [
  [
    '组织对道路养护等6个项目开展了预算事前绩效评估，对14个项目编制了绩效目标，选取11个项目开展绩效监控，对9个项目开展了绩效目标完成情况自评。',
    ['projects-assessed-before 6', 'projects-targeted 14', 'projects-monitored 11', 'projects-self-evaluated 9'],
  ],
  [
    '我部门组织对2022年度一般公共预算项目支出全面开展绩效自评，共涉及项目12个，共涉及资金3501.2万元。',
    ['projects-self-evaluated 12'],
  ],
  ['对一般公共预算的13个项目全面开展绩效自评。', ['projects-self-evaluated 13']],
  ['组织对“饮水安全”“河道治理”2个项目开展了部门评价，涉及资金100万元。', ['projects-evaluated 2']],
  ['自行组织了“设备更新”1个项目支出绩效评价。', ['projects-evaluated 1']],
  ['全年共有项目8个。', ['projects 8']],
  [
    '某局下属二级预算单位3个，其中行政单位0个，参照公务员法管理的事业单位1个，其他事业单位2个。',
    ['subordinate-units 3', 'subordinate-administrative 0', 'subordinate-civil-service 1', 'subordinate-other 2'],
  ],
  ['下属二级单位1个（某中心），属于其他事业单位。', ['subordinate-other 1', 'subordinate-units 1']],
  ['纳入2022年度部门决算编制范围的二级预算单位包括：0个。', ['units-included 0']],
  ['内设股室2个，下属事业单位1个。', ['departments 2', '下属事业单位 1']],
  ['内设6科1室和机关党委。', ['内设科 6', '内设室 1']],
  ['自评准确率达95%。', ['accuracy 95']],
  ['自评得分93.6分，综合评定为优秀等次。', ['score 93.6', 'grade 优秀']],
  ['2022年部门整体支出绩效自评得分为96.5分，评价等级为“优”。', ['score 96.5', 'grade 优']],
  [
    '我单位的9个项目中，7个得分在90分以上，评价结果为优秀，2个项目得分在90分以下，评价结果为良好。',
    ['projects 9', 'projects-优秀 7', 'projects-良好 2', 'score-优秀 90', 'score-良好 90'],
  ],
  [
    '12个项目开展绩效自评，自评结果为优的项目10个，自评结果为“良”的2个。',
    ['projects-self-evaluated 12', 'projects-优 10', 'projects-良 2'],
  ],
  // Limits, points and things that are no projects of the department.
  ['得分在85分以上，评价结果为优秀。', ['grade 优秀']],
  ['满分100分，产出指标40分，每少一项扣2分。', []],
  ['受理工程建设项目300个，开展联合验收20个。', []],
  ['采购项目40个，预算金额2000万元。', []],
];

const ASSETS: readonly Case[] = [
  [
    '年末资产总额512.40万元，其中流动资产112.15万元，固定资产净值400.25万元。',
    ['total 512.40', 'current 112.15', 'fixed-net 400.25'],
  ],
  [
    '资产合计80,000,000.00元，其中：流动资产1000万元，固定资产6000万元，在建工程900万元，无形资产100万元。',
    ['total 8000', 'current 1000', 'fixed-net 6000', 'construction 900', 'intangible 100'],
  ],
  [
    '资产总额100万元，流动资产60万元。流动资产中，货币资金50万元，主要是交易保证金40万元，现金10万元占流动资产的16.67%。',
    ['total 100', 'current 60', 'cash 50', '交易保证金 40', '现金 10'],
  ],
  ['本年新增固定资产20万元，处置资产5万元，资产总额比上年增加15万元。', []],
  ['流动资产60万元。', []],
];

const PROJECTS: readonly Case[] = [
  [
    '“设备维修费”项目绩效目标完成情况综述。项目全年预算数40万元，执行数为38万元，完成预算的95%。',
    ['“设备维修费”项目/adjusted 40', '“设备维修费”项目/final 38'],
  ],
  [
    '饮水安全项目绩效自评综述：根据年初设定的绩效目标，项目自评得分为98分。项目全年预算数为1350.5万元，执行数为1301.25万元，完成预算的96.35%。',
    ['饮水安全项目/adjusted 1350.5', '饮水安全项目/final 1301.25'],
  ],
  [
    '河道治理项目年初预算100万元，调整预算数120万元，实际支出118万元，预算执行率98.33%。',
    ['河道治理项目/initial 100', '河道治理项目/adjusted 120', '河道治理项目/final 118'],
  ],
  [
    '信息化建设项目，项目预算调整后66.2万元，全部为县级财政预算资金。',
    ['信息化建设项目/adjusted 66.2', '信息化建设项目.treasury/adjusted 66.2'],
  ],
  ['抗旱设备项目预算调整后7.5万元，拨付并使用7.4万元。', ['抗旱设备项目/adjusted 7.5', '抗旱设备项目/final 7.4']],
  ['“文化惠民”项目预算调整后33万元，全部完成预算。', ['“文化惠民”项目/adjusted 33', '“文化惠民”项目/final 33']],
  [
    '共有项目2个，分别是场馆运行经费项目80.5万元，用于物业；系统运行维护费项目16万元，用于运维。',
    ['场馆运行经费项目/adjusted 80.5', '系统运行维护费项目/adjusted 16'],
  ],
  [
    '道路养护项目全年预算数10万元，执行数9万元。乙类设备项目全年预算数20万元，执行数18万元。',
    ['道路养护项目/adjusted 10', '道路养护项目/final 9', '乙类设备项目/adjusted 20', '乙类设备项目/final 18'],
  ],
  ['设备购置项目全年预算数350,000元，执行数200,000元。', ['设备购置项目/adjusted 35', '设备购置项目/final 20']],
  // The accounts, and money that is nobody's budget.
  ['一般公共服务支出（类）其他支出（款）其他支出项目（项）年初预算为100万元，支出决算为90万元。', []],
  ['2022年全年预算数900万元，执行数880万元。', []],
  ['“社会保障和就业支出-行政事业单位养老支出”年初预算为292.00万元，支出决算为290万元。', []],
  ['机关运行经费年初预算为10万元，全年执行数9万元。', []],
  ['采购项目成交金额800万元，节约资金60万元。', []],
];

const likely = (cells: readonly string[], table: string, scope = '') =>
  cells.map((cell) => `${table}/${scope}${cell}?`);

describe('running text', () => {
  test.each(STAFF)('staff: %s', (text, expected) => {
    expect(cellsOf([text], 'staff')).toEqual(likely(expected, 'staff'));
  });

  test.each(EVALUATION)('evaluation: %s', (text, expected) => {
    const found = suggestionsOf([text]).cells.filter(({ table }) => table === 'evaluation');
    const shown = found.map(({ key, value, columns }) => `${key['item']} ${value ?? columns!['text']}`);
    expect(shown.sort()).toEqual([...expected].sort());
    expect(found.every(({ key, certainty }) => key['scope'] === 'department' && certainty === 'likely')).toBe(true);
  });

  test.each(ASSETS)('assets: %s', (text, expected) => {
    const found = suggestionsOf([text]).cells.filter(({ table }) => table === 'assets');
    expect(found.map(({ key, value }) => `${key['item']} ${value}`)).toEqual(expected);
  });

  test.each(PROJECTS)('projects: %s', (text, expected) => {
    const found = suggestionsOf([text]).cells.filter(({ table }) => table === 'projects');
    const shown = found.map(({ key, columns, measure, value }) => {
      const source = key['source'] ? `.${key['source']}` : '';
      return `${columns!['name']}${source}/${measure} ${value}`;
    });
    expect(shown).toEqual(expected);
  });

  test('shares of assets and rates of execution are derived', () => {
    const text =
      '资产100万元，流动资产60万元，占资产的60%，其中主要是保证金40万元占流动资产66.67%。\n设备项目全年预算数10万元，执行数9万元，完成预算的90%。';
    expect(suggestionsOf(text.split('\n')).derived.map(({ expression }) => expression)).toEqual([
      'completion(projects/设备/final,adjusted)',
      'share(assets/current/closing,assets/total/closing)',
      'share(assets/保证金/closing,assets/current/closing)',
    ]);
  });

  test('a project of a list under its heading; a report about one project', () => {
    const list = [
      '2.项目支出情况。2022年部门项目支出数为15万元。',
      '（1）联合执法工作经费10万元，用于检查。',
      '（2）热线运行经费5万元。',
    ];
    expect(cellsOf(list, 'projects')).toEqual([
      'projects/联合执法工作经费/final 10?',
      'projects/热线运行经费/final 5?',
    ]);
    expect(cellsOf(list.slice(1), 'projects')).toEqual([]);
    const report = [
      '2022年智慧水务平台建设项目绩效自评报告',
      '（一）批复情况。该项目财政批复金额310万元。',
      '结余45万元至2023年继续使用。',
    ];
    expect(cellsOf(report, 'projects')).toEqual([
      'projects/智慧水务平台建设/adjusted 310?',
      'projects/智慧水务平台建设/closing 45?',
    ]);
  });

  test('a second value of one quantity is only possible; the same one again proves the first', () => {
    expect(cellsOf(['行政编制18名。', '行政编制18名。', '行政编制5名。'])).toEqual([
      'staff/administrative/authorized 18?',
      'staff/administrative/authorized 18?',
      'staff/administrative/authorized 5??',
    ]);
  });

  test('a score belongs to the project that its sentence names', () => {
    const form = ['项目名称|饮水安全工程|<', '资金（万元）|全年预算数|全年执行数', '年度资金总额|10|9'];
    const text = '饮水安全工程项目绩效自评得分为98分。道路养护项目绩效自评得分为91分。部门整体支出自评得分95分。';
    const cells = cellsOf(['项目支出绩效自评表', form, text], 'evaluation');
    expect(cells).toEqual([
      'evaluation/饮水安全工程.score/value 98?',
      'evaluation/道路养护.score/value 91?',
      'evaluation/department.score/value 95?',
    ]);
  });

  test('text broken over lines is read as one', () => {
    expect(cellsOf(['我局核定的编制总数为行政编制\n18 名，年末实有在岗人员 31', '人，其中行政人员 23 人。'])).toEqual([
      'staff/administrative/authorized 18?',
      'staff/total/actual 31?',
      'staff/administrative/actual 23?',
    ]);
  });
});
