/** Loads the charts of a page when the first of them comes near the viewport. */
const figures = document.querySelectorAll<HTMLElement>('[data-chart]');

const observer = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      observer.unobserve(entry.target);
      void import('./draw').then(({ draw }) => draw(entry.target as HTMLElement));
    }
  },
  { rootMargin: '300px' },
);
for (const figure of figures) observer.observe(figure);
