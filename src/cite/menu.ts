/**
 * What can be done with a figure: see its proof, take its address, cite it, say that it is wrong. Without scripts, or with
 * a modifier key, a figure stays the link to its proof.
 */
const menu = document.getElementById('figure-menu')!;
const go = (name: string) => menu.querySelector<HTMLAnchorElement>(`[data-go="${name}"]`)!;
let invoker: HTMLElement | undefined;

for (const link of document.querySelectorAll<HTMLAnchorElement>('td[id] a.proof')) {
  link.setAttribute('aria-haspopup', 'dialog');
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openFor(link);
  });
}

function openFor(link: HTMLAnchorElement): void {
  const cell = link.closest('td')!;
  const page = menu.dataset['figures']!;
  const row = cell.closest('tr')!.cells[0]!.firstChild!.textContent!.trim();
  menu.querySelector('.what')!.textContent = `${row} · ${cell.dataset['label']} ${link.textContent!.trim()}`;
  const proof = go('proof');
  proof.href = link.href;
  proof.querySelector('span')!.textContent = /-(\w+)-\w+$/.exec(link.hash)?.[1] ?? '';
  const address = link.closest('[id]')!.id;
  go('cell').href = `#${address}`;
  go('cite').href = `${page}#${address}`;
  go('wrong').href = `${page}#${address}`;
  // The menu follows its figure in the order of the page, so that the keyboard goes there next.
  link.after(menu);
  invoker = link;
  menu.showPopover({ source: link });
  proof.focus({ preventScroll: true });
}

menu.addEventListener('toggle', (event) => {
  if ((event as ToggleEvent).newState === 'closed' && menu.contains(document.activeElement)) invoker?.focus();
});
go('cell').addEventListener('click', () => menu.hidePopover());
