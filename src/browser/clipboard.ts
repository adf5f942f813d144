/** Puts text on the clipboard, with an HTML form beside it where there is one; what cannot be copied is selected. */

/** Older than its successor, and the only way on pages that are not served securely. */
interface Commands {
  execCommand(name: 'copy'): boolean;
}

/** @returns whether it worked; browsers may refuse. */
export async function copy(text: string, html?: string): Promise<boolean> {
  // Not there at all on pages that are not served securely, whatever the types say.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) return copyByCommand(text, html);
  return write(clipboard, text, html).then(
    () => true,
    () => copyByCommand(text, html),
  );
}

/** Selects what an element shows, or what a field holds, for the reader to copy by hand. */
export function select(shown: HTMLElement): void {
  shown.closest('details')?.setAttribute('open', '');
  if (shown instanceof HTMLTextAreaElement) shown.select();
  else getSelection()?.selectAllChildren(shown);
}

/** Rejects where the browser refuses, or cannot hold HTML. */
async function write(clipboard: Clipboard, text: string, html: string | undefined): Promise<void> {
  if (html === undefined) return clipboard.writeText(text);
  const parts = Object.entries({ 'text/plain': text, 'text/html': html });
  const blobs = parts.map(([type, part]) => [type, new Blob([part], { type })]);
  return clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

function copyByCommand(text: string, html?: string): boolean {
  let copied = false;
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    copied = event.clipboardData !== null;
  };
  document.addEventListener('copy', fill, { once: true });
  const done = (document as unknown as Commands).execCommand('copy');
  document.removeEventListener('copy', fill);
  return done && copied;
}
