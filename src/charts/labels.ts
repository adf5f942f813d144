/** Draws each bar's number at its end, as the table shows it, so that no legend or axis has to be read. */
import type { Chart, Plugin } from 'chart.js';
import type { ChartNumbers } from './numbers';

export function endLabels(numbers: ChartNumbers, colour: () => string): Plugin<'bar'> {
  return {
    id: 'endLabels',
    afterDatasetsDraw(chart: Chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.fillStyle = colour();
      ctx.font = '12px system-ui, sans-serif';
      ctx.textBaseline = 'middle';
      numbers.series.forEach((series, index) => {
        if (!chart.isDatasetVisible(index)) return;
        chart.getDatasetMeta(index).data.forEach((bar, row) => {
          if (!Number.isNaN(series.values[row])) ctx.fillText(series.texts[row]!, bar.x + 5, bar.y);
        });
      });
      ctx.restore();
    },
  };
}

/** Draws label and share inside each slice that has room; the others are named by the legend. */
export function sliceLabels(numbers: ChartNumbers, colour: () => string): Plugin<'doughnut'> {
  return {
    id: 'sliceLabels',
    afterDatasetsDraw(chart: Chart) {
      const { ctx } = chart;
      const values = numbers.series[0]!.values;
      const total = values.reduce((sum, value) => sum + value, 0);
      ctx.save();
      ctx.fillStyle = colour();
      ctx.font = '600 13px system-ui, sans-serif';
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
