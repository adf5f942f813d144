import { item, note, ownItem } from './columns.ts';
import { key, number, operator, text } from './kinds.ts';
import { defineTable } from './table.ts';

export const evaluation = defineTable({
  id: 'evaluation',
  title: '绩效评价',
  about: '评价得分与等次，开展评价、监控的项目数，机构与下属单位数。',
  row: '一个范围内评定或计数的一件事',
  key: ['scope', 'item'],
  groupBy: 'scope',
  columns: {
    scope: key('范围', '部门整体用 department，项目用项目标识'),
    item,
    ...ownItem,
    operator: operator('符号', '85 分以上记 ≥'),
    value: number('数值', '得分或个数', {
      unitFrom: 'unit',
      operatorFrom: 'operator',
      highFrom: 'high',
      textFrom: 'text',
    }),
    high: number('上限', '区间的上限', { unitFrom: 'unit' }),
    unit: text('单位', '照印'),
    text: text('文字', '等次等文字结果，照印'),
    note,
  },
  items: {
    score: { name: '自评得分' },
    grade: { name: '评价等次' },
    accuracy: { name: '自评准确率' },
    projects: { name: '项目数' },
    'projects-assessed-before': { name: '开展事前绩效评估的项目数' },
    'projects-targeted': { name: '编制绩效目标的项目数' },
    'projects-monitored': { name: '开展绩效监控的项目数' },
    'projects-self-evaluated': { name: '开展绩效自评的项目数' },
    'projects-evaluated': { name: '开展绩效评价的项目数' },
    departments: { name: '内设机构数' },
    'subordinate-units': { name: '下属单位数' },
    'subordinate-administrative': { name: '下属行政单位数' },
    'subordinate-civil-service': { name: '下属参公事业单位数' },
    'subordinate-other': { name: '下属其他事业单位数' },
    'units-included': { name: '纳入决算编制范围的二级预算单位数' },
  },
});
