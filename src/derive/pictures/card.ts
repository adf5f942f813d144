/** Draws a card: a page of a ledger, in the size that links are shown in. No date, nothing of the machine. */
import { CARD_SIZE, type CardLine, type CardView, type Span, type Tone } from '../../views/card.ts';
import type { Slice } from '../../views/headline.ts';
import { openStudio } from './canvas.ts';
import { bold, COLOURS, Hand, regular, type Face } from './hand.ts';
import { wrap, wrapEvenly } from './wrap.ts';

const { width: WIDTH, height: HEIGHT } = CARD_SIZE;
/** Pixels; nothing is drawn outside. */
export const MARGIN = 64;
const RIGHT = WIDTH - MARGIN;
const BOTTOM = HEIGHT - MARGIN;
const INNER = WIDTH - 2 * MARGIN;
/** Where the column of numbers begins, unless a number needs more room. */
const COLUMN = 760;
/** The most that the numbers may take, so that names keep their room. */
const NUMBERS = 520;
/** Least height of a line of the ledger: where there is less room, fewer lines stand. */
const PITCH = 50;
/** Between the names below the bar. */
const GAP = 22;
/** Shades of the accent, for the parts of a hundred, the largest first. */
const SHADES = [COLOURS.accent, '#5f8ba3', '#a9c1cc', '#c6d5dc', '#d9e2e6', '#e4eaec'];

/** A card as PNG bytes. @throws in Chinese when this machine cannot draw */
export async function drawCard(view: CardView): Promise<Uint8Array> {
  const studio = await openStudio();
  const sheet = studio.sheet(WIDTH, HEIGHT);
  const hand = new Hand(sheet, studio);
  hand.fill(0, 0, WIDTH, HEIGHT, COLOURS.paper);
  masthead(hand, view.context);
  const top = title(hand, view);
  const bottom = foot(hand, view.foot);
  const parts = view.hundred ? hundredBar(hand, view.hundred, bottom) : bottom;
  if (view.lines.length > 0) ledger(hand, view.lines, top, parts);
  else hand.write(view.empty, MARGIN, top + 64, regular(32), COLOURS.soft);
  return sheet.canvas.toBuffer('image/png');
}

/** A rule across the page. */
function rule(hand: Hand, y: number, thickness: number, colour: string): void {
  hand.fill(MARGIN, y, INNER, thickness, colour);
}

function masthead(hand: Hand, context: string): void {
  const base = MARGIN + 30;
  hand.fill(MARGIN, MARGIN, 40, 40, COLOURS.ink, 4);
  hand.write('明', MARGIN + 6, base, bold(28), COLOURS.paper);
  hand.write('账', MARGIN + 49, base, bold(28), COLOURS.ink);
  hand.writeTo(hand.cut(context, INNER - 150, regular(24)), RIGHT, base, regular(24), COLOURS.soft);
  rule(hand, MARGIN + 56, 3, COLOURS.ink);
}

/** Name and year above a rule. @returns where the rule is */
function title(hand: Hand, { title: name, year }: CardView): number {
  const aside = year === '' ? 0 : hand.width(year, regular(44)) + 48;
  const { face, lines } = setTitle(hand, name, INNER - aside);
  const first = MARGIN + 59 + 26 + Math.max(face.size, 44);
  const pitch = face.size * 1.3;
  for (const [index, line] of lines.entries()) hand.write(line, MARGIN, first + index * pitch, face, COLOURS.ink);
  hand.writeTo(year, RIGHT, first, regular(44), COLOURS.soft);
  const end = Math.round(first + (lines.length - 1) * pitch + 28);
  rule(hand, end, 1, COLOURS.ink);
  return end;
}

/** A long name shrinks, then takes more lines; what three lines do not hold is cut. */
function setTitle(hand: Hand, name: string, room: number): { face: Face; lines: readonly string[] } {
  const sizes = [
    [60, 1],
    [52, 1],
    [46, 1],
    [40, 2],
    [34, 3],
  ] as const;
  const measure = (face: Face) => (text: string) => hand.advance(text, face);
  const fitting = sizes.find(([size, most]) => wrap(name, room, measure(bold(size))).length <= most);
  const face = bold(fitting?.[0] ?? 34);
  const lines = wrapEvenly(name, room, measure(face));
  if (fitting) return { face, lines };
  return { face, lines: [...lines.slice(0, 2), hand.cut(lines.slice(2).join(''), room, face)] };
}

/** Lines of the ledger between two heights: name, note, number to the right of a vertical hairline, unit. */
function ledger(hand: Hand, all: readonly CardLine[], top: number, bottom: number): void {
  const lines = all.slice(0, Math.floor((bottom - top) / PITCH));
  const pitch = Math.min(lines.length === 1 ? 140 : 88, Math.floor((bottom - top) / lines.length));
  const unit = regular(26);
  const ends =
    RIGHT -
    14 -
    hand.widest(
      lines.map((line) => line.unit),
      unit,
    );
  const numbers = lines.map((line) => line.number);
  const sizes = [72, 48, 40, 32, 24].filter((size) => size < pitch * 0.76);
  const number = bold(sizes.find((size) => hand.widest(numbers, bold(size)) <= NUMBERS) ?? 24);
  const column = Math.min(COLUMN, Math.floor(ends - hand.widest(numbers, number) - 24));
  const room = column - 20 - MARGIN;
  for (const [index, line] of lines.entries()) {
    const y = top + index * pitch;
    const base = y + Math.round(pitch / 2 + number.size * 0.37);
    if (index > 0) rule(hand, y, 1, COLOURS.line);
    hand.write(line.unit, ends + 14, base, unit, COLOURS.soft);
    hand.writeTo(line.number, ends, base, number, COLOURS[line.tone]);
    const used = 24 + hand.write(hand.cut(line.name, room, regular(28)), MARGIN, base, regular(28), COLOURS.ink);
    if (used + hand.width(line.note, regular(22)) <= room)
      hand.write(line.note, MARGIN + used, base, regular(22), COLOURS.soft);
  }
  hand.fill(column, top + 1, 1, pitch * lines.length - 1, COLOURS.line);
}

/** The bar of a hundred yuan with as many of its names as one line holds. @returns where it begins */
function hundredBar(hand: Hand, slices: readonly Slice[], bottom: number): number {
  const [bar, base] = [bottom - 86, bottom - 22];
  const face = regular(22);
  const shade = (index: number) => SHADES[Math.min(index, SHADES.length - 1)]!;
  for (const [index, { start, width }] of slices.entries()) {
    const gap = index === slices.length - 1 ? 0 : 2;
    hand.fill(MARGIN + (start * INNER) / 100, bar, Math.max((width * INNER) / 100 - gap, 1), 30, shade(index));
  }
  let x = MARGIN + hand.write('每花 100 元', MARGIN, base, face, COLOURS.soft) + GAP;
  for (const [index, { label, yuan }] of slices.entries()) {
    const text = `${label} ${yuan} 元`;
    const after = slices.length - index - 1;
    const rest = after > 0 ? GAP + hand.width(others(after), face) : 0;
    if (x + 22 + hand.width(text, face) + rest > RIGHT) {
      hand.write(index === 0 ? `共 ${slices.length} 项` : others(after + 1), x, base, face, COLOURS.soft);
      break;
    }
    hand.fill(x, base - 16, 14, 14, shade(index));
    x += 22 + hand.write(text, x + 22, base, face, COLOURS.ink) + GAP;
  }
  return bar - 24;
}

const others = (count: number) => `另 ${count} 项`;

/** The last line, below a rule. @returns where the rule is */
function foot(hand: Hand, [left, right]: CardView['foot']): number {
  const [base, top] = [BOTTOM - 4, BOTTOM - 44];
  rule(hand, top, 1, COLOURS.ink);
  let x = MARGIN;
  for (const { text, tone } of left) x += hand.write(text, x, base, faceOf(tone), COLOURS[tone]);
  x = RIGHT - right.reduce((sum: number, { text, tone }: Span) => sum + hand.width(text, faceOf(tone)), 0);
  for (const { text, tone } of right) x += hand.write(text, x, base, faceOf(tone), COLOURS[tone]);
  return top;
}

const faceOf = (tone: Tone): Face => (tone === 'soft' ? regular(26) : bold(26));
