/** What Chart.js is told about a chart: bars, stacked bars or a doughnut, in the page's colours. */
import type { ChartConfiguration, TooltipItem } from 'chart.js';
import { endLabels, sliceLabels } from './labels';
import type { ChartNumbers } from './numbers';

const PALETTE = ['--chart-1', '--chart-2', '--chart-3', '--chart-4', '--chart-5', '--chart-6'];
/** Met, not met, not to be judged. */
const VERDICTS = ['--proven', '--differ', '--line'];

export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** A long label in lines: at its spaces, and where a part is too long after every `width` characters. */
const wrap = (label: string, width: number): string | string[] =>
  label.length > width
    ? label.split(' ').flatMap((part) => part.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])
    : label;

export function configure(figure: HTMLElement, numbers: ChartNumbers): ChartConfiguration {
  const { chart: kind, unit = '' } = figure.dataset;
  const [ink, line, paper] = [colour('--ink'), colour('--line'), colour('--paper')];
  const pie = kind === 'doughnut';
  const stacked = kind === 'stacked';
  const colours = (stacked ? VERDICTS : PALETTE).map(colour);
  const narrow = figure.clientWidth < 480;
  const labels = numbers.labels.map((label) => wrap(label, narrow ? 7 : 12)) as string[];
  const tooltip = ({ datasetIndex, dataIndex }: TooltipItem<'bar' | 'doughnut'>) => {
    const series = numbers.series[datasetIndex]!;
    const total = series.values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
    const share =
      (pie || kind === 'bar') && total > 0 && numbers.series.length === 1
        ? `，占 ${((series.values[dataIndex]! / total) * 100).toFixed(2)}%`
        : '';
    return `${series.name} ${series.texts[dataIndex]} ${unit}${share}`;
  };
  const axis = { color: ink, font: { size: 12 } };
  return {
    type: pie ? 'doughnut' : 'bar',
    data: {
      labels,
      datasets: numbers.series.map((series, index) => ({
        label: series.name,
        data: [...series.values],
        backgroundColor: pie ? colours : colours[index % colours.length]!,
        borderColor: paper,
        borderWidth: pie ? 2 : 0,
        maxBarThickness: 24,
        ...(stacked ? { stack: 'one' } : {}),
      })),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      color: ink,
      layout: { padding: pie || stacked ? 0 : { right: 64 } },
      ...(pie
        ? { cutout: '52%' }
        : {
            indexAxis: 'y',
            scales: {
              x: {
                stacked,
                beginAtZero: true,
                ticks: axis,
                grid: { color: line },
                title: { display: true, text: `单位：${unit}`, color: ink },
              },
              y: { stacked, ticks: { ...axis, autoSkip: false }, grid: { display: false } },
            },
          }),
      plugins: {
        legend: {
          display: pie || numbers.series.length > 1,
          position: pie && !narrow ? 'right' : 'top',
          labels: { color: ink, boxWidth: 12 },
        },
        tooltip: { callbacks: { label: tooltip } },
      },
    },
    plugins: pie
      ? [sliceLabels(numbers, () => colour('--paper'))]
      : stacked
        ? []
        : [endLabels(numbers, () => colour('--ink'))],
  } as ChartConfiguration;
}
