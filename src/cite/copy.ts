/** Buttons that copy the text of another element, with today's date where a citation wants the date of citing. */

import { copy, select } from '../browser/clipboard';

/** The reader's own day, YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** What each button shows, and its whole name, before anything happened. */
const names: Record<string, readonly [shown: string, name: string]> = {};

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const source = document.getElementById(button.dataset['copy']!)!;
  source.textContent = source.textContent!.replace('[引用日期]', `[${today()}]`);
  button.hidden = false;
  button.addEventListener('click', async () => {
    const done = await copy(source.textContent!);
    if (!done) select(source);
    say(button, done ? '已复制' : '已选中，请自己复制');
  });
}

/** The button itself tells what happened; its new name is read out because it has the focus. */
function say(button: HTMLButtonElement, text: string): void {
  const [shown, name] = (names[button.dataset['copy']!] ??= [button.textContent!, button.ariaLabel!]);
  [button.textContent, button.ariaLabel] = [text, text];
  setTimeout(() => ([button.textContent, button.ariaLabel] = [shown, name]), 2500);
}
