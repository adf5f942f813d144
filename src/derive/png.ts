/** PNG with a palette (W3C PNG, third edition: IHDR, PLTE, IDAT, IEND), a third of the size of one with full colours. */
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const MOST = 256;

/**
 * Opaque pixels as a PNG of at most 256 colours: those used most, the others as the nearest of them.
 * @param pixels rows of red, green, blue, alpha; alpha is ignored
 */
export function encodePng(pixels: Uint8ClampedArray, width: number, height: number): Uint8Array {
  const colours = new Uint32Array(width * height);
  const uses = new Map<number, number>();
  for (let at = 0; at < colours.length; at += 1) {
    const colour = (pixels[at * 4]! << 16) | (pixels[at * 4 + 1]! << 8) | pixels[at * 4 + 2]!;
    colours[at] = colour;
    uses.set(colour, (uses.get(colour) ?? 0) + 1);
  }
  const palette = [...uses]
    .sort(([a, most], [b, more]) => more - most || a - b)
    .slice(0, MOST)
    .map(([colour]) => colour);
  const index = new Map([...uses.keys()].map((colour) => [colour, nearest(palette, colour)]));
  // Each row begins with its filter: none.
  const rows = new Uint8Array((width + 1) * height);
  for (let at = 0; at < colours.length; at += 1) rows[at + Math.floor(at / width) + 1] = index.get(colours[at]!)!;

  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // Eight bits for each index, colour type 3 (palette); the rest is 0: deflate, adaptive filters, not interlaced.
  header.set([8, 3], 8);
  const list = Uint8Array.from(palette.flatMap((colour) => channels(colour)));
  return Buffer.concat([
    SIGNATURE,
    ...chunk('IHDR', header),
    ...chunk('PLTE', list),
    ...chunk('IDAT', deflateSync(rows, { level: 6 })),
    ...chunk('IEND', new Uint8Array()),
  ]);
}

const channels = (colour: number) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];

/** Place in the palette of the colour itself, or of the one at the least distance. */
function nearest(palette: readonly number[], colour: number): number {
  const exact = palette.indexOf(colour);
  if (exact >= 0) return exact;
  const [red, green, blue] = channels(colour) as [number, number, number];
  const far = palette.map((one) => {
    const [r, g, b] = channels(one) as [number, number, number];
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  });
  return far.indexOf(Math.min(...far));
}

/** Length, type, content and checksum of one chunk. */
function chunk(type: string, content: Uint8Array): Uint8Array[] {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return [length, named, sum];
}
