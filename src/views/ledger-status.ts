/** Chinese names of what became of a printed figure. */
import type { Status } from '../checks/ledger.ts';

export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  agrees: '相符',
  rounds: '舍入内',
  differs: '不符',
  unchecked: '无法核对',
  ignored: '不计',
};
