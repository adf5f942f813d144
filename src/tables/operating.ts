import { item, money, note, ownItem } from './columns.ts';
import { count } from './kinds.ts';
import { defineTable } from './table.ts';

const VEHICLES = {
  'vehicles-ministerial': '副部（省）级及以上领导用车',
  'vehicles-leadership': '主要领导干部用车',
  'vehicles-confidential': '机要通信用车',
  'vehicles-emergency': '应急保障用车',
  'vehicles-enforcement': '执法执勤用车',
  'vehicles-special': '特种专业技术用车',
  'vehicles-retired': '离退休干部用车',
  'vehicles-other': '其他用车',
} as const;

export const operating = defineTable({
  id: 'operating',
  title: '机关运行、政府采购与资产占用',
  about: '机关运行经费、政府采购支出及授予中小企业合同金额、占用的车辆与大型设备。',
  row: '一项经费、采购或资产占用',
  key: ['item'],
  columns: {
    item,
    ...ownItem,
    ...money,
    count: count('数量（辆、台、套）', '年末车辆数或设备数'),
    note,
  },
  items: {
    'agency-operation': { name: '机关运行经费' },
    procurement: {
      name: '政府采购支出总额',
      partitions: [
        {
          parts: ['procurement-goods', 'procurement-works', 'procurement-services'],
          optional: ['procurement-goods', 'procurement-works', 'procurement-services'],
        },
      ],
    },
    'procurement-goods': { name: '政府采购货物支出' },
    'procurement-works': { name: '政府采购工程支出' },
    'procurement-services': { name: '政府采购服务支出' },
    'procurement-sme': { name: '授予中小企业合同金额' },
    'procurement-micro': { name: '授予小微企业合同金额' },
    vehicles: {
      name: '车辆',
      partitions: [{ parts: Object.keys(VEHICLES), optional: Object.keys(VEHICLES) }],
    },
    ...Object.fromEntries(Object.entries(VEHICLES).map(([id, name]) => [id, { name }])),
    'equipment-general': { name: '单价50万元以上通用设备' },
    'equipment-special': { name: '单价100万元以上专用设备' },
    'equipment-large': { name: '单价100万元（含）以上设备' },
  },
});
