/** The opened search: asks the index while the reader types, says how many there are, and moves among the results. */
import { finder, type Found } from './find';
import { renderGroups } from './results';

/** Milliseconds without a key before the index is asked. */
const PAUSE = 80;

let started = false;

/** Makes the dialog answer. Does nothing when it already does. */
export function start(dialog: HTMLDialogElement): void {
  if (started) return;
  started = true;
  const { index = '', root = '' } = dialog.dataset;
  const input = dialog.querySelector('input')!;
  const status = dialog.querySelector('[role="status"]')!;
  const hints = dialog.querySelectorAll<HTMLElement>('.search-hint, .search-try');
  const results = dialog.querySelector<HTMLElement>('.search-results')!;
  const links = () => [...results.querySelectorAll<HTMLAnchorElement>('a')];
  const find = finder((path) => read(index + path));
  let asked = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    const query = input.value.trim();
    const mine = ++asked;
    const show = (text: string, found?: Found) => {
      if (mine !== asked) return;
      status.textContent = text;
      results.replaceChildren(...(found ? renderGroups(found.groups, root) : []));
      for (const hint of hints) hint.hidden = found !== undefined && found.total > 0;
      results.dataset['query'] = query;
    };
    if (query === '') return show('');
    try {
      const found = await find(query);
      show(describe(query, found), found);
    } catch {
      show(FAILED);
    }
  }

  /** Opens the first result, of what is written now. */
  async function enter(): Promise<void> {
    if (results.dataset['query'] !== input.value.trim()) await ask();
    links()[0]?.click();
  }

  const later = (pause: number) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), pause);
  };
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) later(PAUSE);
  });
  input.addEventListener('compositionend', () => later(0));
  for (const button of dialog.querySelectorAll<HTMLElement>('[data-search-example]'))
    button.addEventListener('click', () => {
      input.value = button.dataset['searchExample']!;
      input.focus();
      later(0);
    });
  dialog.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      const stops = [input, ...links()];
      const here = stops.indexOf(document.activeElement as HTMLAnchorElement);
      event.preventDefault();
      stops[Math.min(Math.max(here + step, 0), stops.length - 1)]!.focus();
    } else if (event.key === 'Enter' && event.target === input) {
      event.preventDefault();
      void enter();
    }
  });
  // A result on this very page: the dialog must not stay before it.
  results.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) dialog.close();
  });
  if (input.value !== '') void ask();
}

/** In the development server there is no index, since it is written from the built site's data. */
const FAILED = import.meta.env.DEV
  ? '开发预览没有查找用的索引。请用 npm start 构建并打开网站后再试。'
  : '查找用的索引没有载入，可能是网络中断或网站刚刚更新。请刷新页面再试，或从下面的链接查看。';

async function read(path: string): Promise<unknown> {
  // The head names the version of everything else, which never changes.
  const response = await fetch(path, { cache: path.endsWith('/index.json') ? 'no-cache' : 'default' });
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response.json();
}

/** What is announced: how many results, and how to get fewer or others. */
function describe(query: string, { vague, loose, total, more, groups }: Found): string {
  if (vague) return '再打一个字母，或者一个汉字。';
  if (total === 0 && more) return `看了一部分，还没有找到“${query}”。请多打几个字，或加上部门、年份。`;
  if (total === 0) return `没有找到“${query}”。可以少打几个字，换一个说法，或从下面的链接查看。`;
  const counts = groups.map(({ name, hits }) => `${name} ${hits.length}`).join('，');
  const found = more ? `至少 ${total} 条（${counts}），加上部门或年份可以缩小范围` : `${total} 条：${counts}`;
  return loose ? `没有连着写的“${query}”，分开写有这些字的 ${found}` : found;
}
