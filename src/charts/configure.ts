/** What Chart.js is told about a chart: bars, stacked bars or a doughnut, in the colours of its sheet. */
import type { ChartConfiguration, TooltipItem } from 'chart.js';
import { endLabels, partLabels, sliceLabels } from './labels';
import type { ChartNumbers } from './numbers';
import type { Sheet } from './sheet';

/** Parts of a whole and years, by their order. */
const PALETTE = ['--chart-1', '--chart-2', '--chart-3', '--chart-4', '--chart-5', '--chart-6'];
/** What a colour means in every chart: what came about, what was changed, what was laid down before, the year before. */
const MEASURES: Readonly<Record<string, string>> = {
  final: '--chart-1',
  actual: '--chart-1',
  adjusted: '--chart-2',
  initial: '--chart-3',
  authorized: '--chart-3',
  prior: '--chart-4',
  met: '--accent',
  'not-met': '--chart-5',
  unknown: '--faint',
};
/** Numbers inside bars: met, not met, not to be judged. */
const ON_VERDICTS = ['--paper', '--ink', '--ink'];

/** A long label in lines: at its spaces, and where a part is too long after every `width` characters. */
const wrap = (label: string, width: number): string | string[] =>
  label.length > width
    ? label.split(' ').flatMap((part) => part.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])
    : label;

export function configure(figure: HTMLElement, numbers: ChartNumbers, sheet: Sheet): ChartConfiguration {
  const { chart: kind, unit = '', measures = '' } = figure.dataset;
  const { colour } = sheet;
  const [ink, line, paper] = [colour('--ink'), colour('--line'), colour('--paper')];
  const pie = kind === 'doughnut';
  const stacked = kind === 'stacked';
  const ordered = PALETTE.map(colour);
  const colours = measures.split(' ').map((measure, index) => {
    const token = MEASURES[measure];
    return token ? colour(token) : ordered[index % ordered.length]!;
  });
  const narrow = sheet.width < 480;
  const [first] = numbers.series;
  const labels = numbers.labels.map((label, row) =>
    pie && sheet.alone ? `${label} ${first!.texts[row]} ${unit}` : wrap(label, narrow ? 7 : 12),
  ) as string[];
  const tooltip = ({ datasetIndex, dataIndex }: TooltipItem<'bar' | 'doughnut'>) => {
    const series = numbers.series[datasetIndex]!;
    const total = series.values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
    const share =
      (pie || kind === 'bar') && total > 0 && numbers.series.length === 1
        ? `，占 ${((series.values[dataIndex]! / total) * 100).toFixed(2)}%`
        : '';
    return `${series.name} ${series.texts[dataIndex]} ${unit}${share}`;
  };
  const axis = { color: ink, font: { family: colour('--sans'), size: sheet.font } };
  return {
    type: pie ? 'doughnut' : 'bar',
    data: {
      labels,
      datasets: numbers.series.map((series, index) => ({
        label: series.name,
        data: [...series.values],
        backgroundColor: pie ? ordered : colours[index]!,
        borderColor: stacked ? colour('--soft') : paper,
        borderWidth: pie ? 2 : stacked ? 1 : 0,
        maxBarThickness: 24,
        ...(stacked ? { stack: 'one', borderSkipped: false } : {}),
      })),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      // Numbers at the axis are written alike for every reader.
      locale: 'zh-Hans',
      color: ink,
      layout: { padding: pie || stacked ? 0 : { right: sheet.font * 5.3 } },
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
                title: { display: true, text: `单位：${unit}`, ...axis },
              },
              y: { stacked, ticks: { ...axis, autoSkip: false }, grid: { display: false } },
            },
          }),
      plugins: {
        legend: {
          display: pie || numbers.series.length > 1,
          position: pie && !narrow ? 'right' : 'top',
          labels: { ...axis, boxWidth: sheet.font, padding: sheet.font },
        },
        tooltip: { callbacks: { label: tooltip } },
      },
    },
    plugins: pie
      ? [sliceLabels(numbers, sheet)]
      : stacked
        ? [partLabels(numbers, sheet, ON_VERDICTS)]
        : [endLabels(numbers, sheet)],
  } as ChartConfiguration;
}
