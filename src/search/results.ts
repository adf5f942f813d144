/** Results as lists of links, grouped by what they are. */
import type { Group, Hit } from './find';

/** Results of a group shown at first, and added by each press of its button. */
const FEW = 6;
const STEP = 50;

/** One section for each group. @param root the site's base path */
export function renderGroups(groups: readonly Group[], root: string): HTMLElement[] {
  return groups.map(({ kind, name, hits }) => {
    const id = `search-${kind}`;
    const heading = element('h3', '', name);
    heading.id = id;
    heading.append(element('small', '', String(hits.length)));
    const list = element('ul', '');
    list.setAttribute('aria-labelledby', id);
    list.append(...hits.slice(0, FEW).map((hit) => item(hit, root)));
    const section = element('div', 'search-group');
    section.append(heading, list);
    if (hits.length > FEW) section.append(moreButton(name, hits, list, root));
    return section;
  });
}

function moreButton(name: string, hits: readonly Hit[], list: HTMLElement, root: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  const label = () => {
    button.textContent = `再看 ${Math.min(STEP, hits.length - list.children.length)} 条${name}`;
  };
  label();
  button.addEventListener('click', () => {
    const shown = list.children.length;
    list.append(...hits.slice(shown, shown + STEP).map((hit) => item(hit, root)));
    list.children[shown]?.querySelector('a')?.focus();
    if (list.children.length === hits.length) button.remove();
    else label();
  });
  return button;
}

function item({ entry, by }: Hit, root: string): HTMLElement {
  const link = document.createElement('a');
  link.href = root + entry.href;
  link.append(element('span', 'title', entry.title));
  if (by) link.append(element('span', 'by', `${by.why}：${by.name}`));
  if (entry.amount) link.append(element('span', 'amount', entry.amount));
  link.append(element('span', 'context', entry.context));
  const line = element('li', '');
  line.append(link);
  return line;
}

function element(tag: string, name: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
}
