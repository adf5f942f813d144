/** Draws one chart with Chart.js from the table beside it. */
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  Legend,
  LinearScale,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js';
import { readNumbers, type ChartNumbers } from './numbers';

Chart.register(ArcElement, BarController, BarElement, CategoryScale, DoughnutController, Legend, LinearScale, Tooltip);

const still = matchMedia('(prefers-reduced-motion: reduce)');
const dark = matchMedia('(prefers-color-scheme: dark)');
const drawn = new Map<HTMLElement, Chart>();

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function configure(figure: HTMLElement, numbers: ChartNumbers): ChartConfiguration<'bar' | 'doughnut'> {
  const { chart: kind, unit = '' } = figure.dataset;
  const palette = [1, 2, 3, 4, 5, 6].map((n) => colour(`--chart-${n}`));
  const [ink, line, paper] = [colour('--soft'), colour('--line'), colour('--paper')];
  const pie = kind === 'doughnut';
  const labels = numbers.labels.map((label) => (label.length > 12 ? label.match(/.{1,12}/gu)! : label));
  return {
    type: pie ? 'doughnut' : 'bar',
    data: {
      labels: labels as string[],
      datasets: numbers.series.map((series, index) => ({
        label: series.name,
        data: [...series.values],
        backgroundColor: pie ? palette : palette[index]!,
        borderColor: paper,
        borderWidth: pie ? 2 : 0,
        maxBarThickness: 26,
      })),
    },
    options: {
      animation: still.matches ? false : { duration: 300 },
      responsive: true,
      maintainAspectRatio: false,
      color: ink,
      ...(pie
        ? {}
        : {
            indexAxis: 'y',
            scales: {
              x: { ticks: { color: ink }, grid: { color: line }, title: { display: true, text: unit, color: ink } },
              y: { ticks: { color: ink }, grid: { display: false } },
            },
          }),
      plugins: {
        legend: {
          display: pie || numbers.series.length > 1,
          position: pie ? 'right' : 'top',
          labels: { color: ink, boxWidth: 12 },
        },
        tooltip: {
          callbacks: {
            label: ({ datasetIndex, dataIndex }) =>
              `${numbers.series[datasetIndex]!.name} ${numbers.series[datasetIndex]!.texts[dataIndex]} ${unit}`,
          },
        },
      },
    },
  };
}

/** Draws, or draws anew after the colour scheme changed. */
export function draw(figure: HTMLElement): void {
  drawn.get(figure)?.destroy();
  const numbers = readNumbers(figure);
  if (figure.dataset['chart'] === 'bar') {
    figure.querySelector<HTMLElement>('.canvas')!.style.height =
      `${70 + numbers.labels.length * (14 + 22 * numbers.series.length)}px`;
  }
  drawn.set(figure, new Chart(figure.querySelector('canvas')!, configure(figure, numbers) as ChartConfiguration));
  figure.dataset['drawn'] = JSON.stringify(numbers.series.map(({ values }) => values));
}

dark.addEventListener('change', () => {
  for (const figure of drawn.keys()) draw(figure);
});
