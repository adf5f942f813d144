import { choice, key, number, operator, percent, text } from './kinds.ts';
import { note } from './columns.ts';
import { defineTable } from './table.ts';

/** 绩效指标 as in the self-evaluation forms of 财预〔2020〕10号 and their provincial variants. */
export const indicators = defineTable({
  id: 'indicators',
  title: '绩效指标',
  about: '绩效自评表的指标：目标值与实际完成值，文字指标照印；一个指标印出几个数时用“分项”各占一行。',
  row: '一个绩效指标或其分项',
  key: ['project', 'indicator', 'part'],
  label: 'level3',
  groupBy: 'project',
  under: ['level1', 'level2'],
  unseen: ['direction'],
  columns: {
    project: key('项目标识', '所属项目的标识；部门整体绩效用 department'),
    indicator: key('指标标识', '指标的标识，本项目内唯一'),
    part: key('分项', '一个指标含几个数时的分项名，否则空', { required: false }),
    level1: text('一级指标', '照印', { required: true }),
    level2: text('二级指标', '照印'),
    level3: text('三级指标', '照印'),
    direction: choice(
      '方向',
      '数值越大越好、越小越好、应等于，或不明',
      { more: '越大越好', less: '越小越好', exact: '等于为好', unknown: '不明' },
      { required: true },
    ),
    target_operator: operator('目标符号', '目标值的比较符号，印出“以上”等也记在这里'),
    target: number('目标值', '年度指标值', {
      unitFrom: 'target_unit',
      operatorFrom: 'target_operator',
      highFrom: 'target_high',
      textFrom: 'target_text',
    }),
    target_high: number('目标上限', '目标为区间时的上限', { unitFrom: 'target_unit' }),
    target_unit: text('目标单位', '照印'),
    target_text: text('目标文字', '目标为文字时照印（长文概括）'),
    actual_operator: operator('实际符号', '实际完成值的比较符号'),
    actual: number('实际值', '实际完成值', {
      unitFrom: 'actual_unit',
      operatorFrom: 'actual_operator',
      highFrom: 'actual_high',
      textFrom: 'actual_text',
    }),
    actual_high: number('实际上限', '实际值为区间时的上限', { unitFrom: 'actual_unit' }),
    actual_unit: text('实际单位', '照印'),
    actual_text: text('实际文字', '实际完成为文字时照印（长文概括）'),
    completion: percent('自报完成率', '报告自己填写的完成率'),
    reason: text('偏差原因', '用自己的话'),
    note,
  },
});
