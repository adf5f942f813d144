/** Loads the charts of a page when the first of them comes near the viewport, or when a reader asks one for something. */
const figures = document.querySelectorAll<HTMLElement>('[data-chart]');

const load = (figure: HTMLElement) => import('./draw').then(({ draw }) => draw(figure));

const observer = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      observer.unobserve(entry.target);
      void load(entry.target as HTMLElement);
    }
  },
  { rootMargin: '300px' },
);
for (const figure of figures) observer.observe(figure);

/** What was pressed in charts that are not drawn yet, by the words on it: drawing makes some buttons anew. */
const pressed = new Map<HTMLElement, Set<string>>();
const BUTTONS = '[data-take], .drill button';

/** Before a chart is drawn nothing in it answers: what is pressed is kept, said, and done as soon as the chart is there. */
document.addEventListener('click', ({ target }) => {
  const button = (target as HTMLElement).closest<HTMLElement>(`:is(${BUTTONS}), .takeaway summary`);
  const figure = button?.closest<HTMLElement>('figure.chart');
  if (!button || !figure || figure.dataset['drawn'] !== undefined) return;
  const say = (words: string) => {
    figure.querySelector('output')!.value = words;
  };
  const waiting = pressed.get(figure);
  const all = waiting ?? new Set();
  // The frame's code is written by drawing; unfolding it asks for no more than that.
  if (button.matches(BUTTONS)) {
    all.add(button.textContent.trim());
    say('正在准备…');
  }
  if (waiting) return;
  pressed.set(figure, all);
  void answer(figure, all, say);
});

async function answer(figure: HTMLElement, all: ReadonlySet<string>, say: (words: string) => void): Promise<void> {
  try {
    await load(figure);
    if (all.size > 0) say('');
    for (const one of figure.querySelectorAll<HTMLElement>(BUTTONS)) {
      if (all.has(one.textContent.trim())) one.click();
    }
  } catch (error) {
    say('没有加载成，请刷新页面再试。');
    throw error;
  } finally {
    pressed.delete(figure);
  }
}
