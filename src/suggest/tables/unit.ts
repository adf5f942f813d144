/** The unit of a table's money: from its heads, the lines around it, or what the narrative says of the same figures. */
import type { Document } from '../../documents/document.ts';
import type { Certainty } from '../suggestion.ts';
import type { FigureIndex } from './grid.ts';
import type { LocatedTable } from './locate.ts';

const MONEY = '(亿元|百万元|万元|千元|百元|元)';
const STATED = new RegExp(`(?:单位[:：]?|金额[:：])(?:人民币)?[（(]?(?:人民币)?${MONEY}(?![氏谋江阳宝坝])`, 'u');
const ALONE = new RegExp(`^[（(]?(?:人民币)?${MONEY}[)）]?$`, 'u');
const HEAD = new RegExp(`[（(](?:单位[:：])?${MONEY}[)）]`, 'u');

/** A unit printed near a table. */
export function statedUnit({ above, heads }: LocatedTable): string | undefined {
  const texts = [...above, ...heads.flatMap((row) => row.flatMap((cell) => cell?.text ?? []))];
  for (const text of texts) {
    const match = STATED.exec(text) ?? ALONE.exec(text);
    if (match) return match[1];
  }
  return undefined;
}

/** A unit that a head prints for its own column: 决算数（万元）. */
export function headUnit(path: readonly string[]): string | undefined {
  return path.flatMap((head) => HEAD.exec(head)?.[1] ?? []).at(-1);
}

/** The unit that the heads of some columns print, if they agree: then it is that of the columns without one as well. */
export function unitOfHeads({ heads }: LocatedTable): string | undefined {
  const units = new Set(heads.flatMap((row) => row.flatMap((cell) => HEAD.exec(cell?.text ?? '')?.[1] ?? [])));
  return units.size === 1 ? [...units][0] : undefined;
}

/** The unit that other tables state, if they agree; else that of the same amounts in the narrative; else 万元, unsure. */
export function assumedUnit(
  digits: readonly string[],
  others: readonly string[],
  narrative: ReadonlyMap<string, string>,
): { unit: string; certainty: Certainty } {
  if (others.length > 0 && new Set(others).size === 1) return { unit: others[0]!, certainty: 'likely' };
  const agreed = digits.flatMap((text) => narrative.get(text) ?? []);
  for (const unit of ['万元', '元']) if (agreed.includes(unit)) return { unit, certainty: 'likely' };
  return { unit: '万元', certainty: 'possible' };
}

/** Amounts that the text prints with their unit: telling ones only, of four digits or more. */
export function narrativeUnits(document: Document, figures: FigureIndex): ReadonlyMap<string, string> {
  const units = new Map<string, string>();
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph') continue;
    for (const { line, start, length } of block.pieces)
      for (const figure of figures.get(line) ?? []) {
        const digits = figure.printed.normalize('NFKC').replaceAll(',', '');
        const inside = figure.start >= start && figure.start < start + length;
        if (inside && ['万元', '元', '万'].includes(figure.unit) && digits.replace('.', '').length >= 4)
          units.set(digits, figure.unit === '元' ? '元' : '万元');
      }
  }
  return units;
}
