/** Finds the ruling lines among the drawing operators of a page. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rule, Rules } from './geometry.ts';
import { apply, walk, type Matrix, type Operators, type Point } from './operators.ts';

/** A filled shape thinner than this is a line, in points. */
const THIN = 3;
/** Lines shorter than this are marks, not rules. */
const SHORT = 2;
/** A page with more lines is a drawing; its lines are left alone. */
export const MANY_RULES = 20_000;

const STROKES = new Set<number>([OPS.stroke, OPS.closeStroke]);
const FILLS = new Set<number>([OPS.fill, OPS.eoFill]);
const BOTH = new Set<number>([OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);

/** Path commands of pdfjs: the command's number, then its coordinates. */
const COORDINATES = [2, 2, 6, 4, 0] as const;
const [MOVE, LINE, CURVE, QUADRATIC] = [0, 1, 2, 3];

/** @param upright turns page coordinates into upright ones, see PageContent. */
export function findRules(operators: Operators, upright: Matrix): Rules {
  const horizontal: Rule[] = [];
  const vertical: Rule[] = [];
  const add = ([x1, y1]: Point, [x2, y2]: Point, slack: number): void => {
    const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
    const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
    if (bottom - top <= slack && right - left >= SHORT && right - left > bottom - top)
      horizontal.push({ at: (top + bottom) / 2, from: left, to: right });
    else if (right - left <= slack && bottom - top >= SHORT)
      vertical.push({ at: (left + right) / 2, from: top, to: bottom });
  };
  walk(operators, upright, (operator, args, matrix) => {
    if (operator !== OPS.constructPath) return;
    const paint = args[0] as number;
    const data = (args[1] as readonly (Float32Array | null)[])[0];
    if (!data || horizontal.length + vertical.length > MANY_RULES) return;
    for (const shape of shapes(data, matrix)) {
      if (STROKES.has(paint) || BOTH.has(paint)) for (const [a, b] of shape.sides) add(a, b, 0.8);
      if (FILLS.has(paint) || BOTH.has(paint)) add(...bounds(shape.points), THIN);
    }
  });
  return horizontal.length + vertical.length > MANY_RULES ? { horizontal: [], vertical: [] } : { horizontal, vertical };
}

interface Shape {
  readonly points: Point[];
  /** Straight sides only. */
  readonly sides: [Point, Point][];
}

function shapes(data: Float32Array, matrix: Matrix): Shape[] {
  const result: Shape[] = [];
  let shape: Shape = { points: [], sides: [] };
  for (let index = 0; index < data.length;) {
    const command = data[index]!;
    const count = COORDINATES[command];
    if (count === undefined) break;
    const last = shape.points.at(-1);
    if (count > 0) {
      const point = apply(matrix, data[index + count - 1]!, data[index + count]!);
      if (command === MOVE) {
        shape = { points: [point], sides: [] };
        result.push(shape);
      } else {
        if (command === LINE && last) shape.sides.push([last, point]);
        if (command === CURVE || command === QUADRATIC)
          shape.points.push(apply(matrix, data[index + 1]!, data[index + 2]!));
        shape.points.push(point);
      }
    } else if (last && shape.points.length > 2) shape.sides.push([last, shape.points[0]!]);
    index += count + 1;
  }
  return result;
}

function bounds(points: readonly Point[]): [Point, Point] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [
    [Math.min(...xs), Math.min(...ys)],
    [Math.max(...xs), Math.max(...ys)],
  ];
}
