import { choice, key, number, operator, text } from './kinds.ts';
import { note } from './columns.ts';
import { defineTable } from './table.ts';

export const metrics = defineTable({
  id: 'metrics',
  title: '工作量与成效',
  about: '文件正文里的工作量、承诺与成效数字：多少件、多少次、多少户、百分之几。',
  row: '一个量在一种口径（目标、承诺、结果、之前）下的数',
  key: ['metric', 'role'],
  label: 'name',
  groupBy: 'topic',
  parent: 'parent',
  columns: {
    metric: key('量的标识', '本报告内唯一，中文短语即可'),
    role: choice(
      '口径',
      '目标、承诺、结果，或改进之前的水平',
      { target: '目标', promise: '承诺', result: '结果', before: '之前' },
      { required: true },
    ),
    name: text('名称', '这个数说的是什么，照印或用自己的话概括', { required: true }),
    topic: text('主题', '如：政务服务、热线、公共资源交易', { required: true }),
    parent: text('上级量', '是哪个量的一部分（填量的标识），可空'),
    operator: operator('符号', '“余”“以上”“近”等'),
    value: number('数值', '印出的数', { required: true, unitFrom: 'unit', operatorFrom: 'operator', highFrom: 'high' }),
    high: number('上限', '区间的上限', { unitFrom: 'unit' }),
    unit: text('单位', '照印，如 万件、亿元、%'),
    qualifier: text('限定', '如：每镇、平均、比法定时限'),
    period: text('时段', '不是整个报告年度时填写，如：截至2024年底'),
    note,
  },
});
