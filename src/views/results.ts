/** Chinese names of what a relation comes to. */
export const RESULT_NAMES = {
  holds: '相符',
  rounds: '舍入内',
  differs: '不符',
  unchecked: '无法核对',
  'not-comparable': '不可比',
} as const;
