/** Finds the characters among the drawing operators of a page, each where it is drawn. */
import { ideographs } from '../../figures/characters.ts';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, IDENTITY, multiply, walk, type Matrix, type Operators } from './operators.ts';

export interface Font {
  readonly vertical: boolean;
  readonly fontMatrix: Matrix;
}

/** Where a character begins and ends on its baseline, in the coordinates of the page. */
export interface PlacedGlyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly endX: number;
  readonly endY: number;
  readonly size: number;
  /** Direction of writing in degrees, clockwise from left to right. */
  readonly degrees: number;
  readonly vertical: boolean;
}

interface Glyph {
  readonly unicode: string;
  /** In thousandths of the font size, or in the units of the font's own matrix. */
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

interface TextState {
  font: Font | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

const START: TextState = { font: undefined, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 };

/** @param fontOf the font of that name. @param page turns the page's own coordinates into those that are wanted. */
export function findGlyphs(
  operators: Operators,
  fontOf: (name: string) => Font | undefined,
  page: Matrix,
): PlacedGlyph[] {
  const found: PlacedGlyph[] = [];
  let state = { ...START };
  const saved: TextState[] = [];
  let [x, y, lineX, lineY] = [0, 0, 0, 0];
  let text = IDENTITY;
  const move = (byX: number, byY: number) => {
    lineX += byX;
    lineY += byY;
    [x, y] = [lineX, lineY];
  };
  const setFont = (name: string, size: number) => Object.assign(state, { font: fontOf(name), size });
  const show = (glyphs: readonly (Glyph | number)[], matrix: Matrix) => {
    const { font, size, scale, rise } = state;
    if (!font || size === 0) return;
    const { vertical } = font;
    const unit = size * Math.abs(font.fontMatrix[0]!);
    const drawn = multiply(matrix, text);
    const em = Math.abs(size);
    for (const glyph of glyphs) {
      const number = typeof glyph === 'number';
      const width = number ? 0 : vertical && glyph.vmetric ? -glyph.vmetric[0]! : glyph.width;
      const spacing = number ? 0 : state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      const advance = number
        ? ((vertical ? 1 : -1) * glyph * size) / 1000
        : width * unit + (vertical ? -spacing : spacing);
      const [startX, startY] = apply(drawn, x, y + rise);
      const [boxX, boxY] = vertical
        ? apply(drawn, x, y + rise - width * unit)
        : apply(drawn, x + width * unit * scale, y + rise);
      if (vertical) y -= advance;
      else x += advance * scale;
      if (number) continue;
      const degrees = (Math.atan2(drawn[1]!, drawn[0]!) * 180) / Math.PI;
      const height = em * Math.hypot(drawn[2]!, drawn[3]!);
      if (glyph.unicode && Number.isFinite(startX + startY + boxX + boxY) && height > 0)
        found.push({
          text: ideographs(glyph.unicode),
          x: startX,
          y: startY,
          endX: boxX,
          endY: boxY,
          size: height,
          degrees,
          vertical,
        });
    }
  };
  walk(operators, page, (operator, args, matrix) => {
    const [first, second] = args as readonly number[];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push({ ...state });
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) state = saved.pop() ?? { ...START };
    else if (operator === OPS.beginText) [x, y, lineX, lineY, text] = [0, 0, 0, 0, IDENTITY];
    else if (operator === OPS.setTextMatrix) [x, y, lineX, lineY, text] = [0, 0, 0, 0, args[0] as Matrix];
    else if (operator === OPS.moveText) move(first!, second!);
    else if (operator === OPS.setLeadingMoveText) {
      state.leading = -second!;
      move(first!, second!);
    } else if (operator === OPS.nextLine) move(0, -state.leading);
    else if (operator === OPS.setFont) setFont(args[0] as string, second!);
    else if (operator === OPS.setGState) {
      for (const [key, value] of args[0] as readonly (readonly [string, unknown])[])
        if (key === 'Font') setFont(...(value as [string, number]));
    } else if (operator === OPS.setCharSpacing) state.charSpacing = first!;
    else if (operator === OPS.setWordSpacing) state.wordSpacing = first!;
    else if (operator === OPS.setHScale) state.scale = first! / 100;
    else if (operator === OPS.setLeading) state.leading = first!;
    else if (operator === OPS.setTextRise) state.rise = first!;
    else if (operator === OPS.showText) show(args[0] as readonly (Glyph | number)[], matrix);
  });
  return found;
}
