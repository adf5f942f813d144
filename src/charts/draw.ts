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
} from 'chart.js';
import { configure } from './configure';
import { drillable } from './drill';
import { readNumbers } from './numbers';
import { screenSheet } from './sheet';
import { equip } from './tools';

Chart.register(ArcElement, BarController, BarElement, CategoryScale, DoughnutController, Legend, LinearScale, Tooltip);

const dark = matchMedia('(prefers-color-scheme: dark)');
const drawn = new Map<HTMLElement, Chart>();

/** Draws, or draws anew after the rows or the colour scheme changed. A figure without numbers is hidden and not drawn. */
export function draw(figure: HTMLElement): void {
  if (figure.hidden) return;
  drawn.get(figure)?.destroy();
  const numbers = readNumbers(figure);
  drawn.set(figure, new Chart(figure.querySelector('canvas')!, configure(figure, numbers, screenSheet(figure))));
  figure.dataset['drawn'] = JSON.stringify(numbers.series.map(({ values }) => values));
  if (figure.dataset['drill'] !== undefined) drillable(figure, draw);
  equip(figure);
}

dark.addEventListener('change', () => {
  for (const figure of drawn.keys()) draw(figure);
});
