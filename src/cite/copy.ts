/** Buttons that copy the text of another element, with today's date where a citation wants the date of citing. */

/** The reader's own day, YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const source = document.getElementById(button.dataset['copy']!)!;
  source.textContent = source.textContent!.replace('[引用日期]', `[${today()}]`);
  button.hidden = false;
  button.addEventListener('click', () => {
    navigator.clipboard
      .writeText(source.textContent!)
      .then(() => say(button, '已复制'))
      .catch(() => {
        // Without the permission to write, the text is at least selected.
        getSelection()?.selectAllChildren(source);
        say(button, '已选中，请按复制键');
      });
  });
}

/** The button itself tells what happened; its new name is read out because it has the focus. */
function say(button: HTMLButtonElement, text: string): void {
  const name = button.dataset['name'] ?? button.textContent!;
  button.dataset['name'] = name;
  button.textContent = text;
  setTimeout(() => (button.textContent = name), 2500);
}
