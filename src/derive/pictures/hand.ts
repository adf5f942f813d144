/** Writes and rules on a sheet, in the site's colours, between margins. */
import type { Tone } from '../../views/card.ts';
import type { Sheet, Studio, Weight } from './canvas.ts';

/** The site's colours on paper, as in styles/tokens.css. */
export const COLOURS = {
  paper: '#fbfaf6',
  ink: '#1d1c19',
  soft: '#5d594f',
  line: '#ddd8cb',
  accent: '#1d4f6e',
  finding: '#a92d1a',
  proven: '#2a6348',
} as const satisfies Readonly<Record<Tone | 'paper' | 'line' | 'accent', string>>;

export interface Face {
  /** Pixels. */
  readonly size: number;
  readonly weight: Weight;
}

export const regular = (size: number): Face => ({ size, weight: 400 });
export const bold = (size: number): Face => ({ size, weight: 700 });

/** The left half of these is empty; hung out by that half, a text lines up with those above and below. */
const HANGING = /^[（《〈「『【〔“‘]/u;

export class Hand {
  readonly #pen: Sheet['pen'];
  readonly #studio: Studio;
  #face: Face | undefined;

  constructor({ pen }: Sheet, studio: Studio) {
    this.#pen = pen;
    this.#studio = studio;
  }

  /** Width of a text inside a line, in pixels. */
  advance(text: string, face: Face): number {
    this.#take(face);
    return this.#pen.measureText(text).width;
  }

  /** Width of a text that stands by itself, an opening mark hung out. */
  width(text: string, face: Face): number {
    return this.advance(text, face) - hang(text, face.size);
  }

  /** The greatest width of some texts; 0 for none. */
  widest(texts: readonly string[], face: Face): number {
    return Math.max(0, ...texts.map((text) => this.width(text, face)));
  }

  /** Writes one line from `x` on the base line `y`. @returns its width */
  write(text: string, x: number, y: number, face: Face, colour: string): number {
    const wide = this.width(text, face);
    this.#pen.fillStyle = colour;
    this.#pen.fillText(text, x - hang(text, face.size), y);
    return wide;
  }

  /** Writes one line that ends at `x`. */
  writeTo(text: string, x: number, y: number, face: Face, colour: string): void {
    this.write(text, x - this.width(text, face), y, face, colour);
  }

  /** The text, or as much of it as fits with “…”. */
  cut(text: string, room: number, face: Face): string {
    if (this.width(text, face) <= room) return text;
    const letters = [...text];
    while (letters.length > 0 && this.width(`${letters.join('')}…`, face) > room) letters.pop();
    return `${letters.join('')}…`;
  }

  /** Sets the font when it is another than before, since that takes longer than to write a line. */
  #take(face: Face): void {
    if (face.size === this.#face?.size && face.weight === this.#face.weight) return;
    this.#pen.font = this.#studio.font(face.size, face.weight);
    this.#face = face;
  }

  /** A filled rectangle: a rule, a bar, a swatch. */
  fill(x: number, y: number, width: number, height: number, colour: string, radius = 0): void {
    this.#pen.fillStyle = colour;
    this.#pen.beginPath();
    this.#pen.roundRect(x, y, width, height, radius);
    this.#pen.fill();
  }
}

function hang(text: string, size: number): number {
  return HANGING.test(text) ? size / 2 : 0;
}
