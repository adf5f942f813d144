/** Turns the citation of a report into that of one of its parts: a table, a chart, a finding or a figure. */
const block = document.querySelector<HTMLElement>('.citation')!;
const { title = '', address = '', version = '' } = block.dataset;
const forms = [...block.querySelectorAll('pre')].map((form) => ({ form, whole: form.textContent! }));
const select = document.querySelector<HTMLSelectElement>('#cite-place');

/**
 * @param name what the part is called, empty for the whole
 * @param fragment of its address
 * @param sentence that says it in full, where there is one
 */
function cite(name: string, fragment: string, sentence?: string): void {
  const place = address && `，${address}#${encodeURI(fragment)}`;
  const plain = sentence ?? `明账《${title}》，${name}（数据版本 ${version}${place}）。`;
  for (const { form, whole } of forms) {
    const named = whole.replace(title, `${title}：${name}`);
    const key = named.replace(/^(@misc\{[^,]+)/, `$1-${fragment.replace(/[^\w-]+/g, '-')}`);
    if (name !== '' && form.id === 'cite-sentence') form.textContent = plain;
    else
      form.textContent =
        name === '' ? whole : address ? key.replace(address, `${address}#${encodeURI(fragment)}`) : key;
  }
}

block.querySelector<HTMLElement>('.place')!.hidden = false;
if (select) {
  const choose = () => cite(select.value === '' ? '' : select.selectedOptions[0]!.textContent!.trim(), select.value);
  select.addEventListener('change', choose);
  const here = decodeURIComponent(location.hash.slice(1));
  if ([...select.options].some(({ value }) => value !== '' && value === here)) {
    select.value = here;
    choose();
  }
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-cite]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const { name = '', cite: fragment = '' } = button.dataset;
    cite(name, fragment, button.previousElementSibling!.textContent!.trim());
    document.getElementById('cite-now')!.textContent = name;
    block.scrollIntoView({ block: 'center' });
    block.querySelector('button')?.focus({ preventScroll: true });
  });
}
