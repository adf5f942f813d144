/** Turns the citation of a report into that of one of its parts: a table, a chart, a finding or a figure. */
const block = document.querySelector<HTMLElement>('.citation')!;
const { title = '', address = '' } = block.dataset;
const forms = [...block.querySelectorAll('pre')].map((form) => ({ form, whole: form.textContent! }));
const select = document.querySelector<HTMLSelectElement>('#cite-place');

/** @param name what the part is called, empty for the whole. @param fragment of its address */
function cite(name: string, fragment: string): void {
  for (const { form, whole } of forms) {
    const named = form.id === 'cite-sentence' ? `${name}，${whole}` : whole.replace(title, `${title}：${name}`);
    const key = named.replace(/^(@misc\{[^,]+)/, `$1-${fragment.replace(/[^\w-]+/g, '-')}`);
    form.textContent = name === '' ? whole : address ? key.replace(address, `${address}#${encodeURI(fragment)}`) : key;
  }
}

if (select) {
  const choose = () => cite(select.value === '' ? '' : select.selectedOptions[0]!.textContent!.trim(), select.value);
  select.addEventListener('change', choose);
  select.closest<HTMLElement>('.place')!.hidden = false;
  const here = decodeURIComponent(location.hash.slice(1));
  if ([...select.options].some(({ value }) => value !== '' && value === here)) {
    select.value = here;
    choose();
  }
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-cite]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    cite(button.dataset['name']!, button.dataset['cite']!);
    block.scrollIntoView({ block: 'center' });
    block.querySelector('button')?.focus({ preventScroll: true });
  });
}
