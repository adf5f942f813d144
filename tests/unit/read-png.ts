/** The pixels of a PNG, read by an independent reader. */
import { openStudio } from '../../src/derive/pictures/canvas.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Rows of red, green, blue, alpha. */
  readonly pixels: Uint8ClampedArray;
}

export async function readPng(bytes: Uint8Array): Promise<Picture> {
  // First of all, since it must be the one that loads the package.
  const studio = await openStudio();
  const { loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(Buffer.from(bytes));
  const { width, height } = image;
  const { pen } = studio.sheet(width, height);
  pen.drawImage(image, 0, 0);
  return { width, height, pixels: pen.getImageData(0, 0, width, height).data };
}
