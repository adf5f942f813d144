/** Puts text, with an HTML form beside it, on the clipboard. */

/** Older than its successor, and the only way on pages that are not served securely. */
interface Commands {
  execCommand(name: 'copy'): boolean;
}

/** @returns whether it worked; browsers may refuse. */
export async function copy(text: string, html?: string): Promise<boolean> {
  if (navigator.clipboard === undefined) return copyByCommand(text, html);
  const parts = { 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) };
  const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })]);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]).then(
    () => true,
    () => copyByCommand(text, html),
  );
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
