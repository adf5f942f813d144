/** The mark of the site on its own, for home screens: a full square, since phones round the corners themselves. */
import { openStudio } from './canvas.ts';
import { bold, COLOURS, Hand } from './hand.ts';

/** @param size pixels. @throws in Chinese when this machine cannot draw */
export async function drawIcon(size: number): Promise<Uint8Array> {
  const studio = await openStudio();
  const sheet = studio.sheet(size, size);
  const hand = new Hand(sheet, studio);
  const letter = Math.round(size * 0.72);
  const edge = (size - letter) / 2;
  hand.fill(0, 0, size, size, COLOURS.finding);
  // A Chinese character stands in a square of its size, 88 parts of a hundred above the base line.
  hand.write('明', edge, edge + letter * 0.88, bold(letter), COLOURS.paper);
  return sheet.canvas.toBuffer('image/png');
}
