/** Draws each bar's number at its end, as the table shows it, so that no legend or axis has to be read; and says where none is stated. */
import type { BarElement, Chart, Plugin } from 'chart.js';
import type { ChartNumbers } from './numbers';
import type { Sheet } from './sheet';

/** In place of a bar, so that absence does not read as zero. */
export const ABSENT = '未载明';

export function endLabels(numbers: ChartNumbers, { colour, font }: Sheet): Plugin<'bar'> {
  return {
    id: 'endLabels',
    afterDatasetsDraw(chart: Chart) {
      const { ctx } = chart;
      ctx.save();
      const start = chart.scales['x']!.getPixelForValue(0);
      ctx.font = `${font}px ${colour('--sans')}`;
      ctx.textBaseline = 'middle';
      numbers.series.forEach((series, index) => {
        if (!chart.isDatasetVisible(index)) return;
        chart.getDatasetMeta(index).data.forEach((bar, row) => {
          const absent = Number.isNaN(series.values[row]);
          ctx.fillStyle = colour(absent ? '--soft' : '--ink');
          ctx.fillText(absent ? ABSENT : series.texts[row]!, (absent ? start : bar.x) + 5, bar.y);
        });
      });
      ctx.restore();
    },
  };
}

/** Draws each number inside its part of a stacked bar, where there is room. @param inks a colour token for each series */
export function partLabels(numbers: ChartNumbers, { colour, font }: Sheet, inks: readonly string[]): Plugin<'bar'> {
  return {
    id: 'partLabels',
    afterDatasetsDraw(chart: Chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.font = `600 ${font}px ${colour('--sans')}`;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      numbers.series.forEach(({ texts }, index) => {
        if (!chart.isDatasetVisible(index)) return;
        ctx.fillStyle = colour(inks[index]!);
        chart.getDatasetMeta(index).data.forEach((bar, row) => {
          const { x, y, base } = (bar as BarElement).getProps(['x', 'y', 'base']);
          if (x === null || y === null) return;
          if (x - base > ctx.measureText(texts[row]!).width + 4) ctx.fillText(texts[row]!, (x + base) / 2, y);
        });
      });
      ctx.restore();
    },
  };
}

/** Draws label and share inside each slice that has room; the others are named by the legend. */
export function sliceLabels(numbers: ChartNumbers, { colour, font }: Sheet): Plugin<'doughnut'> {
  return {
    id: 'sliceLabels',
    afterDatasetsDraw(chart: Chart) {
      const { ctx } = chart;
      const values = numbers.series[0]!.values;
      const total = values.reduce((sum, value) => sum + value, 0);
      ctx.save();
      ctx.fillStyle = colour('--paper');
      ctx.font = `600 ${font + 1}px ${colour('--sans')}`;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      chart.getDatasetMeta(0).data.forEach((slice, index) => {
        const share = values[index]! / total;
        if (share < 0.07) return;
        const { x, y } = slice.tooltipPosition(true);
        ctx.fillText(`${(share * 100).toFixed(1)}%`, x!, y!);
      });
      ctx.restore();
    },
  };
}
