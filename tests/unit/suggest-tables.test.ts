/** Standard tables of the accounts in the layouts of several provinces, each with the cells that must be read. */
import { describe, expect, test } from 'vitest';
import { loadReference } from '../../src/load/reference.ts';
import { readData } from '../../src/disk/read.ts';
import type { Suggestions } from '../../src/suggest/suggestion.ts';
import { suggestTables } from '../../src/suggest/tables/index.ts';
import { documentOf } from './document-of.ts';

const { reference } = loadReference(readData('data'));
const read = (text: string, sheet?: string): Suggestions =>
  suggestTables(documentOf(text, sheet), { year: 2023, reference });
const address = ({ table, key, measure }: Suggestions['cells'][number]) =>
  `${table}/${Object.values(key).join('.')}/${measure}`;
/** Cells as `address value`, with `?` for likely and `??` for possible ones; each once, the first place wins. */
function cells(suggestions: Suggestions): string[] {
  const marks = { certain: '', likely: ' ?', possible: ' ??' };
  const first = new Map(
    [...suggestions.cells].reverse().map((cell) => [address(cell), `${cell.value}${marks[cell.certainty]}`]),
  );
  return [...first].map(([place, value]) => `${place} ${value}`).sort();
}
const sorted = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .sort();

/** title, document, cells. */
const CASES: readonly (readonly [string, string, string])[] = [
  [
    '收入支出决算总表 with row numbers, blanks, dashes and zeros',
    `收入支出决算总表
     公开01表
     部门：某部门    单位：万元
     |收入|<|<|支出|<|<|
     |项目|行次|决算数|项目|行次|决算数|
     |栏次| |1|栏次| |2|
     |一、一般公共预算财政拨款收入|1|1,200.50|一、一般公共服务支出|32|1,000.00|
     |二、政府性基金预算财政拨款收入|2|0.00|二、外交支出|33| |
     |八、其他收入|8|—|八、社会保障和就业支出|39|205.50|
     |本年收入合计|27|1,200.50|本年支出合计|58|1,205.50|
     |使用非财政拨款结余（含专用结余）|28| |结余分配|59|-|
     |年初结转和结余|29|10|年末结转和结余|60|5.00|
     |总计|31|1,210.50|总计|62|1,210.50|`,
    `income/general/final 1200.50
     income/government-fund/final 0.00
     income/current/final 1200.50
     income/carry-in/final 10
     income/total/final 1210.50
     functional/all.201/final 1000.00
     functional/all.208/final 205.50
     expenditure/current/final 1205.50
     expenditure/carry-out/final 5.00
     expenditure/total/final 1210.50`,
  ],
  [
    'income of a source that the table does not list, but not a part of such a source',
    `收入支出决算总表
     单位：万元
     |收入|<|支出|<|
     |项目|决算数|项目|决算数|
     |一、一般公共预算财政拨款收入|90.00|一、教育支出|100.00|
     |四、财政专户管理资金收入|10.00| | |
     |其中：财政专户管理资金|9.00| | |
     |本年收入合计|100.00|本年支出合计|100.00|`,
    `expenditure/current/final 100.00
     functional/all.205/final 100.00
     income/current/final 100.00
     income/general/final 90.00
     income/财政专户管理资金收入/final 10.00 ?`,
  ],
  [
    'a unit that stands in one head alone; names without codes, of which one below an unknown 款 is left out',
    `支出决算表
     |项目|本年支出合计（元）|基本支出|项目支出|上缴上级支出|
     |合计|1,000,000.50|900,000.00|100,000.50|0.00|
     |公共安全支出|1,000,000.50|900,000.00|100,000.50|0.00|
     |公安|900,000.00|900,000.00|0.00|0.00|
     |行政运行|900,000.00|900,000.00|0.00|0.00|
     |没有的款|100,000.50|0.00|100,000.50|0.00|
     |行政运行|100,000.50|0.00|100,000.50|0.00|
     |司法|12.00|0.00|12.00|0.00|
     |法治建设|12.00|0.00|12.00|0.00|`,
    `expenditure/basic/final 90 ?
     expenditure/current/final 100.00005
     expenditure/project/final 10.00005 ?
     expenditure/to-superior/final 0 ?
     functional/all.204/basic 90 ?
     functional/all.204/final 100.00005
     functional/all.204/project 10.00005 ?
     functional/all.204/to-superior 0 ?
     functional/all.20402/basic 90 ?
     functional/all.20402/final 90
     functional/all.20402/project 0 ?
     functional/all.20402/to-superior 0 ?
     functional/all.2040201/basic 90 ?
     functional/all.2040201/final 90
     functional/all.2040201/project 0 ?
     functional/all.2040201/to-superior 0 ?
     functional/all.20406/basic 0 ?
     functional/all.20406/final 0.0012
     functional/all.20406/project 0.0012 ?
     functional/all.20406/to-superior 0 ?
     functional/all.2040612/basic 0 ?
     functional/all.2040612/final 0.0012
     functional/all.2040612/project 0.0012 ?
     functional/all.2040612/to-superior 0 ?
     functional/all.total/basic 90 ?
     functional/all.total/final 100.00005
     functional/all.total/project 10.00005 ?
     functional/all.total/to-superior 0 ?`,
  ],
  [
    'the summary with three phases of the budget, and a third part by nature',
    `表一：部门收支决算总表（单位：万元）
     |收 入|<|<|<|支 出|<|<|<|支出按性质和经济分类|<|
     |项 目|年初预算数|全年预算数|决算数|项目（按功能分类）|年初预算数|全年预算数|决算数|项目（按支出性质和经济分类）|决算数|
     |一、财政拨款收入|90.1|100.2|99.9|一、医疗卫生与计划生育支出|90.1|100.2|99.9|一、基本支出|60.0|
     |其中：政府性基金预算财政拨款|0|0|0|二、国土海洋气象等支出| | |0.1|人员经费|50.0|
     |用事业基金弥补收支差额| | |1.1| | | | |日常公用经费|10.0|
     |本年收入合计|90.1|100.2|99.9|本年支出合计|90.1|100.2|100.0|二、项目支出|40.0|`,
    `income/treasury/initial 90.1
     income/treasury/adjusted 100.2
     income/treasury/final 99.9
     income/government-fund/initial 0
     income/government-fund/adjusted 0
     income/government-fund/final 0
     income/nonfiscal-surplus/final 1.1
     income/current/initial 90.1
     income/current/adjusted 100.2
     income/current/final 99.9
     functional/all.210/initial 90.1
     functional/all.210/adjusted 100.2
     functional/all.210/final 99.9
     functional/all.220/final 0.1
     expenditure/current/initial 90.1
     expenditure/current/adjusted 100.2
     expenditure/current/final 100.0
     expenditure/basic/final 60.0
     expenditure/personnel/final 50.0
     expenditure/public/final 10.0
     expenditure/project/final 40.0`,
  ],
  [
    '收入决算表 in 元, codes in three columns, 教育收费 within 事业收入',
    `收入决算表
     金额单位：元
     |项目|<|<|<|本年收入合计|财政拨款收入|上级补助收入|事业收入|<|经营收入|附属单位上缴收入|其他收入|
     |科目编码|<|<|科目名称|^|^|^|小计|其中：教育收费|^|^|^|
     |类|款|项|合计|5,836.00|5,000.00| |836.00|36.00| | | |
     |205| | |教育支出|5,836.00|5,000.00| |836.00|36.00| | | |
     |205|02| |普通教育|5,836.00|5,000.00| |836.00|36.00| | | |
     | | |05|高等教育|5,836.00|5,000.00| |836.00|36.00| | | |`,
    `income-functional/total/final 0.5836
     income-functional/total/treasury 0.5
     income-functional/total/institution 0.0836
     income/current/final 0.5836
     income/treasury/final 0.5
     income/institution/final 0.0836
     income-functional/205/final 0.5836
     income-functional/205/treasury 0.5
     income-functional/205/institution 0.0836
     income-functional/20502/final 0.5836
     income-functional/20502/treasury 0.5
     income-functional/20502/institution 0.0836
     income-functional/2050205/final 0.5836
     income-functional/2050205/treasury 0.5
     income-functional/2050205/institution 0.0836`,
  ],
  [
    '支出决算总表 (陕西), code and name in one cell, negative numbers',
    `支出决算总表
     单位：万元
     |功能分类科目|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出|
     |合计|100.00|60.00|40.00| | | |
     |201一般公共服务支出|112.30|60.00|52.30| | | |
     |20113商贸事务|-12.30| |（12.30）| | | |`,
    `functional/all.total/final 100.00
     functional/all.total/basic 60.00
     functional/all.total/project 40.00
     expenditure/current/final 100.00
     expenditure/basic/final 60.00
     expenditure/project/final 40.00
     functional/all.201/final 112.30
     functional/all.201/basic 60.00
     functional/all.201/project 52.30
     functional/all.20113/final -12.30
     functional/all.20113/project -12.30`,
  ],
  [
    '财政拨款收入支出决算总表: funds in columns, their carry-over in rows',
    `财政拨款收入支出决算总表
     公开04表 单位：万元
     |收 入|<|支 出|<|<|<|<|
     |项 目|决算数|项 目|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款|
     |一、一般公共预算财政拨款|80.00|一、教育支出|70.00|70.00| | |
     |二、政府性基金预算财政拨款|20.00|二、城乡社区支出|35.00|15.00|20.00| |
     |三、国有资本经营预算财政拨款| |三、国有资本经营预算支出| | | | |
     |本年收入合计|100.00|本年支出合计|105.00|85.00|20.00| |
     |年初财政拨款结转和结余|5.00|年末财政拨款结转和结余|0.00|0.00| | |
     |一、一般公共预算财政拨款|5.00| | | | | |
     |二、政府性基金预算财政拨款|0.00| | | | | |
     |总计|105.00|总计|105.00|85.00|20.00| |`,
    `fiscal/income-general/final 80.00
     fiscal/income-government-fund/final 20.00
     fiscal/income/final 100.00
     fiscal/carry-in/final 5.00
     fiscal/carry-in-general/final 5.00
     fiscal/carry-in-government-fund/final 0.00
     fiscal/income-total/final 105.00
     functional/general.205/final 70.00
     functional/general.212/final 15.00
     functional/government-fund.212/final 20.00
     fiscal/expenditure/final 105.00
     fiscal/expenditure-general/final 85.00
     fiscal/expenditure-government-fund/final 20.00
     fiscal/carry-out/final 0.00
     fiscal/carry-out-general/final 0.00
     fiscal/expenditure-total/final 105.00`,
  ],
  [
    '一般公共预算财政拨款支出决算表 with budget and prior year, names only',
    `一般公共预算财政拨款支出决算表
     （单位：万元）
     |项目|年初预算数|决算数|<|<|上年决算数|决算数比上年增减|
     |^|^|小计|基本支出|项目支出|^|^|
     |合计|50|60|40|20|55|5|
     |城乡社区支出|50|60|40|20| | |
     |城乡社区规划与管理|50|60|40|20| | |
     |城乡社区规划与管理|50|60|40|20| | |`,
    `functional/general.total/initial 50
     functional/general.total/final 60
     functional/general.total/basic 40
     functional/general.total/project 20
     functional/general.total/prior 55
     functional/general.total/change 5
     fiscal/expenditure-general/change 5
     fiscal/expenditure-general/initial 50
     fiscal/expenditure-general/final 60
     fiscal/expenditure-general/prior 55
     functional/general.212/initial 50
     functional/general.212/final 60
     functional/general.212/basic 40
     functional/general.212/project 20
     functional/general.21202/initial 50
     functional/general.21202/final 60
     functional/general.21202/basic 40
     functional/general.21202/project 20
     functional/general.2120201/initial 50
     functional/general.2120201/final 60
     functional/general.2120201/basic 40
     functional/general.2120201/project 20`,
  ],
  [
    'the same of 2016 to 2018, with income and carry-over by kind',
    `一般公共预算财政拨款收入支出决算表
     单位：万元
     |项 目|<|年初结转和结余|<|<|本年收入|<|<|本年支出|<|<|年末结转和结余|<|<|
     |功能分类科目编码|科目名称|合计|基本支出结转|项目支出结转和结余|合计|基本支出|项目支出|合计|基本支出|项目支出|合计|基本支出结转|项目支出结转和结余|
     |栏次|<|1|2|3|4|5|6|7|8|9|10|11|12|
     |合计|<|1.0|0.4|0.6|9.0|5.0|4.0|8.0|5.0|3.0|2.0|0.4|1.6|
     |2010101|行政运行|1.0|0.4|0.6|9.0|5.0|4.0|8.0|5.0|3.0|2.0|0.4|1.6|`,
    ['total', '2010101']
      .map((code) =>
        ['opening 1.0', 'income 9.0', 'final 8.0', 'basic 5.0', 'project 3.0', 'closing 2.0']
          .map((text) => `functional/general.${code}/${text}`)
          .join('\n'),
      )
      .join('\n')
      .concat(
        '\nfiscal/carry-in-general/final 1.0\nfiscal/income-general/final 9.0\nfiscal/expenditure-general/final 8.0\nfiscal/carry-out-general/final 2.0',
      ),
  ],
  [
    '基本支出决算明细表: three columns of codes, totals below',
    `一般公共预算财政拨款基本支出决算明细表
     公开06表
     |人员经费|<|<|公用经费|<|<|<|<|<|
     |科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数|
     |301|工资福利支出|80.00|302|商品和服务支出|15.00|307|债务利息及费用支出| |
     |30101|基本工资|80.00|30201|办公费|15.00|310|资本性支出|5.00|
     |303|对个人和家庭的补助|0.50| | | |31002|办公设备购置|5.00|
     |人员经费合计|<|80.50|公用经费合计|<|<|<|<|20.00|
     单位：万元`,
    `economic/general.301/final 80.00 ??
     economic/general.30101/final 80.00 ??
     economic/general.302/final 15.00 ??
     economic/general.30201/final 15.00 ??
     economic/general.303/final 0.50 ??
     economic/general.310/final 5.00 ??
     economic/general.31002/final 5.00 ??
     economic/general.personnel/final 80.50 ??
     economic/general.public/final 20.00 ??`,
  ],
  [
    'basic expenditure split by columns, codes of 类 and 款, in 元',
    `一般公共预算财政拨款基本支出决算表
     单位：元
     |经济分类科目编码|<|经济分类科目名称|基本支出|<|<|
     |类|款|^|合计|人员经费|公用经费|
     |合计|<|<|30000|20000|10000|
     |301| |工资福利支出|20000|20000| |
     |301|01|基本工资|20000|20000| |
     |302| |商品和服务支出|10000| |10000|`,
    `economic/general.basic/final 3
     economic/general.personnel/final 2
     economic/general.public/final 1
     economic/general.301/final 2
     economic/general.30101/final 2
     economic/general.302/final 1`,
  ],
  [
    'codes of 款 without their 类, two columns of codes',
    `一般公共预算财政拨款基本支出决算表（按经济分类科目）
     单位：万元
     |经济分类科目|<|金额|经济分类科目|<|金额|
     |编码|名称|^|编码|名称|^|
     |合计| |72.00| | | |
     |301|一、工资福利支出|60.00|302|二、商品和服务支出|12.00|
     |01|基本工资|50.00|01|办公费|10.00|
     |02|津贴补贴|10.00|02|印刷费|2.00|`,
    `economic/general.basic/final 72.00
     economic/general.301/final 60.00
     economic/general.30101/final 50.00
     economic/general.30102/final 10.00
     economic/general.302/final 12.00
     economic/general.30201/final 10.00
     economic/general.30202/final 2.00`,
  ],
  [
    '“三公”: budget 1 to 6, then accounts 7 to 12',
    `财政拨款“三公”经费支出决算表
     公开07表 单位：万元
     |预算数|<|<|<|<|<|决算数|<|<|<|<|<|
     |合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费|
     |^|^|小计|公务用车购置费|公务用车运行费|^|^|^|小计|公务用车购置费|公务用车运行费|^|
     |1|2|3|4|5|6|7|8|9|10|11|12|
     |12.00| |10.00| |10.00|2.00|9.50|0.00|8.50| |8.50|1.00|
     注：本表反映部门本年度“三公”经费支出预决算情况。其中，预算数为年初预算数。`,
    `three-public/total/initial 12.00
     three-public/vehicles/initial 10.00
     three-public/vehicle-operation/initial 10.00
     three-public/reception/initial 2.00
     three-public/total/final 9.50
     three-public/abroad/final 0.00
     three-public/vehicles/final 8.50
     three-public/vehicle-operation/final 8.50
     three-public/reception/final 1.00`,
  ],
  [
    '“三公”: budget and accounts paired per item, in 元 (上海)',
    `一般公共预算财政拨款“三公”经费支出决算表
     单位：元
     |合计|<|因公出国（境）费|<|公务用车购置及运行费|<|<|<|<|<|公务接待费|<|
     |^|<|^|<|小计|<|购置费|<|运行费|<|^|<|
     |预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|
     |30000|20000| | |20000|15000| | |20000|15000|10000|5000|`,
    `three-public/total/adjusted 3
     three-public/total/final 2
     three-public/vehicles/adjusted 2
     three-public/vehicles/final 1.5
     three-public/vehicle-operation/adjusted 2
     three-public/vehicle-operation/final 1.5
     three-public/reception/adjusted 1
     three-public/reception/final 0.5`,
  ],
  [
    '“三公” with 会议费 and 培训费 (陕西), a row per phase, reception before cars',
    `财政拨款“三公”经费及会议费、培训费支出决算表
     单位：万元
     |项目|合计|因公出国（境）费用|公务接待费|公务用车购置及运行维护费|<|<|会议费|培训费|
     |^|^|^|^|小计|公务用车购置费|公务用车运行维护费|^|^|
     |年初预算数|6| |1|5| |5|2|3|
     |决算数|4.5| |0.5|4| |4|1|2.5|`,
    `three-public/total/initial 6
     three-public/reception/initial 1
     three-public/vehicles/initial 5
     three-public/vehicle-operation/initial 5
     operating/会议费/initial 2 ?
     operating/培训费/initial 3 ?
     three-public/total/final 4.5
     three-public/reception/final 0.5
     three-public/vehicles/final 4
     three-public/vehicle-operation/final 4
     operating/会议费/final 1 ?
     operating/培训费/final 2.5 ?`,
  ],
  [
    '“三公”, 机关运行经费, assets and procurement as rows (云南), counts among them',
    `“三公”经费、行政参公单位机关运行经费情况表
     金额单位：万元
     |项目|行次|预算数|决算统计数|
     |栏次| |1|2|
     |一、“三公”经费支出|1|—|—|
     |（一）支出合计|2|5.00|4.00|
     |1．因公出国（境）费|3| | |
     |2．公务用车购置及运行维护费|4|4.00|3.00|
     |（1）公务用车购置费|5| | |
     |（2）公务用车运行维护费|6|4.00|3.00|
     |3．公务接待费|7|1.00|1.00|
     |（1）国内接待费|8|—|1.00|
     |其中：外事接待费|9|—|0.00|
     |（2）国（境）外接待费|10|—|0.00|
     |（二）相关统计数|11|—|—|
     |1．因公出国（境）团组数（个）|12|—|0|
     |2．因公出国（境）人次数（人）|13|—|0|
     |3．公务用车购置数（辆）|14|—|0|
     |4．公务用车保有量（辆）|15|—|2|
     |5．国内公务接待批次（个）|16|—|12|
     |6．国内公务接待人次（人）|17|—|1,100|
     |二、机关运行经费|18|—|33.30|
     |（一）行政单位|19|—|33.30|
     |三、国有资产占用情况|20|—|—|
     |（一）车辆数合计（辆）|21|—|3|
     |1．执法执勤用车|22|—|2|
     |2．其他用车|23|—|1|
     |（二）单价100万元（含）以上设备（不含车辆）|24|—|1|
     |四、政府采购支出合计|25|—|8.80|
     |其中：政府采购货物支出|26|—|8.80|
     |政府采购授予中小企业合同金额|27|—|8.00|
     |其中：授予小微企业合同金额|28|—|7.00|`,
    `three-public/total/adjusted 5.00
     three-public/total/final 4.00
     three-public/vehicles/adjusted 4.00
     three-public/vehicles/final 3.00
     three-public/vehicle-operation/adjusted 4.00
     three-public/vehicle-operation/final 3.00
     three-public/reception/adjusted 1.00
     three-public/reception/final 1.00
     three-public/reception-domestic/final 1.00
     three-public/reception-foreign/final 0.00 ??
     three-public/abroad/groups 0
     three-public/abroad/people 0
     three-public/vehicle-purchase/bought 0
     three-public/vehicles/kept 2
     three-public/reception-domestic/batches 12
     three-public/reception-domestic/people 1100
     operating/agency-operation/final 33.30
     operating/vehicles/count 3
     operating/vehicles-enforcement/count 2
     operating/vehicles-other/count 1
     operating/equipment-large/count 1
     operating/procurement/final 8.80
     operating/procurement-goods/final 8.80
     operating/procurement-sme/final 8.00
     operating/procurement-micro/final 7.00`,
  ],
  [
    '“三公” with counts below the money under heads of their own (江苏)',
    `财政拨款“三公”经费、会议费和培训费支出决算表
     单位：万元
     |“三公”经费|<|<|<|<|<|会议费|培训费|
     |三公经费合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|^|^|
     |^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^|
     |3.00| |2.00| |2.00|1.00|0.10|0.20|
     |相关统计数：|<|<|<|<|<|<|<|
     |项目|<|<|统计数|项目|<|<|统计数|
     |因公出国（境）团组数（个）|<|<|0|公务用车保有量（辆）|<|<|1|
     |国内公务接待批次（个）|<|<|7|国内公务接待人次（人）|<|<|70|`,
    `three-public/total/final 3.00
     three-public/vehicles/final 2.00
     three-public/vehicle-operation/final 2.00
     three-public/reception/final 1.00
     operating/会议费/final 0.10 ?
     operating/培训费/final 0.20 ?
     three-public/abroad/groups 0
     three-public/vehicles/kept 1
     three-public/reception-domestic/batches 7
     three-public/reception-domestic/people 70`,
  ],
  [
    '政府性基金预算财政拨款收入支出决算表',
    `政府性基金预算财政拨款收入支出决算表
     公开08表
     部门：某部门
     金额单位：万元
     |项目|<|年初结转和结余|本年收入|本年支出|<|<|年末结转和结余|
     |科目编码|科目名称|^|^|小计|基本支出|项目支出|^|
     |合计|<|2.00|8.00|9.00| |9.00|1.00|
     |21208|国有土地使用权出让收入安排的支出|2.00|8.00|9.00| |9.00|1.00|`,
    `functional/government-fund.total/opening 2.00
     functional/government-fund.total/income 8.00
     functional/government-fund.total/final 9.00
     functional/government-fund.total/project 9.00
     functional/government-fund.total/closing 1.00
     fiscal/carry-in-government-fund/final 2.00
     fiscal/income-government-fund/final 8.00
     fiscal/expenditure-government-fund/final 9.00
     fiscal/carry-out-government-fund/final 1.00
     functional/government-fund.21208/opening 2.00
     functional/government-fund.21208/income 8.00
     functional/government-fund.21208/final 9.00
     functional/government-fund.21208/project 9.00
     functional/government-fund.21208/closing 1.00`,
  ],
  [
    '国有资本经营预算财政拨款支出决算表, its title in the table',
    `|国有资本经营预算财政拨款支出决算表|<|<|<|<|
     |公开09表|<|<|<|<|
     |部门：某部门|<|<|单位：万元|<|
     |项目|<|合计|基本支出|项目支出|
     |功能分类科目编码|科目名称|^|^|^|
     |合计|<|1.00| |1.00|
     |2230105|国有企业退休人员社会化管理补助支出|1.00| |1.00|`,
    `functional/state-capital.total/final 1.00
     functional/state-capital.total/project 1.00
     fiscal/expenditure-state-capital/final 1.00
     functional/state-capital.2230105/final 1.00
     functional/state-capital.2230105/project 1.00`,
  ],
  [
    '国有资产占用情况表 with kinds of vehicles as heads (江西)',
    `国有资产占用情况表
     |车辆（辆）|<|<|<|<|单价50万元（含）以上通用设备（台、套）|单价100万元（含）以上专用设备（台、套）|
     |合计|副部（省）级及以上领导用车|主要领导干部用车|执法执勤用车|其他用车|^|^|
     |1|2|3|4|5|6|7|
     |5|0|1|3|1|0|2|`,
    `operating/vehicles/count 5
     operating/vehicles-ministerial/count 0
     operating/vehicles-leadership/count 1
     operating/vehicles-enforcement/count 3
     operating/vehicles-other/count 1
     operating/equipment-general/count 0
     operating/equipment-special/count 2`,
  ],
  [
    '机关运行经费支出决算表 by economic code, 政府采购支出表 (江苏)',
    `一般公共预算机关运行经费支出决算表
     单位：万元
     |科目编码|科目名称|机关运行经费支出|
     |合计|<|12.30|
     |302|商品和服务支出|12.30|

     政府采购支出决算表
     单位：万元
     |项目|金额|
     |合计|9.00|
     |一、政府采购货物支出|4.00|
     |二、政府采购工程支出| |
     |三、政府采购服务支出|5.00|`,
    `operating/agency-operation/final 12.30
     operating/procurement/final 9.00
     operating/procurement-goods/final 4.00
     operating/procurement-services/final 5.00`,
  ],
  [
    '国有资产占有使用情况表 (云南): amounts, not numbers of vehicles',
    `国有资产占有使用情况表
     部门：某部门　金额单位：万元
     |项目|行次|资产总额|流动资产|固定资产|<|<|<|对外投资/有价证券|在建工程|无形资产|其他资产|
     |^|^|^|^|小计|房屋构筑物|车辆|其他固定资产|^|^|^|^|
     |栏次| |1|2|3|4|5|6|7|8|9|10|
     |合计|1|100.00|40.00|50.00|30.00|12.00|8.00|0.00|6.00|4.00|0.00|`,
    `assets/total/closing 100.00
     assets/current/closing 40.00
     assets/fixed-net/closing 50.00 ?
     assets/construction/closing 6.00
     assets/intangible/closing 4.00
     assets/other/closing 0.00`,
  ],
  [
    '四川 项目支出决算表: codes only, not the projects',
    `一般公共预算财政拨款项目支出决算表
     单位：万元
     |科目编码|<|<|项目名称|金额|
     |类|款|项|^|^|
     |合计|<|<|<|7.00|
     |201|05|07|专项普查活动|7.00|
     | | | |某项目|7.00|`,
    `functional/general.total/project 7.00
     functional/general.2010507/project 7.00`,
  ],
];

describe('the standard tables', () => {
  test.each(CASES)('%s', (_, document, expected) => {
    expect(cells(read(document))).toEqual(sorted(expected));
  });
});
