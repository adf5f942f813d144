import { describe, expect, test } from 'vitest';
import { encodePng } from '../../src/derive/png.ts';
import { readPng } from './read-png.ts';

/** Red, green and blue of each pixel. */
async function decode(bytes: Uint8Array): Promise<number[][]> {
  const { pixels: data } = await readPng(bytes);
  return Array.from({ length: data.length / 4 }, (_, at) => Array.from(data.slice(at * 4, at * 4 + 3)));
}

const pixels = (colours: readonly (readonly number[])[]) =>
  Uint8ClampedArray.from(colours.flatMap(([r = 0, g = 0, b = 0]) => [r, g, b, 255]));

describe('PNG with a palette', () => {
  test('256 colours stay exactly as they are, row by row', async () => {
    const colours = Array.from({ length: 32 * 16 }, (_, at) => [(at * 7) % 256, at % 256, 255 - (at % 256)]);
    expect(await decode(encodePng(pixels(colours), 32, 16))).toEqual(colours);
  });

  test('of more, the most used stay and the rest become the nearest', async () => {
    const used = Array.from({ length: 256 }, (_, at) => [at, 0, 0]);
    const colours = [...used, ...used, [10, 3, 0], [200, 0, 9]];
    const decoded = await decode(encodePng(pixels(colours), colours.length, 1));
    expect(decoded).toEqual([...used, ...used, [10, 0, 0], [200, 0, 0]]);
  });
});
