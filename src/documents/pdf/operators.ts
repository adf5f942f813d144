/** Goes through the drawing operators of a page with the coordinates each is drawn in. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** a b c d e f as PDF writes them. */
export type Matrix = readonly number[];
export type Point = readonly [number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0]! * n[0]! + m[2]! * n[1]!,
    m[1]! * n[0]! + m[3]! * n[1]!,
    m[0]! * n[2]! + m[2]! * n[3]!,
    m[1]! * n[2]! + m[3]! * n[3]!,
    m[0]! * n[4]! + m[2]! * n[5]! + m[4]!,
    m[1]! * n[4]! + m[3]! * n[5]! + m[5]!,
  ];
}

export function apply(m: Matrix, x: number, y: number): Point {
  return [m[0]! * x + m[2]! * y + m[4]!, m[1]! * x + m[3]! * y + m[5]!];
}

export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export type Visit = (operator: number, args: readonly unknown[], matrix: Matrix) => void;

/** @param page turns the page's own coordinates into those that are wanted. */
export function walk(operators: Operators, page: Matrix, visit: Visit): void {
  let matrix = page;
  const saved: Matrix[] = [];
  operators.fnArray.forEach((operator, index) => {
    const args = (operators.argsArray[index] ?? []) as readonly unknown[];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(matrix);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? page;
    if (operator === OPS.transform) matrix = multiply(matrix, args as Matrix);
    if (operator === OPS.paintFormXObjectBegin && args[0]) matrix = multiply(matrix, args[0] as Matrix);
    visit(operator, args, matrix);
  });
}
