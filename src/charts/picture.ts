/** A chart as a picture that stands alone: whose figures, the title, the chart, the source, the address. */
import { Chart, type Plugin } from 'chart.js';
import { configure } from './configure';
import { labelOf } from './drill';
import { readNumbers, type ChartNumbers } from './numbers';
import { onPaper, type Sheet } from './sheet';

/** Pixels of the picture for each pixel of its layout. */
const SCALE = 2;
const WIDTH = 800;
const MARGIN = 36;
/** Letters fitted to no screen's pixels: the same picture from a dense screen and from another. */
const PRECISE = 'geometricPrecision';
const INNER = WIDTH - 2 * MARGIN;

interface Text {
  readonly lines: readonly string[];
  readonly font: string;
  readonly colour: string;
  /** Height of a line in pixels. */
  readonly line: number;
}

export interface Picture {
  readonly blob: Blob;
  /** Key of the row whose parts are shown, when a reader has opened one. */
  readonly part: string;
}

/**
 * Draws the chart as the reader has it open, on light paper, 800 pixels wide at twice that density, whatever the screen
 * and the colour scheme.
 * @param words of the element that holds the tools: title, heading, source, version, address
 */
export async function drawPicture(figure: HTMLElement, words: Readonly<DOMStringMap>): Promise<Picture> {
  const canvas = onPaper(WIDTH, (sheet) => compose(figure, words, sheet));
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('the browser made no picture');
  return { blob, part: figure.dataset['part'] ?? '' };
}

function compose(figure: HTMLElement, words: Readonly<DOMStringMap>, sheet: Sheet): HTMLCanvasElement {
  const numbers = readNumbers(figure);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  context.textRendering = PRECISE;
  const part = figure.dataset['part'];
  const text = (content: string, font: string, token: string, line: number): Text => {
    context.font = font;
    return { lines: wrapText(context, content, INNER), font, colour: sheet.colour(token), line };
  };
  const [sans, serif] = [sheet.colour('--sans'), sheet.colour('--serif')];
  const above = [
    text(words['heading']!, `15px ${sans}`, '--soft', 24),
    text(words['title']!, `700 27px ${serif}`, '--ink', 38),
    ...(part ? [text(`其中：${labelOf(figure, part)}`, `16px ${sans}`, '--ink', 26)] : []),
  ];
  const below = [
    text(words['source']!, `13px ${sans}`, '--soft', 21),
    text(`明账 · 数据版本 ${words['version']} · CC BY 4.0`, `13px ${sans}`, '--soft', 21),
    text(words['address']!, `13px ${sans}`, '--soft', 21),
  ];
  const height = chartHeight(figure.dataset['chart'], numbers);
  const tall = (texts: readonly Text[]) => texts.reduce((sum, { lines, line }) => sum + lines.length * line, 0);
  const mark = 34;
  const top = MARGIN + mark + 14 + tall(above) + 18;
  const rule = top + height + 18;
  canvas.width = WIDTH * SCALE;
  canvas.height = (rule + 14 + tall(below) + MARGIN - 8) * SCALE;
  context.scale(SCALE, SCALE);
  context.textRendering = PRECISE;
  context.fillStyle = sheet.colour('--paper');
  context.fillRect(0, 0, WIDTH, canvas.height);
  drawMark(context, sheet, mark);
  write(context, above, MARGIN + mark + 14);
  const chart = drawChart(figure, numbers, sheet, height);
  context.drawImage(chart.canvas, MARGIN, top, INNER, height);
  chart.destroy();
  context.fillStyle = sheet.colour('--line');
  context.fillRect(MARGIN, rule, INNER, 1);
  write(context, below, rule + 14);
  return canvas;
}

/** The chart alone, by Chart.js, on a canvas of its own. */
function drawChart(figure: HTMLElement, numbers: ChartNumbers, sheet: Sheet, height: number): Chart {
  const canvas = document.createElement('canvas');
  canvas.width = INNER;
  canvas.height = height;
  const configuration = configure(figure, numbers, { ...sheet, width: INNER });
  const options = { ...configuration.options, responsive: false, devicePixelRatio: SCALE };
  const precise: Plugin = {
    id: 'precise',
    beforeLayout: ({ ctx }) => {
      ctx.textRendering = PRECISE;
    },
  };
  return new Chart(canvas, { ...configuration, options, plugins: [...(configuration.plugins ?? []), precise] });
}

function chartHeight(kind: string | undefined, { labels, series }: ChartNumbers): number {
  if (kind === 'doughnut') return 320;
  const bars = kind === 'stacked' ? 1 : series.length;
  return 100 + labels.length * Math.max(48, bars * 34);
}

/** The site's mark: its first character cut into a seal. */
function drawMark(context: CanvasRenderingContext2D, { colour }: Sheet, size: number): void {
  context.font = `700 22px ${colour('--serif')}`;
  context.textBaseline = 'middle';
  context.fillStyle = colour('--differ');
  context.beginPath();
  context.roundRect(MARGIN, MARGIN, size, size, 3);
  context.fill();
  context.fillStyle = colour('--paper');
  context.fillText('明', MARGIN + (size - 22) / 2, MARGIN + size / 2 + 1);
  context.fillStyle = colour('--ink');
  context.fillText('账', MARGIN + size + 6, MARGIN + size / 2 + 1);
}

function write(context: CanvasRenderingContext2D, texts: readonly Text[], top: number): void {
  let y = top;
  context.textBaseline = 'middle';
  for (const { lines, font, colour, line } of texts) {
    context.font = font;
    context.fillStyle = colour;
    for (const one of lines) {
      context.fillText(one, MARGIN, y + line / 2);
      y += line;
    }
  }
}

/** Lines no wider than `width`: numbers and words stay whole, and none starts with a closing mark. */
function wrapText(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines = [''];
  for (const piece of text.match(/(?:[\x21-\x7e]{1,24}|[^\x21-\x7e])[，。、；：）》”％]*/gu) ?? []) {
    const longer = lines.at(-1)! + piece;
    if (lines.at(-1) === '' || context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(piece.trimStart());
  }
  return lines;
}
