/** Compares a workbook with what another program made of it. */
import { Big } from 'big.js';
import { read, type CellObject, type WorkSheet } from '@e965/xlsx';

export interface Reread {
  /** Number cells that came back equal, as numbers, shown in full. */
  readonly numbers: number;
  /** In Chinese, one for each cell or sheet that is not the same. */
  readonly differences: readonly string[];
}

/**
 * Every cell of `before` is in `after` with the same kind and value, and no other is; a number is also shown with all
 * its digits (in the number format that the other program kept).
 * @param name what the messages call the workbook
 */
export function reread(name: string, before: Uint8Array, after: Uint8Array): Reread {
  const [written, back] = [read(before, { cellNF: true }), read(after, { cellNF: true })];
  const differences: string[] = [];
  let numbers = 0;
  if (written.SheetNames.join('\n') !== back.SheetNames.join('\n'))
    differences.push(`${name}：工作表 ${written.SheetNames.join('、')}，读回 ${back.SheetNames.join('、')}`);
  for (const sheet of written.SheetNames) {
    const [left, right] = [cellsOf(written.Sheets[sheet]), cellsOf(back.Sheets[sheet])];
    for (const address of new Set([...left.keys(), ...right.keys()])) {
      const [one, other] = [left.get(address), right.get(address)];
      if (one?.t === other?.t && one?.v === other?.v && inFull(other)) numbers += one?.t === 'n' ? 1 : 0;
      else differences.push(`${name} ${sheet}!${address}：写的是${told(one)}，读回${told(other)}`);
    }
  }
  return { numbers, differences };
}

function cellsOf(sheet: WorkSheet | undefined): Map<string, CellObject> {
  const cells = Object.entries(sheet ?? {}).filter(([address]) => !address.startsWith('!'));
  return new Map(cells.filter(([, { t }]) => t !== 'z'));
}

/** Whether the text that a number is shown as has all its digits. */
function inFull(cell: CellObject | undefined): boolean {
  if (cell?.t !== 'n') return true;
  const text = (cell.w ?? '').replace(/[,\s]/g, '');
  return /^-?[0-9]+(?:\.[0-9]+)?$/.test(text) && new Big(text).eq(String(cell.v));
}

function told(cell: CellObject | undefined): string {
  if (!cell) return '空';
  const kind = { n: '数', s: '文字', b: '逻辑值', e: '错误值', d: '日期', z: '空' }[cell.t];
  return `${kind} ${String(cell.v)}${cell.t === 'n' ? `（显示为 ${cell.w ?? '空'}）` : ''}`;
}
