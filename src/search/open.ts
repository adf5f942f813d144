/** Opens the search from its buttons and from “/”. Everything else is loaded when it is first opened. */
const dialog = document.querySelector<HTMLDialogElement>('#search')!;

/** Where the keyboard goes back to when the search is closed. */
let cameFrom: Element | null = null;

function openSearch(from: Element | null): void {
  if (dialog.open) return;
  cameFrom = from;
  dialog.showModal();
  dialog.querySelector('input')!.select();
  import('./dialog').then(
    ({ start }) => start(dialog),
    () => {
      dialog.querySelector('[role="status"]')!.textContent =
        '查找没有载入，可能是网络中断或网站刚刚更新。请刷新页面再试，或从下面的链接查看。';
    },
  );
}

// A shortcut of one character must have a switch (WCAG 2.2, 2.1.4); some readers' tools type such characters.
const slash = dialog.querySelector<HTMLInputElement>('[data-search-slash]')!;
const OFF = 'search-slash-off';
slash.checked = localStorage.getItem(OFF) === null;
slash.addEventListener('change', () => {
  if (slash.checked) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, '1');
});

for (const button of document.querySelectorAll('[data-search-open]'))
  button.addEventListener('click', () => openSearch(button));
document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, isComposing, target } = event;
  if (key !== '/' || !slash.checked || ctrlKey || metaKey || altKey || isComposing) return;
  if (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))) return;
  event.preventDefault();
  openSearch(document.activeElement);
});
// A search field would only empty itself at the first “Esc”.
dialog.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.isComposing) return;
  event.preventDefault();
  dialog.close();
});
dialog.querySelector('[data-search-close]')!.addEventListener('click', () => dialog.close());
dialog.addEventListener('close', () => {
  // Browsers return the focus by themselves where they gave it to the button when it was pressed.
  if (cameFrom instanceof HTMLElement && document.activeElement === document.body)
    cameFrom.focus({ preventScroll: true });
});
